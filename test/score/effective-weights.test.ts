import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveWeights, partsOf } from '../../src/score/effective-weights.ts';
import { compilePlan } from '../../src/score/plan.ts';
import { type DimensionTable, rescorer, plannedWeights } from '../../src/score/reweighted.ts';
import { datasetOf, methodOf } from './dataset-builder.ts';

/** Framework f (weight 3) of dimensions a (2) and b (1), framework g (weight 1) of dimension c. */
const frameworks = [
  {
    id: 'f',
    weight: 3,
    dimensions: [
      { id: 'a', weight: 2, criteria: ['a1'] },
      { id: 'b', weight: 1, criteria: ['b1'] },
    ],
  },
  { id: 'g', weight: 1, dimensions: [{ id: 'c', weight: 1, criteria: ['c1'] }] },
];
const { frameworks: built, questionnaire } = datasetOf({ frameworks, vendors: [] });
const plan = compilePlan(built, questionnaire, methodOf({ frameworks }));
const MISSING = Number.NaN;
const table = (rows: readonly (readonly number[])[]): DimensionTable => ({
  vendors: rows.length,
  dimensions: 3,
  values: Float64Array.from(rows.flat()),
});

describe('the parts of an overall score', () => {
  it('are nominal weight times score: 1/2, 1/4 and 1/4', () => {
    const { parts, totals } = partsOf(plan, table([[80, 40, 20]]), 'arithmetic');
    expect(parts.map((p) => p[0])).toEqual([40, 10, 5]);
    expect(totals[0]).toBe(55);
  });

  it('take over the weight of what is missing, within the framework first', () => {
    const { parts, totals } = partsOf(
      plan,
      table([
        [MISSING, 40, 20],
        [80, 40, MISSING],
        [MISSING, MISSING, 20],
        [MISSING, MISSING, MISSING],
      ]),
      'arithmetic',
    );
    const row = (v: number) => parts.map((p) => p[v]);
    expect(row(0)).toEqual([0, 30, 5]);
    expect(row(1)).toEqual([expect.closeTo(160 / 3, 12), expect.closeTo(40 / 3, 12), 0]);
    expect(row(2)).toEqual([0, 0, 20]);
    expect([...totals]).toEqual([35, expect.closeTo(200 / 3, 12), 20, MISSING]);
  });

  it('sum to what the mean is the inverse of, under any mean', () => {
    const score = fc.double({ min: 1, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(score, score, score), (row) => {
        for (const [how, f] of [
          ['arithmetic', (x: number) => x],
          ['geometric', Math.log],
          ['harmonic', (x: number) => 1 / x],
        ] as const) {
          const overall = new Float64Array(1);
          rescorer(plan, table([row]), how)(plannedWeights(plan), overall);
          const { parts, totals } = partsOf(plan, table([row]), how);
          expect(totals[0]).toBeCloseTo(f(overall[0]), 9);
          expect(parts.reduce((sum, p) => sum + p[0], 0)).toBeCloseTo(totals[0], 9);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('effective weights', () => {
  it('are shares of the variance: covariance of the part with the total over the variance of the total', () => {
    // Parts 1 2 3 and 4 2 6, totals 5 4 9 with mean 6. Sums of products about the means: total -1 -2 3 squared 14;
    // first (-1)(-1) + 0 + 1 x 3 = 4; second 0 + (-2)(-2) + 2 x 3 = 10.
    const parts = [Float64Array.of(1, 2, 3), Float64Array.of(4, 2, 6)];
    expect(effectiveWeights({ parts, totals: Float64Array.of(5, 4, 9) })).toEqual([
      expect.closeTo(4 / 14, 12),
      expect.closeTo(10 / 14, 12),
    ]);
  });

  it('are 0 for a part in which all are alike, and below 0 for one that runs against the rest', () => {
    const parts = [Float64Array.of(5, 5, 5), Float64Array.of(2, 4, 6), Float64Array.of(2, 1, 0)];
    // Totals 9 10 11, variance sum 2; second (-2)(-1) + 2 x 1 = 4; third (1)(-1) + (-1)(1) = -2.
    expect(effectiveWeights({ parts, totals: Float64Array.of(9, 10, 11) })).toEqual([
      0,
      expect.closeTo(2, 12),
      expect.closeTo(-1, 12),
    ]);
  });

  it('grow as the square of the nominal ones where dimensions go their own ways, and equal them where all say the same', () => {
    // Two by two by two: every combination of 40 and 60 once, so dimensions do not go together. Shares then are in
    // proportion to weight squared: 1/4, 1/16, 1/16 of 3/8.
    const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i & 1, i & 2, i & 4].map((bit) => (bit ? 60 : 40)));
    const shares = effectiveWeights(partsOf(plan, table(rows), 'arithmetic'));
    expect(shares).toEqual([2 / 3, 1 / 6, 1 / 6].map((x) => expect.closeTo(x, 12)));
    // And when all dimensions say the same, shares are the nominal weights.
    const same = effectiveWeights(
      partsOf(
        plan,
        table([
          [10, 10, 10],
          [50, 50, 50],
          [70, 70, 70],
        ]),
        'arithmetic',
      ),
    );
    expect(same).toEqual([1 / 2, 1 / 4, 1 / 4].map((x) => expect.closeTo(x, 12)));
  });

  it('leave out vendors without a score', () => {
    const parts = [Float64Array.of(1, 0, 2), Float64Array.of(1, 0, 5)];
    expect(effectiveWeights({ parts, totals: Float64Array.of(2, MISSING, 7) })).toEqual([
      expect.closeTo(0.2, 12),
      expect.closeTo(0.8, 12),
    ]);
  });

  it('are none where the totals do not differ', () => {
    expect(effectiveWeights({ parts: [Float64Array.of(1, 2)], totals: Float64Array.of(0.3, 0.3) })).toBeUndefined();
    expect(effectiveWeights({ parts: [Float64Array.of(1)], totals: Float64Array.of(1) })).toBeUndefined();
    expect(effectiveWeights({ parts: [], totals: new Float64Array() })).toBeUndefined();
  });

  it('sum to 1', () => {
    const rows = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
      { minLength: 2, maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const shares = effectiveWeights(partsOf(plan, table(list), 'arithmetic'));
        if (shares) expect(shares.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
      }),
      { numRuns: 1000 },
    );
  });
});
