import { beforeEach, describe, expect, it } from 'vitest';
import { correlation } from '../../src/score/consistency.ts';
import {
  type ErrorPart,
  type MeasuredRows,
  PairSums,
  type VisitRows,
  fallbackLoadings,
  jointVariance,
  oneFactor,
} from '../../src/score/correlation.ts';
import { addDraws, sharedDraws } from '../../src/score/draws.ts';
import { chanceOf } from './chance.ts';
import { simulateCoverage } from './simulate.ts';

const ALL = { review: 1, observation: 1 };

function part(spread: number, rowShare: number, loading: number, source: ErrorPart['source'] = 'review'): ErrorPart {
  return { source, spread, rowShare, loadings: { vendors: loading, rows: loading } };
}

describe('the variance of a sum of measures', () => {
  it('is the sum of variances where nothing is shared', () => {
    expect(jointVariance([part(3, 0.3, 0), part(4, 0.8, 0)], ALL)).toBeCloseTo(25, 12);
  });

  it('is the square of the sum where all is shared', () => {
    // All row noise, or all of the vendor: (3 + 4)^2. By halves: each part is sqrt(1/2) of the spread, 2 x (7^2 / 2).
    expect(jointVariance([part(3, 1, 1), part(4, 1, 1)], ALL)).toBeCloseTo(49, 12);
    expect(jointVariance([part(3, 0, 1), part(4, 0, 1)], ALL)).toBeCloseTo(49, 12);
    expect(jointVariance([part(3, 0.5, 1), part(4, 0.5, 1)], ALL)).toBeCloseTo(49, 12);
  });

  it('has what is of the vendor in common between sources, and row noise within a source', () => {
    expect(jointVariance([part(3, 1, 1), part(4, 1, 1, 'observation')], ALL)).toBeCloseTo(25, 12);
    expect(jointVariance([part(3, 0, 1), part(4, 0, 1, 'observation')], ALL)).toBeCloseTo(49, 12);
  });

  it('has row noise in common only as far as rows answer several measures', () => {
    // 25 + overlap x 2 x 3 x 4.
    expect(jointVariance([part(3, 1, 1), part(4, 1, 1)], { review: 0, observation: 1 })).toBeCloseTo(25, 12);
    expect(jointVariance([part(3, 1, 1), part(4, 1, 1)], { review: 0.5, observation: 1 })).toBeCloseTo(37, 12);
  });

  it('goes by the product of loadings', () => {
    // 25 + 2 x 3 x 4 x 0.5 x 0.8.
    expect(jointVariance([part(3, 1, 0.5), part(4, 1, 0.8)], ALL)).toBeCloseTo(34.6, 12);
  });

  it('lets a negative coefficient take away what is shared', () => {
    expect(jointVariance([part(3, 0, 1), part(-3, 0, 1)], ALL)).toBeCloseTo(0, 12);
  });
});

/** Correlations that loadings give: their products. */
function products(loadings: readonly number[]): Float64Array {
  return Float64Array.from(loadings.flatMap((a) => loadings.map((b) => a * b)));
}

