import { describe, expect, it } from 'vitest';
import { SAME, rank } from '../../src/score/ranks.ts';

const list = (x: Int32Array): number[] => [...x];

describe('ranks', () => {
  // z(0.95) = 1.645. 90 (sd 0) is ahead of 80 (3) for sure: 10 > 4.9; 80 and 77 (4) are not apart: 3 < 8.2;
  // 60 (0) is behind all for sure: 17 > 6.6.
  const ranks = rank([90, 80, 77, 60], [0, 3, 4, 0], 0.95);

  it('give places by score', () => {
    expect(list(ranks.place)).toEqual([1, 2, 3, 4]);
    expect(list(ranks.order)).toEqual([0, 1, 2, 3]);
  });

  it('give the best and the worst rank that pairwise comparison allows', () => {
    expect(list(ranks.low)).toEqual([1, 2, 2, 4]);
    expect(list(ranks.high)).toEqual([1, 3, 3, 4]);
  });

  it('give groups: who is not surely beaten, then the same among the rest', () => {
    expect(list(ranks.group)).toEqual([1, 2, 2, 3]);
  });

  it('belong to the vendors however they are listed', () => {
    const shuffled = rank([77, 60, 90, 80], [4, 0, 0, 3], 0.95);
    expect(list(shuffled.place)).toEqual([3, 4, 1, 2]);
    expect(list(shuffled.low)).toEqual([2, 4, 1, 2]);
    expect(list(shuffled.high)).toEqual([3, 4, 1, 3]);
    expect(list(shuffled.group)).toEqual([2, 3, 1, 2]);
    expect(list(shuffled.order)).toEqual([2, 3, 0, 1]);
  });

  it('need a difference above 1.645 standard deviations of it to be sure', () => {
    // sd of the difference 5: 8.22 is not enough, 8.23 is (1.6448536 x 5 = 8.2243).
    expect(list(rank([58.22, 50], [3, 4], 0.95).low)).toEqual([1, 1]);
    expect(list(rank([58.23, 50], [3, 4], 0.95).low)).toEqual([1, 2]);
    expect(list(rank([58.23, 50], [3, 4], 0.95).high)).toEqual([1, 2]);
    expect(list(rank([58.23, 50], [3, 4], 0.99).low)).toEqual([1, 1]);
  });

  it('make the first group those with the best possible rank 1', () => {
    // 10 and 8 are not apart, 8 and 6 are not apart, 10 and 6 are (4 > 2.33).
    const chain = rank([10, 8, 6], [1, 1, 1], 0.95);
    expect(list(chain.low)).toEqual([1, 1, 2]);
    expect(list(chain.high)).toEqual([2, 3, 3]);
    expect(list(chain.group)).toEqual([1, 1, 2]);
  });

  it('peel group after group: whom only a removed one beat moves up', () => {
    // The very uncertain 50 is beaten by nobody; 60 and 55 are beaten by 90 and then stand alone.
    const peeled = rank([90, 60, 55, 50], [1, 1, 6, 60], 0.95);
    expect(list(peeled.group)).toEqual([1, 2, 2, 1]);
  });
});

describe('equal scores', () => {
  it('share a place, and keep the order given', () => {
    const ranks = rank([70, 80, 70, 60], [0, 0, 0, 0], 0.95);
    expect(list(ranks.place)).toEqual([2, 1, 2, 4]);
    expect(list(ranks.low)).toEqual([2, 1, 2, 4]);
    expect(list(ranks.high)).toEqual([3, 1, 3, 4]);
    expect(list(ranks.group)).toEqual([2, 1, 2, 3]);
    expect(list(ranks.order)).toEqual([1, 0, 2, 3]);
  });

  it('are those that rounding alone sets apart', () => {
    expect(SAME).toBe(1e-9);
    const nearly = rank([70, 70 + 1e-12], [0, 0], 0.95);
    expect(list(nearly.place)).toEqual([1, 1]);
    expect(list(nearly.low)).toEqual([1, 1]);
    expect(list(nearly.group)).toEqual([1, 1]);
    expect(list(rank([70, 70 + 1e-6], [0, 0], 0.95).place)).toEqual([2, 1]);
  });
});

describe('without uncertainty', () => {
  it('everybody is where they are', () => {
    const ranks = rank([30, 20, 10], [0, 0, 0], 0.95);
    expect(list(ranks.low)).toEqual([1, 2, 3]);
    expect(list(ranks.high)).toEqual([1, 2, 3]);
    expect(list(ranks.group)).toEqual([1, 2, 3]);
  });
});

it('nobody to rank is no error, one alone is first', () => {
  expect(list(rank([], [], 0.95).place)).toEqual([]);
  const one = rank([42], [10], 0.95);
  expect([one.place[0], one.low[0], one.high[0], one.group[0]]).toEqual([1, 1, 1, 1]);
});
