import { describe, expect, it } from 'vitest';
import { rounded, roundedParts } from '../../src/impact/report-vendors.ts';

describe('parts of a sum, rounded', () => {
  it('add up to the sum that is shown, where each rounded alone would not', () => {
    // 0.004 three times is 0.012, shown as 0.01; each alone would be shown as 0.
    expect(roundedParts([0.004, 0.004, 0.004], 0.01)).toEqual([0.01, 0, 0]);
    // -0.144 and -0.083 are -0.227, shown as -0.23; alone they would be -0.14 and -0.08.
    expect(roundedParts([-0.144, -0.083], -0.23)).toEqual([-0.15, -0.08]);
  });

  it('stay as they are when they are hundredths, whatever dust a sum has left on them', () => {
    expect(roundedParts([0.1 + 0.2, -1.23], -0.93)).toEqual([0.3, -1.23]);
    expect(roundedParts([0.29999999999999, 0.7], 1)).toEqual([0.3, 0.7]);
  });

  it('are nothing for nothing, and never minus nothing', () => {
    expect(roundedParts([], 0)).toEqual([]);
    expect(Object.is(roundedParts([-0.001, 0.001], 0)[0], -0)).toBe(false);
  });
});

describe('a number to hundredths', () => {
  it.each([
    [1.005001, 1.01],
    [-0.125, -0.13],
    [-0.001, 0],
  ])('%d is %d', (value, shown) => {
    expect(rounded(value)).toBe(shown);
  });
});
