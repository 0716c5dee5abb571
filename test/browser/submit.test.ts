/** A vendor's whole journey: from an empty form to a file that the check accepts and whose score on the site is the form's. */
import { AxeBuilder } from '@axe-core/playwright';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../src/build/site.ts';
import { dataReport } from '../../src/command/data-report.ts';
import type { VendorsFile } from '../../src/schema/api.ts';
import { checkCharacter } from '../../src/validate/credit-code.ts';
import type { Lab } from './harness.ts';
import { sampleFolder } from '../workspaces/sample-folder.ts';
import { openLab } from './harness.ts';

const project = resolve(import.meta.dirname, '../..');
let lab: Lab;
const folders: string[] = [];
beforeAll(async () => {
  lab = await openLab();
});
afterAll(async () => {
  await lab.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the project with a workspace of its own: two builds must not work in one folder at once. */
function projectCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hengping-submit-'));
  folders.push(folder);
  for (const part of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  for (const part of ['content', 'data']) cpSync(join(sampleFolder(), part), join(folder, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Patience of assertions that wait: machines that run tests may be busy with others. */
const SOON = { timeout: 60_000 };

/** Waits until the form has looked at the last change. */
async function looked(page: Page): Promise<void> {
  await page.locator('#submit-result[aria-busy="false"]').waitFor();
}

interface Shown {
  score: string | null;
  low: string | null;
  high: string | null;
}

/** The score that the form shows, once it has looked at the last change. */
async function shown(page: Page): Promise<Shown> {
  await looked(page);
  const score = page.locator('#submit-result [data-score]');
  const ends = page.locator('#submit-result [data-low]');
  return {
    score: await score.getAttribute('data-score'),
    low: await ends.getAttribute('data-low'),
    high: await ends.getAttribute('data-high'),
  };
}

async function begin(page: Page): Promise<void> {
  await page.locator('#submit-new').click();
  await page.locator('#s-finish').waitFor();
}

async function openAll(page: Page): Promise<void> {
  await page.evaluate('document.querySelectorAll("details.to-answer").forEach((d) => { d.open = true; })');
  await page.waitForFunction(
    '[...document.querySelectorAll("details.to-answer")].every((d) => d.querySelector(".criterion"))',
  );
}

const axe = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`);

describe('from an empty form to a published score', () => {
  it('takes a new vendor all the way', async () => {
    const { page, faults, close } = await lab.visit('/submit/', { acceptDownloads: true });
    await begin(page);
    await page.locator('#c-name-zh').fill('浦江试验账房');
    await page.locator('#c-name-en').fill('Pujiang Trial Books');
    await expect.poll(() => page.locator('#c-slug').inputValue(), SOON).toBe('pu-jiang-shi-yan-zhang-fang');

    // A slip in the code is told at once, with the character that would be right.
    const first = '91990000MA1TEST00'.replace(/[IOSVZ]/g, '5');
    const right = checkCharacter(first) ?? '';
    await page.locator('#c-creditCode').fill(first + (right === 'A' ? 'B' : 'A'));
    await expect.poll(() => page.locator('#c-creditCode-fault').textContent(), SOON).toContain(right);
    await page.locator('#c-creditCode').fill(first + right);
    await expect.poll(() => page.locator('#c-creditCode-fault').textContent(), SOON).toBe('');
    expect(await page.locator('.code-state').textContent()).toContain('✓');

    // Personal data blocks every way out until it is gone.
    await page.locator('#c-about-zh').fill('有事打 13812345678。');
    await expect.poll(() => page.locator('#c-about-zh-fault').textContent(), SOON).toContain('手机号');
    await looked(page);
    expect(await page.locator('.hand-in button, .hand-in a').count()).toBe(0);
    await page.locator('#c-about-zh').fill('虚构的机构，只用于试验。');
    await expect.poll(() => page.locator('.hand-in a').count(), SOON).toBe(1);

    await page.locator('#s-offices button.quiet').click();
    await page.locator('#c-offices-0-region').selectOption('shanghai');
    expect(await page.locator('#c-offices-0-city').inputValue()).toBe('shanghai');
    await page.locator('#s-directory input').first().check();
    await page.locator('#s-prices button.quiet').click();
    await page.locator('#c-prices-0-amount').fill('280');
    await page.locator('#c-interests-zh').fill('无');

    await openAll(page);
    await page.evaluate(
      'document.querySelectorAll(".facet .picks").forEach((g, i) => g.querySelectorAll("input")[i % 3].click())',
    );
    const claimed = await shown(page);
    // One document, attached to an answer by the dialog and to others from the list: the score can only rise.
    await page.locator('.evidence-of > .acts > button').first().click();
    await page.locator('#d-url').fill('https://pujiang.example/service');
    await page.locator('#d-note-zh').fill('近三个月的服务统计。');
    await page.locator('dialog .acts button').first().click();
    await page.evaluate('[...document.querySelectorAll(".offer button")].slice(0, 60).forEach((b) => b.click())');
    const documented = await shown(page);
    expect(Number(documented.score)).toBeGreaterThan(Number(claimed.score));
    expect(await page.locator('.form-advice li').count()).toBe(3);
    const place = await page.locator('.form-place').textContent();

    // It is all there after the page has been left.
    await page.reload();
    await page.locator('#s-finish').waitFor();
    expect(await shown(page)).toEqual(documented);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.hand-in').getByText('下载文件').click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe('pu-jiang-shi-yan-zhang-fang.yaml');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schemas/vendor.schema.json');
    expect(await page.locator('.hand-in a').getAttribute('href')).toBe(
      'https://github.com/hengping-example/hengping/new/main?filename=data%2Fvendors%2Fpu-jiang-shi-yan-zhang-fang.yaml',
    );
    expect(faults).toEqual([]);
    await close();

    const copy = projectCopy();
    writeFileSync(join(copy, 'data/vendors/pu-jiang-shi-yan-zhang-fang.yaml'), text);
    const report = await dataReport(copy, 'en', false);
    expect(report.output).toMatch(/^pass {2}data: 0 errors, 0 warnings/m);
    await buildSite({ project: copy, workspace: copy, out: join(copy, 'dist'), verbose: false });
    const built = readFileSync(join(copy, 'dist/vendors/pu-jiang-shi-yan-zhang-fang/index.html'), 'utf8');
    expect(built).toContain(
      `data-score="${documented.score}" data-low="${documented.low}" data-high="${documented.high}"`,
    );
    const rank = (JSON.parse(readFileSync(join(copy, 'dist/api/v1/vendors.json'), 'utf8')) as VendorsFile).find(
      (v) => v.slug === 'pu-jiang-shi-yan-zhang-fang',
    )?.rank;
    expect(rank).toBeDefined();
    const range = rank?.low === rank?.high ? `${rank?.low}` : `${rank?.low} 至 ${rank?.high}`;
    expect(place).toContain(`排第 ${range}`);
  });

  it('puts a short file into the link itself', async () => {
    const { page, close } = await lab.visit('/en/submit/');
    await begin(page);
    await page.locator('#c-name-en').fill('Short Books');
    await expect.poll(() => page.locator('#c-slug').inputValue(), SOON).toBe('short-books');
    await expect.poll(() => page.locator('.hand-in a').count(), SOON).toBe(1);
    const link = new URL((await page.locator('.hand-in a').getAttribute('href')) ?? '');
    expect(link.searchParams.get('filename') ?? '').toBe('data/vendors/short-books.yaml');
    const value = link.searchParams.get('value') ?? '';
    expect(value).toContain('en: Short Books');
    expect(await page.locator('.file-text pre').textContent()).toContain('en: Short Books');
    await close();
  });
});

describe('an update', () => {
  it('loads what is published, shows the published score, keeps what the form does not show', async () => {
    const { page: list, close: closeList } = await lab.visit('/rankings/');
    const slug =
      /vendors\/([^/]+)\//.exec((await list.locator('#ranks tbody th a').first().getAttribute('href')) ?? '')?.[1] ??
      '';
    const [entry] = ((await (await list.request.get(`${lab.base}/api/v1/vendors.json`)).json()) as VendorsFile).filter(
      (v) => v.slug === slug,
    );
    await closeList();
    const { page, faults, close } = await lab.visit(`/submit/?vendor=${slug}`);
    await page.locator('#s-finish').waitFor();
    expect((await shown(page)).score).toBe(String(Math.round(entry?.overall?.score ?? -1)));
    expect(await page.locator('.form-problems .error').count()).toBe(0);
    const file = await (await page.request.get(`${lab.base}/data/vendors/${slug}.yaml`)).text();
    const text = (await page.locator('.file-text pre').textContent()) ?? '';
    for (const key of ['since', 'replies', 'note'].filter((word) => new RegExp(`^ *${word}:`, 'm').test(file)))
      expect(text).toMatch(new RegExp(`^ *${key}:`, 'm'));
    expect(await page.locator('.hand-in a').getAttribute('href')).toBe(
      `https://github.com/hengping-example/hengping/edit/main/data/vendors/${slug}.yaml`,
    );
    expect(faults).toEqual([]);
    await close();
  });

  it('is found by name, and a file of this device can be opened instead', async () => {
    const { page, close } = await lab.visit('/submit/');
    await page
      .locator('#submit-file')
      .setInputFiles({ name: 'odd.yaml', mimeType: 'text/yaml', buffer: Buffer.from('- not: a vendor\n- at all\n') });
    await expect.poll(() => page.locator('#submit-status').textContent(), SOON).toContain('不是资料文件');
    await page.locator('#submit-file').setInputFiles({
      name: 'own-books.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from('name: { zh: 自家账房 }\nstatus: listed\nstaff: many\n'),
    });
    await page.locator('#s-finish').waitFor();
    expect(await page.locator('#c-name-zh').inputValue()).toBe('自家账房');
    expect(await page.locator('#c-slug').inputValue()).toBe('own-books');
    // A link from the summary leads to the field.
    await page.locator('.form-problems .error button').first().click();
    expect(await page.evaluate('document.activeElement.id')).toBe('c-staff');
    await close();
  });
});

