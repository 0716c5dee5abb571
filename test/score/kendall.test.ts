import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallTau } from '../../src/score/kendall.ts';

/** The definition, pair by pair: the slow way that the fast one must agree with. */
function byDefinition(x: number[], y: number[]): number | undefined {
  let sum = 0;
  let apartX = 0;
  let apartY = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const a = Math.sign((x[i] ?? 0) - (x[j] ?? 0));
      const b = Math.sign((y[i] ?? 0) - (y[j] ?? 0));
      sum += a * b;
      apartX += a * a;
      apartY += b * b;
    }
  }
  return apartX === 0 || apartY === 0 ? undefined : sum / Math.sqrt(apartX * apartY);
}

describe("Kendall's tau-b", () => {
  it('is 1 for the same order and -1 for the opposite one', () => {
    expect(kendallTau([1, 2, 3, 4], [10, 20, 35, 400])).toBe(1);
    expect(kendallTau([1, 2, 3, 4], [9, 7, 5, 1])).toBe(-1);
  });

  it('counts pairs: one exchange among four makes 5 against 1 of 6, two thirds', () => {
    expect(kendallTau([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(4 / 6, 12);
  });

  it('counts every pair of ten: 20 of 45 stand the wrong way round', () => {
    // Smaller numbers that come later, for each of 4 7 2 10 3 6 8 1 5 9: 3+5+1+6+1+2+2+0+0+0 = 20, so tau = (25 - 20) / 45.
    expect(kendallTau([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [4, 7, 2, 10, 3, 6, 8, 1, 5, 9])).toBeCloseTo(5 / 45, 12);
  });

  it('takes ties out of both sums by the geometric mean', () => {
    // Pairs of x: 5 apart, 1 tied; of y: 5 apart, 1 tied. Four agree, none disagree.
    expect(kendallTau([1, 1, 2, 3], [1, 2, 2, 3])).toBeCloseTo(4 / 5, 12);
    // One list with a tie against one without: 5 of sqrt(5 x 6).
    expect(kendallTau([1, 1, 2, 3], [1, 2, 3, 4])).toBeCloseTo(5 / Math.sqrt(30), 12);
  });

  it('has no value when a list distinguishes nothing', () => {
    expect(kendallTau([1, 1, 1], [1, 2, 3])).toBeUndefined();
    expect(kendallTau([], [])).toBeUndefined();
    expect(kendallTau([5], [5])).toBeUndefined();
  });

  it('refuses lists that do not fit together', () => {
    expect(() => kendallTau([1, 2], [1])).toThrow(RangeError);
    expect(() => kendallTau([1, Number.NaN], [1, 2])).toThrow(RangeError);
  });

  it('equals the definition for any lists, with many ties', () => {
    const number = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 60 }), (pairs) => {
        const x = pairs.map((p) => p[0]);
        const y = pairs.map((p) => p[1]);
        const fast = kendallTau(x, y);
        const slow = byDefinition(x, y);
        if (slow === undefined) expect(fast).toBeUndefined();
        else expect(fast).toBeCloseTo(slow, 12);
      }),
    );
  });

  it('does not change when both lists are shuffled together', () => {
    const order = [3, 0, 4, 1, 2];
    const x = [1, 5, 2, 2, 9];
    const y = [3, 4, 1, 8, 8];
    expect(
      kendallTau(
        order.map((i) => x[i] ?? 0),
        order.map((i) => y[i] ?? 0),
      ),
    ).toBe(kendallTau(x, y));
  });
});
