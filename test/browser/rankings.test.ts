/** A customer's way through the ranking: by what matters, by filters, by own weights; and what is there without a script. */
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
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

const PHONE: BrowserContextOptions = { viewport: { width: 375, height: 800 } };
const names = (page: Page): Promise<string[]> =>
  page.locator('#ranks tbody tr:visible th[scope=row] a').allInnerTexts();
const output = (page: Page): Promise<string> => page.locator('#shown').innerText();
/** Waits until the line that says what is shown matches. */
const told = async (page: Page, pattern: RegExp): Promise<void> => {
  await expect.poll(() => output(page)).toMatch(pattern);
};
const search = (page: Page): string => new URL(page.url()).search;

/** What axe found in light and dark, a line each. */
async function findings(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    lines.push(...violations.map((v) => `${colorScheme} ${v.id} ${v.nodes[0]?.html ?? ''}`));
  }
  return lines;
}

describe('the ranking on a phone', () => {
  it.each(['', '/en'])('begins on the first screen (%s)', async (prefix) => {
    const { page, close } = await lab.visit(`${prefix}/rankings/`, PHONE);
    const box = await page.locator('#ranks tbody tr').first().boundingBox();
    expect((box?.y ?? 800) + (box?.height ?? 0)).toBeLessThan(800);
    await close();
  });

  it('opens its filters by a button that says whether they are open', async () => {
    const { page, faults, close } = await lab.visit('/rankings/', PHONE);
    const button = page.locator('#filters-open');
    expect(await page.locator('select[name=place]').isVisible()).toBe(false);
    await button.click();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('select[name=place]').isVisible()).toBe(true);
    await page.selectOption('select[name=place]', { index: 1 });
    await told(page, /符合条件/);
    expect(await button.innerText()).toContain('1');
    expect(await findings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('keeps the list in sight above the panel of weights', async () => {
    const { page, faults, close } = await lab.visit('/rankings/', { ...PHONE, reducedMotion: 'reduce' });
    await page.click('#weigh');
    await page.locator('.own-ways button').nth(1).click();
    await told(page, /您的权重/);
    const panel = await page.locator('#own-weights').boundingBox();
    const first = await page.locator('#ranks tbody tr:visible').first().boundingBox();
    expect(first?.y ?? -1).toBeGreaterThanOrEqual(0);
    expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThan(panel?.y ?? 0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    expect(await findings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the page of a place', () => {
  it('has the groups, the order and the places of the filter by the same place', async () => {
    const { page, faults, close } = await lab.visit('/rankings/');
    const lines = (): Promise<string[]> =>
      page
        .locator('#ranks tbody tr:visible')
        .evaluateAll((rows) =>
          rows.map((row) =>
            [row.closest('tbody')?.querySelector('th.g'), row.querySelector('td'), row.querySelector('th[scope=row] a')]
              .map((cell) => cell?.textContent ?? '')
              .join(' | '),
          ),
        );
    const pages = await page.locator('#scopes a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    const places = (
      await page
        .locator('select[name=place] option')
        .evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value))
    ).filter((place) => place !== '' && pages.includes(`/rankings/${place}/`));
    expect(places.length).toBeGreaterThan(2);
    for (const place of places) {
      await page.goto(`${lab.base}/rankings/${place}/`);
      const own = await lines();
      await page.goto(`${lab.base}/rankings/?place=${encodeURIComponent(place)}`);
      await told(page, /符合条件/);
      expect(await lines(), place).toEqual(own);
    }
    expect(faults).toEqual([]);
    await close();
  });
});

describe('own weights', () => {
  it('are reached from the home page by what matters, and taken back again', async () => {
    const { page, faults, close } = await lab.visit('/rankings/');
    const published = await names(page);
    await page.goto(`${lab.base}/`);
    const way = page.locator('.themes h3 a').first();
    const name = await way.innerText();
    await way.click();
    await page.waitForURL(/\/rankings\/\?w=/);
    await told(page, /您的权重/);
    expect(await page.locator('#weigh').innerText()).toContain(name);
    const weighed = await names(page);
    expect(weighed).not.toEqual(published);
    expect(weighed.toSorted()).toEqual(published.toSorted());
    // With nothing else chosen the form's button takes the weights back, and says so; otherwise it clears filters alone.
    const clear = page.locator('#filter button[type=reset]');
    expect(await clear.innerText()).toBe('恢复均衡权重');
    await page.selectOption('select[name=sort]', { index: 1 });
    await expect.poll(() => clear.innerText()).toBe('清除筛选');
    await clear.click();
    await expect.poll(() => search(page)).toMatch(/^\?w=[^&]+$/);
    expect(await names(page)).toEqual(weighed);
    expect(await clear.innerText()).toBe('恢复均衡权重');
    await clear.click();
    await expect.poll(() => search(page)).toBe('');
    expect(await names(page)).toEqual(published);
    expect(await clear.isVisible()).toBe(false);
    await page.goBack();
    await way.click();
    await told(page, /您的权重/);
    await page.click('#weigh');
    const ways = page.locator('.own-ways button');
    expect(await ways.nth(1).getAttribute('aria-pressed')).toBe('true');
    await ways.first().click();
    await expect.poll(() => search(page)).toBe('');
    expect(await names(page)).toEqual(published);
    expect(faults).toEqual([]);
    await close();
  });

  it('move by keyboard, stand in the address, and come back from it', async () => {
    const { page, faults, close } = await lab.visit('/en/rankings/');
    await page.click('#weigh');
    const sliders = page.locator('#own-weights input[type=range]');
    await sliders.first().waitFor();
    const theme = page.locator('.own-theme input').first();
    await theme.focus();
    await page.keyboard.press('End');
    await expect.poll(() => search(page)).toContain('*8');
    expect(await theme.getAttribute('aria-valuetext')).toContain('8 times');
    await page.locator('.own-part input').first().focus();
    await page.keyboard.press('Home');
    await expect.poll(() => search(page)).toContain('.0_');
    const order = await names(page);
    // By group first, by score within a group.
    for (const body of await page.locator('#ranks tbody:visible').all()) {
      const scores = (await body.locator('.s b').allInnerTexts()).map(Number);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
    const again = await lab.visit(page.url().slice(lab.base.length));
    await told(again.page, /your own weights/);
    expect(await names(again.page)).toEqual(order);
    // The other language keeps the state.
    expect(await again.page.locator('a.tongue').first().getAttribute('href')).toContain('w=');
    await again.close();
    await page.keyboard.press('Escape');
    expect(await page.locator('#own-weights').isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.id')).toBe('weigh');
    expect(faults).toEqual([]);
    await close();
  });

  it('each slider moves what it is named after and nothing else, and keeps the focus', async () => {
    const { page, faults, close } = await lab.visit('/en/rankings/');
    await page.click('#weigh');
    const frameworks = page.locator('#own-weights fieldset').first().locator('input');
    await frameworks.first().waitFor();
    const toTheEnd = async (slider: typeof frameworks, meaning: string): Promise<void> => {
      await slider.focus();
      await page.keyboard.press('End');
      await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain(meaning);
      expect(await page.evaluate('document.activeElement.ariaValueText')).toContain(meaning);
    };
    for (const slider of await frameworks.all()) await toTheEnd(slider, '100%');
    const themes = page.locator('.own-theme > .own-slider input');
    for (const slider of await themes.all()) {
      await page.locator('.own-head button').first().click();
      await toTheEnd(slider, '8 times');
      expect(await page.locator('.own-theme > .own-slider input[aria-valuetext*="8 times"]').count()).toBe(1);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('say when two chosen vendors change places', async () => {
    const { page, faults, close } = await lab.visit('/rankings/');
    await page.locator('#ranks .tray-add').nth(0).click();
    await page.click('#weigh');
    await page.locator('.own-part h3').waitFor();
    await page.locator('#ranks .tray-add').nth(1).click();
    await page
      .locator('#own-weights li', { hasText: /超过|低于/ })
      .first()
      .waitFor();
    expect(await findings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('filters', () => {
  it('count places and groups among those that are left', async () => {
    const { page, faults, close } = await lab.visit('/rankings/');
    await page.selectOption('select[name=verified]', '75');
    await told(page, /符合条件 \d+ 家/);
    const count = (await names(page)).length;
    expect(await output(page)).toContain(`符合条件 ${count} 家`);
    const ends = (
      await page
        .locator('#ranks tbody tr:visible > td:first-of-type')
        .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent ?? ''))
    ).map((text) => text.split('–').map(Number));
    expect(ends[0]?.[0]).toBe(1);
    for (const end of ends) expect(Math.max(...end)).toBeLessThanOrEqual(count);
    expect(await page.locator('#ranks tbody:visible th.g').first().innerText()).toBe('1');
    expect(faults).toEqual([]);
    await close();
  });

  it('by price, channel, language and licence leave only those that meet them, and stand in the address', async () => {
    const { page, faults, close } = await lab.visit('/rankings/');
    await page.fill('input[name=price]', '300');
    await told(page, /符合条件/);
    const prices = await page.evaluate<number[]>(
      '[...document.querySelectorAll("#ranks tbody tr:not([hidden]) td[data-v]")].filter((td) => td.offsetParent).map((td) => Number(td.dataset.v))',
    );
    expect(prices.length).toBe((await names(page)).length);
    expect(prices.length).toBeGreaterThan(0);
    expect(Math.max(...prices)).toBeLessThanOrEqual(300);
    let last = prices.length;
    for (const name of ['channel', 'language', 'licence']) {
      await page.selectOption(`select[name=${name}]`, { index: 1 });
      await expect.poll(() => search(page)).toContain(`${name}=`);
      const now = (await names(page)).length;
      expect(now).toBeLessThanOrEqual(last);
      last = now;
    }
    const order = await names(page);
    const again = await lab.visit(page.url().slice(lab.base.length));
    await told(again.page, /符合条件/);
    expect(await names(again.page)).toEqual(order);
    await again.close();
    expect(faults).toEqual([]);
    await close();
  });

  it('that leave nobody say which one to loosen', async () => {
    const { page, faults, close } = await lab.visit('/rankings/?price=1');
    const button = page.locator('.empty button').first();
    await button.waitFor();
    expect(await names(page)).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await button.click();
    await page.locator('.empty').waitFor({ state: 'detached' });
    expect((await names(page)).length).toBeGreaterThan(5);
    expect(new URL(page.url()).search).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  it('order by any dimension, showing its scores', async () => {
    const { page, faults, close } = await lab.visit('/rankings/');
    const option = page.locator('select[name=sort] optgroup option').first();
    const name = await option.innerText();
    await page.selectOption('select[name=sort]', (await option.getAttribute('value')) ?? '');
    await expect.poll(() => page.locator('#ranks thead .w').innerText()).toBe(name.trim());
    const scores = (await page.locator('#ranks tbody tr:visible .s b').allInnerTexts())
      .filter((s) => s !== '–')
      .map(Number);
    expect(scores.length).toBeGreaterThan(5);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(await page.locator('#ranks thead .p').innerText()).toBe('总分位次');
    expect(await page.locator('#ranks caption').textContent()).toContain(name.trim());
    await page.selectOption('select[name=sort]', '');
    await expect.poll(() => page.locator('#ranks thead .w').innerText()).not.toBe(name.trim());
    expect(await page.locator('#ranks thead .p').innerText()).toBe('位次');
    expect(await page.locator('#ranks caption').textContent()).toContain('按总分排列');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a name', () => {
  it.each([
    ['runbo', 'runbo'],
    ['rb', 'runbo'],
    ['潤帛', 'runbo'],
    ['小書園', 'xiaoshuyuan'],
  ])('is found as in the search: “%s”', async (query, slug) => {
    const { page, faults, close } = await lab.visit(`/rankings/?name=${encodeURIComponent(query)}`);
    await told(page, /名称相符的有 \d+ 家/);
    const found = await page.locator(`main a[href="/vendors/${slug}/"]:visible`).count();
    expect(found).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('may be a place, whose vendors are then left', async () => {
    const { page, close } = await lab.visit(`/rankings/?name=${encodeURIComponent('杭州')}`);
    await told(page, /名称相符的有 [1-9]\d* 家/);
    const cities = await page.locator('#ranks tbody tr:visible th[scope=row] small').allInnerTexts();
    expect(new Set(cities)).toEqual(new Set(['杭州']));
    await close();
  });

  it('of somebody who is not ranked leads down to the list; of nobody, out of the dead end', async () => {
    const { page, faults, close } = await lab.visit('/rankings/');
    const below = await page.locator('.listed a').first().innerText();
    await page.fill('input[name=name]', below);
    const down = page.locator('.empty a[href="#listed"]');
    await down.waitFor();
    expect(await findings(page)).toEqual([]);
    await page.fill('input[name=name]', 'zzqqxx');
    await expect.poll(() => page.locator('.empty p').innerText()).toContain('zzqqxx');
    expect(await page.locator('.empty a').getAttribute('href')).toBe('/search/?q=zzqqxx');
    await page.locator('.empty button').click();
    await page.locator('.empty').waitFor({ state: 'detached' });
    expect(search(page)).toBe('');
    await page.fill('input[name=name]', 'banzoubo');
    await expect.poll(() => page.locator('.empty p').innerText()).toContain('是不是要找');
    await page.locator('.empty button').first().click();
    await expect.poll(() => page.locator('main a[href="/vendors/banzhoubo/"]:visible').count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('by keyboard', () => {
  it('the way goes down the page as it is seen: name, weights, then the filters below', async () => {
    const { page, close } = await lab.visit('/rankings/', { viewport: { width: 1280, height: 900 } });
    await page.focus('input[name=name]');
    const tops: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      tops.push(
        (await page.evaluate('Math.round(document.activeElement.getBoundingClientRect().top + scrollY)')) as number,
      );
      await page.keyboard.press('Tab');
    }
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    await close();
  });
});

describe('the comparison', () => {
  it('says at which weights the two change places, and fetches the chart only when asked for it', async () => {
    const { page: list, close: closeList } = await lab.visit('/rankings/');
    const slugs = await list.evaluate<string[]>(
      '[...document.querySelectorAll("#ranks tbody th[scope=row] a")].slice(0, 2).map((a) => a.pathname.split("/")[2])',
    );
    await closeList();
    const { page, faults, close } = await lab.visit('/compare/', { reducedMotion: 'reduce' });
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.goto(`${lab.base}/compare/?v=${slugs.join(',')}`);
    await page.locator('.crossing li').first().waitFor();
    expect(await page.locator('.crossing li').first().innerText()).toMatch(/%/);
    expect(scripts.filter((s) => s.includes('chart'))).toEqual([]);
    await page.click('.explorer button');
    await page.locator('.chart canvas').waitFor();
    expect(scripts.filter((s) => s.includes('chart')).length).toBe(1);
    const box = await page.locator('.chart-box').boundingBox();
    expect(box?.height).toBeGreaterThan(300);
    expect(await page.locator('.shares tbody tr').count()).toBeGreaterThanOrEqual(6);
    const before = await page.locator('.shares').innerText();
    await page.selectOption('#moved', { index: 3 });
    await expect.poll(() => page.locator('.shares').innerText()).not.toBe(before);
    expect(await findings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('without JavaScript', () => {
  it('the ranking is whole, and a link leads to the places and services', async () => {
    const { page, faults, close } = await lab.visit('/rankings/?w=fast&place=beijing', { javaScriptEnabled: false });
    expect((await names(page)).length).toBeGreaterThan(5);
    expect(await page.locator('#weigh').isVisible()).toBe(false);
    await page.click('.without-script a');
    expect(new URL(page.url()).hash).toBe('#scopes');
    expect(await page.locator('#scopes summary').first().isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  it('the vendor page has its questions and vendors like it, and the home page its ways in', async () => {
    const { page, close } = await lab.visit('/rankings/', { javaScriptEnabled: false });
    await page.locator('#ranks tbody th[scope=row] a').nth(5).click();
    expect(await page.locator('#ask li').count()).toBeGreaterThan(1);
    expect(await page.locator('#similar li').count()).toBeGreaterThan(0);
    const anchor = (await page.locator('#ask li a').first().getAttribute('href')) ?? '';
    expect(await page.locator(anchor).count()).toBe(1);
    await page.goto(`${lab.base}/`);
    await page.locator('.themes .looks-at a').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/frameworks\/[^/]+\/[^/]+\/$/);
    await close();
  });
});
