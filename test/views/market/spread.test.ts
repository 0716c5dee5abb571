import { describe, expect, it } from 'vitest';
import { median, spreads, histogram, leaders } from '../../../src/views/market/spread.ts';
import { market } from '../fixture.ts';

describe('the spread of a dimension', () => {
  it('holds the ranked vendors only, best first', () => {
    const spread = spreads(market()).of('talk/phone');
    expect(spread.marks.map((m) => [m.vendor, m.estimate.score])).toEqual([
      [0, 90],
      [1, 60],
      [2, 40],
    ]);
    expect(spread.median).toBe(60);
  });

  it('is empty for a dimension that nobody has a score in', () => {
    expect(spreads(market()).of('talk/none')).toEqual({ marks: [], median: undefined });
    expect(histogram({ marks: [], median: undefined })).toBeUndefined();
  });

  it('names its leaders with places and rounded scores', () => {
    const inputs = market();
    expect(
      leaders(inputs, spreads(inputs).of('talk/phone'), 'en', 2).map((l) => [l.slug, l.city, l.points.score]),
    ).toEqual([
      ['alpha', 'Harbin', 90],
      ['beta', 'Harbin', 60],
    ]);
  });

  it('is led by nobody whose score there rests on too little evidence', () => {
    const inputs = market();
    const of = (v: number): ReturnType<typeof inputs.market.of> => {
      const scores = inputs.market.of(v);
      return v > 0
        ? scores
        : {
            ...scores,
            frameworks: scores.frameworks.map((f) => ({
              ...f,
              dimensions: f.dimensions.map((d) => ({ ...d, covered: false })),
            })),
          };
    };
    const silent = { ...inputs, market: { ...inputs.market, of, outline: of } };
    expect(leaders(silent, spreads(silent).of('talk/phone'), 'en', 2).map((l) => l.slug)).toEqual(['beta', 'gamma']);
  });

  it('is drawn in steps of five points, the tallest 18 high', () => {
    const drawn = histogram(spreads(market()).of('talk/phone'));
    expect(drawn).toMatchObject({ count: 3, median: 60, low: 40, high: 90 });
    expect(drawn?.columns).toBe('M40.5 20v-18h4V20zM60.5 20v-18h4V20zM90.5 20v-18h4V20z');
  });
});

describe('the median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([1, 2, 9])).toBe(2);
    expect(median([1, 2, 4, 9])).toBe(3);
    expect(median([])).toBeUndefined();
  });
});
