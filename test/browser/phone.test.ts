/** Fingers and small screens: targets are large, nothing moves when it opens or loads, words are whole; and long lists. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';

let lab: Lab;
let slugs: string[] = [];

beforeAll(async () => {
  lab = await openLab();
  const { page, close } = await lab.visit('/rankings/');
  slugs = await page.evaluate<string[]>(
    '[...document.querySelectorAll("#ranks tbody th[scope=row] a")].map((a) => a.pathname.split("/")[2])',
  );
  await close();
});
afterAll(() => lab.close());

const PHONE: BrowserContextOptions = {
  viewport: { width: 375, height: 800 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
};

describe('with a finger', () => {
  it.each([
    '/rankings/',
    '/en/rankings/',
    '/compare/?v=A,B',
    '/sheet/?v=A,B',
    '/search/?q=tax',
    '/vendors/A/',
    '/submit/',
    '/',
  ])('controls are at least 44 pixels high: %s', async (written) => {
    const { page, close } = await lab.visit(written.replace('A', slugs[0] ?? '').replace('B', slugs[1] ?? ''), PHONE);
    if (written.includes('?v=')) await page.waitForSelector('main table');
    if (written.endsWith('/rankings/')) {
      await page.click('#filters-open');
      await page.click('#weigh');
      await page.locator('.own-ways button').first().waitFor();
      await page.locator('#ranks .tray-add').first().click();
    }
    const small = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('button, select, input:not([type=radio], [type=checkbox], [type=file]), main summary, .nav-narrow summary, .tongue, .tray a')]
      .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().height < 43.5)
      .map((e) => e.nodeName + ' ' + e.className + ' ' + e.textContent.trim().slice(0, 20) + ' ' + Math.round(e.getBoundingClientRect().height))`);
    expect(small).toEqual([]);
    await close();
  });

  it('the menu opens without moving its button or the page', async () => {
    const { page, close } = await lab.visit('/rankings/', PHONE);
    const places = (): Promise<unknown> =>
      page.evaluate(
        '[".nav-narrow summary", "h1"].map((s) => JSON.stringify(document.querySelector(s).getBoundingClientRect()))',
      );
    const before = await places();
    await page.tap('.nav-narrow summary');
    expect(await page.locator('.nav-narrow nav a').first().isVisible()).toBe(true);
    expect(await places()).toEqual(before);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    await close();
  });

  it('no style for hovering applies', async () => {
    const { page, close } = await lab.visit('/', PHONE);
    const loose = await page.evaluate<string[]>(`(() => {
      const found = [];
      const look = (rules) => { for (const rule of rules) {
        if (rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches) continue;
        if (rule.selectorText?.includes(':hover')) found.push(rule.selectorText);
        if (rule.cssRules) look(rule.cssRules);
      } };
      for (const sheet of document.styleSheets) look(sheet.cssRules);
      return found;
    })()`);
    expect(loose).toEqual([]);
    await close();
  });
});

describe('while it loads', () => {
  it.each([
    ['/sheet/?v=A,B', 375],
    ['/sheet/?v=A,B', 1280],
    ['/en/sheet/?v=A', 375],
    ['/sheet/', 1280],
    ['/compare/?v=A,B', 375],
    ['/search/?q=tax', 375],
  ] as const)('%s does not move (%i pixels wide)', async (written, width) => {
    const { page, close } = await lab.visit('/404.html', { viewport: { width, height: 800 } });
    await page.route(/\.json$/, async (route) => {
      await new Promise((done) => setTimeout(done, 300));
      await route.continue();
    });
    await page.addInitScript(
      'window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });',
    );
    await page.goto(lab.base + written.replace('A', slugs[0] ?? '').replace('B', slugs[1] ?? ''));
    if (written.includes('?v=')) await page.waitForSelector('main table');
    await page.evaluate('new Promise((done) => setTimeout(done, 500))');
    expect(await page.evaluate('window.shift')).toBeLessThan(0.05);
    await close();
  });
});

describe('words', () => {
  it('of English names on a sheet are not broken on a phone', async () => {
    const { page, close } = await lab.visit(`/en/sheet/?v=${slugs.slice(0, 4).join(',')}`, PHONE);
    await page.waitForSelector('.sheet-notes');
    // Each word of a name has one rectangle: it stands on one line.
    const broken = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('.sheet-notes thead th span, .sheet-vendor h2 span, .versus thead th span:not(.sr)')].flatMap((span) => {
      const text = span.firstChild;
      return [...text.data.matchAll(/[A-Za-z]+/g)].flatMap((word) => {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return new Set([...range.getClientRects()].map((r) => r.top)).size > 1 ? [word[0]] : [];
      });
    })`);
    expect(broken).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    await close();
  });
});

describe('the English ranking', () => {
  it('never scrolls sideways, and keeps names within four lines on all but phones', async () => {
    const { page, close } = await lab.visit('/en/rankings/');
    for (const width of [320, 375, 600, 900, 961, 1000, 1024, 1025, 1040, 1060, 1088, 1089, 1100, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), String(width)).toBeLessThanOrEqual(width);
      const lines = await page.evaluate<number>(
        'Math.max(...[...document.querySelectorAll("#ranks tbody th[scope=row] a")].map((a) => new Set([...a.getClientRects()].map((r) => Math.round(r.top))).size))',
      );
      if (width >= 600) expect(lines, String(width)).toBeLessThanOrEqual(4);
    }
    await close();
  });

  it.each([700, 1100, 1280])(
    'keeps its toolbar where it is when the first filter is chosen (%i pixels wide)',
    async (width) => {
      const { page, close } = await lab.visit('/en/rankings/', { viewport: { width, height: 800 } });
      const places = (): Promise<unknown> =>
        page.evaluate(
          '[...document.querySelectorAll("#filter input, #filter select, #weigh")].map((e) => e.getBoundingClientRect().top)',
        );
      const before = await places();
      if (width < 736) await page.click('#filters-open');
      const open = width < 736 ? await places() : before;
      await page.selectOption('select[name=verified]', '75');
      await expect.poll(() => page.locator('#shown').innerText()).toContain('meet the filters');
      expect(await places()).toEqual(open);
      await close();
    },
  );
});

describe('a ranking of several hundred', () => {
  /** The page of the sample with its rows repeated: 20 times as many. */
  const long = async (
    options: BrowserContextOptions,
  ): Promise<{ page: Page; all: number; close: () => Promise<void> }> => {
    const { page, close } = await lab.visit('/404.html', options);
    let all = 0;
    await page.route(/\/rankings\/(?:\?.*)?$/, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const bodies = html.slice(html.indexOf('<tbody>'), html.lastIndexOf('</tbody>') + '</tbody>'.length);
      all = 20 * (bodies.match(/<tr/g)?.length ?? 0);
      await route.fulfill({ response, body: html.replace(bodies, () => bodies.repeat(20)) });
    });
    await page.goto(`${lab.base}/rankings/`);
    return { page, all, close };
  };
  const visible = (page: Page): Promise<number> => page.locator('#ranks tbody tr:visible').count();

  it('shows fifty, then fifty more, then all, and is found as it was left', async () => {
    const { page, all, close } = await long({});
    expect(await visible(page)).toBe(50);
    const more = page.locator('#ranks + .after-table button');
    await more.first().click();
    expect(await visible(page)).toBe(100);
    // The focus stands on the first of the rows that came.
    expect(
      await page.evaluate(
        '[...document.querySelectorAll("#ranks tbody:not([hidden]) th[scope=row] a")].indexOf(document.activeElement)',
      ),
    ).toBe(50);
    await page.reload();
    expect(await visible(page)).toBe(100);
    await more.last().click();
    expect(await visible(page)).toBe(all);
    expect(await more.count()).toBe(0);
    await close();
  });

  it('is whole without a script, and on paper', async () => {
    const bare = await long({ javaScriptEnabled: false });
    expect(await visible(bare.page)).toBe(bare.all);
    await bare.close();
    const { page, all, close } = await long({});
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await visible(page)).toBe(all);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await visible(page)).toBe(50);
    await close();
  });

  it('touches only rows that are shown, and answers a burst of typing once', async () => {
    const { page, close } = await long({});
    await page.evaluate(`(() => {
      window.rows = 0;
      window.writes = 0;
      new MutationObserver((records) => { for (const r of records) for (const n of [...r.addedNodes, ...r.removedNodes]) if (n.nodeName === 'TR') window.rows += 1; }).observe(document.querySelector('#ranks'), { childList: true, subtree: true });
      const write = history.replaceState.bind(history);
      history.replaceState = (...all) => { window.writes += 1; write(...all); };
    })()`);
    // In one turn of the page: on a busy machine keys would come with pauses between them.
    await page.evaluate(`for (const text of ['3', '30', '300']) {
      const field = document.querySelector('input[name=price]');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }`);
    await expect.poll(() => page.evaluate('location.search')).toBe('?price=300');
    await expect.poll(() => page.locator('#shown').innerText()).toContain('符合条件');
    expect(await page.evaluate('window.writes')).toBe(1);
    await page.fill('input[name=price]', '');
    await expect.poll(() => page.evaluate('location.search')).toBe('');
    expect(await visible(page)).toBe(50);
    // Each of the changes takes fifty rows out and puts fifty in, the data come in between; hundreds more stay where they are.
    expect(await page.evaluate('window.rows')).toBeLessThanOrEqual(4 * 3 * 50);
    await close();
  });
});
