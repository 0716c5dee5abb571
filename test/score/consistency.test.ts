import { describe, expect, it } from 'vitest';
import { alphaIfDropped, correlation, cronbachAlpha, standardisedAlpha } from '../../src/score/consistency.ts';

const NaN_ = Number.NaN;

describe('correlation', () => {
  it('is that of Pearson', () => {
    // x around 3: -2 -1 0 1 2; y around 4: -2 0 1 0 1: sum of products 4 + 0 + 0 + 0 + 2 = 6; sqrt(10 x 6).
    expect(correlation([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])).toBeCloseTo(6 / Math.sqrt(60), 12);
    expect(correlation([1, 2, 3], [6, 4, 2])).toBe(-1);
    expect(correlation([1, 2, 3], [0.1, 0.2, 0.3])).toBeCloseTo(1, 12);
  });

  it('is of the entries that both have', () => {
    expect(correlation([1, NaN_, 2, 3, 9], [2, 7, 4, 6, NaN_])).toBeCloseTo(1, 12);
  });

  it('does not exist where there is nothing to compare', () => {
    expect(correlation([1], [2])).toBeUndefined();
    expect(correlation([], [])).toBeUndefined();
    expect(correlation([1, 2], [3, NaN_])).toBeUndefined();
    expect(correlation([0.1, 0.1, 0.1], [1, 2, 3])).toBeUndefined();
    expect(correlation([1, 2, 3], [0.1, 0.1, 0.1])).toBeUndefined();
  });
});

describe("Cronbach's alpha", () => {
  // Six targets rated by four judges (Shrout & Fleiss 1979, table 2). Alpha of the judges is their ICC(3,4), published as
  // .91: 1 - EMS / BMS with residual sum of squares 15.2916... over 15 and sum of squares between targets 56.2083... over 5.
  const icc = 1 - (15 + 7 / 24) / 15 / ((56 + 5 / 24) / 5);
  const judges = [
    [9, 6, 8, 7, 10, 6],
    [2, 1, 4, 1, 5, 2],
    [5, 3, 6, 2, 6, 4],
    [8, 2, 8, 6, 9, 7],
  ];

  it('is the reliability of the mean of several judges', () => {
    expect(cronbachAlpha(judges)).toBeCloseTo(icc, 12);
  });

  it('is k/(k-1) (1 - sum of variances / variance of the sum)', () => {
    // Variances 1 and 4; items 1 2 3 and 2 4 6, sums 3 6 9 with variance 9: 2 (1 - 5/9).
    expect(
      cronbachAlpha([
        [1, 2, 3],
        [2, 4, 6],
      ]),
    ).toBeCloseTo(8 / 9, 12);
  });

  it('leaves out rows in which an item is missing', () => {
    const holed = judges.map((judge, j) => [...judge, j === 2 ? NaN_ : 5]);
    expect(cronbachAlpha(holed)).toBeCloseTo(icc, 12);
  });

  it('is told for the others when an item is dropped', () => {
    const dropped = alphaIfDropped(judges);
    expect(dropped).toHaveLength(4);
    dropped.forEach((alpha, j) => expect(alpha).toBe(cronbachAlpha(judges.filter((_, i) => i !== j))));
    expect(
      alphaIfDropped([
        [1, 2, 3],
        [2, 4, 6],
      ]),
    ).toEqual([undefined, undefined]);
  });

  it('of standardised items follows from their mean correlation', () => {
    // Correlations 1, -1/2 and -1/2: mean 0.
    const items = [
      [1, 2, 3],
      [2, 4, 6],
      [2, 3, 1],
    ];
    expect(standardisedAlpha(items)?.meanCorrelation).toBeCloseTo(0, 12);
    expect(standardisedAlpha(items)?.alpha).toBeCloseTo(0, 12);
    // r = 1/2: 2 x 0.5 / 1.5.
    expect(
      standardisedAlpha([
        [1, 2, 3],
        [1, 3, 2],
      ])?.alpha,
    ).toBeCloseTo(2 / 3, 12);
  });

  it('does not exist where there is nothing to compare', () => {
    expect(cronbachAlpha([])).toBeUndefined();
    expect(cronbachAlpha([[1, 2, 3]])).toBeUndefined();
    expect(cronbachAlpha([[1], [2]])).toBeUndefined();
    expect(
      cronbachAlpha([
        [1, 2],
        [2, 1],
      ]),
    ).toBeUndefined();
    expect(standardisedAlpha([])).toBeUndefined();
    expect(standardisedAlpha([[1, 2, 3]])).toBeUndefined();
    expect(
      standardisedAlpha([
        [1, 2, 3],
        [1, 1, 1],
      ]),
    ).toBeUndefined();
  });
});
