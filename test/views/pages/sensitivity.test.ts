import { describe, expect, it } from 'vitest';
import { scoreMarket, type ScoredWorkspace } from '../../../src/score/market.ts';
import { sensitivity, sensitivityPage, band, mark, strip } from '../../../src/views/pages/sensitivity.ts';
import { datasetOf } from '../../score/dataset-builder.ts';

/** Points 0..100 that a vendor has on each dimension; all observed, so nothing is uncertain. */
function scoring(vendors: Readonly<Record<string, readonly number[]>>, draws = 400): ScoredWorkspace {
  const count = Object.values(vendors)[0]?.length ?? 1;
  const levels = Object.fromEntries(
    [...new Set([0, ...Object.values(vendors).flat()])].map((points) => [`l${points}`, points]),
  );
  const dataset = datasetOf({
    frameworks: [
      {
        id: 'f',
        dimensions: Array.from({ length: count }, (_, d) => ({ id: `d${d}`, criteria: [{ id: `d${d}c`, levels }] })),
      },
    ],
    vendors: Object.entries(vendors).map(([slug, points]) => ({
      slug,
      evidence: [{ id: 'seen', tier: 'observed' }],
      answers: Object.fromEntries(points.map((p, d) => [`f/d${d}c`, { level: `l${p}`, evidence: ['seen'] }])),
    })),
  });
  const changed = { ...dataset, method: { ...dataset.method, sensitivity: { ...dataset.method.sensitivity, draws } } };
  return { dataset: changed, market: scoreMarket(changed, { draws: 0 }) };
}

describe('the page on the influence of the method', () => {
  // Overall: steady 95, even 60, tilted 55, low 30. Only even and tilted change places, and tilted and low.
  const site = scoring({ steady: [95, 95], even: [60, 60], tilted: [90, 20], low: [25, 35] });
  const page = sensitivityPage(site, 'en');

  it('shows every ranked vendor in the published order, with its bands', () => {
    expect(page.rows.map((r) => [r.slug, r.place])).toEqual([
      ['steady', 1],
      ['even', 2],
      ['tilted', 3],
      ['low', 4],
    ]);
    expect(page.rows[0]?.anyWeights).toEqual({ low: 1, high: 1, held: 1, steady: 1 });
    expect(page.rows[1]?.anyWeights).toMatchObject({ low: 2, high: 3, steady: 1 });
    expect(page).toMatchObject({ ranked: 4, shown: 4, draws: 400, factor: { low: 0.75, high: 1.25 }, axis: 4 });
  });

  it('draws the bands on one axis', () => {
    expect(page.rows[0]?.paths).toEqual({ any: 'M0 5H25', perturbed: 'M0 5H25', place: 'M12.5 0v10' });
    expect(page.rows[1]?.paths.any).toBe('M25 5H75');
    expect(page.rows[0]?.strip).toEqual([{ level: 5, path: 'M0 10v-10h25V10z' }]);
  });

  it('names the places that a vendor has most often, first the most frequent', () => {
    expect(page.rows[0]?.often).toEqual([{ place: 1, share: 1 }]);
    // Even is second while w0 < 4/7.
    const often = page.rows[1]?.often ?? [];
    expect(often.map((o) => o.place)).toEqual([2, 3]);
    expect((often[0]?.share ?? 0) + (often[1]?.share ?? 0)).toBeCloseTo(1, 12);
    expect(often[0]?.share).toBe(page.rows[1]?.anyWeights.held);
  });

  it('comes to a verdict that its numbers bear out', () => {
    expect(page.verdict?.steady.anyWeights).toBe(page.rows.filter((r) => r.anyWeights.steady >= 0.9).length);
    expect(page.verdict?.steady.anyWeights).toBe(4);
    expect(page.verdict?.first).toMatchObject({ slug: 'steady', perturbed: 1, anyWeights: 1 });
    // Tilted stands second, third or fourth.
    expect(page.verdict?.loosest).toMatchObject({ slug: 'tilted', low: 2, high: 4 });
    expect(page.verdict?.pairs.anyWeights).toBeCloseTo((1 + (sensitivity(site).anyWeights.tau as number)) / 2, 12);
  });

  it('shows what happens when one thing is changed, the most telling change first', () => {
    expect(page.variants.map((v) => v.kind)).toEqual(['aggregation', 'normalisation', 'without-dimension']);
    const without = page.variants[2]?.rows ?? [];
    // Either way one pair of six is exchanged: tau 4/6. Without d0 tilted falls to fourth, without d1 it rises to second.
    expect(without.map((r) => [r.id, r.name, r.tau?.toFixed(3), r.kept])).toEqual([
      ['f/d0', 'd0', '0.667', 2],
      ['f/d1', 'd1', '0.667', 2],
    ]);
    expect(without[0]?.mover).toMatchObject({ slug: 'tilted', from: 3, to: 4 });
    expect(without[1]?.mover).toMatchObject({ slug: 'even', from: 2, to: 3 });
    expect(without.map((r) => r.first)).toEqual([undefined, undefined]);
    expect(page.verdict?.dimension).toEqual({ name: 'd0', pairs: expect.closeTo(5 / 6, 12) });
  });

  it('says that nobody moves, and who would be first instead', () => {
    const geometric = page.variants[0]?.rows.find((r) => r.id === 'geometric');
    expect([geometric?.name, geometric?.kept, geometric?.mover]).toEqual([undefined, 4, undefined]);
    const other = sensitivityPage(scoring({ one: [80, 60], two: [50, 70] }), 'en').variants.find(
      (v) => v.kind === 'without-dimension',
    );
    expect(other?.rows.find((r) => r.id === 'f/d0')?.first).toMatchObject({ slug: 'two' });
    expect(other?.rows.find((r) => r.id === 'f/d1')?.first).toBeUndefined();
  });

  it('is computed once for both languages', () => {
    expect(sensitivity(site)).toBe(sensitivity(site));
    expect(sensitivityPage(site, 'zh').rows.map((r) => r.anyWeights)).toEqual(page.rows.map((r) => r.anyWeights));
  });
});

