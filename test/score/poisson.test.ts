import { describe, expect, it } from 'vitest';
import { poissonTail } from '../../src/score/poisson.ts';

describe('the tail of a Poisson', () => {
  it('is what the first terms leave', () => {
    // 1 - e^-2 (1 + 2 + 2).
    expect(poissonTail(3, 2)).toBeCloseTo(1 - 5 * Math.exp(-2), 15);
    expect(poissonTail(1, 0.1)).toBeCloseTo(1 - Math.exp(-0.1), 15);
    expect(poissonTail(1, 5)).toBeCloseTo(1 - Math.exp(-5), 15);
  });

  it('keeps its precision where almost nothing is left (R 4: ppois(c - 1, lambda, lower.tail = FALSE))', () => {
    expect(poissonTail(20, 0.1) / 3.7369603680089063e-39).toBeCloseTo(1, 12);
    expect(poissonTail(12, 1) / 8.3161074268823357e-10).toBeCloseTo(1, 12);
    expect(poissonTail(20, 5) / 3.4521358209144608e-7).toBeCloseTo(1, 12);
  });

  it('joins where counts and mean meet, and falls with every count', () => {
    let last = 1;
    for (let c = 1; c < 60; c++) {
      const tail = poissonTail(c, 20);
      expect(tail).toBeLessThan(last);
      last = tail;
    }
    // P(X >= c) - P(X >= c + 1) = P(X = c) = e^-20 20^20 / 20!.
    const factorial = Array.from({ length: 20 }, (_, i) => i + 1).reduce((a, b) => a * b, 1);
    expect(poissonTail(20, 20) - poissonTail(21, 20)).toBeCloseTo((Math.exp(-20) * 20 ** 20) / factorial, 14);
  });

  it('works for means whose e^-mean is too small for a double', () => {
    // Mean 1,000, sd 31.6: scipy.stats.poisson.sf(999, 1000).
    expect(poissonTail(1000, 1000)).toBeCloseTo(0.5042052441802155, 11);
    expect(poissonTail(1200, 1000)).toBeLessThan(1e-9);
    expect(poissonTail(1200, 1000)).toBeGreaterThan(0);
  });

  it('is certain from 0 on, and impossible at mean 0', () => {
    expect(poissonTail(0, 3)).toBe(1);
    expect(poissonTail(-2, 3)).toBe(1);
    expect(poissonTail(0, 0)).toBe(1);
    expect(poissonTail(1, 0)).toBe(0);
  });

  it('refuses what cannot be', () => {
    for (const [c, mean] of [
      [1.5, 2],
      [1, -1],
      [1, Infinity],
      [Number.NaN, 1],
      [1, Number.NaN],
    ] as const) {
      expect(() => poissonTail(c, mean)).toThrow(RangeError);
    }
  });
});
