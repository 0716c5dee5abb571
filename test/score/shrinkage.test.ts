import { describe, expect, it } from 'vitest';
import { decay } from '../../src/score/row-weights.ts';
import {
  type MarketPrior,
  type MeasureStatistics,
  type OwnRows,
  type ShrinkageSettings,
  estimatePrior,
  noiseWithDays,
  momentsBetween,
  shrink,
  shrinkShare,
} from '../../src/score/shrinkage.ts';
import { errorByMatrices } from './by-matrices.ts';

const settings: ShrinkageSettings = {
  minVendors: 2,
  minReviews: 2,
  halfLife: 1,
  fallback: { k: 7, mu: 3.5, variance: 1.5 },
};

/** Statistics of vendors whose rows are given, each row with the same weight. */
function statisticsOf(vendors: readonly (readonly number[])[], weight = 1): MeasureStatistics {
  return {
    count: vendors.map((rows) => rows.length),
    weight: vendors.map((rows) => rows.length * weight),
    squaredWeight: vendors.map((rows) => rows.length * weight * weight),
    sum: vendors.map((rows) => weight * rows.reduce((a, b) => a + b, 0)),
    squares: vendors.map((rows) => weight * rows.reduce((a, b) => a + b * b, 0)),
  };
}

/** Rows of one vendor, each of weight 1, that are of today. */
function rowsOf(count: number, sum: number): OwnRows {
  return { weight: count, squaredWeight: count, sum, ageWeight: 0 };
}

