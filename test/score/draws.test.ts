import { describe, expect, it } from 'vitest';
import { addDraws, addNormalDraws, drawSeed, drawnRanks, quantileOf } from '../../src/score/draws.ts';
import { word } from '../../src/score/hash.ts';
import { normalCdf, normalDensity, normalQuantile } from '../../src/score/normal.ts';
import type { SurveyMeasure } from '../../src/score/plan.ts';

function measure(
  kind: SurveyMeasure['kind'],
  worst: number,
  best: number,
  scale: 'linear' | 'ln' = 'linear',
): SurveyMeasure {
  return {
    id: 'm',
    source: 'review',
    question: 'q',
    column: 0,
    kind,
    goalposts: { worst, best, scale },
    inverted: false,
    window: 0,
    criteria: [],
  };
}

const rating = measure('rating', 1, 5);
const share = measure('share', 0, 1);
const duration = measure('duration', 1000, 10, 'ln');

/** A posterior of nothing but row noise that hangs together with nothing. */
const ALONE = { worth: 1, rowShare: 1, loadings: { vendors: 0, rows: 0 } };

function drawsOf(
  m: SurveyMeasure,
  posterior: { mean: number; sd: number; worth?: number },
  coefficient = 1,
  count = 40_000,
  seed = 7,
): Float64Array {
  const into = new Float64Array(count);
  addDraws(into, m, { ...ALONE, ...posterior }, coefficient, seed);
  return into;
}

function moments(draws: Float64Array): { mean: number; sd: number } {
  const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
  return { mean, sd: Math.sqrt(draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length) };
}

describe('draws of a rating', () => {
  it('have the posterior’s mean and spread in points', () => {
    // 3 on 1..5 = 50 points, sd 0.2 = 5 points.
    const { mean, sd } = moments(drawsOf(rating, { mean: 3, sd: 0.2 }));
    expect(Math.abs(mean - 50)).toBeLessThan(4 * (5 / 200));
    expect(Math.abs(sd - 5)).toBeLessThan(0.08);
  });

  it('are normal: their quantiles are', () => {
    const sorted = drawsOf(rating, { mean: 3, sd: 0.2 }).sort();
    for (const [p, z] of [
      [0.05, -1.6449],
      [0.25, -0.6745],
      [0.5, 0],
      [0.95, 1.6449],
      [0.99, 2.3263],
    ] as const) {
      // Standard error of a quantile: sqrt(p (1 - p) / n) / density.
      const error = (5 * Math.sqrt((p * (1 - p)) / 40_000)) / normalDensity(z);
      expect(Math.abs(quantileOf(sorted, p) - (50 + 5 * z))).toBeLessThan(4 * error);
    }
  });

  it('are cut to 0..100, draw by draw', () => {
    const high = drawsOf(rating, { mean: 5, sd: 0.4 });
    expect(Math.max(...high)).toBe(100);
    expect(high.filter((x) => x === 100).length / high.length).toBeCloseTo(0.5, 1);
    // Mean of min(0, Z) is -phi(0): 100 - 10 x 0.3989.
    expect(moments(high).mean).toBeCloseTo(100 - 10 * normalDensity(0), 0);
    expect(Math.min(...drawsOf(rating, { mean: 1.1, sd: 1 }))).toBe(0);
  });

  it('count times the coefficient, on top of what is there', () => {
    const whole = drawsOf(rating, { mean: 3, sd: 0.2 }, 1, 50);
    const into = new Float64Array(50).fill(7);
    addDraws(into, rating, { ...ALONE, mean: 3, sd: 0.2 }, 0.25, 7);
    into.forEach((x, b) => expect(x).toBeCloseTo(7 + 0.25 * whole[b], 12));
  });

  it('are all the posterior mean when nothing is uncertain', () => {
    expect(new Set(drawsOf(rating, { mean: 4, sd: 0 }, 1, 100))).toEqual(new Set([75]));
  });
});

describe('draws of a duration', () => {
  it('are normal in ln(minutes)', () => {
    // exp(mean) = 100 minutes = 50 points on ln 1000..10; sd ln(10)/8 = 100/16 points.
    const { mean, sd } = moments(drawsOf(duration, { mean: Math.log(100), sd: Math.LN10 / 8 }));
    expect(mean).toBeCloseTo(50, 0);
    expect(sd).toBeCloseTo(6.25, 1);
  });

  it('go through minutes when the goalposts are linear', () => {
    const linear = measure('duration', 200, 0);
    const draws = drawsOf(linear, { mean: Math.log(100), sd: 0.5 });
    // Median 100 minutes = 50 points; above 200 minutes, P(Z > ln 2 / 0.5), 0 points.
    expect(quantileOf(draws.toSorted(), 0.5)).toBeCloseTo(50, 0);
    expect(draws.filter((x) => x === 0).length / draws.length).toBeCloseTo(1 - normalCdf(Math.LN2 / 0.5), 2);
    expect(Math.max(...draws)).toBeLessThan(100);
  });
});