describe('a market in which there is nothing to compare', () => {
  it('has no verdict and no variants with nobody, nor with one', () => {
    for (const vendors of [{}, { alone: [50, 60] }]) {
      const page = sensitivityPage(scoring(vendors), 'en');
      expect([page.verdict, page.variants, page.rows.length]).toEqual([undefined, [], Object.keys(vendors).length]);
    }
  });

  it('has no pairs in order when all are equal', () => {
    const page = sensitivityPage(scoring({ one: [50, 50], two: [50, 50] }), 'en');
    expect(page.rows.map((r) => r.place)).toEqual([1, 1]);
    expect(page.verdict?.pairs).toEqual({ perturbed: undefined, anyWeights: undefined });
    expect(page.verdict?.dimension).toBeUndefined();
  });
});

describe('a band of places', () => {
  it('covers the cells of its places, of which each has an equal share of the width', () => {
    expect(band(1, 1, 4, 5)).toBe('M0 5H25');
    expect(band(2, 3, 4, 5)).toBe('M25 5H75');
    expect(band(1, 4, 4, 5)).toBe('M0 5H100');
  });

  it('has its marks in the middle of a cell', () => {
    expect(mark(1, 4)).toBe('M12.5 0v10');
    expect(mark(4, 4, 6)).toBe('M87.5 2v6');
  });

  it('is rounded to what can be seen', () => {
    expect(band(2, 2, 3, 5)).toBe('M33.33 5H66.67');
  });
});

describe('a strip of shares', () => {
  it('draws cells by level: the higher, the more often', () => {
    expect(strip([0.7, 0.2, 0.1, 0], 4)).toEqual([
      { level: 2, path: 'M50 10v-4h25V10z' },
      { level: 3, path: 'M25 10v-6h25V10z' },
      { level: 5, path: 'M0 10v-10h25V10z' },
    ]);
  });

  it('draws cells of one level as one path, and next to nothing not at all', () => {
    expect(strip([0.4, 0.004, 0.4, 0.196], 4).map((l) => [l.level, l.path])).toEqual([
      [3, 'M75 10v-6h25V10z'],
      [4, 'M0 10v-8h25V10zM50 10v-8h25V10z'],
    ]);
  });

  it('has forty cells at most: beyond that neighbours share one', () => {
    const shares = new Float64Array(90);
    shares[0] = 0.2;
    shares[1] = 0.2;
    shares[2] = 0.25;
    shares[89] = 0.35;
    // Three places a cell: 0.65 in the first, 0.35 in the last.
    expect(strip(shares, 90)).toEqual([
      { level: 4, path: 'M96.67 10v-8h3.33V10z' },
      { level: 5, path: 'M0 10v-10h3.33V10z' },
    ]);
  });

  it('looks no further than the places on its axis', () => {
    expect(strip([0, 0.5, 0.5], 2)).toEqual([{ level: 4, path: 'M50 10v-8h50V10z' }]);
  });
});