describe('loadings of one factor', () => {
  const equal = (size: number): Float64Array => new Float64Array(size * size).fill(1);

  it('are found exactly where correlations are products of loadings', () => {
    const truth = [0.9, 0.7, 0.5, 0.3];
    oneFactor(products(truth), equal(4), 0.8).forEach((x, i) => expect(x).toBeCloseTo(truth[i], 9));
    // Whatever the weights, as they fit without rest.
    const weights = Float64Array.from({ length: 16 }, (_, i) => 1 + (i % 5));
    oneFactor(products(truth), weights, 0.8).forEach((x, i) => expect(x).toBeCloseTo(truth[i], 9));
  });

  it('are equal for two measures, whose product alone is known', () => {
    expect([...oneFactor(Float64Array.of(1, 0.49, 0.49, 1), equal(2), 0.8)].map((x) => Number(x.toFixed(9)))).toEqual([
      0.7, 0.7,
    ]);
  });

  it('do not depend on the order of measures', () => {
    const correlations = [
      [1, 0.6, 0.1, 0],
      [0.6, 1, 0.4, 0],
      [0.1, 0.4, 1, 0.9],
      [0, 0, 0.9, 1],
    ];
    const weights = [
      [0, 3, 1, 0],
      [3, 0, 2, 0],
      [1, 2, 0, 5],
      [0, 0, 5, 0],
    ];
    const by = (order: readonly number[]): number[] => {
      const flat = (of: readonly number[][]): Float64Array =>
        Float64Array.from(order.flatMap((a) => order.map((b) => of[a]?.[b])));
      const found = oneFactor(flat(correlations), flat(weights), 0.8);
      return [0, 1, 2, 3].map((m) => found[order.indexOf(m)]);
    };
    const first = by([0, 1, 2, 3]);
    by([3, 1, 0, 2]).forEach((x, m) => expect(x).toBeCloseTo(first[m], 9));
    by([2, 3, 1, 0]).forEach((x, m) => expect(x).toBeCloseTo(first[m], 9));
  });

  it('stay within 0..0.99, and are the fallback where nobody speaks of a measure and another', () => {
    expect(Math.max(...oneFactor(products([1.2, 1.2, 1.2]), equal(3), 0.8))).toBeCloseTo(0.99, 12);
    expect(Math.max(...oneFactor(Float64Array.of(1, -0.5, -0.5, 1), equal(2), 0.8))).toBeLessThan(1e-9);
    const alone = Float64Array.of(0, 1, 0, 1, 0, 0, 0, 0, 0);
    expect(oneFactor(products([0.6, 0.6, 0.6]), alone, 0.8)[2]).toBe(0.8);
  });

  it('are square roots of the method’s correlation in markets too small to show their own', () => {
    const uncertainty = { draws: 0, interval: 0.9, tie: 0.95, seed: 'x', correlation: { rows: 0.25, vendors: 0.81 } };
    expect(fallbackLoadings({ uncertainty })).toEqual({ rows: 0.5, vendors: 0.9 });
  });
});

/** Measures of reviews on 1..5, better is higher. */
const GOALPOSTS = { worst: 1, best: 5, scale: 'linear' } as const;

/** One vendor of two measures: rows of (weight, answer to the first, answer to the second). */
function measured(rows: readonly (readonly [number, number, number])[]): { own: MeasuredRows[]; visit: VisitRows } {
  const own = [1, 2].map((column, index): MeasuredRows => {
    const answered = rows.filter((row) => !Number.isNaN(row[column]));
    const weight = answered.reduce((sum, [w]) => sum + w, 0);
    return {
      index,
      measure: { source: 'review', goalposts: GOALPOSTS },
      weight,
      squaredWeight: answered.reduce((sum, [w]) => sum + w * w, 0),
      mean: answered.reduce((sum, row) => sum + row[0] * row[column], 0) / weight,
    };
  });
  const visit: VisitRows = (source, each) => {
    if (source === 'review') for (const row of rows) each(row[0], (index) => row[index + 1]);
  };
  return { own, visit };
}

describe('sums over pairs of measures', () => {
  const priors = [
    { mu: 3, k: 2 },
    { mu: 3, k: 2 },
  ];

  it('are these for a vendor worked by hand', () => {
    // Rows (5, 4), (3, 2) of weight 1, and a third that answers the first question alone: means 4 and 3.
    const { own, visit } = measured([
      [1, 5, 4],
      [1, 3, 2],
      [1, 4, Number.NaN],
    ]);
    const sums = new PairSums(2);
    const overlap = sums.add(own, priors, visit, true);
    // O = 2, Q = 3 and 2: 2 / sqrt(6).
    expect(overlap.review).toBeCloseTo(2 / Math.sqrt(6), 12);
    expect(overlap.observation).toBe(1);
    // Each measure counts W / (W + 2): 3/5 and 1/2; over W W' = 6 the scale of row sums is 1/20.
    // Products of deviations 1 x 1 + (-1)(-1) = 2. Expected at a covariance of 1: O - T (1/W + 1/W') + O^2 / (W W') = 2 - 2 (1/3 + 1/2) + 4/6 = 1.
    expect(sums.rowsFound[1]).toBeCloseTo(2 / 20, 12);
    expect(sums.rowsFull[1]).toBeCloseTo(1 / 20, 12);
    expect(sums.vendorsNoise[1]).toBeCloseTo(2 / 20, 12);
    // Means lie 1 and 0 from the market's.
    expect(sums.vendorsFound[1]).toBeCloseTo(0, 12);
    expect(sums.vendorsFull[1]).toBeCloseTo(0.3, 12);
    expect(sums.vendors).toBe(1);
  });

  it('know what is better on a scale that runs down', () => {
    const { own, visit } = measured([
      [1, 5, 2],
      [1, 3, 4],
    ]);
    const down = own.map((m, i) =>
      i === 1 ? { ...m, measure: { source: 'review' as const, goalposts: { ...GOALPOSTS, worst: 5, best: 1 } } } : m,
    );
    const sums = new PairSums(2);
    sums.add(down, priors, visit, true);
    expect(sums.rowsFound[1]).toBeGreaterThan(0);
  });

  it('leave out vendors that have no say in the market, but still tell their overlap', () => {
    const { own, visit } = measured([
      [1, 5, 4],
      [1, 3, 2],
    ]);
    const sums = new PairSums(2);
    expect(sums.add(own, priors, visit, false).review).toBeCloseTo(1, 12);
    expect([sums.vendors, sums.rowsFound[1], sums.vendorsFull[1]]).toEqual([0, 0, 0]);
  });

  it('give back the covariance of answers, without bias, also with unequal weights', () => {
    // Answers with covariance 0.6; 20,000 vendors of four rows of weights 1, 1, 0.5, 0.1: error about 0.005.
    const chance = chanceOf(20260102);
    const sums = new PairSums(2);
    for (let v = 0; v < 20_000; v++) {
      const { own, visit } = measured(
        [1, 1, 0.5, 0.1].map((w) => {
          const shared = chance.normal();
          const answer = (): number => 3 + Math.sqrt(0.6) * shared + Math.sqrt(0.4) * chance.normal();
          return [w, answer(), answer()] as const;
        }),
      );
      sums.add(own, priors, visit, true);
    }
    expect(Math.abs(sums.rowsFound[1] / sums.rowsFull[1] - 0.6)).toBeLessThan(0.02);
    // All vendors are alike: what is found between them is the noise of their rows.
    const between = (sums.vendorsFound[1] - 0.6 * sums.vendorsNoise[1]) / sums.vendorsFull[1];
    expect(Math.abs(between)).toBeLessThan(0.02);
  });
});