describe('draws of a share', () => {
  it('have the moments of the Beta', () => {
    const { mean, sd } = moments(drawsOf(share, { mean: 0.7, sd: 0, worth: 9 }));
    expect(mean).toBeCloseTo(70, 0);
    expect(sd / 100).toBeCloseTo(Math.sqrt((0.7 * 0.3) / 10), 2);
  });

  it('stay within 0..100 even for a share that is nearly always good', () => {
    const draws = drawsOf(share, { mean: 0.99, sd: 0, worth: 3 });
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThanOrEqual(100);
    expect(moments(draws).mean).toBeCloseTo(99, 0);
  });

  it('count times the coefficient too', () => {
    const whole = drawsOf(share, { mean: 0.7, sd: 0, worth: 9 }, 1, 20);
    drawsOf(share, { mean: 0.7, sd: 0, worth: 9 }, 0.5, 20).forEach((x, b) => expect(x).toBeCloseTo(whole[b] / 2, 12));
  });
});

describe('draws of the facts', () => {
  it('are normal around what is there, with the spread given', () => {
    const into = new Float64Array(40_000).fill(60);
    addNormalDraws(into, 3, 11);
    const { mean, sd } = moments(into);
    expect(Math.abs(mean - 60)).toBeLessThan(4 * (3 / 200));
    expect(Math.abs(sd - 3)).toBeLessThan(0.05);
  });

  it('change nothing where nothing may be off', () => {
    const into = new Float64Array(10).fill(60);
    addNormalDraws(into, 0, 11);
    expect(new Set(into)).toEqual(new Set([60]));
  });
});

describe('each draw', () => {
  it('is the quantile that the hashed word of its number names: of 8,192 steps, or 256 of a share', () => {
    const steps = (n: number, b: number): number => (Math.floor((word(99, b) / 2 ** 32) * n) + 0.5) / n;
    const stars = drawsOf(rating, { mean: 3, sd: 0.2 }, 1, 40, 99);
    const minutes = drawsOf(duration, { mean: Math.log(100), sd: Math.LN10 / 8 }, 1, 40, 99);
    const shares = drawsOf(share, { mean: 0.5, sd: 0, worth: 2 }, 1, 40, 99);
    const facts = new Float64Array(40);
    addNormalDraws(facts, 3, 99);
    for (let b = 0; b < 40; b++) {
      expect(stars[b]).toBeCloseTo(50 + 5 * normalQuantile(steps(8192, b)), 10);
      // A high deviate is a good result, also where the best is the lower end.
      expect(minutes[b]).toBeCloseTo(50 + 6.25 * normalQuantile(steps(8192, b)), 10);
      // Beta(1, 1) is uniform; the table that leads from deviate to step is fine to one step.
      expect(Math.abs(shares[b] - 100 * steps(256, b))).toBeLessThan(100 / 256 + 0.01);
      expect(facts[b]).toBeCloseTo(3 * normalQuantile(steps(8192, b)), 10);
    }
  });
});

