/** What pages claim of a vendor of whom little or nothing is known, and how their sentences are set. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lab } from './harness.ts';
import { openLab } from './harness.ts';

let lab: Lab;
let ranked: string[] = [];
let unranked = '';
let listed = '';
let slugs: string[] = [];

beforeAll(async () => {
  lab = await openLab();
  const { page, close } = await lab.visit('/rankings/');
  const of = async (selector: string): Promise<string[]> =>
    page
      .locator(selector)
      .evaluateAll((all) => all.map((a) => /vendors\/([^/]+)\//.exec(a.getAttribute('href') ?? '')?.[1] ?? ''));
  ranked = await of('#ranks tbody th a');
  unranked = (await of('.unrated a'))[0] ?? '';
  listed = (await of('.listed a'))[0] ?? '';
  slugs = [...ranked, ...(await of('.unrated a')), ...(await of('.listed a'))];
  await close();
});
afterAll(() => lab.close());

describe('a comparison with a vendor that is not ranked', () => {
  it.each([
    ['', '没有排名', '总分上', '暂得'],
    ['/en', 'not ranked', 'Overall,', 'so far'],
  ])(
    'puts it neither above nor below anybody overall, and says why (%s)',
    async (prefix, why, overall, provisional) => {
      const { page, faults, close } = await lab.visit(`${prefix}/compare/?v=${ranked[0]},${ranked.at(-1)},${unranked}`);
      await page.waitForSelector('#crossing');
      const sentences = await page.locator('.versus-verdict li').allTextContents();
      // As much of the name as a short form keeps.
      const name = ((await page.locator('.versus thead a').nth(2).textContent()) ?? '').slice(0, 12);
      expect(sentences.filter((s) => s.startsWith(overall))).toHaveLength(1);
      expect(sentences.find((s) => s.startsWith(overall))).not.toContain(name);
      expect(sentences.find((s) => s.includes(why))).toContain(name);
      expect(await page.locator('.versus tbody tr').first().locator('td').nth(2).textContent()).toContain(provisional);
      expect(await page.locator('section[aria-labelledby=crossing]').textContent()).not.toContain(name);
      expect(faults).toEqual([]);
      await close();
    },
  );

  it('holds a dimension without enough evidence against nobody, and draws no interval of it', async () => {
    const { page, close } = await lab.visit(`/compare/?v=${ranked[0]},${unranked}`);
    await page.waitForSelector('.by-dim');
    const cells = page.locator('.by-dim td.fig:has(.warn)');
    expect(await cells.count()).toBeGreaterThan(0);
    expect(await cells.locator('.ahead, .behind, .between, i').count()).toBe(0);
    const rows = page.locator('.by-dim tr:has(td.fig)');
    const drawn = await rows.evaluateAll((all) =>
      all.map((row) => [row.querySelectorAll('.plot .point').length, row.querySelectorAll('td.fig b').length] as const),
    );
    for (const [marks, figures] of drawn) expect(marks).toBe(figures);
    await close();
  });
});

describe('a comparison with a vendor that is only listed', () => {
  it('says that it has no score, and speaks of no overlap', async () => {
    const { page, close } = await lab.visit(`/compare/?v=${listed},${ranked[0]}`);
    await page.waitForSelector('#open');
    expect(await page.locator('#compared h2').evaluateAll((all) => all.map((h) => h.id))).toEqual([
      'glance',
      'sure',
      'open',
    ]);
    expect(await page.locator('.versus-verdict').textContent()).toContain('只被收录，没有参评');
    expect(await page.locator('#compared').textContent()).not.toContain('重叠');
    await close();
  });

  it('asks it questions on its own page without saying that it did not answer', async () => {
    const { page, close } = await lab.visit(`/vendors/${listed}/`);
    const ask = (await page.locator('#ask').textContent()) ?? '';
    expect(ask).toContain('没有参评');
    expect(ask).not.toContain('没有作答');
    expect(ask).not.toContain('没有证明');
    await close();
  });
});

describe('the sentences of vendor pages', () => {
  const textOf = async (path: string): Promise<string> => {
    const response = await fetch(lab.base + path);
    return (await response.text()).replace(/<(script|style|pre)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '');
  };

  it('have full-width colons in Chinese', async () => {
    for (const path of ['/rankings/', '/frameworks/after-sales/', ...slugs.map((s) => `/vendors/${s}/`)]) {
      expect([path, ...((await textOf(path)).match(/.{0,12}\p{Script=Han}[:;] .{0,12}/gu) ?? [])]).toEqual([path]);
    }
  });

  it('stand apart in English', async () => {
    for (const slug of slugs) expect(await textOf(`/en/vendors/${slug}/`)).not.toMatch(/\d\.\d+ (withheld|still)/);
  });

  it('write dates in one way', async () => {
    for (const slug of slugs.slice(0, 5)) {
      const { page, close } = await lab.visit(`/vendors/${slug}/`, { javaScriptEnabled: false });
      const seen = (await page.locator('main').innerText()).match(/(?<![\w-])20\d\d-\d\d-\d\d(?![\w-])/g) ?? [];
      expect([slug, ...seen]).toEqual([slug]);
      await close();
    }
  });

  it.each(['', '/en'])('keep a count of contacts on one line on a phone (%s)', async (prefix) => {
    for (const slug of [ranked[0], ranked[1], unranked]) {
      const { page, close } = await lab.visit(`${prefix}/vendors/${slug}/`, { viewport: { width: 375, height: 800 } });
      const lines = await page
        .locator('.times tbody th small')
        .evaluateAll((all) =>
          all.map((small) =>
            Math.round(small.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(small).lineHeight)),
          ),
        );
      expect(new Set(lines)).toEqual(new Set([1]));
      await close();
    }
  });
});
