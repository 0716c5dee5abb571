import { describe, expect, it } from 'vitest';
import { ascendingRanks, directed, minmax, momentsOf, percentile, zscore } from '../../src/score/normalise.ts';

const NaN_ = Number.NaN;
const list = (x: Float64Array): number[] => [...x];

describe('direction', () => {
  it('turns around what is better when less', () => {
    expect(list(directed([3, NaN_, -2], -1))).toEqual([-3, NaN_, 2]);
    expect(list(directed([3, NaN_, -2], 1))).toEqual([3, NaN_, -2]);
  });
});

describe('min-max', () => {
  it('puts the lowest and the highest at the ends of any range', () => {
    expect(list(minmax([10, 30, 20], 0, 100))).toEqual([0, 100, 50]);
    expect(list(minmax([10, 30, 15], 1, 100))).toEqual([1, 100, 25.75]);
    expect(list(minmax([10, 30, 20], 100, 0))).toEqual([100, 0, 50]);
  });

  it('knows no missing entries, and puts equals in the middle', () => {
    expect(list(minmax([NaN_, 5, 7], 0, 1))).toEqual([NaN_, 0, 1]);
    expect(list(minmax([5, NaN_, 5], 0, 100))).toEqual([50, NaN_, 50]);
    expect(list(minmax([NaN_], 0, 1))).toEqual([NaN_]);
    expect(list(minmax([], 0, 1))).toEqual([]);
  });
});

describe('z-scores', () => {
  it('have the mean and sample standard deviation asked for', () => {
    // 2, 4, 6: mean 4, sd 2.
    expect(list(zscore([2, 4, 6], 0, 1))).toEqual([-1, 0, 1]);
    expect(list(zscore([2, NaN_, 4, 6], 50, 10))).toEqual([40, NaN_, 50, 60]);
  });

  it('stand at the centre when all are equal, or alone', () => {
    expect(list(zscore([0.1, 0.1, 0.1], 50, 10))).toEqual([50, 50, 50]);
    expect(list(zscore([NaN_, 3], 50, 10))).toEqual([NaN_, 50]);
    expect(list(zscore([NaN_, NaN_], 50, 10))).toEqual([NaN_, NaN_]);
  });
});

describe('ranks and percentiles', () => {
  it('count the lower entries; equals share the lower rank', () => {
    expect(list(ascendingRanks([30, 10, 20, 20, NaN_]))).toEqual([4, 1, 2, 2, NaN_]);
    expect(list(percentile([30, 10, 20, 20, NaN_]))).toEqual([1, 0, 1 / 3, 1 / 3, NaN_]);
    expect(list(ascendingRanks([0, -0, 1]))).toEqual([1, 1, 3]);
  });

  it('put one alone in the middle', () => {
    expect(list(percentile([7, NaN_]))).toEqual([0.5, NaN_]);
    expect(list(percentile([]))).toEqual([]);
    expect(list(percentile([4, 4]))).toEqual([0, 0]);
  });
});

describe('mean and standard deviation', () => {
  it('leave missing entries out, and are exact where all are equal', () => {
    expect(momentsOf([1, NaN_, 3])).toEqual({ mean: 2, sd: Math.SQRT2 });
    expect(momentsOf([0.1, 0.1, 0.1]).sd).toBe(0);
    expect(momentsOf([4])).toEqual({ mean: 4, sd: 0 });
  });
});
