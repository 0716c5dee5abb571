/** "Check this score": the browser computes a vendor's scores again and says what came out. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/schema/api.ts';
import type { Lab, Visit } from './harness.ts';
import { openLab } from './harness.ts';

let lab: Lab;
let path: string;
let receipt: Receipt;

beforeAll(async () => {
  lab = await openLab();
  const { page, close } = await lab.visit('/rankings/');
  path = (await page.locator('#ranks tbody th a').first().getAttribute('href')) ?? '';
  receipt = (await (await page.request.get(`${lab.base}/api/v1${path.slice(0, -1)}.json`)).json()) as Receipt;
  await close();
});
afterAll(async () => {
  await lab.close();
});

const done = (page: Page) =>
  page.locator('#check .check-result:not([hidden]), #check.wrong .check-status:not(:empty)').first().waitFor();
const press = async ({ page }: Visit): Promise<string> => {
  await page.locator('#check button').click();
  await done(page);
  return (await page.locator('#check .check-status').textContent()) ?? '';
};
const rows = async (page: Page, table: string): Promise<string[][]> => {
  const all = await page.locator(`#check table.${table} tbody tr`).all();
  return Promise.all(
    all.map(async (row) => (await row.locator('th, td').allTextContents()).map((text) => text.trim())),
  );
};

describe('checking a score', () => {
  it.each([
    { prefix: '', agree: /^逐一重算了 [\d,]+ 个值，全部一致，用时 [\d.]+ 秒。$/, same: '一致', overall: '总分' },
    {
      prefix: '/en',
      agree: /^All agree: [\d,]+ values computed again in [\d.]+ s\.$/,
      same: 'agree',
      overall: 'Overall',
    },
  ])('works from the keyboard and shows every step ($prefix/)', async ({ prefix, agree, same, overall }) => {
    const visit = await lab.visit(prefix + path);
    const { page, faults, close } = visit;
    const button = page.locator('#check button');
    await button.focus();
    await page.keyboard.press('Enter');
    await done(page);
    expect(await page.locator('#check .check-status').textContent()).toMatch(agree);
    expect(await button.evaluate('document.activeElement === document.querySelector("#check button")')).toBe(true);
    expect(await page.locator('#check [role=status]').count()).toBe(1);

    const dimensions = receipt.frameworks.flatMap((f) => f.dimensions);
    const steps = await rows(page, 'steps');
    expect(steps.map((row) => row[2])).toEqual(Array.from({ length: 7 }, () => same));
    expect(steps.map((row) => row[1]).slice(1)).toEqual(
      [
        receipt.rows.reviews.length + receipt.rows.observations.length,
        receipt.measures.length,
        dimensions.flatMap((d) => d.criteria).length,
        dimensions.length,
        receipt.frameworks.length,
        1,
      ].map(String),
    );
    const scores = await rows(page, 'scores');
    const score = receipt.overall?.score.toFixed(6);
    expect(scores[0]).toEqual([overall, score, score]);
    expect(scores).toHaveLength(1 + receipt.frameworks.length + dimensions.length);
    for (const [, published, recomputed] of scores) expect(recomputed).toBe(published);
    expect(faults).toEqual([]);
    await close();
  });

  it('loads the verifier only when asked', async () => {
    const visit = await lab.visit('/about/');
    const { page, close } = visit;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(lab.base + path, { waitUntil: 'networkidle' });
    const verifier = (): string[] => asked.filter((p) => p.includes('check-receipt') || p.startsWith('/api/'));
    expect(verifier()).toEqual([]);
    await press(visit);
    expect([...new Set(verifier().filter((p) => p.startsWith('/api/')))].sort()).toEqual([
      '/api/v1/frameworks.json',
      '/api/v1/methodology.json',
      `/api/v1${path.slice(0, -1)}.json`,
    ]);
    expect(verifier().some((p) => p.includes('check-receipt'))).toBe(true);
    await close();
  });

  it.each(['light', 'dark'] as const)(
    'has no accessibility findings and fits a small phone (%s)',
    async (colorScheme) => {
      const visit = await lab.visit(path, { colorScheme, viewport: { width: 320, height: 700 } });
      await press(visit);
      await visit.page.locator('#check details').evaluate('document.querySelector("#check details").open = true');
      const { violations } = await new AxeBuilder({ page: visit.page }).include('#check').analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
      expect(await visit.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
      await visit.close();
    },
  );

  it('names what does not agree when a published number is not what the rows give', async () => {
    const visit = await lab.visit(`/en${path}`);
    const { page, close } = visit;
    const false_ = structuredClone(receipt);
    false_.frameworks[0]!.dimensions[0]!.estimate!.score += 1;
    await page.route('**/api/v1/vendors/*.json', (route) => route.fulfill({ json: false_ }));
    expect(await press(visit)).toMatch(/^1 of [\d,]+ values does not agree\./);
    const [difference, ...more] = await rows(page, 'differences');
    const [framework] = false_.frameworks;
    expect(more).toEqual([]);
    expect(difference?.[0]).toBe(
      `frameworks[${framework?.id}].dimensions[${framework?.dimensions[0]?.id}].estimate.score`,
    );
    expect(Number(difference?.[1])).toBe(framework?.dimensions[0]?.estimate?.score);
    expect(Number(difference?.[2])).toBeCloseTo(receipt.frameworks[0]!.dimensions[0]!.estimate!.score, 8);
    expect((await rows(page, 'steps')).filter((row) => row[2] !== 'agree').map((row) => row[2])).toEqual(['1 differ']);
    expect(await page.locator('#check.wrong').count()).toBe(1);
    await close();
  });

  it('notices when the page prints another score than the receipt', async () => {
    const visit = await lab.visit(path);
    await visit.page.evaluate('document.querySelector("#check").dataset.score = "99"');
    expect(await press(visit)).toMatch(/有 1 处不一致/);
    expect((await rows(visit.page, 'differences'))[0]).toEqual([
      '页面所示 score',
      '99',
      String(Math.round(receipt.overall?.score ?? Number.NaN)),
    ]);
    await visit.close();
  });

  it('says so when the network is down, and works once it is back', async () => {
    const visit = await lab.visit(`/en${path}`);
    await visit.page.context().setOffline(true);
    expect(await press(visit)).toMatch(/^The receipt could not be fetched/);
    expect(await visit.page.locator('#check .check-result').isHidden()).toBe(true);
    await visit.page.context().setOffline(false);
    await visit.page.locator('#check button').click();
    await visit.page.locator('#check .check-result:not([hidden])').waitFor();
    expect(await visit.page.locator('#check .check-status').textContent()).toMatch(/^All agree/);
    await visit.close();
  });

  it('says so when the receipt is gone', async () => {
    const visit = await lab.visit(path);
    await visit.page.route('**/api/v1/vendors/*.json', (route) => route.fulfill({ status: 404, body: '' }));
    expect(await press(visit)).toMatch(/^没有取到凭据/);
    await visit.close();
  });

  it('leaves the receipt to be read where there is no script', async () => {
    const { page, close } = await lab.visit(path, { javaScriptEnabled: false });
    expect(await page.locator('#check button').isVisible()).toBe(false);
    expect(await page.locator('#check a').getAttribute('href')).toBe(`/api/v1${path.slice(0, -1)}.json`);
    await close();
  });
});

describe('a vendor without a score', () => {
  it('has nothing to check', async () => {
    const { page, close } = await lab.visit('/rankings/');
    await page.goto(lab.base + ((await page.locator('.listed a').first().getAttribute('href')) ?? ''));
    expect(await page.locator('#check').count()).toBe(0);
    await close();
  });
});
