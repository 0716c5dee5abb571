import { describe, expect, it } from 'vitest';
import { pointsOf, unclampedPointsOf } from '../../src/score/goalposts.ts';

const linear = { worst: 2, best: 10, scale: 'linear' } as const;
const fewer = { worst: 48, best: 0, scale: 'linear' } as const;
const minutes = { worst: 1440, best: 10, scale: 'ln' } as const;

describe('points by fixed goalposts', () => {
  it('gives 0 at the worst, 100 at the best, and a straight line between', () => {
    expect(pointsOf(linear, 2)).toBe(0);
    expect(pointsOf(linear, 10)).toBe(100);
    expect(pointsOf(linear, 4)).toBe(25);
  });

  it('cuts off beyond either end, Infinity included', () => {
    expect(pointsOf(linear, -7)).toBe(0);
    expect(pointsOf(linear, 11)).toBe(100);
    expect(pointsOf(fewer, Infinity)).toBe(0);
    expect(unclampedPointsOf(linear, -6)).toBe(-100);
    expect(unclampedPointsOf(linear, 14)).toBe(150);
  });

  it('takes less as better when the worst is the larger', () => {
    expect(pointsOf(fewer, 12)).toBe(75);
    expect(pointsOf(fewer, 0)).toBe(100);
  });

  it('goes by ratios on the ln scale: 120 minutes lie half way between 10 and 1,440', () => {
    expect(pointsOf(minutes, 120)).toBeCloseTo(50, 12);
    expect(pointsOf(minutes, 1440)).toBe(0);
    expect(pointsOf(minutes, 10)).toBe(100);
    // ln 10 - ln 20 over ln 10 - ln 1440, as shares of ln 144.
    expect(pointsOf(minutes, 20)).toBeCloseTo(100 * (1 - Math.log(2) / Math.log(144)), 12);
  });

  it('takes a value that has no logarithm as the smaller end', () => {
    expect(pointsOf(minutes, 0)).toBe(100);
    expect(pointsOf(minutes, -3)).toBe(100);
    expect(pointsOf({ worst: 1, best: 100, scale: 'ln' }, 0)).toBe(0);
    expect(pointsOf(minutes, Infinity)).toBe(0);
  });
});