describe("the market's prior", () => {
  // Means 3, 4, 8 around 5. SSW = 2 + 2 + 2, three degrees of freedom: s2e = 2. SSB = 2 (4 + 1 + 9) = 28;
  // s2a = (28 - 2 x 2) / (6 - 12/6) = 6.
  const balanced = [
    [2, 4],
    [3, 5],
    [7, 9],
  ];
  // MSB = 14 on 2 degrees of freedom, MSW = 2 on 3; s2a = (MSB - MSW) / 2, so its squared error is
  // (2 x 14^2 / 2 + 2 x 2^2 / 3) / 4 = 149/3; adjusted s2a = 3 + sqrt(9 + 149/3).
  const k = 2 / (3 + Math.sqrt(9 + 149 / 3));

  it('comes from the moments of a one-way analysis of variance', () => {
    const prior = estimatePrior(statisticsOf(balanced), settings);
    expect(prior.source).toBe('estimated');
    expect(prior.variance).toBeCloseTo(2, 12);
    expect(prior.between).toBeCloseTo(6, 12);
    expect(prior.k).toBeCloseTo(k, 12);
    expect(prior.mu).toBeCloseTo(5, 12);
  });

  it('is the REML estimate on balanced data: the Dyestuff batches (Davies 1947) as in lme4', () => {
    const dyestuff = [
      [1545, 1440, 1440, 1520, 1580],
      [1540, 1555, 1490, 1560, 1495],
      [1595, 1550, 1605, 1510, 1560],
      [1445, 1440, 1595, 1465, 1545],
      [1595, 1630, 1515, 1635, 1625],
      [1520, 1455, 1450, 1480, 1445],
    ];
    const prior = estimatePrior(statisticsOf(dyestuff), settings);
    expect(prior.between).toBeCloseTo(1764.05, 3);
    expect(prior.variance).toBeCloseTo(2451.25, 6);
    expect(prior.mu).toBeCloseTo(1527.5, 9);
  });

  it("has DerSimonian and Laird's moments when the rows' variance is known: the eight schools (Rubin 1981)", () => {
    const effects = [28, 8, -3, 7, -1, 1, 18, 12];
    const errors = [15, 10, 16, 11, 9, 11, 10, 18];
    const weight = errors.map((s) => s ** -2);
    const { between } = momentsBetween(effects.map((mean, i) => ({ mean, noise: errors[i] ** 2, weight: weight[i] })));
    const total = weight.reduce((a, b) => a + b, 0);
    const c = total - weight.reduce((a, b) => a + b * b, 0) / total;
    // metafor: tau^2 = 0, mu = 7.68561672495604, Q = 4.70707886440016; Q = tau^2 c + 7 before tau^2 is raised to 0.
    expect(between).toBeLessThan(0);
    expect(between * c + 7).toBeCloseTo(4.70707886440016, 9);
    // Two rows of each school, spread a little; with a k beyond all weights vendors are weighted by W, as metafor does at tau^2 = 0.
    const statistics = {
      count: effects.map(() => 2),
      weight,
      squaredWeight: weight.map((w) => (w * w) / 2),
      sum: effects.map((y, i) => y * weight[i]),
      squares: effects.map((y, i) => y * y * weight[i] + 1),
    };
    const prior = estimatePrior(statistics, { ...settings, kMin: 1e12, kMax: 1e12 });
    expect(prior.k).toBe(1e12);
    expect(prior.mu).toBeCloseTo(7.68561672495604, 9);
  });

  it('weighs unequal vendors as the moments of unbalanced data say', () => {
    // n = 3, 2, 1; means 2, 5, 9; SSW = 2 + 2, df 3: s2e = 4/3.
    const prior = estimatePrior(statisticsOf([[1, 2, 3], [4, 6], [9]]), settings);
    expect(prior.variance).toBeCloseTo(4 / 3, 12);
    const sizes = [3, 2, 1];
    const means = [2, 5, 9];
    const step = (weights: readonly number[]) => {
      const vendors = sizes.map((n, i) => ({
        mean: means[i],
        noise: 4 / 3 / n,
        weight: weights[i],
      }));
      const total = weights.reduce((a, b) => a + b, 0);
      const grand = vendors.reduce((sum, v) => sum + v.weight * v.mean, 0) / total;
      const found = vendors.reduce((sum, v) => sum + v.weight * (v.mean - grand) ** 2, 0);
      const byNoise = vendors.reduce((sum, v) => sum + v.weight * (1 - v.weight / total) * v.noise, 0);
      const between = (found - byNoise) / vendors.reduce((sum, v) => sum + v.weight * (1 - v.weight / total), 0);
      // The error of s2e, on 3 degrees of freedom, enters by the mean noise of vendors.
      const noise = vendors.reduce((sum, v) => sum + v.weight * v.noise, 0) / total;
      const error = errorByMatrices(vendors, between) + (2 * noise ** 2) / 3;
      return { between, k: 4 / 3 / ((between + Math.sqrt(between ** 2 + 4 * error)) / 2) };
    };
    // First by the number of rows: the grand mean is 25/6, SSB = 3 (13/6)^2 + 2 (5/6)^2 + (29/6)^2 = 38.8333, s2a = (38.8333 - 2 x 4/3) / (6 - 14/6).
    const first = step(sizes);
    expect(first.between).toBeCloseTo((233 / 6 - 8 / 3) / (11 / 3), 12);
    const second = step(sizes.map((n) => n / (n + first.k)));
    expect(prior.between).toBeCloseTo(second.between, 12);
    expect(prior.k).toBeCloseTo(second.k, 12);
    const shares = sizes.map((n) => n / (n + second.k));
    const mu = shares.reduce((sum, w, i) => sum + w * means[i], 0) / shares.reduce((a, b) => a + b, 0);
    expect(prior.mu).toBeCloseTo(mu, 12);
  });

  it('keeps k within limits where a method has them', () => {
    expect(estimatePrior(statisticsOf(balanced), { ...settings, kMin: 3, kMax: 20 }).k).toBe(3);
    const alike = Array.from({ length: 60 }, () => [1, 5, 2, 4]);
    expect(estimatePrior(statisticsOf(alike), { ...settings, kMin: 3, kMax: 20 }).k).toBe(20);
  });

  it('is not sure that vendors are alike because few of them look alike: k stays finite', () => {
    // Means 3, 3.25, 3: the moments give a variance between vendors below 0.
    const few = estimatePrior(
      statisticsOf([
        [1, 5],
        [2, 4.5],
        [2, 4],
      ]),
      settings,
    );
    expect(few.between).toBeLessThan(0);
    expect(few.k).toBeLessThan(10);
    const many = estimatePrior(
      statisticsOf(
        Array.from(
          { length: 300 },
          (_, i) =>
            [
              [1, 5],
              [2, 4.5],
              [2, 4],
            ][i % 3] ?? [],
        ),
      ),
      settings,
    );
    expect(many.k).toBeGreaterThan(few.k);
  });

  it('is the estimate itself where there are many vendors', () => {
    const many = estimatePrior(statisticsOf(Array.from({ length: 3000 }, (_, i) => balanced[i % 3] ?? [])), settings);
    expect(many.k / (many.variance / (many.between ?? Number.NaN))).toBeCloseTo(1, 2);
  });

  it('is the same for rows of half the weight: weights are no precisions', () => {
    const full = estimatePrior(statisticsOf(balanced), settings);
    const half = estimatePrior(statisticsOf(balanced, 0.5), settings);
    for (const key of ['mu', 'variance', 'between', 'k'] as const)
      expect(half[key]).toBeCloseTo(full[key] ?? Number.NaN, 12);
  });

  it('follows a small weighted case by hand', () => {
    // Vendor a has 4 with weight 1 and 1 with weight 1/2; b has 6 with weight 1 and 8 with weight 1.
    // W = 3/2, 2; Q = 5/4, 2; means 3, 7. SSW = (1 + 2) + (1 + 1) = 5; sum of W - Q/W = (3/2 - 5/6) + (2 - 1) = 5/3: s2e = 3.
    // Noise of the means 3 Q/W^2 = 5/3 and 3/2. Two vendors: (7 - 3)^2 has the expectation 2 s2a + 5/3 + 3/2 under any weights, and
    // so s2a = (16 - 19/6) / 2 = 77/12, in both steps. A mixed model of three variances known has the same equation by moments.
    // Its squared error with V = s2a + noise = 97/12 and 95/12: the difference has the variance 16 in all, 2 x 16^2 / 4 = 128; and
    // that of s2e: degrees of freedom (5/3)^2 / (2/3 x 5/6 + 1 x 1) = 25/14; the noise by the weights a of the second step.
    const statistics = {
      count: [2, 2],
      weight: [1.5, 2],
      squaredWeight: [1.25, 2],
      sum: [4.5, 14],
      squares: [16.5, 100],
    };
    const prior = estimatePrior(statistics, settings);
    expect(prior.variance).toBeCloseTo(3, 12);
    expect(prior.between).toBeCloseTo(77 / 12, 12);
    const kBy = (a: number, b: number): number => {
      const noise = (a * (5 / 3) + b * (3 / 2)) / (a + b);
      const error = 128 + (2 * noise ** 2) / (25 / 14);
      return 3 / ((77 / 12 + Math.sqrt((77 / 12) ** 2 + 4 * error)) / 2);
    };
    const first = kBy(1.5, 2);
    const k = kBy(1.5 / (1.5 + first), 2 / (2 + first));
    expect(prior.k).toBeCloseTo(k, 12);
    // About 0.2: two vendors say little, so that k lies below s2e / s2a = 36/77.
    expect(k).toBeLessThan(36 / 77);
  });

  it('ignores vendors without rows', () => {
    expect(estimatePrior(statisticsOf([[], ...balanced, []]), settings)).toEqual(
      estimatePrior(statisticsOf(balanced), settings),
    );
  });

  it('falls back when too few vendors have enough rows', () => {
    const fallback = { k: 7, mu: 3.5, variance: 1.5, drift: 0, source: 'fallback' };
    expect(estimatePrior(statisticsOf(balanced), { ...settings, minVendors: 4 })).toEqual(fallback);
    expect(estimatePrior(statisticsOf(balanced), { ...settings, minVendors: 3 }).source).toBe('estimated');
    expect(estimatePrior(statisticsOf(balanced), { ...settings, minReviews: 3 })).toEqual(fallback);
    expect(estimatePrior(statisticsOf([]), settings)).toEqual(fallback);
  });

  it('falls back when no vendor has two rows, or when no answers differ within a vendor', () => {
    expect(estimatePrior(statisticsOf([[1], [2], [3]]), { ...settings, minReviews: 1 }).source).toBe('fallback');
    expect(
      estimatePrior(
        statisticsOf([
          [5, 5],
          [4, 4],
          [3, 3],
        ]),
        settings,
      ).source,
    ).toBe('fallback');
    // 0.1 three times has a sum of squares that rounding takes below its mean's.
    expect(
      estimatePrior(
        statisticsOf([
          [0.1, 0.1, 0.1],
          [0.3, 0.3, 0.3],
        ]),
        settings,
      ).source,
    ).toBe('fallback');
  });

  it('takes mean and spread of vendors from effective weights where they are given', () => {
    const statistics = statisticsOf(balanced);
    const effective = { weight: [1, 1, 1], squaredWeight: [1, 1, 1], sum: [3, 4, 8] };
    const prior = estimatePrior(statistics, settings, effective);
    // SSB = 4 + 1 + 9 = 14, the noise of each mean is s2e x 1; s2a = (14 - 2 x 2) / (3 - 1) = 5.
    expect(prior.variance).toBeCloseTo(2, 12);
    expect(prior.between).toBeCloseTo(5, 12);
    expect(prior.mu).toBeCloseTo(5, 12);
  });
});