it('is worked by keyboard, dialog included', async () => {
  const { page, close } = await lab.visit('/submit/');
  await page.locator('#submit-new').focus();
  await page.keyboard.press('Enter');
  await page.locator('#s-finish').waitFor();
  await page.locator('details.to-answer summary').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.facet input').first().focus();
  await page.keyboard.press('Space');
  expect(await page.locator('.facet input').first().isChecked()).toBe(true);
  const add = page.locator('.evidence-of > .acts > button').first();
  await add.focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(await add.evaluate('document.activeElement === document.querySelector(".evidence-of > .acts > button")')).toBe(
    true,
  );
  expect(await page.locator('.piece').count()).toBe(0);
  await close();
});

it.each(['', '/en'])('explains the other way without a script (%s)', async (prefix) => {
  const { page, close } = await lab.visit(`${prefix}/submit/`, { javaScriptEnabled: false });
  expect(await page.locator('.no-script').textContent()).toContain('npm run new:vendor');
  expect(await page.locator('a[href="/schemas/vendor.schema.json"]').isVisible()).toBe(true);
  expect(await page.locator('.submit-start').isVisible()).toBe(false);
  await close();
});

it.each([
  ['', 'light', 1280],
  ['', 'dark', 375],
  ['/en', 'light', 375],
  ['/en', 'dark', 1280],
] as const)('has no accessibility findings and does not overflow (%s %s %i)', async (prefix, colorScheme, width) => {
  const { page, faults, close } = await lab.visit(`${prefix}/submit/`, {
    colorScheme,
    viewport: { width, height: 800 },
  });
  expect(await axe(page)).toEqual([]);
  await begin(page);
  await page.locator('#c-creditCode').fill('91990000522004359X');
  await page.locator('#s-offices button.quiet').click();
  await page.locator('#s-prices button.quiet').click();
  await page.locator('details.to-answer summary').first().click();
  await page.locator('.facet .picks').first().locator('input').nth(3).check();
  await looked(page);
  expect(await axe(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  await page.locator('#s-evidence button.quiet').click();
  expect(await axe(page)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
