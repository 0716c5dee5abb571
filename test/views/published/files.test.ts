import { describe, expect, it } from 'vitest';
import { apiShapes } from '../../../src/schema/api.ts';
import { sensitivityFile, integrityFile } from '../../../src/views/published/files.ts';
import { sensitivity } from '../../../src/views/pages/sensitivity.ts';
import { emptyTables, smallMarket, throughJson, smallDataset } from './small-market.ts';

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

const WORDS = 'The accountant answers within minutes and explains every single figure to us.';

describe('integrity.json', () => {
  const { reviews } = smallDataset();
  // Two published reviews of different vendors are given the same words.
  const first = reviews.moderation.indexOf(0);
  const other = reviews.moderation.findIndex(
    (state, row) => state === 0 && reviews.vendor[row] !== reviews.vendor[first],
  );
  const scoring = smallMarket({
    reviews: {
      ...reviews,
      text: new Map([
        [first, WORDS],
        [other, WORDS.toUpperCase()],
      ]),
    },
  });
  const file = apiShapes.integrity.parse(throughJson(integrityFile(scoring)));

  it('names the flagged reviews with their reasons', () => {
    const rows = file.vendors.flatMap((v) =>
      v.rows.filter((r) => r.reasons.includes('near-duplicate')).map((r) => r.id),
    );
    expect(rows.toSorted()).toEqual([reviews.id[first], reviews.id[other]].toSorted());
    expect(file.flagged).toBe(file.vendors.reduce((sum, v) => sum + v.rows.length, 0));
    expect(file.published).toBe(reviews.moderation.filter((state) => state === 0).length);
  });

  it('gives scores with and without them, unrounded', () => {
    const slug = scoring.dataset.vendors[reviews.vendor[first]]?.slug;
    const entry = file.vendors.find((v) => v.slug === slug);
    expect(entry?.score).toBe(scoring.market.scored[reviews.vendor[first]]?.overall?.score);
    expect(entry?.without).not.toBe(entry?.score);
  });

  it('says by which limits', () => {
    expect(file.rules).toEqual({ similarText: 0.8, burstDays: 7, burstProbability: 0.001, reviewerVendors: 3 });
  });

  it('is whole without a review', () => {
    const none = smallMarket({ vendors: [], cases: [], ...emptyTables() });
    expect(apiShapes.integrity.parse(throughJson(integrityFile(none)))).toMatchObject({
      published: 0,
      flagged: 0,
      vendors: [],
    });
  });
});