describe('vendors with enough reviews to speak for the market', () => {
  it('are counted by how many reviews of equal weight theirs are worth', () => {
    // Each of three vendors has rows of weight 1 and w: (1 + w)^2 / (1 + w^2) is 2 for w = 1, 1.8 for 0.5 and 1.02 for 0.01.
    const two = (w: number): MeasureStatistics => ({
      count: [2, 2, 2],
      weight: [1 + w, 1 + w, 1 + w],
      squaredWeight: [1 + w * w, 1 + w * w, 1 + w * w],
      sum: [2 + 4 * w, 3 + w, 5 + 4 * w],
      squares: [4 + 16 * w, 9 + w, 25 + 16 * w],
    });
    const three = { ...settings, minVendors: 3, minReviews: 2 };
    expect(estimatePrior(two(1), three).source).toBe('estimated');
    expect(estimatePrior(two(0.5), three).source).toBe('estimated');
    expect(estimatePrior(two(0.01), three).source).toBe('fallback');
  });
});

describe('the noise of rows that may share errors of their days', () => {
  const rows = { weight: 4, squaredWeight: 4, dayNoise: 2 };

  it('is Q + D (1 - (k / W)^2) where shared errors make the estimate less certain', () => {
    expect(noiseWithDays(rows, 2)).toBeCloseTo(4 + 2 * 0.75, 12);
    // With k = 0 the estimate is the mean of the rows, whose noise is Q + D.
    expect(noiseWithDays(rows, 0)).toBe(6);
  });

  it('is Q where the error is larger without them, for rows without noise of days, and without rows', () => {
    expect(noiseWithDays(rows, 5)).toBe(4);
    expect(noiseWithDays({ ...rows, dayNoise: 0 }, 2)).toBe(4);
    expect(noiseWithDays({ weight: 0, squaredWeight: 0, dayNoise: 0 }, 2)).toBe(0);
  });

  it('gives the larger error of both truths, with s2a less variance x D / W^2 when days have errors', () => {
    // Variance 1, k = 2, so s2a = 1/2; with day errors s2a = 1/2 - 2/16. k^2 s2a + noise: 4 x 3/8 + 6 = 7.5 against 4 x 1/2 + 4 = 6.
    const prior: MarketPrior = { mu: 0, variance: 1, k: 2, drift: 0, source: 'estimated' };
    const { sd } = shrink({ weight: 4, squaredWeight: noiseWithDays(rows, 2), sum: 0, ageWeight: 0 }, prior);
    expect(sd ** 2).toBeCloseTo(7.5 / 36, 12);
  });
});

