import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedPoints, comparisons, directedNumber } from '../../src/score/comparison.ts';
import { minmax, percentile, zscore } from '../../src/score/normalise.ts';

const NaN_ = Number.NaN;
const plain = { centre: 50, spread: 10, leastVendors: 1, dimensions: false };

describe('a number that is compared', () => {
  it('is better when more, whatever the goalposts say is better', () => {
    expect(directedNumber({ worst: 0, best: 10, scale: 'linear' }, 4)).toBe(4);
    expect(directedNumber({ worst: 10, best: 0, scale: 'linear' }, 4)).toBe(-4);
    expect(directedNumber({ worst: 1000, best: 10, scale: 'ln' }, Math.E)).toBe(-1);
    // Nothing has no logarithm: the smaller end stands for it.
    expect(directedNumber({ worst: 1, best: Math.E, scale: 'ln' }, 0)).toBe(0);
    expect(directedNumber({ worst: Math.E, best: 1, scale: 'ln' }, -3)).toBe(-0);
  });

  it('is told mean and deviation, extremes or place, as the method compares', () => {
    const numbers = [1, NaN_, 2, 6];
    // Mean 3; squares 4 + 1 + 9 = 14, over n - 1 = 2.
    expect(comparisons(numbers, 'zscore')).toEqual([
      { vendors: 3, mean: 3, sd: Math.sqrt(7) },
      undefined,
      { vendors: 3, mean: 3, sd: Math.sqrt(7) },
      { vendors: 3, mean: 3, sd: Math.sqrt(7) },
    ]);
    expect(comparisons(numbers, 'minmax')[0]).toEqual({ vendors: 3, least: 1, most: 6 });
    expect(comparisons([2, 2, 1, NaN_, 3], 'percentile').map((c) => c?.lower)).toEqual([1, 1, 0, undefined, 3]);
    expect(comparisons([5], 'percentile')).toEqual([{ vendors: 1, lower: 0 }]);
    expect(comparisons([NaN_], 'zscore')).toEqual([undefined]);
  });

  it('earns points by that alone', () => {
    expect(comparedPoints({ vendors: 3, mean: 3, sd: 2 }, 7, plain)).toBe(70);
    expect(comparedPoints({ vendors: 3, mean: 3, sd: 2 }, 7, { ...plain, centre: 40, spread: 5 })).toBe(50);
    expect(comparedPoints({ vendors: 3, least: 1, most: 6 }, 2, plain)).toBe(20);
    expect(comparedPoints({ vendors: 5, lower: 1 }, 0, plain)).toBe(25);
  });

  it('earns the middle where all are equal, or nobody else is there', () => {
    expect(comparedPoints({ vendors: 3, mean: 3, sd: 0 }, 3, plain)).toBe(50);
    expect(comparedPoints({ vendors: 3, least: 3, most: 3 }, 3, plain)).toBe(50);
    expect(comparedPoints({ vendors: 1, lower: 0 }, 3, plain)).toBe(50);
  });

  it('stays within 0 and 100, and is left out where too few state it', () => {
    expect(comparedPoints({ vendors: 99, mean: 0, sd: 1 }, 9, plain)).toBe(100);
    expect(comparedPoints({ vendors: 99, mean: 0, sd: 1 }, -9, plain)).toBe(0);
    expect(comparedPoints({ vendors: 2, mean: 0, sd: 1 }, 1, { ...plain, leastVendors: 3 })).toBeUndefined();
    expect(comparedPoints({ vendors: 3, mean: 0, sd: 1 }, 1, { ...plain, leastVendors: 3 })).toBe(60);
  });

  it('cannot be compared with nothing', () => {
    expect(() => comparedPoints({ vendors: 3 }, 1, plain)).toThrow('a comparison without figures');
  });

  it('earns what the whole column normalised at once would', () => {
    const column = fc.array(fc.oneof(fc.constant(NaN_), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(
        column,
        fc.constantFrom('zscore' as const, 'minmax' as const, 'percentile' as const),
        (numbers, how) => {
          const whole = {
            zscore: zscore(numbers, 50, 10),
            minmax: minmax(numbers, 0, 100),
            percentile: percentile(numbers).map((x) => 100 * x),
          }[how];
          comparisons(numbers, how).forEach((compared, i) => {
            if (!compared) expect(whole[i]).toBeNaN();
            else
              expect(comparedPoints(compared, numbers[i], plain)).toBeCloseTo(Math.min(100, Math.max(0, whole[i])), 6);
          });
        },
      ),
      { numRuns: 1000, seed: 20261122 },
    );
  });
});
