/** A visitor's way through the built site: find, open, go down to the evidence, change the language. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(async () => {
  await lab.close();
});

/** Name and path of the first ranked vendor that has evidence, from the ranking page itself. */
async function firstRanked(language: '' | '/en'): Promise<{ name: string; path: string }> {
  const { page, close } = await lab.visit(`${language}/rankings/`);
  const link = page.locator('#ranks tbody th[scope=row] a').first();
  const found = { name: (await link.innerText()).trim(), path: (await link.getAttribute('href')) ?? '' };
  await close();
  return found;
}

/** Addresses of the results on a search page. Code for the page is a string: the test runner would rewrite a function. */
async function resultPaths(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(
    '[...document.querySelectorAll("#results .result-title a")].map((a) => a.getAttribute("href"))',
  );
}

describe('a visitor', () => {
  it('searches a Chinese name, opens the vendor, goes from its score to a piece of evidence, and changes the language', async () => {
    const { name, path } = await firstRanked('');
    const { page, faults, close } = await lab.visit('/');
    await page.fill('.seek input[name=q]', name);
    await page.press('.seek input[name=q]', 'Enter');
    await page.waitForURL(/\/search\/\?q=/);
    const first = page.locator('.results a:visible').first();
    await first.waitFor();
    expect(await first.getAttribute('href')).toBe(path);

    await first.click();
    await page.waitForURL(`**${path}`);
    expect((await page.locator('h1').innerText()).trim()).toBe(name);
    expect(await page.locator('.panel-main b').innerText()).toMatch(/^\d{1,3}$/);

    const dimension = page.locator('details.dim', { has: page.locator('.facets a[href*="/evidence/#e-"]') }).first();
    await dimension.locator('summary').click();
    const reference = dimension.locator('.facets a[href*="/evidence/#e-"]').first();
    const [evidence = '', hash = ''] = ((await reference.getAttribute('href')) ?? '').split('#');
    const anchor = `#${hash}`;
    expect(evidence).toBe(`${path}evidence/`);
    await reference.click();
    await page.waitForURL(`**${evidence}${anchor}`);
    expect(await page.locator(anchor).isVisible()).toBe(true);
    expect(await page.locator(`${anchor} time`).first().innerText()).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/);

    await page.click('.tongue');
    // The other language opens at the same piece of evidence.
    await page.waitForURL(`${lab.base}/en${evidence}${anchor}`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.click('.tongue');
    await page.waitForURL(`${lab.base}${evidence}${anchor}`);
    // An address from before evidence had a page of its own.
    await page.goto(`${lab.base}${path}${anchor}`);
    await page.waitForURL(`${lab.base}${evidence}${anchor}`);
    expect(faults).toEqual([]);
    await close();
  });

  it('searches an English word and finds criteria', async () => {
    const { page, faults, close } = await lab.visit('/en/search/?q=telephone');
    await page.waitForSelector('#results li');
    const hrefs = await resultPaths(page);
    expect(hrefs.some((href) => href.startsWith('/en/frameworks/'))).toBe(true);
    expect(hrefs.every((href) => href.startsWith('/en/'))).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  it('narrows a search to one kind of page, and keeps query and kind in the address', async () => {
    const { page, faults, close } = await lab.visit('/search/?q=电话&kind=criterion');
    await page.waitForSelector('#results li');
    const hrefs = await resultPaths(page);
    expect(hrefs.length).toBeGreaterThan(0);
    expect(hrefs.every((href) => href.startsWith('/frameworks/'))).toBe(true);
    await page.selectOption('select[name=kind]', 'vendor');
    await page.waitForURL(/kind=vendor/);
    expect(faults).toEqual([]);
    await close();
  });

  it('filters and orders the ranking, and an address brings the same view back', async () => {
    const { page, faults, close } = await lab.visit('/rankings/');
    const rows = page.locator('#ranks tbody tr:visible');
    const all = await rows.count();
    const place = (await page.locator('select[name=place] option').nth(1).getAttribute('value')) ?? '';
    await page.selectOption('select[name=place]', place);
    const some = await rows.count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    await page.selectOption('select[name=sort]', 'reviews');
    expect(new URL(page.url()).searchParams.toString()).toBe(
      new URLSearchParams({ place, sort: 'reviews' }).toString(),
    );
    const names = await page.locator('#ranks tbody tr:visible th[scope=row]').allInnerTexts();
    const label = (await page.locator('#ranks thead th').nth(-2).innerText()).trim();
    const counts = (await page.locator(`#ranks tbody tr:visible td[data-l="${label}"]`).allInnerTexts()).map(Number);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));

    const again = await lab.visit(page.url().slice(lab.base.length));
    expect(await again.page.locator('#ranks tbody tr:visible th[scope=row]').allInnerTexts()).toEqual(names);
    await again.close();

    await page.click('#filter button[type=reset]');
    await page.waitForURL(`${lab.base}/rankings/`);
    expect(await rows.count()).toBe(all);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('without JavaScript', () => {
  it('rankings, places, services and numbers are all there', async () => {
    const { page, faults, close } = await lab.visit('/rankings/', { javaScriptEnabled: false });
    expect(await page.locator('#ranks tbody th[scope=row] a').count()).toBeGreaterThan(5);
    expect(await page.locator('#filter').isVisible()).toBe(false);
    await page.locator('.scope summary').first().click();
    const region = page.locator('.scope a').nth(1);
    const path = await region.getAttribute('href');
    await region.click();
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await page.locator('h1').innerText()).not.toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  it('the search page says so and leads to the rankings', async () => {
    const { page, close } = await lab.visit('/en/search/', { javaScriptEnabled: false });
    expect(await page.locator('main a[href="/en/rankings/"]').isVisible()).toBe(true);
    await close();
  });

  it('the menu of a phone opens', async () => {
    const { page, close } = await lab.visit('/', { javaScriptEnabled: false, viewport: { width: 375, height: 700 } });
    const link = page.locator('.nav-narrow a[href="/rankings/"]');
    expect(await link.isVisible()).toBe(false);
    await page.click('.nav-narrow summary');
    expect(await link.isVisible()).toBe(true);
    await close();
  });
});

describe('an address that does not exist', () => {
  it('gets the page that says so, in both languages', async () => {
    const { page, close } = await lab.visit('/nothing/here/');
    // The browser itself notes the 404 in its console; that is not a fault of the page.
    expect(await page.evaluate('[...document.querySelectorAll("main section")].map((part) => part.lang)')).toEqual([
      'zh-CN',
      'en',
    ]);
    await close();
  });
});
