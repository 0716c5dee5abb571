/** How fast vendors change, from rows of several ages. */
import { describe, expect, it } from 'vitest';
import { scoreMarket } from '../../src/score/market.ts';
import type { MarketPrior } from '../../src/score/shrinkage.ts';
import { chanceOf } from './chance.ts';
import { type ReviewSketch, type Sketch, datasetOf } from './dataset-builder.ts';

const YEAR = 365;

interface Walk {
  /** Variance that a vendor's mean gains in a year. */
  drift: number;
  oldest: number;
  /** What all vendors move together in a year. */
  shift?: number;
  vendors?: number;
  minVendors?: number;
}

/** The prior of a market of 400 vendors with 40 answers each, ages uniform, spread 1 within a vendor and 0.5 between. */
function priorOf({ drift, oldest, shift = 0, vendors = 400, minVendors = 10 }: Walk): MarketPrior {
  const chance = chanceOf(20260103);
  const reviews: ReviewSketch[] = [];
  for (let v = 0; v < vendors; v++) {
    let level = 5 + 0.5 * chance.normal();
    const ages = Array.from({ length: 40 }, () => chance.below(oldest + 1)).sort((a, b) => a - b);
    ages.forEach((age, i) => {
      level += Math.sqrt((drift * (age - (ages[i - 1] ?? 0))) / YEAR) * chance.normal();
      reviews.push({ vendor: `v${v}`, age, answers: { q: level + (shift * age) / YEAR + chance.normal() } });
    });
  }
  const sketch: Sketch = {
    frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c'] }] }],
    questions: [{ id: 'q', kind: 'rating', low: 0, high: 10, criteria: ['f/c'] }],
    vendors: Array.from({ length: vendors }, (_, v) => ({ slug: `v${v}` })),
    reviews,
    method: { shrinkage: { minVendors } },
  };
  return scoreMarket(datasetOf(sketch), { draws: 0 }).posteriors.priors[0] as MarketPrior;
}

describe('the drift of vendors', () => {
  it.each([0.05, 0.2])('is found where their means gain a variance of %f a year', (drift) => {
    const found = priorOf({ drift, oldest: 4 * YEAR });
    // 400 vendors leave an error of about a tenth, of more where noise outweighs change.
    expect(found.drift / drift).toBeGreaterThan(0.75);
    expect(found.drift / drift).toBeLessThan(1.2);
    // What is change over time is no spread of rows.
    expect(found.variance).toBeCloseTo(1, 1);
  });

  it('is next to none where vendors do not change', () => {
    expect(priorOf({ drift: 0, oldest: 4 * YEAR }).drift).toBeLessThan(0.01);
  });

  it('is none where the whole market moves alike', () => {
    expect(priorOf({ drift: 0, oldest: 4 * YEAR, shift: 0.5 }).drift).toBeLessThan(0.02);
  });

  it('is 0 where rows lie too close in time to show it', () => {
    expect(priorOf({ drift: 5, oldest: 200 }).drift).toBe(0);
  });

  it('is 0 where too few vendors have rows of several ages', () => {
    expect(priorOf({ drift: 0.5, oldest: 4 * YEAR, vendors: 5, minVendors: 10 }).drift).toBe(0);
  });
});
