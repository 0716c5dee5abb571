import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { word } from '../../src/score/hash.ts';
import { normalCdf, normalQuantile } from '../../src/score/normal.ts';
import {
  type Certainty,
  inGroups,
  isAhead,
  jointRanks,
  listOrder,
  rangeQuantile,
  rank,
  type Ranks,
  SAME,
} from '../../src/score/ranks.ts';

const list = (x: Int32Array): number[] => [...x];
/** `tie`, and 90 % for groups. */
const sure = (tie: number): Certainty => ({ tie, interval: 0.9 });

describe('ranks', () => {
  // z(0.95) = 1.645. 90 (sd 0) is ahead of 80 (3) for sure: 10 > 4.9; 80 and 77 (4) are not apart: 3 < 8.2;
  // 60 (0) is behind all for sure: 17 > 6.6.
  const ranks = rank([90, 80, 77, 60], [0, 3, 4, 0], sure(0.95));

  it('give places by score', () => {
    expect(list(ranks.place)).toEqual([1, 2, 3, 4]);
    expect(list(ranks.order)).toEqual([0, 1, 2, 3]);
  });

  it('give the best and the worst rank that pairwise comparison allows', () => {
    expect(list(ranks.low)).toEqual([1, 2, 2, 4]);
    expect(list(ranks.high)).toEqual([1, 3, 3, 4]);
  });

  // Of four, z = Phi^-1(0.9^(1/3)) = 1.82: nobody may be the best beside 90. Of the other three, Phi^-1(0.9^(1/2)) = 1.63 is below 1.645:
  // 80 and 77 may be (3 < 8.2), 60 may not (20 > 4.9).
  it('give groups: who may be the best, then the same among the rest', () => {
    expect(list(ranks.group)).toEqual([1, 2, 2, 3]);
  });

  it('belong to the vendors however they are listed', () => {
    const shuffled = rank([77, 60, 90, 80], [4, 0, 0, 3], sure(0.95));
    expect(list(shuffled.place)).toEqual([3, 4, 1, 2]);
    expect(list(shuffled.low)).toEqual([2, 4, 1, 2]);
    expect(list(shuffled.high)).toEqual([3, 4, 1, 3]);
    expect(list(shuffled.group)).toEqual([2, 3, 1, 2]);
    expect(list(shuffled.order)).toEqual([2, 3, 0, 1]);
  });

  it('need a difference above 1.645 standard deviations of it to be sure', () => {
    // sd of the difference 5: 8.22 is not enough, 8.23 is (1.6448536 x 5 = 8.2243).
    expect(list(rank([58.22, 50], [3, 4], sure(0.95)).low)).toEqual([1, 1]);
    expect(list(rank([58.23, 50], [3, 4], sure(0.95)).low)).toEqual([1, 2]);
    expect(list(rank([58.23, 50], [3, 4], sure(0.95)).high)).toEqual([1, 2]);
    expect(list(rank([58.23, 50], [3, 4], sure(0.99)).low)).toEqual([1, 1]);
  });

  it('leave out of the first group whom one vendor is far enough ahead of', () => {
    // Pairs: 10 and 6 are apart (4 > 1.645 x 1.41 = 2.33), the others are not. Of three Phi^-1(0.9^(1/2)) = 1.63 is below that, so 8 stays and 6 goes.
    const chain = rank([10, 8, 6], [1, 1, 1], sure(0.95));
    expect(list(chain.low)).toEqual([1, 1, 2]);
    expect(list(chain.high)).toEqual([2, 3, 3]);
    expect(list(chain.group)).toEqual([1, 1, 2]);
  });

  it('peel group after group: whom only a removed one beat moves up', () => {
    // The very uncertain 50 is beaten by nobody; 60 and 55 are beaten by 90 and then stand alone.
    const peeled = rank([90, 60, 55, 50], [1, 1, 6, 60], sure(0.95));
    expect(list(peeled.group)).toEqual([1, 2, 2, 1]);
    // By group, then by score: the groups of a list never interleave, although 60 is a higher score than 50.
    expect(list(peeled.order)).toEqual([0, 3, 1, 2]);
    expect(list(peeled.place)).toEqual([1, 2, 3, 4]);
  });
});

describe('equal scores', () => {
  it('share a place, and keep the order given', () => {
    const ranks = rank([70, 80, 70, 60], [0, 0, 0, 0], sure(0.95));
    expect(list(ranks.place)).toEqual([2, 1, 2, 4]);
    expect(list(ranks.low)).toEqual([2, 1, 2, 4]);
    expect(list(ranks.high)).toEqual([3, 1, 3, 4]);
    expect(list(ranks.group)).toEqual([2, 1, 2, 3]);
    expect(list(ranks.order)).toEqual([1, 0, 2, 3]);
  });

  it('are those that rounding alone sets apart', () => {
    expect(SAME).toBe(1e-9);
    const nearly = rank([70, 70 + 1e-12], [0, 0], sure(0.95));
    expect(list(nearly.place)).toEqual([1, 1]);
    expect(list(nearly.low)).toEqual([1, 1]);
    expect(list(nearly.group)).toEqual([1, 1]);
    expect(list(rank([70, 70 + 1e-6], [0, 0], sure(0.95)).place)).toEqual([2, 1]);
  });
});

