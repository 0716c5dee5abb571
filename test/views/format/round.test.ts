import { describe, expect, it } from 'vitest';
import { points, round, bar } from '../../../src/views/format/round.ts';

describe('rounding for display', () => {
  it('takes intervals outwards, so that they never claim more than the evidence', () => {
    expect(points({ score: 71.5, sd: 1, low: 69.9, high: 73.1 })).toEqual({ score: 72, low: 69, high: 74 });
  });

  it('leaves whole ends where they are, within the noise of floating point', () => {
    expect(points({ score: 50, sd: 0, low: 49.9999999999, high: 50.0000000001 })).toEqual({
      score: 50,
      low: 50,
      high: 50,
    });
  });

  it('gives no negative zero', () => {
    expect(Object.is(round(-0.0001, 2), 0)).toBe(true);
    expect(round(2.345, 1)).toBe(2.3);
  });
});

describe('a score bar', () => {
  it('has a stem up to the interval, a block over it, and a notch where there is room', () => {
    expect(bar({ score: 60, low: 55, high: 66 })).toEqual({ stem: 'M0 5H55', block: 'M55 5H66', notch: 'M60 2v6' });
  });

  it('keeps a block that can be seen when nothing is uncertain', () => {
    expect(bar({ score: 60, low: 60, high: 60 })).toEqual({
      stem: 'M0 5H59.25',
      block: 'M59.25 5H60.75',
      notch: undefined,
    });
  });
});
