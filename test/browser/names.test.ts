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
  const link = page
    .locator('#ranks tbody th a')
    .filter({ hasNot: page.locator('[lang]') })
    .first();
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
  const links = await page
    .locator('#names a, #results .result-title a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
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
])(
  'a place leads to its ranking, then to its vendors with score and price, the ranked first (%s)',
  async (prefix, way, score) => {
    const { page, faults, close } = await lab.visit(`${prefix}/search/?q=${encodeURIComponent('杭州')}`);
    const first = page.locator('main a:visible', { hasText: way });
    await first.waitFor();
    expect(await first.getAttribute('href')).toBe(`${prefix}/rankings/zhejiang/hangzhou/`);
    await page.locator('#about .result-facts').first().waitFor();
    const facts = await page.locator('#about .result-facts').allInnerTexts();
    const ranked = facts.map((fact) => fact.includes(score));
    expect(ranked).toEqual(ranked.toSorted((a, b) => Number(b) - Number(a)));
    expect(ranked[0]).toBe(true);
    expect(facts[0]).toMatch(/\d+.*\d+–\d+.*¥/);
    // What stands above is not counted again below.
    await expect.poll(() => page.locator('#status').textContent()).toBe('');
    expect(faults).toEqual([]);
    await close();
  },
);

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

it.each(['发票 丢了', '怎么换代账公司', '价格透明', '杭州 回复快', '发票丢了怎么办'])(
  'finds something in the texts for “%s”, marks no particle, and begins excerpts with a word',
  async (query) => {
    const { page, faults, close } = await lab.visit(`/search/?q=${encodeURIComponent(query)}`);
    await page.locator('#results li').first().waitFor();
    const marked = await page.locator('#results mark').allInnerTexts();
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter((text) => /了|怎么/.test(text))).toEqual([]);
    const excerpts = await page.locator('#results .excerpt').allInnerTexts();
    expect(excerpts.filter((text) => /^[\s、，。.；：]/.test(text))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  },
);

it('says so when no page has all of the words', async () => {
  const { page, close } = await lab.visit(`/search/?q=${encodeURIComponent('价格透明')}`);
  await page.locator('#results li').first().waitFor();
  expect(await page.locator('#status').textContent()).toContain('没有一页同时有全部的词');
  await page.fill('#q', '发票 丢了');
  await expect.poll(() => page.locator('#status').textContent()).toMatch(/含全部的词的只有 \d 页/);
  expect(await page.locator('#results > li').count()).toBeGreaterThan(3);
  await close();
});

it.each([
  ['', '响应速度', '/frameworks/after-sales/response-speed/'],
  ['', '内容清晰', '/frameworks/communication-efficiency/content-clarity/'],
  ['', '响应时间', '/frameworks/after-sales/response-speed/#response-time'],
  ['', '评价方法', '/methodology/'],
  ['', 'Response speed', '/frameworks/after-sales/response-speed/'],
  ['/en', 'response speed', '/en/frameworks/after-sales/response-speed/'],
])('puts what is called exactly so first (%s %s)', async (prefix, query, path) => {
  const { page, faults, close } = await lab.visit(`${prefix}/search/?q=${encodeURIComponent(query)}`);
  await expect.poll(() => page.locator('#status').textContent(), { timeout: 20_000 }).not.toContain('…');
  await page.locator('#results .result-title a').first().waitFor();
  const hrefs = await page
    .locator('#results .result-title a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(hrefs[0]).toBe(path);
  expect(new Set(hrefs).size).toBe(hrefs.length);
  expect(faults).toEqual([]);
  await close();
});

it.each(['汇丰', '阿斯顿发', 'asdfgh', '的的的'])('finds nothing for “%s”, which no page has', async (query) => {
  const { page, close } = await lab.visit(`/search/?q=${encodeURIComponent(query)}`);
  await expect
    .poll(() => page.locator('#status').textContent(), { timeout: 20_000 })
    .toBe(`没有找到“${query}”。换个说法，或者少写几个字试试。`);
  expect(await page.locator('#results li').count()).toBe(0);
  await close();
});

it('counts vendors of a service apart from those named so', async () => {
  const { page, close } = await lab.visit(`/search/?q=${encodeURIComponent('注销')}`);
  await page.waitForSelector('#about:not([hidden]) li');
  const count = async (id: string): Promise<number> =>
    Number(/(\d+) 家$/.exec(await page.locator(`#${id} h2`).innerText())?.[1]);
  // One vendor of the sample has the word in its name.
  expect(await count('names')).toBe(1);
  expect(await page.locator('#names li').count()).toBe(1);
  expect(await count('about')).toBeGreaterThan(10);
  expect(await page.locator('#scopes a').innerText()).toBe('看提供“公司注销”的排名');
  // Nor is another word marked that only begins alike.
  await page.locator('#results mark').first().waitFor();
  expect(
    (await page.locator('#results mark').allInnerTexts()).filter(
      (text) => !text.includes('注销') && !'注销'.includes(text.trim()),
    ),
  ).toEqual([]);
  await close();
});

it.each(['/search/names.json', '/pagefind/pagefind.js'])(
  'gives a request up that has no answer, says so, and tries again when asked to: %s',
  async (path) => {
    const { page, close } = await lab.visit('/search/');
    let answers = false;
    await page.route(`**${path}*`, (route) => (answers ? route.continue() : new Promise(() => undefined)));
    await page.clock.install();
    await page.goto(`${lab.base}/search/?q=${encodeURIComponent('评价方法')}`);
    await page.clock.runFor(31_000);
    const again = page.locator('#status button');
    await again.waitFor();
    answers = true;
    await again.click();
    await page.locator('#results .result-title a').first().waitFor();
    await expect.poll(() => page.locator('#status').textContent()).toMatch(/^正文里有“评价方法”的：\d+ 页/);
    expect(await again.count()).toBe(0);
    await close();
  },
);

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