describe('without uncertainty', () => {
  it('everybody is where they are', () => {
    const ranks = rank([30, 20, 10], [0, 0, 0], sure(0.95));
    expect(list(ranks.low)).toEqual([1, 2, 3]);
    expect(list(ranks.high)).toEqual([1, 2, 3]);
    expect(list(ranks.group)).toEqual([1, 2, 3]);
  });
});

it('nobody to rank is no error, one alone is first', () => {
  expect(list(rank([], [], sure(0.95)).place)).toEqual([]);
  const one = rank([42], [10], sure(0.95));
  expect([one.place[0], one.low[0], one.high[0], one.group[0]]).toEqual([1, 1, 1, 1]);
});

describe('one vendor ahead of another', () => {
  it("is sure once Phi(difference / sd of the difference) exceeds the method's probability", () => {
    // sd of the difference 5: Phi(8.22 / 5) = 0.94991, Phi(8.23 / 5) = 0.95012.
    expect(isAhead({ score: 58.22, sd: 3 }, { score: 50, sd: 4 }, 0.95)).toBe(false);
    expect(isAhead({ score: 58.23, sd: 3 }, { score: 50, sd: 4 }, 0.95)).toBe(true);
    expect(isAhead({ score: 50, sd: 4 }, { score: 58.23, sd: 3 }, 0.95)).toBe(false);
  });

  it('can be sure although the two intervals overlap', () => {
    // 90 % intervals, 1.645 sd each way: 76.71..83.29 and 72.71..79.29 overlap; Phi(4 / 2.83) = 0.921 is above 0.9.
    expect(isAhead({ score: 80, sd: 2 }, { score: 76, sd: 2 }, 0.9)).toBe(true);
  });

  it('is what ranks count', () => {
    const scored = fc.record({
      score: fc.double({ min: 0, max: 100, noNaN: true }),
      sd: fc.double({ min: 0.1, max: 15, noNaN: true }),
    });
    fc.assert(
      fc.property(scored, scored, fc.constantFrom(0.6, 0.9, 0.99), (a, b, certainty) => {
        const p = normalCdf((a.score - b.score) / Math.hypot(a.sd, b.sd));
        fc.pre(Math.abs(p - certainty) > 1e-6);
        expect(isAhead(a, b, certainty)).toBe(p > certainty);
        expect(rank([a.score, b.score], [a.sd, b.sd], sure(certainty)).low[1] === 2).toBe(p > certainty);
      }),
      { numRuns: 300, seed: 20260102 },
    );
  });

  it('is never sure where a score is missing', () => {
    expect(isAhead({ score: Number.NaN, sd: 1 }, { score: 1, sd: 1 }, 0.9)).toBe(false);
    expect(isAhead({ score: 90, sd: 1 }, { score: Number.NaN, sd: Number.NaN }, 0.9)).toBe(false);
  });
});

describe('a list', () => {
  it('goes by group, then by score', () => {
    const rows = [
      { group: 2, score: 60 },
      { group: 1, score: 50 },
      { group: 2, score: 70 },
      { group: 1, score: 90 },
    ];
    expect(rows.toSorted(listOrder).map((r) => r.score)).toEqual([90, 50, 70, 60]);
  });

  it('is cut where the group changes', () => {
    expect(inGroups(['1a', '1b', '2c'], (row) => Number(row[0]))).toEqual([
      { group: 1, rows: ['1a', '1b'] },
      { group: 2, rows: ['2c'] },
    ]);
    expect(inGroups([], () => 1)).toEqual([]);
  });
});

/** The definitions taken word by word, pair by pair and group by group. */
function rankByDefinition(scores: readonly number[], sds: readonly number[], { tie, interval }: Certainty): Ranks {
  const n = scores.length;
  const beats = (i: number, j: number, certainty = tie): boolean =>
    isAhead({ score: scores[i], sd: sds[i] }, { score: scores[j], sd: sds[j] }, certainty);
  const all = Array.from({ length: n }, (_, i) => i);
  const byScore = all.toSorted((a, b) => scores[b] - scores[a] || a - b);
  const place = new Int32Array(n);
  byScore.forEach((v, i) => {
    const before = byScore[i - 1];
    place[v] = before !== undefined && scores[before] - scores[v] < SAME ? place[before] : i + 1;
  });
  const group = new Int32Array(n);
  for (let g = 1, rest = all; rest.length > 0; g++) {
    const certainty = Math.max(tie, interval ** (1 / Math.max(1, rest.length - 1)));
    const unbeaten = rest.filter((i) => !rest.some((j) => beats(j, i, certainty)));
    for (const i of unbeaten) group[i] = g;
    rest = rest.filter((i) => group[i] === 0);
  }
  return {
    place,
    low: Int32Array.from(all, (i) => 1 + all.filter((j) => beats(j, i)).length),
    high: Int32Array.from(all, (i) => n - all.filter((j) => beats(i, j)).length),
    group,
    order: Int32Array.from(byScore.toSorted((a, b) => group[a] - group[b])),
  };
}

