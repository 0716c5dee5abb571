import { beforeEach, describe, expect, it } from 'vitest';
import { scoreMarket } from '../../src/score/market.ts';
import { MOST, type Sensitivity, sensitivityOf } from '../../src/score/sensitivity.ts';
import { type MethodChanges, datasetOf } from './dataset-builder.ts';

/** Points 0..100 that a vendor has on each dimension of the one framework f; all observed, so nothing is uncertain. */
function sensitivity(
  vendors: Readonly<Record<string, readonly number[]>>,
  weights: readonly number[] = [],
  method: MethodChanges = {},
  draws = 200,
): Sensitivity {
  const count = Object.values(vendors)[0]?.length ?? 0;
  const ids = Array.from({ length: count }, (_, d) => `d${d}`);
  const levels = Object.fromEntries(
    [...new Set(Object.values(vendors).flat())].map((points) => [`l${points}`, points]),
  );
  const dataset = datasetOf({
    frameworks: [
      {
        id: 'f',
        dimensions: ids.map((id, d) => ({ id, weight: weights[d] ?? 1, criteria: [{ id: `${id}c`, levels }] })),
      },
    ],
    vendors: Object.entries(vendors).map(([slug, points]) => ({
      slug,
      evidence: [{ id: 'seen', tier: 'observed' }],
      answers: Object.fromEntries(points.map((p, d) => [`f/d${d}c`, { level: `l${p}`, evidence: ['seen'] }])),
    })),
    method,
  });
  const sensitive = {
    ...dataset,
    method: { ...dataset.method, sensitivity: { ...dataset.method.sensitivity, draws } },
  };
  return sensitivityOf(sensitive, scoreMarket(sensitive, { draws: 0 }));
}

const variant = (result: Sensitivity, id: string) => {
  const found = result.variants.find((v) => v.id === id);
  if (!found) throw new Error(`no variant ${id}`);
  return { tau: found.tau, places: [...found.places] };
};

describe('three vendors, two dimensions of equal weight', () => {
  // Overall: even 60, tilted (90 + 20) / 2 = 55, low 30. Vendors by slug: even 0, low 1, tilted 2.
  let result: Sensitivity;
  beforeEach(() => {
    result = sensitivity({ even: [60, 60], tilted: [90, 20], low: [25, 35] });
  });

  it('are looked at in the published order', () => {
    expect([result.vendors, result.published, result.ranked]).toEqual([[0, 2, 1], [1, 2, 3], 3]);
  });

  it('stand otherwise under other means', () => {
    // Geometric: 60, sqrt(1800) = 42.4, sqrt(875) = 29.6. Harmonic: 60, 2/(1/90+1/20) = 32.7, 2/(1/25+1/35) = 29.2.
    expect(variant(result, 'geometric')).toEqual({ tau: 1, places: [1, 2, 3] });
    expect(variant(result, 'harmonic')).toEqual({ tau: 1, places: [1, 2, 3] });
    expect(result.variants.filter((v) => v.kind === 'aggregation').map((v) => v.id)).toEqual(['geometric', 'harmonic']);
  });

  it('stand otherwise when each dimension is spread over the market', () => {
    // Columns 60 90 25 and 60 20 35. Min-max: even 35/65 = .538 and 1, tilted 1 and 0, low 0 and 15/40 = .375.
    expect(variant(result, 'minmax').places).toEqual([1, 2, 3]);
    // Percentiles: even 1/2 and 1, tilted 1 and 0, low 0 and 1/2.
    expect(variant(result, 'percentile').places).toEqual([1, 2, 3]);
    // z: mean 175/3 and 115/3; even .05 + 1.07, tilted .97 - .91, low -1.02 - .17 in standard deviations.
    expect(variant(result, 'zscore').places).toEqual([1, 2, 3]);
  });

  it('stand otherwise without one dimension', () => {
    // Without d0 only d1 counts: even 60, tilted 20, low 35: one pair of three exchanged. Without d1: tilted 90, even 60, low 25.
    expect(variant(result, 'f/d0')).toEqual({ tau: expect.closeTo(1 / 3, 12), places: [1, 3, 2] });
    expect(variant(result, 'f/d1')).toEqual({ tau: expect.closeTo(1 / 3, 12), places: [2, 1, 3] });
  });

  it('hold their places under slightly other weights', () => {
    // Even is ahead of tilted while w0 x 30 < w1 x 40, so for all factors up to 4/3; .75 against 1.25 is 5/3 at the worst.
    expect(result.perturbed.steady[0]).toBe(1);
    expect(result.perturbed.acceptability[2]?.[2]).toBe(1);
    // P(w0 / w1 > 4/3), both even on .75..1.25: triangle under w1 < 3/4 w0, legs .3125 and .1875 of a square of .25.
    const exchanged = (0.5 * (1.25 - 1) * (0.9375 - 0.75)) / 0.25;
    expect(Math.abs((result.perturbed.acceptability[0]?.[1] ?? 0) - exchanged)).toBeLessThan(0.07);
  });

  it('stand anywhere that some weights put them', () => {
    // Even is first while w0 < 4/7, else second; tilted is third while w0 90 + w1 20 < w0 25 + w1 35: w0 < 3/16.
    expect(Math.abs((result.anyWeights.acceptability[0]?.[0] ?? 0) - 4 / 7)).toBeLessThan(0.11);
    expect(Math.abs((result.anyWeights.acceptability[1]?.[2] ?? 0) - 3 / 16)).toBeLessThan(0.09);
    expect(result.anyWeights.acceptability[2]?.[0]).toBe(0);
  });
});

