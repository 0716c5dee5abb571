import { describe, expect, it } from 'vitest';
import { type Coverage, type Simulation, simulateCoverage } from './simulate.ts';

/** 100 vendors with known truth, drawn anew 15 times: at 1,500 cases chance alone moves a share by about one percent. */
const SIZE = { markets: 15, vendors: 100, draws: 1000, seed: 20260101 } as const;

function expectWithin(coverage: Coverage, least: number, most: number): void {
  expect(coverage.score).toBeGreaterThanOrEqual(least);
  expect(coverage.score).toBeLessThanOrEqual(most);
}

function expectHonest(simulation: Omit<Simulation, keyof typeof SIZE>): void {
  const coverage = simulateCoverage({ ...SIZE, ...simulation });
  for (const share of [coverage.score, coverage.drawnRank]) {
    expect(share).toBeGreaterThanOrEqual(0.87);
    expect(share).toBeLessThanOrEqual(0.95);
  }
  // What can be said for sure of every pair leaves more room than 90 %.
  expect(coverage.pairwiseRank).toBeGreaterThan(0.95);
}

describe('90 % intervals of 100 vendors with known truth', () => {
  it.each([3, 8, 20])('hold score and rank 87 to 95 times in 100 at %i reviews each', (reviews) => {
    expectHonest({ reviews });
  });

  it.each([3, 8, 20])('do so for scores made of four questions at %i reviews each', (reviews) => {
    expectHonest({ reviews, questions: 4 });
  });

  it('do so for reviews up to a year old', () => {
    expectHonest({ reviews: 8, oldest: 365 });
  });

  it.each<readonly [what: string, simulation: Omit<Simulation, keyof typeof SIZE>]>([
    ['of all source classes', { reviews: 8, mixedClasses: true }],
    ['up to eight years old', { reviews: 20, oldest: 8 * 365 }],
    ['of all source classes and up to eight years old', { reviews: 20, oldest: 8 * 365, mixedClasses: true }],
    [
      'of one day each, which is discounted though its answers do not correlate',
      { reviews: 20, perDay: 20, dayCorrelation: 0.1 },
    ],
    [
      'of one day each, whose answers correlate as the method takes them to',
      { reviews: 20, perDay: 20, sameDay: 0.1, dayCorrelation: 0.1 },
    ],
    [
      'of four days each, whose answers correlate as the method takes them to',
      { reviews: 20, perDay: 5, oldest: 365, sameDay: 0.1, dayCorrelation: 0.1 },
    ],
    ['of vendors that change, up to four years old', { reviews: 20, oldest: 4 * 365, drift: 0.1 }],
  ])('do so for reviews %s', (_, simulation) => {
    expectWithin(simulateCoverage({ ...SIZE, markets: 8, ...simulation }), 0.85, 0.95);
  });

  it('do so for 20 vendors of 1,000 reviews each', () => {
    // 200 vendors in all: chance alone moves the share by 2 %, two of which are allowed for.
    expectWithin(simulateCoverage({ ...SIZE, markets: 10, vendors: 20, reviews: 1000 }), 0.84, 0.96);
  });

  it('are the narrower the more reviews there are', () => {
    const [few, many] = [3, 20].map((reviews) => simulateCoverage({ ...SIZE, markets: 2, reviews }));
    expect(many?.scoreWidth).toBeLessThan((few?.scoreWidth ?? 0) * 0.7);
    expect(many?.rankWidth).toBeLessThan((few?.rankWidth ?? 0) * 0.8);
  });
});

describe('the simulation', () => {
  it('gives the same figures for the same seed, and others for another', () => {
    const small = { markets: 1, vendors: 20, reviews: 3, draws: 200, seed: 5 };
    expect(simulateCoverage(small)).toEqual(simulateCoverage(small));
    expect(simulateCoverage(small)).not.toEqual(simulateCoverage({ ...small, seed: 6 }));
  });
});
