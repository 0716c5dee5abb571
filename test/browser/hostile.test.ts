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
import { freeze } from '../../src/release/freeze.ts';
import { ONE_LANGUAGE, VENDOR_FIELDS, vendorFile, yamlText } from '../hostile/fields.ts';
import { COLLECTIONS, OWN_STRINGS, hostileStrings } from '../hostile/strings.ts';
import { type Accepted, LONG_LISTS, type Outcome, Trial } from '../hostile/trial.ts';
import { filesOf, newFolder, projectCopy, writeFiles } from '../hostile/written.ts';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';
import { lostIn, shownText, troubles, watched } from './watch.ts';

const STEP = Number(process.env['HENGPING_HOSTILE_STEP'] ?? 200);
const LONG = 3_600_000;

const folder = newFolder('hostile');
const dist = join(folder, 'dist');
const texts = hostileStrings().filter((_, i) => i < OWN_STRINGS.length || i % STEP === 0);
let outcome: Outcome;
let lab: Lab;
/** Paths of all pages. */
let sitePages: ReadonlySet<string>;
/** Accepted texts by the slug of the vendor on whose pages they stand. */
const shownBy = new Map<string, Accepted[]>();

beforeAll(async () => {
  outcome = new Trial(texts).run();
  for (const one of outcome.accepted) {
    const slug = one.path.startsWith('data/vendors/')
      ? one.path.slice('data/vendors/'.length, -'.yaml'.length)
      : `h-${one.number}`;
    shownBy.set(slug, [...(shownBy.get(slug) ?? []), one]);
  }
  const workspace = join(folder, 'workspace');
  // Two frozen releases: in the first, every other vendor was not ranked yet, so that the second tells of moves.
  writeFiles(workspace, outcome.files);
  writeFiles(workspace, notYetRanked(outcome.files));
  await freeze(workspace, '2026-06');
  writeFiles(workspace, outcome.files);
  await freeze(workspace, '2026-07');
  await buildSite({ project: projectCopy(join(folder, 'project')), workspace, out: dist, verbose: false });
  sitePages = new Set(
    [...filesOf(dist).keys()]
      .filter((path) => path.endsWith('.html'))
      .map((path) => `/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`),
  );
  lab = await openLab(dist);
  const rules = [...outcome.rules].sort((a, b) => b[1] - a[1]).map(([rule, count]) => `${rule} ${count}`);
  const left =
    COLLECTIONS === undefined
      ? '; the public collections were left out: HENGPING_HOSTILE names no folder'
      : STEP > 1
        ? `; of the public collections every ${STEP}th`
        : '';
  console.log(
    `${texts.length} hostile texts${left}: ${outcome.tried} tried in fields, ${outcome.refused} refused, ${outcome.accepted.length} shown.\nRefused by ${rules.join(', ')}.`,
  );
}, LONG);
afterAll(async () => {
  await lab?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The vendor files of even numbers with all of their own left out that only the ranked have. */
function notYetRanked(files: ReadonlyMap<string, string>): Map<string, string> {
  const texts = [...files].filter(([path]) => /^data\/vendors\/h-\d*[02468]\.yaml$/.test(path));
  return new Map(texts.map(([path, text]) => [path, text.replace(/^( ?"?status"?: "?)participating/m, '$1listed')]));
}

/** Fields that a vendor's page shows as they are, in both languages or in one. */
const SHOWN =
  /^(?:name|about|interests|aliases|legalName|contacts\.chat|offices\.0\.address|licence\.(?:number|issuer)|prices\.0\.note|evidence\.1\.note|answers\.demo\.(?:channels|training)\.note|replies\.\d\.text|withdrawn\.reason|claim|outcome|text|moderation_reason)(?:\.(zh|en))?(?:\.0)?$/;

/** Those that stand beside reviews. */
const REVIEW_TEXTS = /^(?:text|moderation_reason|replies\.2\.text)/;

/** Accepted texts that must stand on the page of a vendor in this language, as a reader sees them. */
function expected(slug: string, language: 'zh' | 'en'): Accepted[] {
  return (shownBy.get(slug) ?? []).filter(({ field }) => {
    if (field === ONE_LANGUAGE) return true;
    const match = SHOWN.exec(field);
    return match !== null && (match[1] === undefined || match[1] === language);
  });
}

describe('the pages of a vendor, full of hostile texts', () => {
  it.concurrent.each([
    ['zh', ''],
    ['en', '/en'],
  ] as const)(
    'run nothing, ask nobody else, and show every text as text (%s)',
    async (language, prefix) => {
      const visit = await watched(lab, '/methodology/');
      const { page } = visit;
      const lost: string[] = [];
      const seen = new Map<string, number>();
      const look = async (path: string, wanted: readonly Accepted[]): Promise<void> => {
        await page.goto(lab.base + path, { waitUntil: 'load' });
        expect(await troubles(visit), path).toEqual([]);
        expect(page.url()).toBe(lab.base + path);
        const shown = await shownText(page);
        for (const { field, text } of wanted) {
          const name = field.replace(/\.(?:zh|en|0)$/, '');
          seen.set(name, (seen.get(name) ?? 0) + 1);
          if (lostIn(shown, [text]).length > 0) lost.push(`${path} ${field} ${JSON.stringify(text)}`);
        }
      };
      let lists = 0;
      for (const slug of outcome.dataset.vendors.map((v) => v.slug)) {
        // What is behind the first reviews is on a page of its own, which is another page for a vendor with many.
        const all = expected(slug, language);
        const behind = all.filter(({ field }) => REVIEW_TEXTS.test(field));
        const apart = sitePages.has(`${prefix}/vendors/${slug}/reviews/`);
        await look(`${prefix}/vendors/${slug}/`, apart ? all.filter((one) => !behind.includes(one)) : all);
        if (apart) await look(`${prefix}/vendors/${slug}/reviews/`, behind);
        if (apart) lists++;
      }
      expect(lost).toEqual([]);
      expect(lists).toBe(LONG_LISTS);
      // Every kind of text was looked for, and of each as many as were accepted in this language.
      expect([...seen.keys()].sort()).toEqual([
        'about',
        'aliases',
        'answers.demo.channels.note',
        'answers.demo.training.note',
        'claim',
        'contacts.chat',
        'evidence.1.note',
        'interests',
        'legalName',
        'licence.issuer',
        'licence.number',
        'moderation_reason',
        'name',
        'offices.0.address',
        'outcome',
        'prices.0.note',
        'replies.0.text',
        'replies.1.text',
        'replies.2.text',
        'text',
        'withdrawn.reason',
      ]);
      for (const [name, count] of seen) expect(count, name).toBeGreaterThan(OWN_STRINGS.length / 3);
      await visit.close();
    },
    LONG,
  );
});

describe('all other pages', () => {
  const texts = (language: string, pattern: RegExp): string[] =>
    outcome.accepted
      .filter(({ field }) => pattern.test(field) && field.endsWith(`.${language}`))
      .map((one) => one.text);
  /** Texts that a page gathers from many files, by the page's path in Chinese. */
  const gathered: Readonly<Record<string, (language: 'zh' | 'en') => string[]>> = {
    '/rankings/': (language) => namesOf(language),
    '/cases/': (language) => texts(language, /^(?:claim|outcome)\./),
    '/releases/2026-07/': (language) => namesOf(language),
    '/methodology/freshness/': () => [],
    '/methodology/integrity/': () => [],
    '/submit/': () => [],
  };

  it.concurrent.each([
    ['zh', ''],
    ['en', '/en'],
  ] as const)(
    'run nothing, ask nobody else, and lose no text that they gather (%s)',
    async (language, prefix) => {
      const visit = await watched(lab, '/methodology/');
      const { page } = visit;
      const others = [...sitePages].filter(
        (path) => path.startsWith('/en/') === (prefix === '/en') && !path.includes('/vendors/'),
      );
      for (const path of Object.keys(gathered)) expect(others).toContain(prefix + path);
      expect(others.length).toBeGreaterThan(25);
      for (const path of others) {
        await page.goto(lab.base + path, { waitUntil: 'load' });
        expect(await troubles(visit), path).toEqual([]);
        expect(page.url()).toBe(lab.base + path);
        const wanted = gathered[path.slice(prefix.length)]?.(language) ?? [];
        expect(lostIn(await shownText(page), wanted), path).toEqual([]);
      }
      await page.goto(`${lab.base}${prefix}/releases/2026-07/`);
      expect(await page.locator('.moves li').count()).toBeGreaterThan(20);
      for (const path of ['/rankings/', '/cases/', '/releases/2026-07/'])
        expect(gathered[path]?.(language).length, path).toBeGreaterThan(50);
      await visit.close();
    },
    LONG,
  );

  it(
    'find by name what was written, and open no markup while doing so',
    async () => {
      const visit = await watched(lab, '/search/');
      const { page, close } = visit;
      for (const name of namesOf('zh').slice(0, OWN_STRINGS.length)) {
        // Signs and short words alone are nothing to search for.
        if (!/[\p{L}\p{N}]{4}/u.test(name)) continue;
        await page.fill('#q', '');
        await page.fill('#q', name);
        await expect.poll(() => page.locator('#names a').allTextContents(), { message: name }).toContain(name);
        expect(await troubles(visit), name).toEqual([]);
      }
      // The whole text of the site too, whose excerpts come with marks around what was found.
      for (const query of ['alert', 'script', 'onerror', 'formula', '=1+1', '"']) {
        await page.goto(`${lab.base}/search/?q=${encodeURIComponent(query)}`);
        await expect.poll(() => page.locator('#status').textContent(), { timeout: 20_000 }).not.toContain('…');
        expect(await troubles(visit), query).toEqual([]);
      }
      await close();
    },
    LONG,
  );

  it.each(['/compare/', '/sheet/', '/en/compare/', '/en/sheet/'])(
    'put vendors side by side as text: %s',
    async (path) => {
      const slugs = outcome.dataset.vendors
        .filter((v) => v.slug.startsWith('h-'))
        .map((v) => v.slug)
        .slice(0, 100);
      const visit = await watched(lab, path);
      const { page, close } = visit;
      expect(slugs.length).toBeGreaterThan(50);
      for (let i = 0; i < slugs.length; i += 4) {
        const four = slugs.slice(i, i + 4);
        await page.goto(`${lab.base}${path}?v=${four.join(',')}`);
        await expect.poll(() => page.locator('#chosen li').count()).toBe(four.length);
        expect(await troubles(visit), four.join()).toEqual([]);
        const names = four
          .flatMap((slug) => expected(slug, path.startsWith('/en') ? 'en' : 'zh'))
          .filter((one) => one.field.startsWith('name.'));
        expect(
          lostIn(
            await shownText(page),
            names.map((one) => one.text),
          ),
        ).toEqual([]);
      }
      await close();
    },
    LONG,
  );
});

/** Names that were accepted of vendors that take part. */
function namesOf(language: 'zh' | 'en'): string[] {
  return outcome.accepted
    .filter((one) => one.field === `name.${language}` && one.path.startsWith('data/vendors/h-'))
    .map((one) => one.text);
}

describe('files for programs', () => {
  const all = (): Map<string, Buffer> => filesOf(dist);

  it('are JSON that holds the very texts', () => {
    const json = [...all()].filter(([path]) => path.endsWith('.json') && !path.startsWith('pagefind/'));
    expect(json.length).toBeGreaterThan(100);
    const parsed = new Map(json.map(([path, bytes]) => [path, JSON.parse(bytes.toString('utf8')) as unknown] as const));
    for (const { number, text, field, path } of outcome.accepted.filter((one) =>
      ['name.zh', 'evidence.1.note.en', 'replies.0.text.zh'].includes(one.field),
    )) {
      const receipt = parsed.get(`api/v1/vendors/${path.slice('data/vendors/'.length, -'.yaml'.length)}.json`);
      expect(textsIn(receipt), `${field} of ${number}`).toContain(text);
    }
  });

  it('are XML that a strict parser reads, without a text gone astray', async () => {
    const xml = [...all()].filter(([path]) => path.endsWith('.xml'));
    expect(xml.map(([path]) => path)).toEqual(expect.arrayContaining(['feed.xml', 'en/feed.xml', 'sitemap.xml']));
    const { page, close } = await watched(lab, '/methodology/');
    for (const [path, bytes] of xml) {
      const root = await page.evaluate<string>(
        `(() => { const d = new DOMParser().parseFromString(${JSON.stringify(bytes.toString('utf8'))}, 'application/xml'); return d.querySelector('parsererror')?.textContent ?? d.documentElement.localName; })()`,
      );
      expect(root, path).toMatch(/^(?:feed|urlset|sitemapindex)$/);
    }
    await close();
  });

  it('hold structured data that parses, and closes no script of the page', () => {
    let found = 0;
    for (const [path, bytes] of all()) {
      if (!path.endsWith('.html')) continue;
      for (const [, data = ''] of bytes
        .toString('utf8')
        .matchAll(/<script type="application\/(?:ld\+)?json"[^>]*>([\s\S]*?)<\/script>/g)) {
        found++;
        expect(() => JSON.parse(data), path).not.toThrow();
        expect(data, path).not.toMatch(/[<>&\u2028\u2029]/);
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  it('are tables in which no cell starts a formula, and numbers stay numbers', () => {
    const tables = [...all()].filter(([path]) => /^data\/[^/]+\.csv$/.test(path));
    expect(tables.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        'data/vendors.csv',
        'data/reviews.csv',
        'data/scores.csv',
        'data/criteria.csv',
        'data/observations.csv',
      ]),
    );
    let guarded = 0;
    let numbers = 0;
    for (const [path, bytes] of tables) {
      const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
      const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
      expect(errors, path).toEqual([]);
      const [head = [], ...rows] = data;
      expect(
        rows.filter((row) => row.length !== head.length),
        path,
      ).toEqual([]);
      for (const row of rows) {
        row.forEach((cell, i) => {
          const number = /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/.test(cell);
          if (number) numbers++;
          if (cell.startsWith("'")) guarded++;
          // A negative number is no formula: every program reads it as the number that it is.
          if (!number)
            for (const line of cell.split(/[\r\n\u0085\u2028\u2029]/))
              expect(line, `${path} ${head[i]}`).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u);
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
  '%',
  '%E0%A4%A',
  '%00',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  '../../robots.txt',
  '[]',
  '{"__proto__":1}',
  'null',
  '-1',
  '1e999',
  'NaN',
  'short.',
  'full.....',
  'short.'.padEnd(900, 'A'),
  `short.${'\u{1F600}'.repeat(20)}`,
  '[["h-0","<img src=x onerror=alert(1)>"]]',
  '[["../api",1],[null],3]',
  '{"kind":"hengping-judge","answers":7}',
  '[[["a"]]]',
  '\uD800',
];

describe('what a page reads from its address, its storage and files', () => {
  const pages = ['/vendors/h-0/', '/rankings/', '/search/', '/compare/', '/sheet/', '/judge/'];
  const keys = ['v', 'q', 'kind', 'name', 'place', 'service', 'sort', 'constructor', '__proto__'];

  it.each(pages)(
    'cannot make it fail or run anything: %s',
    async (path) => {
      const visit = await watched(lab, '/methodology/');
      const { page, close } = visit;
      for (const state of STATES) {
        const written = encodeURIComponent(state.toWellFormed());
        await page.evaluate(
          `for (const key of ['hengping-compare', 'hengping-judge']) localStorage.setItem(key, ${JSON.stringify(state)})`,
        );
        // In the query as it should be and as it should not, and behind the sign of a part, both ways in turn.
        const query = `?${keys.map((key) => `${key}=${written}`).join('&')}&${state.replaceAll('#', '')}`;
        const response = await page.goto(
          `${lab.base}${path}${query}#${STATES.indexOf(state) % 2 === 0 ? state : written}`,
          { waitUntil: 'load' },
        );
        expect(response?.status()).toBe(200);
        // A vendor that does not exist is asked for, and said to be missing.
        const others = async (): Promise<string[]> =>
          (await troubles(visit)).filter((trouble) => !/status of 404/.test(trouble));
        expect(await others(), state).toEqual([]);
        // The part alone may change too, without the page being read anew.
        await page.evaluate(`location.hash = ${JSON.stringify(state)}`);
        expect(await others(), state).toEqual([]);
      }
      await close();
    },
    LONG,
  );

  it('is refused in words when it is a file that nobody saved here', async () => {
    const visit = await watched(lab, '/judge/');
    const { page, close } = visit;
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"kind":"hengping-judge"}',
      '{"kind":"hengping-judge","answers":"short.<script>"}',
      '{"kind":"hengping-judge","answers":{"__proto__":1}}',
      '\u0000'.repeat(200_000),
    ]) {
      await page.setInputFiles('#file', {
        name: 'answers.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
      await expect.poll(() => page.locator('#note').textContent()).not.toBe('');
      expect(await troubles(visit)).toEqual([]);
      await page.evaluate('document.getElementById("note").textContent = ""');
    }
    await close();
  });
});

describe('the form for vendors', () => {
  /** Opens a file in an empty form. */
  const openFile = async (page: Page, text: string): Promise<void> => {
    // The page of the form keeps its draft until it is left.
    await page.goto(`${lab.base}/404.html`);
    await page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await page.goto(`${lab.base}/submit/`, { waitUntil: 'load' });
    await page.setInputFiles('#submit-file', { name: 'h-new.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) });
  };

  it(
    'puts the texts of a file into its fields as they are',
    async () => {
      const visit = await watched(lab, '/methodology/');
      const { page, close } = visit;
      const fields = ['name.zh', 'name.en', 'about.zh', 'about.en', 'interests.zh', 'interests.en', 'legalName'];
      const accepted = fields.map((name) =>
        outcome.accepted
          .filter(
            ({ field, path, number }) =>
              field === name && path.startsWith('data/vendors/h-') && number < OWN_STRINGS.length,
          )
          .map((one) => one.text),
      );
      const looked = new Set<string>();
      // Each file carries the next few texts, one in each field.
      for (let round = 0; round * fields.length < OWN_STRINGS.length; round++) {
        const file = { ...vendorFile(round), replies: [] };
        const texts = accepted.flatMap((list, i) =>
          list
            .slice(round * fields.length + i, round * fields.length + i + 1)
            .map((text) => [fields[i] ?? '', text] as const),
        );
        for (const [name, text] of texts) VENDOR_FIELDS.find((field) => field.name === name)?.put(file, text);
        await openFile(page, yamlText(file, round));
        await page.locator('#submit-result[aria-busy="false"]').waitFor({ timeout: 60_000 });
        expect(await troubles(visit), texts.join()).toEqual([]);
        const values = await page.evaluate<string[]>(
          '[...document.querySelectorAll("#submit-form input, #submit-form textarea")].map((field) => field.value)',
        );
        expect(texts.filter(([, text]) => !values.includes(text))).toEqual([]);
        for (const [, text] of texts) looked.add(text);
      }
      expect(looked.size).toBeGreaterThan(OWN_STRINGS.length / 2);
      await close();
    },
    LONG,
  );

  it(
    'says what is wrong with a file in words, whatever the file holds',
    async () => {
      const visit = await watched(lab, '/methodology/');
      const { page, close } = visit;
      for (let round = 0; round < 6; round++) {
        const file = vendorFile(round);
        VENDOR_FIELDS.forEach((field, i) => field.put(file, OWN_STRINGS[(round * 15 + i) % OWN_STRINGS.length] ?? ''));
        await openFile(page, yamlText(file, round));
        await page.locator('.form-problems .error').first().waitFor({ timeout: 60_000 });
        expect(await troubles(visit), String(round)).toEqual([]);
      }
      await close();
    },
    LONG,
  );
});
