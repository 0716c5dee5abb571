/** Pages on paper: what was chosen is said, nothing waits to be clicked, the address is there, and a sheet is one sheet. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

/** Brings the page into the state in which it would be printed. */
async function onPaper(page: Page): Promise<void> {
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  await page.emulateMedia({ media: 'print' });
}

const pagesOf = async (page: Page): Promise<number | undefined> =>
  (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length;

const CONTROLS = 'main :is(button, select, input, textarea)';

it('a filtered ranking says by what it was filtered, sorted and weighed, how many are left, and where it is', async () => {
  const { page, close } = await lab.visit('/rankings/?price=300&place=guangdong&w=fast&sort=price');
  await expect.poll(() => page.locator('#shown').innerText()).toContain('您的权重');
  await onPaper(page);
  const line = await page.locator('main p.on-paper').innerText();
  const shown = await page.locator('#ranks tbody tr:visible').count();
  expect(line).toContain(`重排 ${shown} 家`);
  expect(line).toContain('地区：广东，起价不超过：300，排序：价格低，按“回得快”排');
  expect(line).toContain(page.url());
  // The sentence about all that are ranked is not that of this list.
  expect(await page.locator('.lead').first().isVisible()).toBe(false);
  await close();
});

it('a ranking that is not filtered is printed as it is published', async () => {
  const { page, close } = await lab.visit('/en/rankings/');
  await onPaper(page);
  expect(await page.locator('main p.on-paper').innerText()).toBe('');
  expect(await page.locator('.lead').first().isVisible()).toBe(true);
  await close();
});

it.each(['', '/en'])(
  'a comparison holds no controls and its address; a chart that was drawn stays (%s)',
  async (prefix) => {
    const { page, close } = await lab.visit(`${prefix}/compare/?v=${slugs.slice(0, 3).join(',')}`);
    await page.locator('.explorer button').waitFor();
    await onPaper(page);
    expect(await page.locator(`${CONTROLS}:visible`).count()).toBe(0);
    expect(await page.locator('.explorer').isVisible()).toBe(false);
    expect(await page.locator('main p.on-paper').innerText()).toContain(page.url());
    await page.emulateMedia({ media: 'screen' });
    await page.click('.explorer button');
    await page.locator('.chart canvas').waitFor();
    await onPaper(page);
    expect(await page.locator('.chart canvas').isVisible()).toBe(true);
    expect(await page.locator(`${CONTROLS}:visible`).count()).toBe(0);
    await close();
  },
);

it.each(['/judge/', '/search/?q=tax', '/vendors/SLUG/', '/sheet/?v=SLUG'])('%s holds no buttons', async (written) => {
  const { page, close } = await lab.visit(written.replace('SLUG', slugs[0] ?? ''));
  await onPaper(page);
  expect(await page.locator('main button:visible').count()).toBe(0);
  await close();
});

it.each([
  ['', '这个名字特别长的示例财税咨询服务与代理记账事务所有限责任公司深圳南山科技园第二分公司'],
  [
    '/en',
    'An Example Accountancy with a Remarkably Long Name for Small and Medium-sized Firms of the Greater Bay Area, Second Branch',
  ],
])('a sheet of four with long names is one page of A4 with its address (%s)', async (prefix, long) => {
  const { page, close } = await lab.visit('/404.html', { viewport: { width: 1280, height: 900 } });
  await page.route(/\/compare\/[^/]+\.json/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), name: { zh: long, en: long } } });
  });
  await page.goto(`${lab.base}${prefix}/sheet/?v=${slugs.slice(0, 4).join(',')}`);
  await page.waitForSelector('.sheet-vendor');
  const before = await page.locator('[data-clause]:visible').count();
  expect(await pagesOf(page)).toBe(1);
  // On the screen it is as before.
  expect(await page.locator('[data-clause]:visible').count()).toBe(before);
  await onPaper(page);
  expect(await page.locator('main p.on-paper').innerText()).toContain(page.url());
  expect(await page.locator('.sheet-vendor li').count()).toBeGreaterThanOrEqual(8);
  expect(
    await page.evaluate('parseFloat(getComputedStyle(document.querySelector(".sheet-vendor li")).fontSize)'),
  ).toBeGreaterThanOrEqual(8.6);
  await close();
});
