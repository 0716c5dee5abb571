import { describe, expect, it } from 'vitest';
import { apiShapes, type MarketFile, type Receipt } from '../../src/schema/api.ts';
import { marketFile } from '../../src/views/published/market-file.ts';
import { checkMarketFigures } from '../../src/verify/market-figures.ts';
import { emptyTables, smallMarket, throughJson } from '../views/published/small-market.ts';
import { changed, publishedBy } from './published.ts';

const base = smallMarket();
const name = { zh: 'x', en: 'x' };
/** Everybody offers the service; every second one is in the city. */
const scoring = smallMarket({
  site: { ...base.dataset.site, regionPageMinimum: 1 },
  directory: {
    ...base.dataset.directory,
    services: [{ id: 'books', name, aliases: [] }],
    regions: [{ id: 'north', name, cities: [{ id: 'harbin', name }] }],
  },
  vendors: base.dataset.vendors.map((vendor, v) => ({
    ...vendor,
    services: ['books'],
    offices: v % 2 === 0 ? [{ region: 'north', city: 'harbin', main: true }] : [],
  })),
});
const { receipts, context } = publishedBy(scoring);
const file = apiShapes.market.parse(throughJson(marketFile(scoring)));

function pathsOf(given: MarketFile, told: readonly Receipt[] = receipts): string[] {
  const check = checkMarketFigures(context);
  for (const receipt of told) check.add(receipt);
  return check.finish(given).differences.map((d) => d.path);
}

describe('the published figures of the market', () => {
  it('come out again from the receipts, in whatever order they are read', () => {
    expect(Object.keys(file.scores).length).toBeGreaterThan(3);
    expect(Object.keys(file.facets).length).toBeGreaterThan(1);
    expect(file.contacts.length).toBeGreaterThan(0);
    expect(file.lists.some(({ vendors }) => vendors.length > 1)).toBe(true);
    expect(pathsOf(file)).toEqual([]);
    expect(pathsOf(file, receipts.toReversed())).toEqual([]);
  });

  const score = Object.keys(file.scores)[1] ?? '';
  const facet = Object.keys(file.facets)[0] ?? '';
  const list = file.lists.findIndex(({ vendors }) => vendors.length > 1);
  it.each<readonly [string, readonly (string | number)[], (old: unknown) => unknown]>([
    ['the number of the ranked', ['ranked'], (n) => (n as number) + 1],
    ['how far places are known', ['typicalPlaces'], (n) => (n as number) + 1],
    ['the median of the overall score', ['scores', 'overall', 'median'], (x) => (x as number) + 0.01],
    ['the median of a framework or dimension', ['scores', score, 'median'], (x) => (x as number) - 0.01],
    ['a count of a facet', ['facets', facet, 'met'], (n) => (n as number) + 1],
    ['the median time of a channel', ['contacts', 0, 'median'], (n) => (n as number) + 1],
    ['the number of contacts of a channel', ['contacts', 0, 'contacts'], (n) => (n as number) + 1],
    ['a place in the list of a place or service', ['lists', list, 'vendors', 0, 'high'], (n) => (n as number) + 1],
    ['a group in the list of a place or service', ['lists', list, 'vendors', 1, 'group'], (n) => (n as number) + 1],
  ])('are refused when %s was changed', (_name, path, to) => {
    expect(pathsOf(changed(file, path, to))).toHaveLength(1);
  });

  it('are refused when a figure, a channel or a vendor of a list is missing', () => {
    const { [facet]: _facet, ...facets } = file.facets;
    expect(pathsOf({ ...file, facets })).not.toEqual([]);
    expect(pathsOf({ ...file, contacts: file.contacts.slice(1) })).not.toEqual([]);
    expect(
      pathsOf({
        ...file,
        lists: file.lists.with(list, {
          path: file.lists[list]?.path ?? '',
          vendors: file.lists[list]?.vendors.slice(1) ?? [],
        }),
      }),
    ).not.toEqual([]);
  });

  it('are whole when there are no vendors', () => {
    const nobody = smallMarket({ vendors: [], cases: [], ...emptyTables() });
    expect(apiShapes.market.parse(throughJson(marketFile(nobody)))).toMatchObject({
      ranked: 0,
      scores: {},
      facets: {},
      contacts: [],
      lists: [],
    });
  });
});
