import { beforeEach, describe, expect, it } from 'vitest';
import { type NeverAnswered, completeCensored } from '../../src/score/censored.ts';
import { normalCdf } from '../../src/score/normal.ts';
import {
  type EffectiveStatistics,
  type MarketPrior,
  type MeasureStatistics,
  type Posterior,
  type ShrinkageSettings,
  estimatePrior,
  shrink,
} from '../../src/score/shrinkage.ts';
import { chanceOf } from './chance.ts';

const LN_WINDOW = Math.log(480);

const estimating: ShrinkageSettings = {
  minVendors: 10,
  minReviews: 2,
  halfLife: 1,
  kMin: 0.5,
  kMax: 50,
  fallback: { k: 4, mu: 4, variance: 1.44 },
};
/** Never estimates, so that the fallback is the prior whatever the rows say. */
const fixed: ShrinkageSettings = { ...estimating, minVendors: Infinity };

/** Answered contacts of each vendor in ln(minutes). */
function statisticsOf(vendors: readonly (readonly number[])[], censored: readonly number[]): MeasureStatistics {
  return {
    count: vendors.map((rows, v) => rows.length + Math.ceil(censored[v])),
    weight: vendors.map((rows) => rows.length),
    squaredWeight: vendors.map((rows) => rows.length),
    sum: vendors.map((rows) => rows.reduce((a, b) => a + b, 0)),
    squares: vendors.map((rows) => rows.reduce((a, b) => a + b * b, 0)),
  };
}

/** Contacts never answered, all of weight 1 (a part of one counts as that part of one). */
function never(weight: readonly number[]): NeverAnswered {
  return { weight, squaredWeight: weight };
}

/** The posterior of vendor `v` from what \`completeCensored\` gives. */
function known(effective: EffectiveStatistics, v: number, prior: MarketPrior): Posterior {
  return shrink(
    {
      weight: effective.weight[v],
      squaredWeight: effective.squaredWeight[v],
      sum: effective.sum[v],
      ageWeight: 0,
    },
    prior,
  );
}

/** Logarithm of the posterior density of a vendor's mean, up to a constant, straight from the model. */
function logPosterior(
  theta: number,
  rows: readonly number[],
  censored: number,
  prior: MarketPrior | ShrinkageSettings['fallback'],
): number {
  const s = Math.sqrt(prior.variance);
  const told = rows.reduce((sum, x) => sum - (x - theta) ** 2 / (2 * prior.variance), 0);
  const untold = censored * Math.log(normalCdf((theta - LN_WINDOW) / s));
  return told + untold - (prior.k * (theta - prior.mu) ** 2) / (2 * prior.variance);
}

