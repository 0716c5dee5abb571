/**
 * Ratings of university lecturers (insteval of R's lme4: 73,421 ratings 1..5 of 1,128 lecturers at ETH Zurich), with the
 * estimates of a mixed model fitted by REML: y ~ 1 + (1 | lecturer).
 */
import { describe, expect, it } from 'vitest';
import { type MeasureStatistics, type OwnRows, estimatePrior, shrink } from '../../src/score/shrinkage.ts';
import { column, describeOracle, readJson, readRows, report, worstDifference } from './oracle-files.ts';

/** lme4: mu, variance between lecturers, residual variance. */
const REML = { mu: 3.24011298804554, between: 0.269732236992768, variance: 1.4939908538694, k: 5.53879236136485 };

/** Ratings of one lecturer, all of one weight and of today. */
function rowsOf(count: number, sum: number): OwnRows {
  return { weight: count, squaredWeight: count, sum, ageWeight: 0 };
}

describe('figures of the mixed model', () => {
  it('follow from k and mu: the first two lecturers', () => {
    const prior = { ...REML, drift: 0, source: 'estimated' } as const;
    // 11 ratings of mean 41/11, and 31 of mean 86/31; lme4 predicts these, the first with this conditional deviation.
    expect(shrink(rowsOf(11, 41), prior).mean).toBeCloseTo(3.56412437983357, 10);
    expect(shrink(rowsOf(31, 86), prior).mean).toBeCloseTo(2.84482070562506, 10);
    expect(shrink(rowsOf(11, 41), prior).sd).toBeCloseTo(0.300553695294946, 8);
  });
});

describeOracle('ratings', () => {
  interface Model {
    var_lecturer: number;
    var_resid: number;
    mu: number;
    k: number;
  }
  const load = () => {
    const rows = readRows('ratings/insteval_lecturers.csv.gz');
    const stars = [1, 2, 3, 4, 5].map((s) => [s, column(rows, `s${s}`)] as const);
    const sums = (f: (s: number) => number): Float64Array =>
      column(rows, 'n').map((_, v) => stars.reduce((sum, [s, counts]) => sum + f(s) * counts[v], 0));
    const n = column(rows, 'n');
    const statistics: MeasureStatistics = {
      count: n,
      weight: n,
      squaredWeight: n,
      sum: sums((s) => s),
      squares: sums((s) => s * s),
    };
    const { insteval_reml_1_given_lecturer: model } = readJson('ratings/worked_examples.json') as {
      insteval_reml_1_given_lecturer: Model;
    };
    return { rows, statistics, model };
  };

  it('has our shrunk means, given the published k and mu, to 1e-10', () => {
    const { rows, statistics, model } = load();
    const prior = { mu: model.mu, k: model.k, variance: model.var_resid, drift: 0, source: 'estimated' } as const;
    const known = rows.map((_, v) => shrink(rowsOf(statistics.weight[v], statistics.sum[v]), prior));
    const means = worstDifference(
      known.map((p) => p.mean),
      column(rows, 'blup'),
    );
    const spreads = worstDifference(
      known.map((p) => p.sd),
      column(rows, 'condsd'),
    );
    report('lecturers: shrunk mean given k', means);
    report('lecturers: its standard deviation given k', spreads);
    expect(rows.length).toBe(1128);
    expect(means).toBeLessThan(1e-10);
    expect(spreads).toBeLessThan(1e-7);
  });

  it('has k, mu and both variances near our moments', () => {
    const { statistics, rows, model } = load();
    const prior = estimatePrior(statistics, {
      minVendors: 10,
      minReviews: 2,
      halfLife: 1,
      fallback: { k: 7, mu: 3.5, variance: 1.5 },
    });
    const relative = (own: number, reml: number): number => Math.abs(own / reml - 1);
    report(`lecturers: k ${prior.k.toFixed(4)} against ${model.k.toFixed(4)}, relative`, relative(prior.k, model.k));
    report(
      `lecturers: mu ${prior.mu.toFixed(5)} against ${model.mu.toFixed(5)}, relative`,
      relative(prior.mu, model.mu),
    );
    report(
      `lecturers: residual variance ${prior.variance.toFixed(5)} against ${model.var_resid.toFixed(5)}, relative`,
      relative(prior.variance, model.var_resid),
    );
    report(
      `lecturers: variance between ${prior.between?.toFixed(5) ?? ''} against ${model.var_lecturer.toFixed(5)}, relative`,
      relative(prior.between ?? 0, model.var_lecturer),
    );
    const means = rows.map((_, v) => shrink(rowsOf(statistics.weight[v], statistics.sum[v]), prior).mean);
    const worst = worstDifference(means, column(rows, 'blup'));
    report('lecturers: shrunk mean with our own k and mu, stars', worst);
    expect(prior.source).toBe('estimated');
    // 5.561: 0.4 % above REML. One step of moments, weighted by the number of ratings, came out 5.3 % below.
    expect(relative(prior.k, model.k)).toBeLessThan(0.005);
    expect(relative(prior.mu, model.mu)).toBeLessThan(0.001);
    expect(relative(prior.variance, model.var_resid)).toBeLessThan(0.001);
    expect(relative(prior.between ?? 0, model.var_lecturer)).toBeLessThan(0.007);
    expect(worst).toBeLessThan(0.002);
  });
});
