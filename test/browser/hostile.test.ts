/**
 * A site of hostile texts in a real browser: no script runs, no dialog opens, nothing is asked of another host, the policy is
 * never broken, and what was accepted is shown as the text that it is. Our own texts always; with HENGPING_HOSTILE also those
 * of public collections, every HENGPING_HOSTILE_STEP-th of them (every 200th when not told; 1 for all, which takes most of an hour).
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/build/site.ts';
import { ONE_LANGUAGE } from '../hostile/fields.ts';
import { COLLECTIONS, OWN_STRINGS, hostileStrings } from '../hostile/strings.ts';
import { type Accepted, type Outcome, Trial } from '../hostile/trial.ts';
import { filesOf, newFolder, projectCopy, writeFiles } from '../hostile/written.ts';
import type { Lab, Visit } from './harness.ts';
import { openLab } from './harness.ts';

const STEP = Number(process.env['HENGPING_HOSTILE_STEP'] ?? 200);
const LONG = 3_600_000;

const folder = newFolder('hostile');
const dist = join(folder, 'dist');
const texts = hostileStrings().filter((_, i) => i < OWN_STRINGS.length || i % STEP === 0);
let outcome: Outcome;
let lab: Lab;
/** Accepted texts by the slug of the vendor on whose pages they stand. */
const shownBy = new Map<string, Accepted[]>();

