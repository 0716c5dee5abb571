import { describe, expect, it } from 'vitest';
import {
  type DrawnScores,
  type DrawnValues,
  centralWeights,
  confidenceFactors,
  rankAcceptability,
  rankRounds,
  weightedScores,
} from '../../src/score/acceptability.ts';

/** Scores round by round. */
function scoresOf(...rounds: number[][]): DrawnScores {
  return { rounds: rounds.length, alternatives: rounds[0]?.length ?? 0, scores: Float64Array.from(rounds.flat()) };
}

/** Two alternatives on two criteria in two rounds: a (1, 0) b (0, 1), then a (0.6, 0.6) b (0.9, 0.1). */
const values: DrawnValues = {
  rounds: 2,
  alternatives: 2,
  criteria: 2,
  values: Float64Array.from([1, 0, 0, 1, 0.6, 0.6, 0.9, 0.1]),
};

describe('weighted scores', () => {
  it('take one set of weights for all rounds, or one for each', () => {
    expect([...weightedScores(values, [0.25, 0.75]).scores].map((x) => Math.round(x * 1e9) / 1e9)).toEqual([
      0.25, 0.75, 0.6, 0.3,
    ]);
    expect([...weightedScores(values, [0.25, 0.75, 1, 0]).scores]).toEqual([0.25, 0.75, 0.6, 0.9]);
  });

  it('refuse any other number of weights', () => {
    expect(() => weightedScores(values, [1])).toThrow(RangeError);
    expect(() => weightedScores(values, [1, 2, 3])).toThrow(RangeError);
  });
});

describe('ranks of every round', () => {
  it('go by score; equals share the better rank', () => {
    expect([...rankRounds(scoresOf([3, 9, 5], [2, 2, 1], [4, 7, 7]))]).toEqual([3, 1, 2, 1, 1, 3, 3, 1, 1]);
  });
});

describe('rank acceptability', () => {
  it('is the share of rounds at each rank', () => {
    const shares = rankAcceptability(scoresOf([3, 9, 5], [8, 2, 1], [4, 7, 1], [4, 7, 5]));
    // Ranks: 3 1 2, 1 2 3, 2 1 3, 3 1 2.
    expect(shares.map((row) => [...row])).toEqual([
      [0.25, 0.25, 0.5],
      [0.75, 0.25, 0],
      [0, 0.5, 0.5],
    ]);
  });
});

describe('central weights', () => {
  it('are the mean of the weights that put an alternative first', () => {
    const weights = [0.1, 0.9, 0.3, 0.7, 0.8, 0.2];
    const central = centralWeights(scoresOf([1, 2, 0], [3, 2, 0], [5, 2, 0]), weights);
    expect(central[0]?.map((x) => Math.round(x * 1e9) / 1e9)).toEqual(Float64Array.from([0.55, 0.45]));
    expect(central[1]).toEqual(Float64Array.from([0.1, 0.9]));
    expect(central[2]).toBeUndefined();
  });

  it('hear a round for each of those who share the first rank', () => {
    expect(centralWeights(scoresOf([2, 2]), [1]).map((w) => w?.[0])).toEqual([1, 1]);
  });
});

describe('confidence factors', () => {
  it('are the share of rounds in which an alternative is first with its own central weights', () => {
    // a with (0.5, 0.5): 0.5 = 0.5, 0.6 > 0.5: always (shared) first. b with (0.9, 0.1): 0.1 < 0.9, 0.82 > 0.6: once.
    const factors = confidenceFactors(values, [Float64Array.from([0.5, 0.5]), Float64Array.from([0.9, 0.1])]);
    expect([...factors]).toEqual([1, 0.5]);
    expect([...confidenceFactors(values, [undefined, Float64Array.from([1, 0])])]).toEqual([0, 0.5]);
  });
});