describe('the seed of draws', () => {
  it('is the same for the same names, whoever else there is', () => {
    expect(drawSeed('s', 'vendor', 'm')).toBe(drawSeed('s', 'vendor', 'm'));
    expect([...drawsOf(rating, { mean: 3, sd: 1 }, 1, 100, drawSeed('s', 'v', 'm'))]).toEqual([
      ...drawsOf(rating, { mean: 3, sd: 1 }, 1, 100, drawSeed('s', 'v', 'm')),
    ]);
  });

  it('differs by seed, vendor and measure, and knows which is which', () => {
    const seeds = [
      drawSeed('s', 'a', 'b'),
      drawSeed('s', 'b', 'a'),
      drawSeed('a', 's', 'b'),
      drawSeed('s', 'a', 'c'),
      drawSeed('s', 'a', 'a'),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  it('leaves the draws of two vendors, or of two measures, unrelated', () => {
    const pairs = [
      [drawSeed('s', 'a', 'm'), drawSeed('s', 'b', 'm')],
      [drawSeed('s', 'a', 'm'), drawSeed('s', 'a', 'n')],
    ] as const;
    for (const [one, other] of pairs) {
      const x = drawsOf(rating, { mean: 3, sd: 0.2 }, 1, 20_000, one);
      const y = drawsOf(rating, { mean: 3, sd: 0.2 }, 1, 20_000, other);
      const product = x.reduce((sum, a, b) => sum + (a - 50) * (y[b] - 50), 0) / 20_000;
      expect(Math.abs(product / 25)).toBeLessThan(4 / Math.sqrt(20_000));
    }
  });
});

describe('quantiles of a list', () => {
  it('are of type 7: on a straight line between the order statistics', () => {
    expect(quantileOf([10, 20, 30, 40, 50], 0.25)).toBe(20);
    expect(quantileOf([10, 20, 30, 40], 0.5)).toBe(25);
    expect(quantileOf([10, 20, 30, 40], 0.05)).toBeCloseTo(11.5, 12);
    expect(quantileOf([10, 20], 0)).toBe(10);
    expect(quantileOf([10, 20], 1)).toBe(20);
    expect(quantileOf([7], 0.3)).toBe(7);
  });
});

describe('ranks over the draws', () => {
  const rows = (...draws: number[][]): Float64Array[] => draws.map((d) => Float64Array.from(d));

  it('count how often each vendor is first and among the best three', () => {
    // Draw by draw the orders are abcd, bacd, acbd, abdc.
    const ranks = drawnRanks(rows([9, 8, 9, 9], [8, 9, 7, 8], [7, 7, 8, 6], [6, 6, 6, 7]), 0.9);
    expect([...ranks.first]).toEqual([0.75, 0.25, 0, 0]);
    expect([...ranks.topThree]).toEqual([1, 1, 0.75, 0.25]);
    expect([...ranks.low]).toEqual([1, 1, 2, 3]);
    expect([...ranks.high]).toEqual([2, 3, 4, 4]);
  });

  it('have intervals of the share asked for', () => {
    // Vendor a is first in draws 0..89 of 100, last of three in the others; b and c follow.
    const a = Array.from({ length: 100 }, (_, b) => (b < 90 ? 9 : 1));
    const ranks = drawnRanks(rows(a, new Array<number>(100).fill(5), new Array<number>(100).fill(4)), 0.5);
    expect([ranks.low[0], ranks.high[0]]).toEqual([1, 1]);
    const wide = drawnRanks(rows(a, new Array<number>(100).fill(5), new Array<number>(100).fill(4)), 0.9);
    expect([wide.low[0], wide.high[0]]).toEqual([1, 3]);
    expect(wide.first[0]).toBeCloseTo(0.9, 12);
  });

  it('share the better rank among equals, whatever their order', () => {
    const ranks = drawnRanks(rows([5, 5], [7, 7], [5, 5], [1, 1]), 0.9);
    expect([...ranks.low]).toEqual([2, 1, 2, 4]);
    expect([...ranks.high]).toEqual([2, 1, 2, 4]);
    expect([...ranks.topThree]).toEqual([1, 1, 1, 0]);
    const all = drawnRanks(rows([5, 5], [5, 5]), 0.9);
    expect([...all.first]).toEqual([1, 1]);
  });

  it('hold for numbers of draws and vendors that fill no whole block', () => {
    // 70 draws, 5 vendors, by the definition: 1 + how many are higher.
    const draws = Array.from({ length: 5 }, (_, i) =>
      Float64Array.from({ length: 70 }, (_, b) => ((b * 37 + i * 53 + ((b * i) % 7) * 11) % 101) - 20),
    );
    const ranks = drawnRanks(draws, 0.9);
    draws.forEach((own, i) => {
      const expected = Array.from(own, (x, b) => 1 + draws.filter((other) => other[b] > x).length).sort(
        (x, y) => x - y,
      );
      expect(ranks.first[i]).toBeCloseTo(expected.filter((r) => r === 1).length / 70, 12);
      expect(ranks.topThree[i]).toBeCloseTo(expected.filter((r) => r <= 3).length / 70, 12);
      expect(ranks.low[i]).toBe(Math.round(quantileOf(expected, 0.05)));
      expect(ranks.high[i]).toBe(Math.round(quantileOf(expected, 0.95)));
    });
  });

  it('are none for nobody', () => {
    expect(drawnRanks([], 0.9).first).toHaveLength(0);
  });
});