beforeAll(async () => {
  outcome = new Trial(texts).run();
  for (const one of outcome.accepted) {
    const slug = one.path.startsWith('data/vendors/') ? one.path.slice('data/vendors/'.length, -'.yaml'.length) : `h-${one.number}`;
    shownBy.set(slug, [...(shownBy.get(slug) ?? []), one]);
  }
  const workspace = join(folder, 'workspace');
  writeFiles(workspace, outcome.files);
  await buildSite({ project: projectCopy(join(folder, 'project')), workspace, out: dist, verbose: false });
  lab = await openLab(dist);
  const rules = [...outcome.rules].sort((a, b) => b[1] - a[1]).map(([rule, count]) => `${rule} ${count}`);
  const left = COLLECTIONS === undefined ? '; the public collections were left out: HENGPING_HOSTILE names no folder' : STEP > 1 ? `; of the public collections every ${STEP}th` : '';
  console.log(`${texts.length} hostile texts${left}: ${outcome.tried} tried in fields, ${outcome.refused} refused, ${outcome.accepted.length} shown.\nRefused by ${rules.join(', ')}.`);
}, LONG);
afterAll(async () => {
  await lab?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that notes whatever a text could have caused, before anything else runs on it. */
async function opened(path: string): Promise<Visit> {
  const visit = await lab.visit('/methodology/');
  const { page, faults } = visit;
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => faults.push(`popup: ${popup.url()}`));
  page.on('download', (download) => faults.push(`download: ${download.url()}`));
  await page.addInitScript('addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`));');
  await page.goto(lab.base + path, { waitUntil: 'load' });
  return visit;
}

/** What no page may hold, whatever is written on it; and the text of the page, blanks made one. */
const INSPECTION = `(() => {
  const all = [...document.querySelectorAll('*')];
  const wrong = [];
  for (const e of all) {
    const name = e.localName;
    if (['iframe', 'object', 'embed', 'base', 'style', 'frame', 'applet', 'template', 'marquee', 'math'].includes(name)) wrong.push(name);
    if (name === 'script' && !e.src && !['application/ld+json', 'application/json'].includes(e.type)) wrong.push('inline script');
    if (name === 'meta' && /refresh/i.test(e.httpEquiv)) wrong.push('refresh');
    for (const { name: attribute, value } of e.attributes) {
      if (/^on/i.test(attribute) || attribute === 'style' || attribute === 'srcdoc') wrong.push(name + ' ' + attribute);
      if (['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster'].includes(attribute)) {
        const { protocol } = new URL(value, location.href);
        if (!['http:', 'https:', 'mailto:', 'tel:', 'blob:'].includes(protocol)) wrong.push(name + ' ' + value);
      }
    }
  }
  return { wrong, text: document.body.textContent.replace(/\\s+/g, ' ') };
})()`;

interface Inspected {
  wrong: string[];
  text: string;
}

async function inspect(page: Page): Promise<Inspected> {
  return page.evaluate<Inspected>(INSPECTION);
}

/** Fields that a vendor's page shows as they are, in both languages or in one. */
const SHOWN = /^(?:name|about|interests|aliases|legalName|contacts\.chat|offices\.0\.address|licence\.(?:number|issuer)|prices\.0\.note|evidence\.1\.note|answers\.demo\.(?:channels|training)\.note|replies\.\d\.text|withdrawn\.reason|claim|outcome|text|moderation_reason)(?:\.(zh|en))?(?:\.0)?$/;

/** Accepted texts that must stand on the page of a vendor in this language, as a reader sees them. */
function expected(slug: string, language: 'zh' | 'en'): Accepted[] {
  return (shownBy.get(slug) ?? []).filter(({ field }) => {
    if (field === ONE_LANGUAGE) return true;
    const match = SHOWN.exec(field);
    return match !== null && (match[1] === undefined || match[1] === language);
  });
}

describe('the pages of a vendor, full of hostile texts', () => {
  it.concurrent.each([['zh', ''], ['en', '/en']] as const)('run nothing, ask nobody else, and show every text as text (%s)', async (language, prefix) => {
    const { page, faults, close } = await opened('/methodology/');
    const lost: string[] = [];
    const seen = new Set<string>();
    for (const slug of outcome.dataset.vendors.map((v) => v.slug)) {
      const path = `${prefix}/vendors/${slug}/`;
      await page.goto(lab.base + path, { waitUntil: 'load' });
      const { wrong, text } = await inspect(page);
      expect(wrong, path).toEqual([]);
      expect(faults, path).toEqual([]);
      expect(page.url()).toBe(lab.base + path);
      for (const one of expected(slug, language)) {
        seen.add(one.field);
        if (!text.includes(one.text.replace(/\s+/g, ' ').trim())) lost.push(`${path} ${one.field} ${JSON.stringify(one.text)}`);
      }
    }
    expect(lost).toEqual([]);
    // Every kind of text was really looked for.
    expect([...seen].map((field) => field.replace(/\.(?:zh|en|0)$/, '')).sort()).toEqual([
      'about', 'aliases', 'answers.demo.channels.note', 'answers.demo.training.note', 'claim', 'contacts.chat', 'evidence.1.note', 'interests', 'legalName', 'licence.issuer',
      'licence.number', 'moderation_reason', 'name', 'offices.0.address', 'outcome', 'prices.0.note', 'replies.0.text', 'replies.1.text', 'text', 'withdrawn.reason',
    ]);
    await close();
  }, LONG);
});

describe('pages that gather what vendors wrote', () => {
  const gathering = ['/', '/rankings/', '/rankings/north/', '/rankings/north/port/', '/rankings/service/repair/', '/methodology/integrity/', '/methodology/checks/', '/methodology/sensitivity/', '/frameworks/demo/response/', '/judge/', '/releases/', '/404.html'];

  it.each(gathering)('run nothing and ask nobody else: %s', async (path) => {
    for (const prefix of path === '/404.html' ? [''] : ['', '/en']) {
      const { page, faults, close } = await opened(prefix + path);
      expect((await inspect(page)).wrong).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    }
  }, LONG);

  it('show every name in the ranking as it was written', async () => {
    const { page, close } = await opened('/rankings/');
    const { text } = await inspect(page);
    const names = rankedNames();
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !text.includes(name.replace(/\s+/g, ' ').trim()))).toEqual([]);
    await close();
  });

  it('find by name what was written, and open no markup while doing so', async () => {
    const { page, faults, close } = await opened('/search/');
    for (const name of rankedNames().slice(0, OWN_STRINGS.length)) {
      // Signs and short words alone are nothing to search for.
      if (!/[\p{L}\p{N}]{4}/u.test(name)) continue;
      await page.fill('#q', '');
      await page.fill('#q', name);
      await expect.poll(() => page.locator('#names a').allTextContents(), { message: name }).toContain(name);
      expect((await inspect(page)).wrong, name).toEqual([]);
    }
    // The whole text of the site too, whose excerpts come with marks around what was found.
    for (const query of ['alert', 'script', 'onerror', 'formula', '=1+1', '"']) {
      await page.goto(`${lab.base}/search/?q=${encodeURIComponent(query)}`);
      await expect.poll(() => page.locator('#status').textContent(), { timeout: 20_000 }).not.toContain('…');
      expect((await inspect(page)).wrong, query).toEqual([]);
    }
    expect(faults).toEqual([]);
    await close();
  }, LONG);

  it.each(['/compare/', '/sheet/', '/en/compare/', '/en/sheet/'])('put vendors side by side as text: %s', async (path) => {
    const slugs = outcome.dataset.vendors.filter((v) => v.slug.startsWith('h-')).map((v) => v.slug).slice(0, 100);
    const { page, faults, close } = await opened(path);
    for (let i = 0; i < slugs.length; i += 4) {
      const four = slugs.slice(i, i + 4);
      await page.goto(`${lab.base}${path}?v=${four.join(',')}`);
      await expect.poll(() => page.locator('#chosen li').count()).toBe(four.length);
      const { wrong, text } = await inspect(page);
      expect(wrong).toEqual([]);
      for (const slug of four) for (const { text: name } of expected(slug, path.startsWith('/en') ? 'en' : 'zh').filter((one) => one.field.startsWith('name.'))) expect(text).toContain(name.replace(/\s+/g, ' ').trim());
      expect(faults).toEqual([]);
    }
    await close();
  }, LONG);
});

