import { describe, expect, it } from 'vitest';
import { decay } from '../../src/score/row-weights.ts';
import { type MarketPrior, type MeasureStatistics, type ShrinkageSettings, estimatePrior, shrink, shrinkShare } from '../../src/score/shrinkage.ts';

const settings: ShrinkageSettings = { minVendors: 2, minReviews: 2, kMin: 1e-6, kMax: 1e6, fallback: { k: 7, mu: 3.5, variance: 1.5 } };

/** Statistics of vendors whose rows are given, each row with the same weight. */
function statisticsOf(vendors: readonly (readonly number[])[], weight = 1): MeasureStatistics {
  return {
    count: vendors.map((rows) => rows.length),
    weight: vendors.map((rows) => rows.length * weight),
    sum: vendors.map((rows) => weight * rows.reduce((a, b) => a + b, 0)),
    squares: vendors.map((rows) => weight * rows.reduce((a, b) => a + b * b, 0)),
  };
}

describe("the market's prior", () => {
  // Means 3, 4, 8 around 5. SSW = 2 + 2 + 2, three degrees of freedom: s2e = 2. SSB = 2 (4 + 1 + 9) = 28;
  // s2a = (28 - 2 x 2) / (6 - 12/6) = 6.
  const balanced = [[2, 4], [3, 5], [7, 9]];
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
    // Two rows of each school, spread so that the variance of a full-weight row comes out as 1.
    const weight = errors.map((s) => s ** -2);
    const statistics = {
      count: effects.map(() => 2),
      weight,
      sum: effects.map((y, i) => y * (weight[i] as number)),
      squares: effects.map((y, i) => y * y * (weight[i] as number) + 1),
    };
    const prior = estimatePrior(statistics, { ...settings, kMin: 1e12, kMax: 1e12 });
    const total = weight.reduce((a, b) => a + b, 0);
    const c = total - weight.reduce((a, b) => a + b * b, 0) / total;
    // metafor: tau^2 = 0, mu = 7.68561672495604, Q = 4.70707886440016.
    expect(prior.variance).toBeCloseTo(1, 9);
    expect(prior.between).toBeLessThan(0);
    expect((prior.between ?? Number.NaN) * c + 7).toBeCloseTo(4.70707886440016, 9);
    expect(prior.k).toBe(1e12);
    expect(prior.mu).toBeCloseTo(7.68561672495604, 9);
  });

  it('weighs unequal vendors as the moments of unbalanced data say', () => {
    // n = 3, 2, 1; means 2, 5, 9; SSW = 2 + 2, df 3: s2e = 4/3. Grand mean 25/6.
    const prior = estimatePrior(statisticsOf([[1, 2, 3], [4, 6], [9]]), settings);
    const grand = 25 / 6;
    const between = (3 * (2 - grand) ** 2 + 2 * (5 - grand) ** 2 + (9 - grand) ** 2 - 2 * (4 / 3)) / (6 - 14 / 6);
    expect(prior.variance).toBeCloseTo(4 / 3, 12);
    expect(prior.between).toBeCloseTo(between, 12);
    // MSB and MSW on 2 and 3 degrees of freedom, in units of (6 - 14/6) / 2 rows.
    const rows = (6 - 14 / 6) / 2;
    const meanSquare = (3 * (2 - grand) ** 2 + 2 * (5 - grand) ** 2 + (9 - grand) ** 2) / 2;
    const error = ((2 * meanSquare ** 2) / 2 + (2 * (4 / 3) ** 2) / 3) / rows ** 2;
    const k = 4 / 3 / ((between + Math.sqrt(between ** 2 + 4 * error)) / 2);
    expect(prior.k).toBeCloseTo(k, 12);
    const shares = [3, 2, 1].map((n) => n / (n + k));
    const mu = shares.reduce((sum, w, i) => sum + w * ([2, 5, 9][i] as number), 0) / shares.reduce((a, b) => a + b, 0);
    expect(prior.mu).toBeCloseTo(mu, 12);
  });

  it('keeps k within its bounds', () => {
    expect(estimatePrior(statisticsOf(balanced), { ...settings, kMin: 3, kMax: 20 }).k).toBe(3);
    const alike = Array.from({ length: 60 }, () => [1, 5, 2, 4]);
    expect(estimatePrior(statisticsOf(alike), { ...settings, kMin: 3, kMax: 20 }).k).toBe(20);
  });

  it('is not sure that vendors are alike because few of them look alike: k stays finite', () => {
    // Means 3, 3.25, 3: the moments give a variance between vendors below 0.
    const few = estimatePrior(statisticsOf([[1, 5], [2, 4.5], [2, 4]]), settings);
    expect(few.between).toBeLessThan(0);
    expect(few.k).toBeLessThan(10);
    const many = estimatePrior(statisticsOf(Array.from({ length: 300 }, (_, i) => [[1, 5], [2, 4.5], [2, 4]][i % 3] ?? [])), settings);
    expect(many.k).toBeGreaterThan(few.k);
  });

  it('is the estimate itself where there are many vendors', () => {
    const many = estimatePrior(statisticsOf(Array.from({ length: 3000 }, (_, i) => balanced[i % 3] ?? [])), settings);
    expect(many.k / (many.variance / (many.between ?? Number.NaN))).toBeCloseTo(1, 2);
  });

  it('scales with the weights of the rows: half the weight is worth half the rows', () => {
    const full = estimatePrior(statisticsOf(balanced), settings);
    const half = estimatePrior(statisticsOf(balanced, 0.5), settings);
    expect(half.between).toBeCloseTo(full.between ?? Number.NaN, 12);
    expect(half.k).toBeCloseTo(full.k / 2, 12);
    // So what is known of a vendor stays the same.
    const a = shrink(2, 6, full);
    const b = shrink(1, 3, half);
    expect(b.mean).toBeCloseTo(a.mean, 12);
    expect(b.sd).toBeCloseTo(a.sd, 12);
  });

  it('ignores vendors without rows', () => {
    expect(estimatePrior(statisticsOf([[], ...balanced, []]), settings)).toEqual(estimatePrior(statisticsOf(balanced), settings));
  });

  it('falls back when too few vendors have enough rows', () => {
    const fallback = { k: 7, mu: 3.5, variance: 1.5, source: 'fallback' };
    expect(estimatePrior(statisticsOf(balanced), { ...settings, minVendors: 4 })).toEqual(fallback);
    expect(estimatePrior(statisticsOf(balanced), { ...settings, minVendors: 3 }).source).toBe('estimated');
    expect(estimatePrior(statisticsOf(balanced), { ...settings, minReviews: 3 })).toEqual(fallback);
    expect(estimatePrior(statisticsOf([]), settings)).toEqual(fallback);
  });

  it('falls back when no vendor has two rows, or when no answers differ within a vendor', () => {
    expect(estimatePrior(statisticsOf([[1], [2], [3]]), { ...settings, minReviews: 1 }).source).toBe('fallback');
    expect(estimatePrior(statisticsOf([[5, 5], [4, 4], [3, 3]]), settings).source).toBe('fallback');
    // 0.1 three times has a sum of squares that rounding takes below its mean's.
    expect(estimatePrior(statisticsOf([[0.1, 0.1, 0.1], [0.3, 0.3, 0.3]]), settings).source).toBe('fallback');
  });

  it('takes mean and spread of vendors from effective weights where they are given', () => {
    const statistics = statisticsOf(balanced);
    const effective = { weight: [1, 1, 1], sum: [3, 4, 8] };
    const prior = estimatePrior(statistics, settings, effective);
    // SSB = 4 + 1 + 9 = 14; s2a = (14 - 2 x 2) / (3 - 1) = 5.
    expect(prior.variance).toBeCloseTo(2, 12);
    expect(prior.between).toBeCloseTo(5, 12);
    expect(prior.mu).toBeCloseTo(5, 12);
  });
});

