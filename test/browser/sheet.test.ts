/** The decision sheet: one page of paper for one to four vendors; clauses without a script. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';

let lab: Lab;
let slugs: string[] = [];

beforeAll(async () => {
  lab = await openLab();
  const { page, close } = await lab.visit('/rankings/');
  const links = await page
    .locator('#ranks tbody th a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  slugs = links.map((href) => /vendors\/([^/]+)\//.exec(href)?.[1] ?? '');
  await close();
});
afterAll(() => lab.close());

const FOUR = (): string => [slugs[0], slugs[3], slugs[8], slugs.at(-1)].join(',');

it('says of each what was not shown and what to ask, and offers clauses', async () => {
  const { page, faults, close } = await lab.visit(`/sheet/?v=${slugs[0]},${slugs.at(-1)}`);
  await page.waitForSelector('.sheet-vendor');
  expect(await page.locator('.sheet-vendor').count()).toBe(2);
  expect(await page.locator('.sheet-asks li').count()).toBeGreaterThan(2);
  expect(await page.locator('[data-clause]:visible').count()).toBeGreaterThan(3);
  expect(faults).toEqual([]);
  await close();
});

it('tells reply times, and leaves each vendor room for its own quote', async () => {
  const { page, close } = await lab.visit(`/sheet/?v=${slugs.slice(0, 3).join(',')}`);
  await page.waitForSelector('.sheet-vendor');
  expect(await page.locator('.versus tr', { hasText: '首次答复' }).innerText()).toMatch(/\d+ (分钟|小时)（\d+ 次）/);
  expect(await page.locator('.sheet-notes tbody tr').first().locator('td').count()).toBe(3);
  await close();
});

it('keeps the clauses that a contract must have whatever is lacking, and says which are not listed', async () => {
  const { page, close } = await lab.visit(`/sheet/?v=${FOUR()}`);
  await page.waitForSelector('.sheet-vendor');
  for (const id of [
    'reply-times',
    'late-filing',
    'monthly-report',
    'fees',
    'records',
    'confidentiality',
    'named-people',
  ]) {
    expect(await page.locator(`[data-clause=${id}]`).isVisible(), id).toBe(true);
  }
  const hidden = await page.locator('[data-clause][hidden]').count();
  expect(hidden).toBeGreaterThan(0);
  expect(await page.locator('#clauses-more').innerText()).toContain(`还有 ${hidden} 条`);
  await page.click('#clauses-more button');
  expect(await page.locator('[data-clause][hidden]').count()).toBe(0);
  await close();
});

it.each(['', '/en'].flatMap((prefix) => [1, 2, 3, 4].map((count) => [prefix, count] as const)))(
  'fills one page of A4 and no more (%s, %i vendors)',
  async (prefix, count) => {
    const { page, close } = await lab.visit(`${prefix}/sheet/?v=${FOUR().split(',').slice(0, count).join(',')}`, {
      viewport: { width: 703, height: 1047 },
    });
    await page.waitForSelector('.sheet-vendor');
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    // 186 mm by 277 mm within the margins are 703 by 1047 pixels.
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('document.body.scrollHeight')).toBeGreaterThan(1047 * 0.75);
    expect(
      await page.evaluate(
        'Math.min(...[...document.querySelectorAll(".sheet li, .sheet td")].map((e) => parseFloat(getComputedStyle(e).fontSize)))',
      ),
    ).toBeGreaterThanOrEqual(prefix === '' ? 10.3 : 9.6);
    await close();
  },
);

it.each(['', '/en'])('holds all clauses without a script (%s)', async (prefix) => {
  const { page, close } = await lab.visit(`${prefix}/sheet/`, { javaScriptEnabled: false });
  expect(await page.locator('[data-clause]').last().isVisible()).toBe(true);
  expect(await page.locator('noscript a').getAttribute('href')).toBe(`${prefix}/rankings/`);
  await close();
});

it.each([
  ['', 'light'],
  ['/en', 'dark'],
] as const)('has no accessibility findings and fits a small phone (%s %s)', async (prefix, colorScheme) => {
  const { page, faults, close } = await lab.visit(`${prefix}/sheet/?v=${FOUR()}`, { colorScheme });
  await page.waitForSelector('.sheet-vendor');
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(faults).toEqual([]);
  await close();
});
