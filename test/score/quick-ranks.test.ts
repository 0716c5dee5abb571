import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickRank } from '../../src/score/quick-ranks.ts';
import { rank } from '../../src/score/ranks.ts';
import { word } from '../../src/score/hash.ts';

describe('ranks by sweeps', () => {
  it('are the figures of the worked example of `rank`', () => {
    const ranks = quickRank([77, 60, 90, 80], [4, 0, 0, 3], 0.95);
    expect([...ranks.place]).toEqual([3, 4, 1, 2]);
    expect([...ranks.low]).toEqual([2, 4, 1, 2]);
    expect([...ranks.high]).toEqual([3, 4, 1, 3]);
    expect([...ranks.group]).toEqual([2, 3, 1, 2]);
  });

  it('are those that `rank` counts pair by pair, ties, equal spreads and no spread included', () => {
    // Coarse figures make ties and pairs exactly at the limit frequent; fine ones are the usual case.
    const score = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 100, noNaN: true }));
    const sd = fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ min: 0, max: 15, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.tuple(score, sd), { maxLength: 120 }), fc.constantFrom(0.6, 0.95, 0.999), (vendors, certainty) => {
        const scores = vendors.map((v) => v[0]);
        const sds = vendors.map((v) => v[1]);
        expect(quickRank(scores, sds, certainty)).toEqual(rank(scores, sds, certainty));
      }),
      { numRuns: 400, seed: 20260101 },
    );
  });

  it('are the same for two thousand vendors', () => {
    const scores = Array.from({ length: 2000 }, (_, i) => (word(1, i) / 2 ** 32) * 60 + 20);
    const sds = Array.from({ length: 2000 }, (_, i) => (word(2, i) / 2 ** 32) * 5 + 1);
    expect(quickRank(scores, sds, 0.95)).toEqual(rank(scores, sds, 0.95));
  });

  it('of nobody are none', () => {
    expect([...quickRank([], [], 0.95).order]).toEqual([]);
  });
});
