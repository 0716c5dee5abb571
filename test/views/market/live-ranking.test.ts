import { describe, expect, it } from 'vitest';
import { liveRanking, normalInterval } from '../../../src/views/market/live-ranking.ts';

describe('a ranking among some', () => {
  // As in the worked example of `rank`: 90 (0), 80 (3), 77 (4), 60 (0) at 95 %; the second entry has no score.
  const scores = [77, Number.NaN, 90, 80, 60];
  const sds = [4, Number.NaN, 0, 3, 0];

  it('counts places and groups among those chosen only', () => {
    const rows = liveRanking([0, 1, 3, 4], scores, sds, { tie: 0.95, interval: 0.9 });
    expect(rows.map((r) => r.index)).toEqual([3, 0, 4]);
    expect(rows.map((r) => [r.from, r.to, r.group])).toEqual([
      [1, 2, 1],
      [1, 2, 1],
      [3, 3, 2],
    ]);
  });

  it('of nobody is empty', () => {
    expect(liveRanking([], scores, sds, { tie: 0.95, interval: 0.9 })).toEqual([]);
  });
});

describe('an interval', () => {
  it('is 1.645 standard deviations to each side for 90 %, and stays on the scale', () => {
    const interval = normalInterval(95, 4, 0.9);
    expect(interval.low).toBeCloseTo(88.4206, 3);
    expect(interval.high).toBe(100);
  });
});