describe('draws of measures of one vendor', () => {
  const rounds = 20_000;
  const drawn = (
    kind: 'rating' | 'share' | 'duration',
    worst: number,
    best: number,
    seed: number,
    mean: number,
    rowShare: number,
    worth = 40,
  ): Float64Array => {
    const shared = sharedDraws({ draws: rounds, seed: 'any' }, ALL, 'any-vendor');
    const into = new Float64Array(rounds);
    const loadings = { vendors: Math.sqrt(0.65), rows: Math.sqrt(0.65) };
    addDraws(
      into,
      { source: 'review', kind, goalposts: { worst, best, scale: kind === 'duration' ? 'ln' : 'linear' } },
      { mean, sd: 0.1, worth, rowShare, loadings },
      1,
      seed,
      shared,
    );
    return into;
  };

  describe.each([0, 0.5, 1])('of which row noise is the share %f', (rowShare) => {
    let rating: Float64Array;
    let other: Float64Array;
    let minutes: Float64Array;
    let share: Float64Array;
    beforeEach(() => {
      rating = drawn('rating', 1, 5, 1, 3, rowShare);
      other = drawn('rating', 1, 5, 2, 4, rowShare);
      minutes = drawn('duration', 1000, 1, 3, Math.log(30), rowShare);
      share = drawn('share', 0, 1, 4, 0.6, rowShare, 400);
    });

    it('correlate by their loadings, the good ends together', () => {
      expect(correlation(rating, other)).toBeCloseTo(0.65, 1);
      expect(correlation(rating, minutes)).toBeCloseTo(0.65, 1);
      expect(correlation(rating, share)).toBeCloseTo(0.65, 1);
    });

    it('keep their own mean and spread', () => {
      const mean = rating.reduce((sum, x) => sum + x, 0) / rounds;
      const sd = Math.sqrt(rating.reduce((sum, x) => sum + (x - mean) ** 2, 0) / rounds);
      expect(mean).toBeCloseTo(50, 0);
      expect(sd).toBeCloseTo(2.5, 1);
      expect(share.reduce((sum, x) => sum + x, 0) / rounds).toBeCloseTo(60, 0);
    });
  });
});

describe('intervals of vendors whose reviewers answer 8 questions in one mood', () => {
  // Correlations as measured on 2,264 real reviews with seven ratings each: 0.59 within a review, 0.84 between vendors.
  const market = { markets: 4, vendors: 100, questions: 8, sameVendor: 0.84, sameReview: 0.59, draws: 500, seed: 11 };

  it.each([3, 8, 20])('hold the truth about nine times in ten at %i reviews each', (reviews) => {
    const found = simulateCoverage({ ...market, reviews });
    expect(found.score).toBeGreaterThan(0.85);
    expect(found.score).toBeLessThan(0.96);
  });
});