function rankedNames(): string[] {
  return outcome.accepted.filter((one) => one.field === 'name.zh' && one.path.startsWith('data/vendors/h-')).map((one) => one.text);
}

describe('files for programs', () => {
  const all = (): Map<string, Buffer> => filesOf(dist);

  it('are JSON that holds the very texts', () => {
    const json = [...all()].filter(([path]) => path.endsWith('.json') && !path.startsWith('pagefind/'));
    expect(json.length).toBeGreaterThan(100);
    const parsed = new Map(json.map(([path, bytes]) => [path, JSON.parse(bytes.toString('utf8')) as unknown] as const));
    for (const { number, text, field, path } of outcome.accepted.filter((one) => ['name.zh', 'evidence.1.note.en', 'replies.0.text.zh'].includes(one.field))) {
      const receipt = parsed.get(`api/v1/vendors/${path.slice('data/vendors/'.length, -'.yaml'.length)}.json`);
      expect(textsIn(receipt), `${field} of ${number}`).toContain(text);
    }
  });

  it('are XML that a strict parser reads, without a text gone astray', async () => {
    const xml = [...all()].filter(([path]) => path.endsWith('.xml'));
    expect(xml.map(([path]) => path)).toEqual(expect.arrayContaining(['feed.xml', 'en/feed.xml', 'sitemap.xml']));
    const { page, close } = await opened('/methodology/');
    for (const [path, bytes] of xml) {
      const root = await page.evaluate<string>(`(() => { const d = new DOMParser().parseFromString(${JSON.stringify(bytes.toString('utf8'))}, 'application/xml'); return d.querySelector('parsererror')?.textContent ?? d.documentElement.localName; })()`);
      expect(root, path).toMatch(/^(?:feed|urlset|sitemapindex)$/);
    }
    await close();
  });

  it('hold structured data that parses, and closes no script of the page', () => {
    let found = 0;
    for (const [path, bytes] of all()) {
      if (!path.endsWith('.html')) continue;
      for (const [, data = ''] of bytes.toString('utf8').matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>([\s\S]*?)<\/script>/g)) {
        found++;
        expect(() => JSON.parse(data), path).not.toThrow();
        expect(data, path).not.toMatch(/[<>&\u2028\u2029]/);
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  it('are tables in which no cell starts a formula, and numbers stay numbers', () => {
    const tables = [...all()].filter(([path]) => /^data\/[^/]+\.csv$/.test(path));
    expect(tables.map(([path]) => path)).toEqual(expect.arrayContaining(['data/vendors.csv', 'data/reviews.csv', 'data/scores.csv', 'data/criteria.csv', 'data/observations.csv']));
    let guarded = 0;
    let numbers = 0;
    for (const [path, bytes] of tables) {
      const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
      const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
      expect(errors, path).toEqual([]);
      const [head = [], ...rows] = data;
      expect(rows.filter((row) => row.length !== head.length), path).toEqual([]);
      for (const row of rows) {
        row.forEach((cell, i) => {
          const number = /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/.test(cell);
          if (number) numbers++;
          if (cell.startsWith("'")) guarded++;
          // A negative number is no formula: every program reads it as the number that it is.
          if (!number) for (const line of cell.split(/[\r\n\u0085\u2028\u2029]/)) expect(line, `${path} ${head[i]}`).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u);
          expect(cell, `${path} ${head[i]}`).not.toMatch(/^[\t\r\n]/);
        });
      }
    }
    expect(guarded).toBeGreaterThan(10);
    expect(numbers).toBeGreaterThan(1000);
  });
});

/** Every text in a value, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** States that a link, another tab or an old version of the site could leave behind. */
const STATES = [
  '%', '%E0%A4%A', '%00', '"><script>alert(1)</script>', 'javascript:alert(1)', '__proto__', 'constructor', '../../robots.txt', '[]', '{"__proto__":1}', 'null', '-1', '1e999', 'NaN', 'short.', 'full.....', 'short.'.padEnd(900, 'A'),
  `short.${'\u{1F600}'.repeat(20)}`, '[["h-0","<img src=x onerror=alert(1)>"]]', '[["../api",1],[null],3]', '{"kind":"hengping-judge","answers":7}', '[[["a"]]]', '\uD800',
];

describe('what a page reads from its address, its storage and files', () => {
  const pages = ['/vendors/h-0/', '/rankings/', '/search/', '/compare/', '/sheet/', '/judge/'];
  const keys = ['v', 'q', 'kind', 'name', 'place', 'service', 'sort', 'constructor', '__proto__'];

  it.each(pages)('cannot make it fail or run anything: %s', async (path) => {
    const { page, faults, close } = await opened('/methodology/');
    for (const state of STATES) {
      const written = encodeURIComponent(state.toWellFormed());
      await page.evaluate(`for (const key of ['hengping-compare', 'hengping-judge']) localStorage.setItem(key, ${JSON.stringify(state)})`);
      // In the query as it should be and as it should not, and behind the sign of a part, both ways in turn.
      const query = `?${keys.map((key) => `${key}=${written}`).join('&')}&${state.replaceAll('#', '')}`;
      const response = await page.goto(`${lab.base}${path}${query}#${STATES.indexOf(state) % 2 === 0 ? state : written}`, { waitUntil: 'load' });
      expect(response?.status()).toBe(200);
      await page.waitForTimeout(20);
      expect((await inspect(page)).wrong, state).toEqual([]);
      // The part alone may change too, without the page being read anew.
      await page.evaluate(`location.hash = ${JSON.stringify(state)}`);
      await page.waitForTimeout(5);
      // A vendor that does not exist is asked for, and said to be missing.
      expect(faults.filter((fault) => !/status of 404/.test(fault)), state).toEqual([]);
    }
    await close();
  }, LONG);

  it('is refused in words when it is a file that nobody saved here', async () => {
    const { page, faults, close } = await opened('/judge/');
    for (const text of ['', '{', '[]', 'null', '{"kind":"hengping-judge"}', '{"kind":"hengping-judge","answers":"short.<script>"}', '{"kind":"hengping-judge","answers":{"__proto__":1}}', '\u0000'.repeat(200_000)]) {
      await page.setInputFiles('#file', { name: 'answers.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await expect.poll(() => page.locator('#note').textContent()).not.toBe('');
      expect((await inspect(page)).wrong).toEqual([]);
      await page.evaluate('document.getElementById("note").textContent = ""');
    }
    expect(faults).toEqual([]);
    await close();
  });
});