/** Where a function of one peak is highest, by golden sections. */
function highest(f: (x: number) => number, low: number, high: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  for (let i = 0; i < 200; i++) {
    const [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
    if (f(c) > f(d)) b = d;
    else a = c;
  }
  return (a + b) / 2;
}

const vendors = [[2.1, 3.3, 5.0], [4.4], [], [5.9, 6.1, 5.5], [1.2, 0.4]];
const censored = [1, 2.5, 3, 0, 0.3];

describe('contacts that were never answered', () => {
  const { effective, prior } = completeCensored(statisticsOf(vendors, censored), never(censored), LN_WINDOW, fixed);
  const all = vendors.map((_, v) => known(effective, v, prior));

  it('put each vendor where its posterior is highest, as direct maximisation finds it', () => {
    vendors.forEach((rows, v) => {
      const theta = highest((x) => logPosterior(x, rows, censored[v], fixed.fallback), -20, 20);
      // Golden sections cannot find a flat top more closely than the square root of rounding.
      expect(all[v]?.mean).toBeCloseTo(theta, 6);
    });
  });

  it('make the posterior as wide as its curvature there', () => {
    vendors.forEach((rows, v) => {
      const theta = all[v]?.mean ?? Number.NaN;
      const at = (x: number): number => logPosterior(x, rows, censored[v], fixed.fallback);
      const h = 1e-3;
      const curvature = (at(theta + h) - 2 * at(theta) + at(theta - h)) / (h * h);
      expect(all[v]?.sd).toBeCloseTo(1 / Math.sqrt(-curvature), 5);
    });
  });

  it('leave the other vendors as they are', () => {
    expect(effective.weight[3]).toBe(3);
    expect(effective.sum[3]).toBeCloseTo(17.5, 12);
  });

  it('weigh less than answers, but more than nothing', () => {
    vendors.forEach((rows, v) => {
      const own = effective.weight[v] - rows.length;
      expect(own).toBeGreaterThanOrEqual(0);
      expect(own).toBeLessThanOrEqual(censored[v]);
      if (censored[v] !== 0) expect(own).toBeGreaterThan(0);
    });
  });

  it('make a vendor slower the more of them there are', () => {
    const meanWith = (unanswered: number): number => {
      const { effective } = completeCensored(
        statisticsOf([[3, 4]], [unanswered]),
        never([unanswered]),
        LN_WINDOW,
        fixed,
      );
      return known(effective, 0, prior).mean;
    };
    for (const n of [0, 0.5, 1, 2, 5, 20, 200]) expect(meanWith(n + 0.5)).toBeGreaterThan(meanWith(n));
    // Left out, they would pay: this vendor's two answers are fast.
    expect(meanWith(3)).toBeGreaterThan(prior.mu);
    expect(meanWith(0)).toBeLessThan(prior.mu);
  });
});

describe('a market in which everybody answered', () => {
  it('is estimated as if there were no window', () => {
    const statistics = statisticsOf(
      Array.from({ length: 12 }, (_, v) => [v / 3, v / 3 + 1, 2]),
      new Array<number>(12).fill(0),
    );
    const { effective, prior } = completeCensored(
      statistics,
      never(new Array<number>(12).fill(0)),
      LN_WINDOW,
      estimating,
    );
    expect(prior).toEqual(estimatePrior(statistics, estimating));
    expect([...(effective.weight as Float64Array)]).toEqual([...(statistics.weight as number[])]);
    expect([...(effective.sum as Float64Array)]).toEqual([...(statistics.sum as number[])]);
  });
});

describe('a market with a known truth', () => {
  // ln minutes: vendors N(4, 0.6^2), contacts N(vendor, 1.2^2); the window closes at 4.5: a third is never answered.
  const chance = chanceOf(20260101);
  const truth = Array.from({ length: 400 }, () => 4 + 0.6 * chance.normal());
  const rows = truth.map((t) => Array.from({ length: 10 }, () => t + 1.2 * chance.normal()));
  const answered = rows.map((own) => own.filter((x) => x < 4.5));
  const unanswered = rows.map((own) => own.filter((x) => x >= 4.5).length);
  let effective: EffectiveStatistics;
  let prior: MarketPrior;
  beforeEach(() => {
    ({ effective, prior } = completeCensored(statisticsOf(answered, unanswered), never(unanswered), 4.5, estimating));
  });

  it('gives its mean and both its variances back', () => {
    expect(unanswered.reduce((a, b) => a + b, 0) / 4000).toBeGreaterThan(0.3);
    // Standard errors at this size are about 0.04, 0.05 and 0.04.
    expect(prior.mu).toBeGreaterThan(3.9);
    expect(prior.mu).toBeLessThan(4.1);
    expect(prior.variance).toBeGreaterThan(1.3);
    expect(prior.variance).toBeLessThan(1.58);
    expect(prior.between).toBeGreaterThan(0.26);
    expect(prior.between).toBeLessThan(0.46);
  });

  it('would look faster than it is if they were left out', () => {
    expect(estimatePrior(statisticsOf(answered, new Array<number>(400).fill(0)), estimating).mu).toBeLessThan(3.6);
  });

  it('is held by the 90 % intervals about nine times in ten', () => {
    const held = truth.filter((t, v) => {
      const { mean, sd } = known(effective, v, prior);
      return Math.abs(t - mean) < 1.6448536 * sd;
    }).length;
    expect(held / 400).toBeGreaterThan(0.86);
    expect(held / 400).toBeLessThan(0.95);
  });
});

describe('a market in which hardly anyone ever answers', () => {
  it('says too little, so the fallback stands in', () => {
    const rows = Array.from({ length: 30 }, (_, v) => (v < 9 ? [4] : []));
    const none = rows.map((own) => 4 - own.length);
    const { prior, effective } = completeCensored(statisticsOf(rows, none), never(none), LN_WINDOW, estimating);
    expect(prior).toEqual({ ...estimating.fallback, drift: 0, source: 'fallback' });
    for (let v = 0; v < 30; v++) expect(Number.isFinite(effective.sum[v])).toBe(true);
  });

  it('stays finite even where most vendors never answer at all', () => {
    const rows = Array.from({ length: 100 }, (_, v) => (v < 11 ? [5] : []));
    const none = rows.map((own) => 4 - own.length);
    const { prior } = completeCensored(statisticsOf(rows, none), never(none), LN_WINDOW, estimating);
    expect(prior.source).toBe('estimated');
    expect(prior.mu).toBeGreaterThan(6);
    expect(prior.mu).toBeLessThan(15);
    expect(prior.variance).toBeLessThan(20);
  });
});