describe('what is known of one vendor', () => {
  const prior: MarketPrior = { mu: 3.5, variance: 1.5, k: 7, source: 'fallback' };

  it('is the market without rows', () => {
    expect(shrink(0, 0, prior)).toEqual({ mean: 3.5, sd: Math.sqrt(1.5 / 7) });
  });

  it('moves from the market to its own rows as they grow', () => {
    // (24.5 + 15) / 10 and (24.5 + 35000) / 7007.
    expect(shrink(3, 15, prior).mean).toBeCloseTo(3.95, 12);
    expect(shrink(3, 15, prior).sd).toBeCloseTo(Math.sqrt(0.15), 12);
    expect(shrink(7000, 35_000, prior).mean).toBeCloseTo(35_024.5 / 7007, 12);
  });

  it('gives the published TrustScore examples (trustratings.com: prior of 7 reviews at 3.5, half-life 6 months)', () => {
    expect(shrink(20, 100, prior).mean).toBeCloseTo(4.61111111111111, 12);
    // 20 five-star reviews 24 months before the newest, a one-star review: published as 3.4.
    const old = 20 * decay(24, 6);
    expect(shrink(old + 1, 5 * old + 1, prior).mean).toBeCloseTo(3.43243243243243, 12);
    expect(shrink(old, 5 * old, prior).mean).toBeCloseTo(3.72727272727273, 12);
  });

  it('betters raw averages as in Efron and Morris (1975): batting averages of 18 players after 45 at bats', () => {
    const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7];
    const season = [0.346, 0.298, 0.276, 0.222, 0.273, 0.27, 0.263, 0.21, 0.269, 0.23, 0.264, 0.256, 0.303, 0.264, 0.226, 0.285, 0.316, 0.2];
    const grand = hits.reduce((a, b) => a + b, 0) / 18 / 45;
    const variance = (grand * (1 - grand)) / 45;
    const c = 1 - (15 * variance) / hits.reduce((sum, h) => sum + (h / 45 - grand) ** 2, 0);
    expect(grand).toBeCloseTo(0.265432098765432, 12);
    expect(c).toBeCloseTo(0.211653417144266, 12);
    // Shrinking by c is shrinking with k such that 45 / (k + 45) = c.
    const k = 45 / c - 45;
    const error = (x: (h: number) => number): number => hits.reduce((sum, h, i) => sum + (x(h) - (season[i] as number)) ** 2, 0);
    expect(error((h) => h / 45)).toBeCloseTo(0.0753169506172839, 12);
    expect(error((h) => shrink(45, h, { mu: grand, variance, k, source: 'fallback' }).mean)).toBeCloseTo(0.0213069148901974, 12);
  });
});

describe('what is known of a share', () => {
  const prior: MarketPrior = { mu: 0.8, variance: 0.16, k: 5, source: 'fallback' };

  it('is a Beta with the weight of the market added to the answers', () => {
    const posterior = shrinkShare(10, 6, prior);
    expect(posterior.alpha).toBeCloseTo(10, 12);
    expect(posterior.beta).toBeCloseTo(5, 12);
    expect(posterior.mean).toBeCloseTo(2 / 3, 12);
    expect(posterior.sd).toBeCloseTo(Math.sqrt((2 / 9) / 16), 12);
    expect(posterior.mean).toBeCloseTo(shrink(10, 6, prior).mean, 12);
  });

  it('is the market without answers', () => {
    const posterior = shrinkShare(0, 0, prior);
    expect(posterior.mean).toBeCloseTo(0.8, 12);
    expect(posterior.sd).toBeCloseTo(Math.sqrt(0.16 / 6), 12);
  });
});
