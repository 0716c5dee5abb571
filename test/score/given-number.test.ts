import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutDeviation, givenNumber, ratioError } from '../../src/score/given-number.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { normalQuantile } from '../../src/score/normal.ts';
import { wilsonInterval } from '../../src/score/wilson.ts';
import { chanceOf } from './chance.ts';
import { datasetOf } from './dataset-builder.ts';

const counts = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => [Math.round(n * share), n] as const);

describe('a given number', () => {
  it('is exact without an error, and has the error that it is given with', () => {
    expect(givenNumber({ value: 4 }, undefined, 0.9)).toEqual({ value: 4, error: 0 });
    expect(givenNumber({ value: 4, error: 0.5 }, 100, 0.9)).toEqual({ value: 4, error: 0.5 });
  });

  it('is a ratio times what the criterion counts it per, with the error of the ratio', () => {
    const given = givenNumber({ numerator: 3, denominator: 12 }, 100, 0.9);
    expect(given?.value).toBe(25);
    expect(given?.error).toBeCloseTo(100 * ratioError(3, 12, 0.9), 12);
  });

  it('is none when nothing, half a ratio, or a ratio that the criterion does not take is given', () => {
    for (const answer of [undefined, {}, { numerator: 1 }, { denominator: 2 }, { error: 1 }])
      expect(givenNumber(answer, 1, 0.9)).toBeUndefined();
    expect(givenNumber({ numerator: 1, denominator: 2 }, undefined, 0.9)).toBeUndefined();
    for (const [numerator, denominator] of [
      [3, 2],
      [0, 0],
      [-1, 2],
      [1, Number.NaN],
      [1, Infinity],
    ])
      expect(givenNumber({ numerator, denominator }, 1, 0.9)).toBeUndefined();
  });
});

describe('the standard error of a ratio', () => {
  it('is the longer arm of the published 95 % Wilson interval of 81 of 263, divided by 1.96 (Newcombe 1998)', () => {
    // 0.2552885 .. 0.3662096 around 81 / 263 = 0.3079848: arms 0.0526963 and 0.0582248.
    expect(ratioError(81, 263, 0.95)).toBeCloseTo((0.3662095769828 - 81 / 263) / normalQuantile(0.975), 12);
  });

  it('is z / (n + z^2) when nothing or everything was counted, and never 0', () => {
    const z = normalQuantile(0.95);
    for (const n of [1, 3, 10, 1000]) {
      expect(ratioError(0, n, 0.9)).toBeCloseTo(z / (n + z * z), 12);
      expect(ratioError(n, n, 0.9)).toBeCloseTo(z / (n + z * z), 12);
    }
  });

  it('makes an interval that holds the whole Wilson interval, however small the denominator', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0.5, 0.8, 0.9, 0.99), ([x, n], coverage) => {
        const z = normalQuantile((1 + coverage) / 2);
        const reach = z * ratioError(x, n, coverage);
        const { low, high } = wilsonInterval(x, n, z);
        expect(reach).toBeGreaterThan(0);
        expect(x / n - reach).toBeLessThanOrEqual(low + 1e-12);
        expect(x / n + reach).toBeGreaterThanOrEqual(high - 1e-12);
      }),
    );
  });

  it('comes to sqrt(p (1 - p) / n) with many counted', () => {
    expect(ratioError(30_000, 100_000, 0.9) / Math.sqrt((0.3 * 0.7) / 100_000)).toBeCloseTo(1, 2);
  });

  // Wilson's interval itself covers less at some shares of a few (Brown, Cai & DasGupta 2001): of 1 counted, 74 in 100 at worst.
  it('covers the true share 90 times in 100 or more on average over all shares, from 1 counted on, and 85 at worst from 20 on, by exact binomial sums', () => {
    const z = normalQuantile(0.95);
    for (const n of [1, 2, 5, 10, 20, 30, 100]) {
      let least = 1;
      let sum = 0;
      let cases = 0;
      const reach = Array.from({ length: n + 1 }, (_, x) => z * ratioError(x, n, 0.9));
      for (let p = 0.01; p < 1; p += 0.01) {
        let covered = 0;
        let chance = (1 - p) ** n;
        for (let x = 0; x <= n; x++) {
          if (Math.abs(x / n - p) <= reach[x]) covered += chance;
          chance *= ((n - x) / (x + 1)) * (p / (1 - p));
        }
        least = Math.min(least, covered);
        sum += covered;
        cases += 1;
      }
      expect(sum / cases).toBeGreaterThan(0.9);
      expect(least).toBeGreaterThan(n < 20 ? 0.7 : 0.85);
    }
  });

  it('refuses counts that cannot be', () => {
    for (const [x, n, coverage] of [
      [1, 0, 0.9],
      [-1, 2, 0.9],
      [3, 2, 0.9],
      [1, 2, 0],
      [1, 2, 1.5],
      [Number.NaN, 2, 0.9],
    ] as const)
      expect(() => ratioError(x, n, coverage)).toThrow(RangeError);
  });
});

