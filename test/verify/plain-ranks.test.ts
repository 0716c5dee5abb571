import { describe, expect, it } from 'vitest';
import { jointRanks, rank } from '../../src/score/ranks.ts';
import { plainRanks } from '../../src/verify/plain-ranks.ts';

/** Numbers in 0..1 from a seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

const METHOD = { tie: 0.95, interval: 0.9 } as Parameters<typeof plainRanks>[1];

describe('ranks pair by pair', () => {
  it('of three vendors are those worked by hand', () => {
    // A difference has a standard deviation of 5, and is sure from 1.645 of them on.
    const sd = 5 / Math.SQRT2;
    const vendors = [40, 47, 60].map((score) => ({ score, sd }));
    // 60 - 47 = 13 > 1.645 x 5 = 8.2; 47 - 40 = 7 < 8.2.
    expect(plainRanks(vendors, METHOD).map(({ place, low, high }) => [place, low, high])).toEqual([
      [3, 2, 3],
      [2, 2, 3],
      [1, 1, 1],
    ]);
  });

  it('share a place where scores are the same', () => {
    const vendors = [50, 60, 60, 40].map((score) => ({ score, sd: 1 }));
    expect(plainRanks(vendors, METHOD).map((r) => r.place)).toEqual([3, 1, 1, 4]);
  });

  it.each([1, 2, 3, 7, 40, 300])('of %i vendors are those that the scoring counts by sweeps', (count) => {
    for (let seed = 1; seed <= 5; seed++) {
      const next = numbers(seed * 1000 + count);
      const vendors = Array.from({ length: count }, () => ({ score: 100 * next(), sd: 8 * next() ** 2 }));
      const scores = vendors.map((v) => v.score);
      const sds = vendors.map((v) => v.sd);
      const swept = rank(scores, sds, METHOD);
      const joint = jointRanks(scores, sds, METHOD.interval);
      plainRanks(vendors, METHOD).forEach((own, i) => {
        expect(own).toEqual({
          ...{ place: swept.place[i], low: swept.low[i], high: swept.high[i], group: swept.group[i] },
          joint: { low: joint.low[i], high: joint.high[i] },
        });
      });
    }
  });
});
