/** Addresses: what is wrong in them is said and the rest still works; the other language keeps them; a place has one. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lab } from './harness.ts';
import { followMovedPage, openLab } from './harness.ts';

let lab: Lab;
let slugs: string[] = [];

beforeAll(async () => {
  lab = await openLab();
  const { page, close } = await lab.visit('/rankings/');
  slugs = await page.evaluate<string[]>(
    '[...document.querySelectorAll("#ranks tbody th[scope=row] a")].slice(0, 5).map((a) => a.pathname.split("/")[2])',
  );
  await close();
});
afterAll(() => lab.close());

const names = (page: Page): Promise<string[]> =>
  page.locator('#ranks tbody tr:visible th[scope=row] a').allInnerTexts();
const path = (page: Page): string => page.url().slice(lab.base.length);

describe('a ranking filtered by a place', () => {
  it.each(['/rankings/', '/en/rankings/', '/rankings/service/bookkeeping/'])(
    'says of each vendor in which office it is there, as the page of the place does: %s',
    async (from) => {
      const officesOf = (page: Page): Promise<Record<string, string>> =>
        page.evaluate(
          `Object.fromEntries([...document.querySelectorAll('[data-p]')].filter((e) => e.offsetParent !== null)
            .map((e) => [e.querySelector('a').textContent, e.querySelector('a ~ small')?.textContent ?? '']))`,
        );
      const elsewhere = from.startsWith('/en') ? '(main office in' : '（主要办公地在';
      let told = 0;
      for (const place of ['guangdong', 'guangdong/shenzhen', 'beijing', 'hubei/wuhan']) {
        const prefix = from.startsWith('/en') ? '/en' : '';
        const filtered = await lab.visit(`${from}?place=${place}`);
        await filtered.page.locator('button[type=reset]').waitFor();
        const offices = await officesOf(filtered.page);
        const own = await lab.visit(`${prefix}/rankings/${place}/`);
        const expected = await officesOf(own.page);
        for (const [name, office] of Object.entries(offices)) expect([name, office]).toEqual([name, expected[name]]);
        told += Object.values(offices).filter((office) => office.includes(elsewhere)).length;
        await filtered.page.selectOption('select[name=place]', '');
        await expect.poll(async () => Object.values(await officesOf(filtered.page)).join()).not.toContain(elsewhere);
        await filtered.close();
        await own.close();
      }
      expect(told).toBeGreaterThan(0);
    },
  );
});

describe('a ranking whose address holds something unknown', () => {
  it.each([
    ['place=mars', 'place=mars'],
    ['sort=nonsense', 'sort=nonsense'],
    ['service=flying&licence=perhaps', 'service=flying、licence=perhaps'],
    ['price=cheap', 'price=cheap'],
    ['price=-5', 'price=-5'],
    ['verified=12', 'verified=12'],
    ['w=garbage', 'w=garbage'],
  ])('names it: ?%s', async (query, named) => {
    const { page, faults, close } = await lab.visit(`/rankings/?${query}`);
    await expect
      .poll(() => page.locator('main .note').allInnerTexts())
      .toEqual([`网址里有看不懂的内容，没有采用：${named}。`]);
    expect((await names(page)).length).toBeGreaterThan(5);
    expect(faults).toEqual([]);
    await close();
  });

  it('still applies what it understands, and drops the rest from the address with the next change', async () => {
    const { page, faults, close } = await lab.visit('/en/rankings/?price=300&place=mars&w=fast_x*2');
    await expect
      .poll(() => page.locator('main .note').innerText())
      .toBe(
        'This address holds something that is not understood and was left out: place=mars, w=fast_x*2.'.replace(
          'w=fast_x*2',
          'w=fast, w=x*2',
        ),
      );
    await expect.poll(() => page.locator('#shown').innerText()).toMatch(/^\d+ of \d+ ranked meet the filters/);
    await page.selectOption('select[name=sort]', { index: 1 });
    await expect.poll(() => page.locator('main .note').count()).toBe(0);
    expect(path(page)).toMatch(/^\/en\/rankings\/\?price=300&sort=[a-z-]+$/);
    expect(faults).toEqual([]);
    await close();
  });

  it('takes ids in upper case as those in lower case, and says nothing of parameters that are not its own', async () => {
    const { page, close } = await lab.visit('/rankings/?place=GuangDong&w=FAST&utm_source=x');
    await expect.poll(() => page.locator('#shown').innerText()).toContain('您的权重');
    expect(await page.locator('select[name=place]').inputValue()).toBe('guangdong');
    expect(await page.locator('main .note').count()).toBe(0);
    await close();
  });
});

describe.each(['/compare/', '/sheet/'])('%s', (of) => {
  it('says that a vendor does not exist, takes upper case, and shows the others', async () => {
    const { page, close } = await lab.visit(`${of}?v=nope,${slugs[0]?.toUpperCase()},${slugs[1]}`);
    await page.waitForSelector('main table');
    expect(await page.locator('#status').innerText()).toContain('没有代号为“nope”的机构。');
    expect(await page.locator('#status').innerText()).not.toContain('没能载入');
    expect(await page.locator('#chosen li').count()).toBe(2);
    await close();
  });

  it('names what is no slug, and those beyond four', async () => {
    const { page, faults, close } = await lab.visit(`/en${of}?v=${slugs.join(',')},%3Cb%3E`);
    await page.waitForSelector('main table');
    const status = await page.locator('#status').innerText();
    expect(status).toContain('not understood and was left out: <b>.');
    expect(status).toContain(`these in the address were left out: ${slugs[4]}.`);
    expect(await page.locator('#chosen li').count()).toBe(4);
    expect(faults).toEqual([]);
    await close();
  });

  it('keeps what was chosen before when an address names nobody', async () => {
    const { page, close } = await lab.visit(`/compare/?v=${slugs[0]}`);
    await page.waitForSelector('#chosen li');
    await page.goto(`${lab.base}${of}?v=nope`);
    await expect.poll(() => page.locator('#status').innerText()).toContain('没有代号为“nope”的机构');
    await page.goto(`${lab.base}${of}`);
    await page.waitForSelector('#chosen li');
    expect(path(page)).toBe(`${of}?v=${slugs[0]}`);
    await close();
  });
});

describe('other pages whose address is not understood', () => {
  it('search says so of a kind that it does not have', async () => {
    const { page, faults, close } = await lab.visit('/search/?q=%E5%93%8D%E5%BA%94&kind=martians');
    expect(await page.locator('main .note').innerText()).toContain('kind=martians');
    await expect.poll(() => page.locator('#results > li').count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('judging says so of answers that it cannot read, whatever they look like', async () => {
    for (const hash of ['garbage', 'short.!!!']) {
      const { page, close } = await lab.visit(`/judge/#${hash}`);
      await expect.poll(() => page.locator('#note').innerText()).toContain('没有读入');
      await close();
    }
    const { page, close } = await lab.visit('/judge/#main');
    expect(await page.locator('#note').innerText()).toBe('');
    await close();
  });

  it.each([
    ['nobody-at-all', '没有代号为“nobody-at-all”的机构。'],
    ['%3Cb%3E', '网址里有看不懂的内容，没有采用：vendor=<b>。'],
  ])('the form says so of a vendor that does not exist (%s)', async (vendor, text) => {
    const { page, close } = await lab.visit(`/submit/?vendor=${vendor}`);
    await expect.poll(() => page.locator('#submit-status').innerText()).toBe(text);
    await close();
  });

  it('the form takes a slug in upper case', async () => {
    const { page, close } = await lab.visit(`/submit/?vendor=${slugs[0]?.toUpperCase()}`);
    await expect.poll(() => page.locator('#submit-state').innerText()).toContain(slugs[0] ?? '-');
    await close();
  });
});

describe('the other language', () => {
  it.each([
    '/rankings/?price=300#listed',
    '/search/?q=tax&kind=vendor',
    '/compare/?v=SLUG',
    '/vendors/SLUG/#reviews',
    '/frameworks/#main',
    '/submit/?vendor=SLUG',
    '/judge/#main',
  ])('opens the same place: %s', async (written) => {
    const address = written.replace('SLUG', slugs[0] ?? '');
    const { page, close } = await lab.visit(address);
    await page.locator('a.tongue').click();
    await page.waitForURL((url) => url.pathname.startsWith('/en/'));
    expect(path(page)).toBe(`/en${address}`);
    await close();
  });

  it('opens a text at the same passage, whose heading has another anchor there', async () => {
    const { page, close } = await lab.visit('/methodology/');
    const anchors = (): Promise<string[]> =>
      page.locator('.prose :is(h2, h3)[id]').evaluateAll((all) => all.map((h) => h.id));
    const second = (await anchors())[1] ?? '';
    await page.goto(`${lab.base}/methodology/#${encodeURIComponent(second)}`);
    await page.locator('a.tongue').click();
    await page.waitForURL((url) => url.pathname.startsWith('/en/'));
    const theirs = (await anchors())[1] ?? '';
    expect(theirs).not.toBe(second);
    expect(new URL(page.url()).hash).toBe(`#${theirs}`);
    await close();
  });

  it('follows what the page writes into its address later', async () => {
    const { page, close } = await lab.visit('/search/');
    await page.fill('#q', 'tax');
    await expect.poll(() => path(page)).toBe('/search/?q=tax');
    await page.locator('a.tongue').click();
    await page.waitForURL((url) => url.pathname.startsWith('/en/'));
    expect(path(page)).toBe('/en/search/?q=tax');
    await close();
  });

  it('calls those put aside to compare by their names in that language', async () => {
    const { page, faults, close } = await lab.visit('/en/rankings/');
    await page.locator('#ranks .tray-add').nth(1).click();
    const english = await page.locator('#tray li').innerText();
    await page.goto(`${lab.base}/rankings/`);
    const own = await page.locator('#ranks tbody th[scope=row] a').nth(1).innerText();
    expect(own).not.toBe(english);
    await expect.poll(() => page.locator('#tray li').innerText()).toBe(own);
    // On a page that does not list it as well.
    await page.goto(`${lab.base}/en/vendors/${slugs[3]}/`);
    await expect.poll(() => page.locator('#tray li').innerText()).toBe(english);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the page of a place', () => {
  it('has its place in the list of places, and opens another one with the other filters kept', async () => {
    const { page, faults, close } = await lab.visit('/rankings/guangdong/shenzhen/?price=300');
    const list = page.locator('select[data-go=place]');
    expect((await list.locator('option:checked').innerText()).trim()).toBe('深圳');
    await list.selectOption('beijing');
    await page.waitForURL(/\/rankings\/beijing\//);
    expect(path(page)).toBe('/rankings/beijing/?price=300');
    expect(await page.locator('select[data-go=place] option:checked').innerText()).toBe('北京');
    await page.locator('select[data-go=place]').selectOption('');
    await page.waitForURL(/\/rankings\/\?price=300$/);
    await page.goBack();
    expect(await page.locator('select[data-go=place] option:checked').innerText()).toBe('北京');
    expect(faults).toEqual([]);
    await close();
  });

  it('leads from an address that asks for another place within it to that place; its own place is no filter', async () => {
    const { page, close } = await lab.visit('/rankings/guangdong/shenzhen/?place=beijing&sort=price');
    await page.waitForURL(/beijing/);
    expect(path(page)).toBe('/rankings/beijing/?sort=price');
    await page.goto(`${lab.base}/rankings/guangdong/?place=guangdong`);
    expect(await page.locator('#shown').innerText()).toMatch(/^共 \d+ 家$/);
    await page.goto(`${lab.base}/rankings/guangdong/?place=mars`);
    await expect.poll(() => page.locator('main .note').innerText()).toContain('place=mars');
    await close();
  });

  it('of a service works alike', async () => {
    const { page, close } = await lab.visit('/rankings/service/bookkeeping/');
    expect(await page.locator('select[data-go=service]').inputValue()).toBe('bookkeeping');
    await page.locator('select[data-go=service]').selectOption('tax-filing');
    await page.waitForURL(/tax-filing/);
    expect(path(page)).toBe('/rankings/service/tax-filing/');
    await close();
  });

  it.each(['', '/en'])(
    'exists once where a city is a region of its own, and its former address leads there (%s)',
    async (prefix) => {
      const { page, close } = await lab.visit(`${prefix}/rankings/beijing/beijing/`);
      await page.waitForURL(`${lab.base}${prefix}/rankings/beijing/`);
      const sitemap = await (await page.request.get(`${lab.base}/sitemap.xml`)).text();
      expect(sitemap).not.toContain('/rankings/beijing/beijing/');
      const crumbs = await page.locator('.crumbs li').allInnerTexts();
      expect(new Set(crumbs).size).toBe(crumbs.length);
      const dist = process.env['HENGPING_TEST_DIST'] ?? 'dist';
      expect(await followMovedPage(page, lab, dist, `${prefix}/rankings/beijing/beijing/?price=300#unrated`)).toBe(
        `${prefix}/rankings/beijing/?price=300#unrated`,
      );
      expect(await page.locator(`a[href="${prefix}/rankings/beijing/beijing/"]`).count()).toBe(0);
      await close();
    },
  );
});
