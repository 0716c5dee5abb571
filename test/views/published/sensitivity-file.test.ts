import { describe, expect, it } from 'vitest';
import { apiShapes } from '../../../src/schema/api.ts';
import { sensitivityFile } from '../../../src/views/published/sensitivity-file.ts';
import { sensitivity } from '../../../src/views/pages/sensitivity.ts';
import { emptyTables, smallMarket, throughJson } from './small-market.ts';

const scoring = smallMarket();
const file = apiShapes.sensitivity.parse(throughJson(sensitivityFile(scoring)));
const { dataset, market } = scoring;

describe('sensitivity.json', () => {
  it('lists the ranked in the published order with their places', () => {
    expect(file.vendors.map((v) => v.slug)).toEqual(market.ranked.map((v) => dataset.vendors[v]?.slug));
    expect(file.vendors[0]?.place).toBe(1);
    expect(file).toMatchObject({
      ranked: market.rankedCount,
      draws: 10,
      weightFactor: { low: 0.75, high: 1.25 },
      methodology: '2026.2',
    });
  });

  it('gives all shares of the draws, from the best place met on', () => {
    for (const vendor of file.vendors) {
      for (const band of [vendor.perturbed, vendor.anyWeights]) {
        expect(band.shares.reduce((sum, s) => sum + s, 0)).toBeCloseTo(1, 9);
        expect(band.shares[0]).toBeGreaterThan(0);
        expect(band.shares.at(-1)).toBeGreaterThan(0);
        expect(band.shares[vendor.place - band.from] ?? 0).toBe(band.held);
        expect(band.low).toBeGreaterThanOrEqual(band.from);
        expect(band.high).toBeLessThan(band.from + band.shares.length);
      }
    }
  });

  it('gives a place for every vendor under every variant', () => {
    expect(file.variants.map((v) => v.id)).toEqual(sensitivity(scoring).variants.map((v) => v.id));
    expect(file.variants.length).toBeGreaterThan(5);
    for (const variant of file.variants) expect(variant.places).toHaveLength(file.vendors.length);
  });

  it('is whole when nobody is ranked', () => {
    const nobody = smallMarket({ vendors: [], cases: [], ...emptyTables() });
    expect(apiShapes.sensitivity.parse(throughJson(sensitivityFile(nobody)))).toMatchObject({
      ranked: 0,
      vendors: [],
      variants: [],
      tau: {},
    });
  });
});
