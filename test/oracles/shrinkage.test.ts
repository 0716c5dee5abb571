/** Shrinkage on published data: BCG vaccine trials (metafor), batting averages (Efron & Morris 1975), toxoplasmosis (Efron 1986). */
import { expect, it } from 'vitest';
import {
  type MeasureStatistics,
  type OwnRows,
  estimatePrior,
  momentsBetween,
  shrink,
  shrinkShare,
} from '../../src/score/shrinkage.ts';
import { column, describeOracle, readRows, report } from './oracle-files.ts';

const settings = { minVendors: 10, minReviews: 2, halfLife: 1, fallback: { k: 7, mu: 0.5, variance: 0.25 } };

/** Yes/no answers of equal weight: \`good\` of \`count\`. */
function sharesOf(good: Float64Array, count: Float64Array): MeasureStatistics {
  return { count, weight: count, squaredWeight: count, sum: good, squares: good };
}

function rowsOf(count: number, good: number): OwnRows {
  return { weight: count, squaredWeight: count, sum: good, ageWeight: 0 };
}

describeOracle('shrinkage', () => {
  it('has DerSimonian and Laird’s variance between the 13 BCG trials, 0.3087603, and metafor’s predictions given it', () => {
    const rows = readRows('shrinkage/bcg.csv');
    const effects = column(rows, 'yi');
    const noise = column(rows, 'vi');
    const { between } = momentsBetween(
      Array.from(effects, (mean, i) => ({ mean, noise: noise[i], weight: 1 / noise[i] })),
    );
    report('BCG: variance between trials', Math.abs(between - 0.3087603));
    expect(between).toBeCloseTo(0.3087603, 7);
    const weights = Array.from(noise, (v) => 1 / (v + between));
    const mu = weights.reduce((sum, w, i) => sum + w * effects[i], 0) / weights.reduce((a, b) => a + b, 0);
    expect(mu).toBeCloseTo(-0.7141, 4);
    // A trial of variance v is between / v rows of weight 1 against a k of 1.
    column(rows, 'blup').forEach((blup, i) => {
      const worth = between / noise[i];
      const own = shrink(rowsOf(worth, worth * effects[i]), {
        mu,
        variance: between,
        k: 1,
        drift: 0,
        source: 'estimated',
      });
      expect(own.mean).toBeCloseTo(blup, 6);
    });
  });

  it('comes near James and Stein on batting averages, and is sure of no pair that the season reverses', () => {
    const rows = readRows('shrinkage/efronmorris.csv');
    const hits = column(rows, 'r');
    const season = column(rows, 'p');
    const count = new Float64Array(18).fill(45);
    const prior = estimatePrior(sharesOf(hits, count), settings);
    const factor = 45 / (45 + prior.k);
    const own = Array.from(hits, (h) => shrinkShare(rowsOf(45, h), prior));
    const error = own.reduce((sum, { mean }, i) => sum + (mean - season[i]) ** 2, 0);
    const raw = Array.from(hits).reduce((sum, h, i) => sum + (h / 45 - season[i]) ** 2, 0);
    report('batting averages: shrinkage factor against 0.212', Math.abs(factor - 0.212));
    report('batting averages: sum of squared errors (James-Stein 0.0213)', error);
    expect(raw).toBeCloseTo(0.0753, 4);
    // With 18 players the variance between them is itself uncertain; the adjustment for that (Morris & Tang 2011) shrinks less than James
    // and Stein do: 0.31 against 0.212. The error hardly differs: 0.0225 against 0.0213, where raw averages have 0.0753.
    expect(Math.abs(factor - 0.212)).toBeLessThan(0.11);
    expect(error).toBeLessThan(0.023);
    // Pairs that are surely apart at 95 %: none that the rest of the season reverses.
    const ahead = own.flatMap((a, i) =>
      own.flatMap((b, j) => ((a.mean - b.mean) / Math.hypot(a.sd, b.sd) > 1.6448536 ? [[i, j] as const] : [])),
    );
    expect(ahead.filter(([i, j]) => season[i] < season[j])).toEqual([]);
  });

  it('has a k near maximum likelihood’s 15.8 for toxoplasmosis in 34 cities', () => {
    const rows = readRows('shrinkage/toxo.csv');
    const tested = column(rows, 'm');
    const positive = column(rows, 'r');
    const prior = estimatePrior(sharesOf(positive, tested), settings);
    const means = column(rows, 'pm');
    const worst = Math.max(
      ...Array.from(tested, (m, i) => Math.abs(shrinkShare(rowsOf(m, positive[i]), prior).mean - means[i])),
    );
    report(`toxoplasmosis: k ${prior.k.toFixed(2)} against 15.8, relative`, Math.abs(prior.k / 15.8 - 1));
    report('toxoplasmosis: worst shrunk share', worst);
    // The adjustment for the uncertainty of 34 cities gives 11.8; shares are off by less than 0.024, a quarter of their standard deviation.
    expect(Math.abs(prior.k / 15.8 - 1)).toBeLessThan(0.3);
    expect(worst).toBeLessThan(0.025);
    // Without that adjustment: 14.7.
    expect(Math.abs(prior.variance / (prior.between ?? Number.NaN) / 15.8 - 1)).toBeLessThan(0.08);
  });
});