describe('variants', () => {
  it('need a dimension to leave out that weighs something, and another that remains', () => {
    const ids = (result: Sensitivity): string[] =>
      result.variants.filter((v) => v.kind === 'without-dimension').map((v) => v.id);
    expect(ids(sensitivity({ a: [1, 2], b: [2, 1] }, [1, 0]))).toEqual([]);
    expect(ids(sensitivity({ a: [1], b: [2] }))).toEqual([]);
    expect(ids(sensitivity({ a: [1, 2, 3], b: [2, 1, 3] }, [1, 0, 1]))).toEqual(['f/d0', 'f/d2']);
  });

  it('leave out a dimension in which all are equal when they spread dimensions over the market', () => {
    // d1 is 50 for both; with it in the middle or not, only d0 tells them apart.
    const result = sensitivity({ a: [40, 50], b: [60, 50] });
    for (const id of ['minmax', 'zscore', 'percentile'])
      expect(variant(result, id)).toEqual({ tau: 1, places: [1, 2] });
  });

  it('compare the method with the two other means, whichever is its own', () => {
    const means = sensitivity({ a: [60, 60], b: [90, 20] }, [], { aggregation: 'geometric' }).variants.filter(
      (v) => v.kind === 'aggregation',
    );
    expect(means.map((v) => [v.id, ...v.places])).toEqual([
      ['arithmetic', 1, 2],
      ['harmonic', 1, 2],
    ]);
  });

  it('have no tau where they tell nobody apart', () => {
    // Without d0 both are 50.
    expect(variant(sensitivity({ a: [40, 50], b: [60, 50] }), 'f/d0')).toEqual({ tau: undefined, places: [1, 1] });
  });
});

describe('a market with next to nobody', () => {
  it('has nothing to compare', () => {
    for (const vendors of [{}, { alone: [50, 60] }]) {
      const result = sensitivity(vendors);
      expect(result.variants).toEqual([]);
      expect(result.vendors).toHaveLength(Object.keys(vendors).length);
    }
  });
});

it('looks at the first of a large market, but counts places among all', () => {
  // d0 falls by a tenth of a point from one vendor to the next; on d1, of little weight, the last of all is the best.
  const names = Array.from({ length: MOST + 2 }, (_, i) => `v${String(i).padStart(3, '0')}`);
  const result = sensitivity(
    Object.fromEntries(names.map((slug, i) => [slug, i === MOST + 1 ? [0, 100] : [90 - i / 10, 50]])),
    [99, 1],
    {},
    10,
  );
  expect([result.vendors.length, result.ranked]).toEqual([300, 302]);
  expect(result.anyWeights.acceptability[0]).toHaveLength(302);
  // Without d0 everybody but the last is second.
  expect(variant(result, 'f/d0').places).toEqual(Array.from({ length: 300 }, () => 2));
});

it('the same market gives the same draws, whoever else is in it', () => {
  const one = sensitivity({ a: [60, 60], b: [90, 20] });
  expect(sensitivity({ a: [60, 60], b: [90, 20] })).toEqual(one);
  const more = sensitivity({ a: [60, 60], b: [90, 20], c: [0, 0] });
  expect(more.anyWeights.held[0]).toBe(one.anyWeights.held[0]);
});
