import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossings, overallOf, shareOf, withShare, type MovedPart } from '../../src/score/crossing.ts';
import type { Aggregation } from '../../src/score/means.ts';
import type { Weighing } from '../../src/score/weighed.ts';

/** Framework 0 of dimensions 0 and 1, framework 1 of dimension 2. */
const weighing: Weighing = { frameworks: [{ dimensions: [0, 1] }, { dimensions: [2] }], aggregation: 'arithmetic' };
const weights = { dimensions: Float64Array.of(1, 1, 1), frameworks: Float64Array.of(60, 40) };
const scores = (...x: number[]): Float64Array => Float64Array.from(x);
const NONE = Number.NaN;

describe('the weight at which one vendor passes another', () => {
  it('is where the two straight lines of a fully measured pair meet', () => {
    // First 50 and 50 in framework 0 and 80 in framework 1; second 70, 70 and 60. With the share t of framework 1:
    // 50 + 30 t = 70 - 10 t, so t = 1/2, and the first is ahead above it.
    const [only, ...more] = crossings(weighing, weights, { framework: 1 }, scores(50, 50, 80), scores(70, 70, 60));
    expect(only?.at).toBeCloseTo(0.5, 12);
    expect(only?.ahead).toBe('first');
    expect(more).toEqual([]);
  });

  it('moves a dimension within its framework, the rest of the score staying as it is', () => {
    // Framework 0 with dimension 0 at share u: first 40 + 50 u, second 60. Overall .6 (40 + 50 u) + .4 x 50 = .6 x 60 + .4 x 65:
    // 44 + 30 u = 62, so u = 0.6.
    const found = crossings(weighing, weights, { dimension: 0 }, scores(90, 40, 50), scores(60, 60, 65));
    expect(found).toHaveLength(1);
    expect(found[0]?.at).toBeCloseTo(0.6, 12);
    expect(found[0]?.ahead).toBe('first');
  });

  it('counts the dimensions that a vendor lacks in neither sum, which can make two of them', () => {
    // Three dimensions of one framework, weights 1 1 1; dimension 0 at share t, the others (1 - t) / 2 each.
    const one: Weighing = { frameworks: [{ dimensions: [0, 1, 2] }], aggregation: 'arithmetic' };
    const equal = { dimensions: Float64Array.of(1, 1, 1), frameworks: Float64Array.of(1) };
    // First lacks dimension 2: (80 t + 40 (1 - t) / 2) / (t + (1 - t) / 2) = (40 + 120 t) / (1 + t). Second 70 t + 50 (1 - t)
    // = 50 + 20 t. 40 + 120 t = (50 + 20 t)(1 + t) gives 20 t^2 - 50 t + 10 = 0: t = (5 - sqrt 17) / 4 = 0.2192..., the other above 1.
    const found = crossings(one, equal, { dimension: 0 }, scores(80, 40, NONE), scores(70, 50, 50));
    expect(found).toHaveLength(1);
    expect(found[0]?.at).toBeCloseTo((5 - Math.sqrt(17)) / 4, 12);
    expect(found[0]?.ahead).toBe('first');
  });

  it('is nowhere when one is ahead throughout, when both are equal, or when there is nothing to move against', () => {
    expect(crossings(weighing, weights, { framework: 1 }, scores(50, 50, 50), scores(70, 70, 60))).toEqual([]);
    expect(crossings(weighing, weights, { framework: 1 }, scores(50, 50, 50), scores(50, 50, 50))).toEqual([]);
    expect(crossings(weighing, weights, { dimension: 2 }, scores(50, 50, 80), scores(70, 70, 60))).toEqual([]);
    expect(crossings(weighing, weights, { framework: 1 }, scores(NONE, NONE, NONE), scores(70, 70, 60))).toEqual([]);
  });

  it('is where the order of the scores themselves turns, and only there, under every mean', () => {
    const score = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 100 }) },
      { weight: 1, arbitrary: fc.constant(NONE) },
    );
    const row = fc.tuple(score, score, score, score, score).map((x) => Float64Array.from(x));
    const weight = fc.integer({ min: 1, max: 9 });
    const two: readonly { dimensions: readonly number[] }[] = [
      { dimensions: [0, 1, 2] },
      { dimensions: [3] },
      { dimensions: [4] },
    ];
    const part = fc.oneof(
      fc.record({ framework: fc.integer({ min: 0, max: 2 }) }),
      fc.record({ dimension: fc.integer({ min: 0, max: 2 }) }),
    );
    const how = fc.constantFrom<Aggregation>('arithmetic', 'geometric', 'harmonic');
    fc.assert(
      fc.property(
        row,
        row,
        fc.tuple(weight, weight, weight, weight, weight),
        fc.tuple(weight, weight, weight),
        part,
        how,
        (a, b, inner, outer, moved: MovedPart, aggregation) => {
          const any: Weighing = { frameworks: two, aggregation };
          const own = { dimensions: Float64Array.from(inner), frameworks: Float64Array.from(outer) };
          const lead = (t: number): number => {
            const at = withShare(any, own, moved, t);
            return overallOf(any, at, a) - overallOf(any, at, b);
          };
          const found = crossings(any, own, moved, a, b);
          const stops = [0, ...found.map((c) => c.at), 1];
          for (let k = 0; k < stops.length - 1; k++) {
            const [from = 0, to = 1] = [stops[k], stops[k + 1]];
            // Between two crossings the order does not turn; above one it is as the crossing says.
            const leads = [0.1, 0.3, 0.5, 0.7, 0.9]
              .map((x) => lead(from + x * (to - from)))
              .filter((x) => Math.abs(x) > 1e-7);
            expect(new Set(leads.map(Math.sign)).size).toBeLessThanOrEqual(1);
            const crossing = found[k - 1];
            if (crossing !== undefined && leads[0] !== undefined)
              expect(leads[0] > 0 ? 'first' : 'second').toBe(crossing.ahead);
          }
          for (const { at } of found) expect(Math.abs(lead(at))).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 1000, seed: 20260101 },
    );
  });
});

describe('shares', () => {
  it('are those of a framework in the whole and of a dimension in its framework', () => {
    expect(shareOf(weighing, weights, { framework: 1 })).toBeCloseTo(0.4, 12);
    expect(shareOf(weighing, weights, { dimension: 0 })).toBeCloseTo(0.5, 12);
  });

  it('can be set; the others keep their proportions', () => {
    const three: Weighing = {
      frameworks: [{ dimensions: [0] }, { dimensions: [1] }, { dimensions: [2] }],
      aggregation: 'arithmetic',
    };
    const own = { dimensions: Float64Array.of(1, 1, 1), frameworks: Float64Array.of(50, 30, 20) };
    expect([...withShare(three, own, { framework: 0 }, 0.75).frameworks].map((x) => Math.round(x * 1e9) / 1e9)).toEqual(
      [75, 15, 10],
    );
  });
});