describe('ranks counted by sweeps', () => {
  it('are those of the definitions, ties, equal spreads and no spread included', () => {
    // Coarse figures make ties and pairs exactly at the limit frequent; fine ones are the usual case.
    const score = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 100, noNaN: true }));
    const sd = fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ min: 0, max: 15, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(score, sd), { maxLength: 120 }),
        fc.constantFrom(0.6, 0.95, 0.999),
        (vendors, certainty) => {
          const scores = vendors.map((v) => v[0]);
          const sds = vendors.map((v) => v[1]);
          expect(rank(scores, sds, sure(certainty))).toEqual(rankByDefinition(scores, sds, sure(certainty)));
        },
      ),
      { numRuns: 300, seed: 20260101 },
    );
  });

  it('are the same for five hundred vendors', () => {
    const scores = Array.from({ length: 500 }, (_, i) => (word(1, i) / 2 ** 32) * 60 + 20);
    const sds = Array.from({ length: 500 }, (_, i) => (word(2, i) / 2 ** 32) * 5 + 1);
    expect(rank(scores, sds, sure(0.95))).toEqual(rankByDefinition(scores, sds, sure(0.95)));
  });
});

describe('the first group', () => {
  it('holds the truly best of twenty at least nine times in ten, however their scores are spread', () => {
    const trials = 400;
    let held = 0;
    for (let t = 0; t < trials; t++) {
      const truth = Array.from(
        { length: 20 },
        (_, i) => 50 + 3 * normalQuantile((word(11, 20 * t + i) + 0.5) / 2 ** 32),
      );
      const sds = truth.map((_, i) => 1 + (word(12, 20 * t + i) / 2 ** 32) * 6);
      const scores = truth.map((x, i) => x + sds[i] * normalQuantile((word(13, 20 * t + i) + 0.5) / 2 ** 32));
      const best = truth.indexOf(Math.max(...truth));
      if (rank(scores, sds, sure(0.95)).group[best] === 1) held += 1;
    }
    expect(held / trials).toBeGreaterThanOrEqual(0.9);
  });
});

describe('places of all at once', () => {
  it('need the quantile of the range of n normals, as tables of the studentised range have it', () => {
    // Upper 5 % and 10 % points for infinite degrees of freedom (Harter 1960): n = 2, 3, 10, 20.
    expect([2, 3, 10, 20].map((n) => rangeQuantile(n, 0.95).toFixed(3))).toEqual(['2.772', '3.314', '4.474', '5.012']);
    expect([2, 3, 10, 20].map((n) => rangeQuantile(n, 0.9).toFixed(3))).toEqual(['2.326', '2.902', '4.129', '4.694']);
    expect(rangeQuantile(1, 0.9)).toBe(0);
  });

  it('are at least as wide as those of each vendor alone, and the same for two', () => {
    // Two vendors: 2.326 / sqrt(2) = 1.645, the quantile of 95 % on one side.
    expect(jointRanks([58.22, 50], [3, 4], 0.9)).toEqual({ low: Int32Array.of(1, 1), high: Int32Array.of(2, 2) });
    expect(jointRanks([58.23, 50], [3, 4], 0.9)).toEqual({ low: Int32Array.of(1, 2), high: Int32Array.of(1, 2) });
    // Three: 2.902 / sqrt(2) = 2.05 x 5 = 10.26.
    expect(jointRanks([60.2, 50, 0], [3, 4, 0], 0.9).low[1]).toBe(1);
    expect(jointRanks([60.3, 50, 0], [3, 4, 0], 0.9).low[1]).toBe(2);
  });

  it('hold for all of twenty vendors nine times in ten', () => {
    const trials = 400;
    let held = 0;
    for (let t = 0; t < trials; t++) {
      const truth = Array.from(
        { length: 20 },
        (_, i) => 50 + 5 * normalQuantile((word(21, 20 * t + i) + 0.5) / 2 ** 32),
      );
      const sds = truth.map((_, i) => 1 + (word(22, 20 * t + i) / 2 ** 32) * 4);
      const { low, high } = jointRanks(
        truth.map((x, i) => x + sds[i] * normalQuantile((word(23, 20 * t + i) + 0.5) / 2 ** 32)),
        sds,
        0.9,
      );
      const place = truth.map((x) => 1 + truth.filter((other) => other > x).length);
      if (place.every((p, i) => low[i] <= p && p <= high[i])) held += 1;
    }
    expect(held / trials).toBeGreaterThanOrEqual(0.9);
  });
});