describe('what is known of one vendor', () => {
  const prior: MarketPrior = { mu: 3.5, variance: 1.5, k: 7, drift: 0, source: 'fallback' };

  it('is the market without rows', () => {
    expect(shrink(rowsOf(0, 0), prior)).toEqual({ mean: 3.5, sd: Math.sqrt(1.5 / 7), worth: 7, rowShare: 0 });
  });

  it('moves from the market to its own rows as they grow', () => {
    // (24.5 + 15) / 10 and (24.5 + 35000) / 7007.
    expect(shrink(rowsOf(3, 15), prior).mean).toBeCloseTo(3.95, 12);
    expect(shrink(rowsOf(3, 15), prior).sd).toBeCloseTo(Math.sqrt(0.15), 12);
    expect(shrink(rowsOf(7000, 35_000), prior).mean).toBeCloseTo(35_024.5 / 7007, 12);
  });

  it('is less sure by the noise of unequal rows, and by change since they were written', () => {
    // W = 2, Q = 1.5, k = 7: (7 + 2)^2 / (7 + 1.5) rows; a drift of 0.3 a year over ageWeight 5 adds 0.3 x 5 / 1.5 = 1 to 8.5.
    const rows = { weight: 2, squaredWeight: 1.5, sum: 10, ageWeight: 5 };
    const still = shrink(rows, prior);
    expect(still.worth).toBeCloseTo(81 / 8.5, 12);
    expect(still.sd).toBeCloseTo(Math.sqrt((1.5 * 8.5) / 81), 12);
    expect(still.rowShare).toBeCloseTo(1.5 / 8.5, 12);
    const moving = shrink(rows, { ...prior, drift: 0.3 });
    expect(moving.mean).toBe(still.mean);
    expect(moving.sd).toBeCloseTo(Math.sqrt((1.5 * 9.5) / 81), 12);
    expect(moving.rowShare).toBeCloseTo(1.5 / 9.5, 12);
  });

  it('gives the published TrustScore examples (trustratings.com: prior of 7 reviews at 3.5, half-life 6 months)', () => {
    expect(shrink(rowsOf(20, 100), prior).mean).toBeCloseTo(4.61111111111111, 12);
    // 20 five-star reviews 24 months before the newest, a one-star review: published as 3.4.
    const old = 20 * decay(24, 6);
    expect(shrink(rowsOf(old + 1, 5 * old + 1), prior).mean).toBeCloseTo(3.43243243243243, 12);
    expect(shrink(rowsOf(old, 5 * old), prior).mean).toBeCloseTo(3.72727272727273, 12);
  });

  it('betters raw averages as in Efron and Morris (1975): batting averages of 18 players after 45 at bats', () => {
    const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
    const season = [
      0.346, 0.298, 0.276, 0.222, 0.273, 0.27, 0.263, 0.21, 0.269, 0.23, 0.264, 0.256, 0.303, 0.264, 0.226, 0.285,
      0.316, 0.2,
    ];
    const grand = hits.reduce((a, b) => a + b, 0) / 18 / 45;
    const variance = (grand * (1 - grand)) / 45;
    const c = 1 - (15 * variance) / hits.reduce((sum, h) => sum + (h / 45 - grand) ** 2, 0);
    expect(grand).toBeCloseTo(0.265432098765432, 12);
    expect(c).toBeCloseTo(0.211653417144266, 12);
    // Shrinking by c is shrinking with k such that 45 / (k + 45) = c.
    const k = 45 / c - 45;
    const error = (x: (h: number) => number): number => hits.reduce((sum, h, i) => sum + (x(h) - season[i]) ** 2, 0);
    expect(error((h) => h / 45)).toBeCloseTo(0.0753169506172839, 12);
    expect(
      error((h) => shrink(rowsOf(45, h), { mu: grand, variance, k, drift: 0, source: 'fallback' }).mean),
    ).toBeCloseTo(0.0213069148901974, 12);
  });
});

describe('what is known of a share', () => {
  const prior: MarketPrior = { mu: 0.8, variance: 0.16, k: 5, drift: 0, source: 'fallback' };

  it('is a Beta with the weight of the market added to the answers', () => {
    const posterior = shrinkShare(rowsOf(10, 6), prior);
    // alpha + beta = 5 + 10, alpha = 5 x 0.8 + 6 = 10.
    expect(posterior.worth).toBeCloseTo(15, 12);
    expect(posterior.mean * posterior.worth).toBeCloseTo(10, 12);
    expect(posterior.mean).toBeCloseTo(2 / 3, 12);
    expect(posterior.sd).toBeCloseTo(Math.sqrt(2 / 9 / 16), 12);
    expect(posterior.mean).toBeCloseTo(shrink(rowsOf(10, 6), prior).mean, 12);
  });

  it('is the market without answers', () => {
    const posterior = shrinkShare(rowsOf(0, 0), prior);
    expect(posterior.mean).toBeCloseTo(0.8, 12);
    expect(posterior.sd).toBeCloseTo(Math.sqrt(0.16 / 6), 12);
  });
});
