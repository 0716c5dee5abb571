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

it.each([
  ['', '看杭州的排名', '总分'],
  ['/en', 'See the ranking for Hangzhou', 'points'],
])('a place leads to its ranking, then to its vendors with score and price, the ranked first (%s)', async (prefix, way, score) => {
  const { page, faults, close } = await lab.visit(`${prefix}/search/?q=${encodeURIComponent('杭州')}`);
  const first = page.locator('main a:visible', { hasText: way });
  await first.waitFor();
  expect(await first.getAttribute('href')).toBe(`${prefix}/rankings/zhejiang/hangzhou/`);
  await page.locator('#names .result-facts').first().waitFor();
  const facts = await page.locator('#names .result-facts').allInnerTexts();
  const ranked = facts.map((fact) => fact.includes(score));
  expect(ranked).toEqual(ranked.toSorted((a, b) => Number(b) - Number(a)));
  expect(ranked[0]).toBe(true);
  expect(facts[0]).toMatch(/\d+.*\d+–\d+.*¥/);
  // What stands above is not counted again below.
  await expect.poll(() => page.locator('#status').textContent()).toBe('');
  expect(faults).toEqual([]);
  await close();
});

it('asks for scores and prices only where a place or a service is searched', async () => {
  const { page, close } = await lab.visit('/search/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.fill('#q', name);
  await page.waitForSelector('#names:not([hidden]) li');
  await expect.poll(() => page.locator('#status').textContent()).not.toContain('…');
  expect(asked).toContain('/search/names.json');
  expect(asked).not.toContain('/search/figures.json');
  await close();
});

it.each(['发票 丢了', '怎么换代账公司', '价格透明', '杭州 回复快', '发票丢了怎么办'])('finds something in the texts for “%s”, marks no particle, and begins excerpts with a word', async (query) => {
  const { page, faults, close } = await lab.visit(`/search/?q=${encodeURIComponent(query)}`);
  await page.locator('#results li').first().waitFor();
  const marked = await page.locator('#results mark').allInnerTexts();
  expect(marked.length).toBeGreaterThan(0);
  expect(marked.filter((text) => /了|怎么/.test(text))).toEqual([]);
  const excerpts = await page.locator('#results .excerpt').allInnerTexts();
  expect(excerpts.filter((text) => /^[\s、，。.；：]/.test(text))).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

it('says so when no page has all of the words', async () => {
  const { page, close } = await lab.visit(`/search/?q=${encodeURIComponent('价格透明')}`);
  await page.locator('#results li').first().waitFor();
  expect(await page.locator('#status').textContent()).toContain('没有一页同时有全部的词');
  await page.fill('#q', '发票 丢了');
  await expect.poll(() => page.locator('#status').textContent()).toMatch(/含全部的词的只有 \d 页/);
  expect(await page.locator('#results > li').count()).toBeGreaterThan(3);
  await close();
});

it('does not index examples of code', async () => {
  const { page, close } = await lab.visit('/en/search/?q=hangzhou&kind=guide');
  await expect.poll(() => page.locator('#status').textContent()).not.toContain('…');
  expect(await page.locator('#results .excerpt').allInnerTexts()).toEqual([]);
  await close();
});

it('guesses a name with one slip', async () => {
  const { page, close } = await lab.visit('/search/?q=banzoubo');
  await page.waitForSelector('#names:not([hidden]) li');
  expect(await page.locator('#names h2').innerText()).toBe('是不是要找：');
  expect(await page.locator('#names li a').first().getAttribute('href')).toBe('/vendors/banzhoubo/');
  await close();
});
