import { describe, expect, it } from 'vitest';
import { type Simulation, simulateCoverage } from './simulate.ts';

/** 100 vendors with known truth, drawn anew 15 times: at 1,500 cases chance alone moves a share by about one percent. */
const SIZE = { markets: 15, vendors: 100, draws: 1000, seed: 20260101 } as const;

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
