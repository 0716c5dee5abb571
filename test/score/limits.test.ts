import { describe, expect, it } from 'vitest';
import { bindingLimits } from '../../src/score/limits.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';

/** Vendors with one number each, of one dimension; the numbers and what the method changes. */
function limitsOf(
  numbers: readonly number[],
  method: Sketch['method'],
  twoDimensions = false,
): ReturnType<typeof bindingLimits> {
  const dimension = (id: string) => ({ id, criteria: [{ id: `${id}-n`, goalposts: 'more' }] });
  const dataset = datasetOf({
    frameworks: [{ id: 'f', dimensions: [dimension('d'), ...(twoDimensions ? [dimension('e')] : [])] }],
    vendors: numbers.map((value, i) => ({
      slug: `v${i}`,
      answers: { 'f/d-n': { value }, ...(twoDimensions ? { 'f/e-n': { value: 50 } } : {}) },
    })),
    method: {
      goalposts: { more: { worst: 0, best: 100, scale: 'linear' } },
      facts: { missing: 'leave-out', tiers: { observed: 1, documented: 1, declared: 1 } },
      ...method,
    },
  });
  return bindingLimits(dataset, scoreMarket(dataset, { draws: 0 }));
}

describe('limits that bind', () => {
  it('are none with goalposts and the arithmetic mean', () => {
    expect(limitsOf([1, 2, 3], {})).toEqual({});
  });

  it('are counted for standard scores, with the largest spread that would cut none', () => {
    // Thirty zeros and one 31: mean 1, variance (30 + 900) / 30 = 31, so z = 30 / sqrt 31 = 5.388, beyond 5.
    const { cut } = limitsOf([...Array.from({ length: 30 }, () => 0), 31], { normalisation: 'zscore' });
    expect(cut).toMatchObject({ count: 1, of: 31 });
    expect(cut?.spread).toBeCloseTo(50 / (30 / Math.sqrt(31)), 10);
    expect(
      limitsOf([...Array.from({ length: 30 }, () => 0), 31], { normalisation: 'zscore', withinMarket: { spread: 9 } })
        .cut,
    ).toEqual({ count: 0, of: 31, spread: 9 });
  });

  it('are counted for dimensions that are standardised once more', () => {
    const { cut } = limitsOf([1, 2, 3], {
      normalisation: 'zscore',
      withinMarket: { dimensions: true, centre: 95, spread: 10 },
    });
    // Numbers: 85, 95, 105 cut to 100. Dimensions 85, 95, 100: mean 93.3, sd 7.64, the last 95 + 8.7 is cut too.
    expect(cut).toMatchObject({ count: 2, of: 6 });
  });

  it('are counted for scores below 1 in geometric and harmonic means', () => {
    expect(limitsOf([0, 0.5, 1, 40], { aggregation: 'geometric' }, true).floored).toEqual({
      count: 2,
      of: 12,
      mean: 'geometric',
    });
    expect(limitsOf([2, 40], { aggregation: 'harmonic' }, true).floored).toEqual({ count: 0, of: 6, mean: 'harmonic' });
  });
});
