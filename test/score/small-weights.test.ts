/** What weighs next to nothing changes next to nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreMarket } from '../../src/score/market.ts';
import { dayDiscount } from '../../src/score/row-weights.ts';
import { type ReviewSketch, type Sketch, datasetOf } from './dataset-builder.ts';

const RUNS = { numRuns: 1000, seed: 20260101 } as const;
const YEAR = 365;

/** Three to eight vendors with 2 to 6 reviews each, of the last three years or, in some markets, of the last few weeks. */
const market: fc.Arbitrary<{ sketch: Sketch; slugs: string[] }> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 3, maxLength: 8 }),
    oldest: fc.constantFrom(30, 3 * YEAR),
    dayCorrelation: fc.constantFrom(0, 0.1),
  })
  .chain(({ sizes, oldest, dayCorrelation }) => {
    const count = sizes.reduce((a, b) => a + b, 0);
    const row = fc.record({
      age: fc.integer({ min: 0, max: oldest }),
      q: fc.integer({ min: 1, max: 5 }),
      p: fc.integer({ min: 1, max: 5 }),
    });
    return fc.array(row, { minLength: count, maxLength: count }).map((rows) => {
      const slugs = sizes.map((_, v) => `v${v}`);
      const owner = sizes.flatMap((n, v) => Array.from({ length: n }, () => `v${v}`));
      return {
        slugs,
        sketch: {
          frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c', 'e'] }] }],
          questions: [
            { id: 'q', kind: 'rating' as const, criteria: ['f/c'] },
            { id: 'p', kind: 'rating' as const, criteria: ['f/e'] },
          ],
          vendors: slugs.map((slug) => ({ slug })),
          reviews: rows.map(({ age, q, p }, i): ReviewSketch => ({
            id: `r${i}`,
            vendor: owner[i],
            age,
            answers: { q, p },
          })),
          method: { shrinkage: { minVendors: 3 }, reviews: { dayCorrelation } },
        },
      };
    });
  });

/** Rows to be added: vendor by number, and answers. */
const added = fc.array(
  fc.record({ v: fc.nat(), q: fc.integer({ min: 1, max: 5 }), p: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 1, maxLength: 40 },
);

type Ends = { score: number; low: number; high: number };

function intervals(sketch: Sketch): Ends[] {
  return scoreMarket(datasetOf(sketch), { draws: 0 }).scored.map((s) => s?.overall as Ends);
}

function furthest(one: readonly Ends[], other: readonly Ends[]): number {
  return Math.max(
    ...one.flatMap((a, v) =>
      (['score', 'low', 'high'] as const).map((key) => Math.abs(a[key] - (other[v]?.[key] ?? Number.NaN))),
    ),
  );
}

describe('reviews that weigh next to nothing', () => {
  it('change no interval by more than 0.01 points, be they 25 half-lives old or of a class of tiny weight', () => {
    fc.assert(
      fc.property(market, added, fc.boolean(), ({ sketch, slugs }, extra, old) => {
        const rows = extra.map(({ v, q, p }, i): ReviewSketch => ({
          id: `x${i}`,
          vendor: slugs[v % slugs.length],
          answers: { q, p },
          ...(old ? { age: 25 * YEAR + i } : { source: 'organic', age: i }),
        }));
        const classes = { 'verified-contract': 1, invited: 0.8, organic: 1e-7, 'vendor-supplied': 0.3 };
        const method = { ...sketch.method, reviews: { ...sketch.method?.reviews, classes } };
        const before = intervals({ ...sketch, method });
        const after = intervals({ ...sketch, method, reviews: [...(sketch.reviews ?? []), ...rows] });
        expect(furthest(before, after)).toBeLessThan(0.01);
      }),
      RUNS,
    );
  });

  it('change nothing at all below the least weight that counts', () => {
    fc.assert(
      fc.property(market, added, ({ sketch, slugs }, extra) => {
        const method = { ...sketch.method, reviews: { ...sketch.method?.reviews, minimumWeight: 0.01 } };
        // 7 half-lives: 1/128.
        const rows = extra.map(({ v, q, p }, i): ReviewSketch => ({
          id: `x${i}`,
          vendor: slugs[v % slugs.length],
          answers: { q, p },
          age: 7 * YEAR + i,
        }));
        expect(intervals({ ...sketch, method, reviews: [...(sketch.reviews ?? []), ...rows] })).toEqual(
          intervals({ ...sketch, method }),
        );
      }),
      RUNS,
    );
  });
});

describe('the order of rows and further vendors', () => {
  it('change nothing: rows in another order, as from split files, and a vendor without reviews', () => {
    fc.assert(
      fc.property(market, fc.nat(), ({ sketch }, cut) => {
        const reviews = sketch.reviews ?? [];
        const at = cut % reviews.length;
        const before = intervals(sketch);
        expect(intervals({ ...sketch, reviews: [...reviews.slice(at), ...reviews.slice(0, at)] })).toEqual(before);
        expect(intervals({ ...sketch, vendors: [...sketch.vendors, { slug: 'z-silent' }] }).slice(0, -1)).toEqual(
          before,
        );
      }),
      RUNS,
    );
  });
});

describe('the weight of a day', () => {
  it('grows with its reviews, without a jump, and never beyond 1 / r', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        fc.double({ min: 1e-9, max: 1, noNaN: true }),
        (r, total, more) => {
          const weight = (t: number): number => t / dayDiscount(t, r);
          const [less, next] = [weight(total), weight(total + more)];
          expect(next).toBeGreaterThanOrEqual(less - 1e-12);
          // Never steeper than a row that counts in full.
          expect(next - less).toBeLessThanOrEqual(more + 1e-9);
          expect(next).toBeLessThanOrEqual(Math.max(1, 1 / r) + 1e-9);
        },
      ),
      RUNS,
    );
  });

  it('has no cliff between four and five days: each of n equal days counts the same', () => {
    const total = (days: number): number => {
      const reviews = Array.from({ length: days * 20 }, (_, i) => ({ vendor: 'a', age: i % days, answers: { q: 5 } }));
      const sketch: Sketch = {
        frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c'] }] }],
        questions: [{ id: 'q', kind: 'rating', criteria: ['f/c'] }],
        vendors: [{ slug: 'a' }],
        reviews,
        method: { reviews: { dayCorrelation: 0.1, halfLifeDays: 1e12 } },
      };
      return scoreMarket(datasetOf(sketch), { draws: 0 }).posteriors.weight[0];
    };
    // 20 / (1 + 0.1 x 19) = 6.897 a day.
    for (const days of [1, 2, 4, 5, 8]) expect(total(days)).toBeCloseTo((days * 20) / 2.9, 6);
  });
});
