import { describe, expect, it } from 'vitest';
import { FLOOR, meanDerivative, weightedMean } from '../../src/score/means.ts';

const KINDS = ['arithmetic', 'geometric', 'harmonic'] as const;

describe('weighted means', () => {
  it('are what their names say', () => {
    expect(weightedMean([60, 90], [1, 2], 'arithmetic')).toBe(80);
    expect(weightedMean([4, 9], [1, 1], 'geometric')).toBeCloseTo(6, 12);
    expect(weightedMean([8, 27], [1, 2], 'geometric')).toBeCloseTo(18, 12);
    expect(weightedMean([40, 60], [1, 1], 'harmonic')).toBeCloseTo(48, 12);
    // 4 / (3/30 + 1/60)
    expect(weightedMean([30, 60], [3, 1], 'harmonic')).toBeCloseTo(4 / (0.1 + 1 / 60), 12);
  });

  it('leave out what is missing and share its weight among the rest', () => {
    for (const how of KINDS) {
      expect(weightedMean([50, Number.NaN, 50], [1, 5, 3], how)).toBeCloseTo(50, 12);
      expect(weightedMean([10, Number.NaN], [1, 1], how)).toBeCloseTo(10, 12);
    }
    expect(weightedMean([20, Number.NaN, 80], [1, 9, 2], 'arithmetic')).toBe(60);
  });

  it('follow the rows of the COINr vignette on missing values', () => {
    // https://bluefoxr.github.io/COINr/articles/aggregate.html, rows with at least 2/3 of the data.
    expect(weightedMean([1, 3, 1], [1, 1, 1], 'arithmetic')).toBeCloseTo(1.6666666666666667, 14);
    expect(weightedMean([3, Number.NaN, 1], [1, 1, 1], 'arithmetic')).toBe(2);
  });

  it('take no notice of a value whose weight is 0', () => {
    for (const how of KINDS) expect(weightedMean([70, 5], [2, 0], how)).toBeCloseTo(70, 12);
  });

  it('do not exist when nothing has weight', () => {
    for (const how of KINDS) {
      expect(weightedMean([Number.NaN, Number.NaN], [1, 1], how)).toBeNaN();
      expect(weightedMean([1, 2], [0, 0], how)).toBeNaN();
      expect(weightedMean([], [], how)).toBeNaN();
      expect(weightedMean([Number.NaN, 3], [1, 0], how)).toBeNaN();
    }
  });

  it('count scores below the floor as the floor, except in the arithmetic mean', () => {
    expect(FLOOR).toBe(1);
    expect(weightedMean([0, 100], [1, 1], 'geometric')).toBeCloseTo(10, 12);
    expect(weightedMean([0, 100], [1, 1], 'harmonic')).toBeCloseTo(2 / 1.01, 12);
    expect(weightedMean([0, 100], [1, 1], 'arithmetic')).toBe(50);
  });

  it('stand in the order harmonic <= geometric <= arithmetic', () => {
    const [arithmetic, geometric, harmonic] = KINDS.map((how) => weightedMean([10, 55, 90], [2, 3, 1], how)) as [
      number,
      number,
      number,
    ];
    expect(harmonic).toBeLessThan(geometric);
    expect(geometric).toBeLessThan(arithmetic);
  });
});

describe('derivatives of weighted means', () => {
  const values = [10, Number.NaN, 55, 90];
  const weights = [2, 4, 3, 1];

  it('agree with small differences', () => {
    const h = 1e-5;
    for (const how of KINDS) {
      const mean = weightedMean(values, weights, how);
      for (const i of [0, 2, 3]) {
        const up = weightedMean(values.with(i, values[i] + h), weights, how);
        const down = weightedMean(values.with(i, values[i] - h), weights, how);
        expect(meanDerivative(values, weights, how, mean, i)).toBeCloseTo((up - down) / (2 * h), 7);
      }
    }
  });

  it('are the rescaled weights for the arithmetic mean', () => {
    expect(meanDerivative(values, weights, 'arithmetic', 0, 0)).toBeCloseTo(2 / 6, 14);
    expect(meanDerivative(values, weights, 'arithmetic', 0, 2)).toBeCloseTo(3 / 6, 14);
  });

  it('are 0 for a missing value, for one below the floor, and when nothing has weight', () => {
    for (const how of KINDS) {
      expect(meanDerivative(values, weights, how, 40, 1)).toBe(0);
      expect(meanDerivative([5, Number.NaN], [0, 1], how, Number.NaN, 0)).toBe(0);
    }
    expect(meanDerivative([0.5, 50], [1, 1], 'geometric', 7, 0)).toBe(0);
    expect(meanDerivative([0.5, 50], [1, 1], 'harmonic', 2, 0)).toBe(0);
    expect(meanDerivative([0.5, 50], [1, 1], 'arithmetic', 25.25, 0)).toBe(0.5);
  });

  it('exist at the floor itself', () => {
    // w mean / x, and w mean^2 / x^2.
    expect(meanDerivative([1, 49], [1, 1], 'geometric', 7, 0)).toBeCloseTo(3.5, 12);
    expect(meanDerivative([1, 49], [1, 1], 'harmonic', 1.96, 0)).toBeCloseTo(1.96 ** 2 / 2, 12);
  });
});
