/** The search page shows names at once, by characters, pinyin and initials, before what the texts say. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';

let lab: Lab;
let name = '';
let slug = '';

beforeAll(async () => {
  lab = await openLab();
  const { page, close } = await lab.visit('/rankings/');
  const link = page.locator('#ranks tbody th a').filter({ hasNot: page.locator('[lang]') }).first();
  name = (await link.textContent()) ?? '';
  slug = /vendors\/([^/]+)\//.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
  await close();
});
afterAll(() => lab.close());

it.each(['', '/en'])('typing two characters shows the vendor first (%s)', async (prefix) => {
  const { page, faults, close } = await lab.visit(`${prefix}/search/`);
  await page.locator('#q').pressSequentially(name.slice(0, 2), { delay: 20 });
  await page.waitForSelector('#names:not([hidden]) li');
  expect(await page.locator('#names li a').first().getAttribute('href')).toBe(`${prefix}/vendors/${slug}/`);
  expect(faults).toEqual([]);
  await close();
});

it('finds by the spelling of the slug, and shows nobody twice', async () => {
  const { page, faults, close } = await lab.visit(`/search/?q=${slug}`);
  await page.waitForSelector('#names:not([hidden]) li');
  await expect.poll(() => page.locator('#status').textContent()).not.toContain('…');
  const links = await page.locator('#names a, #results .result-title a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(links[0]).toBe(`/vendors/${slug}/`);
  expect(new Set(links).size).toBe(links.length);
  expect(faults).toEqual([]);
  await close();
});

it('leaves names out where only other things are asked for', async () => {
  const { page, close } = await lab.visit(`/search/?q=${encodeURIComponent(name)}&kind=method`);
  await expect.poll(() => page.locator('#status').textContent()).not.toContain('…');
  expect(await page.locator('#names').isHidden()).toBe(true);
  await close();
});
