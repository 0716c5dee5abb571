/** Cities as ways in. */
import { describe, expect, it } from 'vitest';
import { placeWays } from '../../../src/views/pages/ways.ts';
import { market } from '../fixture.ts';

describe('the cities on the home page', () => {
  it('come by number of vendors; one without a page leads to the ranking filtered by it', () => {
    const { first, rest } = placeWays(market(), 'zh');
    expect(first.map((c) => [c.name, c.path, c.count])).toEqual([
      ['哈尔滨', '/rankings/north/harbin/', 3],
      ['大连', '/rankings/?place=north%2Fdalian', 1],
      ['三亚', '/rankings/?place=south%2Fsanya', 1],
    ]);
    expect(rest).toEqual([]);
  });

  it('are twelve at once, the rest behind them', () => {
    const site = market();
    const names = Array.from({ length: 14 }, (_, i) => `c${i}`);
    const cities = names.map((id) => ({ id, name: { zh: id, en: id } }));
    const [vendor] = site.dataset.vendors;
    if (vendor === undefined) throw new Error('no vendor');
    const dataset = {
      ...site.dataset,
      directory: { ...site.dataset.directory, regions: [{ id: 'r', name: { zh: 'r', en: 'r' }, cities }] },
      vendors: names.map((city, i) => ({
        ...vendor,
        slug: `v${i}`,
        offices: [{ region: 'r', city, main: true }, ...(i === 13 ? [{ region: 'r', city: 'c12', main: false }] : [])],
      })),
    };
    const { first, rest } = placeWays({ ...site, dataset }, 'en');
    expect(first.map((c) => c.name)).toEqual(['c12', ...names.slice(0, 11)]);
    expect(rest.map((c) => c.name)).toEqual(['c11', 'c13']);
  });
});