describe('the deviation of points that are cut to 0..100', () => {
  it('is that of the number between the ends, 1 / sqrt 2 of it at an end, and nothing far outside', () => {
    expect(cutDeviation(50, 5)).toBeCloseTo(5, 9);
    expect(cutDeviation(100, 5)).toBeCloseTo(5 / Math.SQRT2, 9);
    expect(cutDeviation(0, 5)).toBeCloseTo(5 / Math.SQRT2, 9);
    expect(cutDeviation(200, 5)).toBeCloseTo(0, 12);
    expect(cutDeviation(-1e6, 5)).toBe(0);
    expect(cutDeviation(50, 0)).toBe(0);
  });

  it('is, one deviation beyond the end, 0.27448 of it: E[min(0, Z + 1)^2] = 2 P(Z < -1) - density(1)', () => {
    // 2 x 0.1586553 - 0.2419707 = 0.0753398, its root 0.2744811.
    expect(cutDeviation(105, 5)).toBeCloseTo(5 * 0.2744811, 5);
    expect(cutDeviation(-5, 5)).toBeCloseTo(5 * 0.2744811, 5);
  });

  it('is at most half of the range from its points for an error without end, and never more than the error', () => {
    // Half the mass at each end: 50 and 50 from the middle.
    expect(cutDeviation(50, 1e9)).toBeCloseTo(50, 3);
    fc.assert(
      fc.property(
        fc.double({ min: -300, max: 400, noNaN: true }),
        fc.double({ min: 1e-3, max: 500, noNaN: true }),
        (raw, sd) => {
          const own = cutDeviation(raw, sd);
          expect(own).toBeGreaterThanOrEqual(0);
          expect(own).toBeLessThanOrEqual(sd * (1 + 1e-6));
        },
      ),
    );
  });
});

describe('overall scores made of numbers with errors', () => {
  it('lie within their 90 % interval of the score of the true numbers 87 to 94 times in 100, half of them measured, half counted', () => {
    const chance = chanceOf(7);
    const criteria = Array.from({ length: 6 }, (_, i) => ({ id: `c${i}`, goalposts: 'percent', per: 100 }));
    let [covered, all] = [0, 0];
    for (let round = 0; round < 20; round++) {
      const truths = Array.from({ length: 30 }, () => criteria.map(() => 0.3 + 0.4 * chance.unit()));
      const dataset = datasetOf({
        frameworks: [
          {
            id: 'f',
            dimensions: [
              { id: 'd', criteria: criteria.slice(0, 3) },
              { id: 'e', criteria: criteria.slice(3) },
            ],
          },
        ],
        vendors: truths.map((own, v) => ({
          slug: `v${String(v).padStart(2, '0')}`,
          evidence: [{ id: 'seen', tier: 'observed' as const }],
          answers: Object.fromEntries(
            own.map((p, c) => {
              const denominator = 8 + chance.below(60);
              const numerator = Array.from({ length: denominator }, () => chance.unit()).filter((u) => u < p).length;
              const error = 2 + 6 * chance.unit();
              return [
                `f/c${c}`,
                {
                  ...(c % 2 === 0 ? { numerator, denominator } : { value: 100 * p + error * chance.normal(), error }),
                  evidence: ['seen'],
                },
              ] as const;
            }),
          ),
        })),
        method: {
          goalposts: { percent: { worst: 0, best: 100, scale: 'linear' } },
          uncertainty: { seed: `round-${round}` },
        },
      });
      scoreMarket(dataset).scored.forEach((own, v) => {
        const truth = (100 * (truths[v] ?? []).reduce((sum, p) => sum + p, 0)) / criteria.length;
        all += 1;
        if (own?.overall !== undefined && own.overall.low <= truth && truth <= own.overall.high) covered += 1;
      });
    }
    expect(all).toBe(600);
    expect(covered / all).toBeGreaterThan(0.87);
    expect(covered / all).toBeLessThan(0.94);
  });
});
