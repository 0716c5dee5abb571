/** Choosing in the rankings, comparing, sharing, and what is there without a script. */
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
  const found = links.map((href) => /vendors\/([^/]+)\//.exec(href)?.[1] ?? '');
  // The best and the last differ for sure somewhere.
  slugs = [found[0] ?? '', found[1] ?? '', found.at(-1) ?? ''];
  await close();
});
afterAll(() => lab.close());

it('takes those chosen in the rankings along', async () => {
  const { page, faults, close } = await lab.visit('/rankings/');
  expect(await page.locator('#tray').isHidden()).toBe(true);
  const buttons = page.locator('#ranks .tray-add');
  await buttons.nth(0).click();
  await buttons.nth(1).click();
  expect(await buttons.nth(0).getAttribute('aria-pressed')).toBe('true');
  await page.locator('#tray a').click();
  await page.waitForSelector('#compared table');
  expect(new URL(page.url()).search).toBe(`?v=${slugs[0]},${slugs[1]}`);
  expect(faults).toEqual([]);
  await close();
});

it('remembers the choice, and lets go of it', async () => {
  const { page, close } = await lab.visit(`/vendors/${slugs[2]}/`);
  await page.locator('[data-compare] button').click();
  await page.reload();
  expect(await page.locator('[data-compare] button').getAttribute('aria-pressed')).toBe('true');
  await page.locator('#tray button').click();
  expect(await page.locator('#tray').isHidden()).toBe(true);
  await close();
});

it('puts sure differences before the others', async () => {
  const { page, close } = await lab.visit(`/compare/?v=${slugs.join(',')}`);
  // The parts come one after another; this is the last.
  await page.waitForSelector('#crossing');
  expect(await page.locator('#compared h2').evaluateAll((all) => all.map((h) => h.id))).toEqual([
    'glance',
    'sure',
    'others',
    'crossing',
  ]);
  const sure = page.locator('section[aria-labelledby=sure] tbody');
  expect(await sure.count()).toBeGreaterThan(0);
  expect(await sure.first().locator('.ahead').count()).toBeGreaterThan(0);
  expect(await page.locator('section[aria-labelledby=others] .ahead').count()).toBe(0);
  await sure.first().locator('summary').click();
  // The rows are made when the details are opened, a moment after the press.
  await sure.first().locator('.crits tbody tr').first().waitFor();
  await close();
});

it('adds a vendor by keyboard alone and writes it into the address', async () => {
  const { page, faults, close } = await lab.visit(`/compare/?v=${slugs[0]}`);
  await page.waitForSelector('#chosen li');
  await page.locator('#add-name').focus();
  await page.keyboard.type(slugs[2] ?? '');
  await page.waitForSelector('#add-list [aria-selected=true]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#compared table');
  expect(new URL(page.url()).search).toBe(`?v=${slugs[0]},${slugs[2]}`);
  expect(await page.locator('#chosen li').count()).toBe(2);
  expect(await page.locator('a.tongue').getAttribute('href')).toContain(`?v=${slugs[0]},${slugs[2]}`);
  await page.locator('#chosen button').first().click();
  expect(new URL(page.url()).search).toBe(`?v=${slugs[2]}`);
  expect(faults).toEqual([]);
  await close();
});

it('says which one could not be loaded and shows the others', async () => {
  const { page, close } = await lab.visit(`/compare/?v=${slugs[0]},nobody-at-all,${slugs[1]}`);
  await page.waitForSelector('#compared table');
  expect(await page.locator('#status').textContent()).toContain('nobody-at-all');
  expect(await page.locator('#chosen li').count()).toBe(2);
  await close();
});

it('takes an address that holds anything as plain text', async () => {
  const { page, faults, close } = await lab.visit('/compare/?v=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,../../x');
  await expect.poll(() => page.locator('#status').textContent()).not.toBe('');
  expect(await page.locator('main img').count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

it.each(['', '/en'])('says without a script what it needs, and where the rankings are (%s)', async (prefix) => {
  const { page, close } = await lab.visit(`${prefix}/compare/`, { javaScriptEnabled: false });
  const link = page.locator('noscript a');
  expect(await link.getAttribute('href')).toBe(`${prefix}/rankings/`);
  expect(await page.locator('#add').isVisible()).toBe(false);
  await close();
});

it.each([
  ['', 'light'],
  ['', 'dark'],
  ['/en', 'light'],
  ['/en', 'dark'],
] as const)('has no accessibility findings and fits a small phone (%s %s)', async (prefix, colorScheme) => {
  const { page, faults, close } = await lab.visit(`${prefix}/compare/?v=${slugs.join(',')}`, { colorScheme });
  await page.waitForSelector('#compared table');
  await page.locator('#compared summary').first().click();
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
