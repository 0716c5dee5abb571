/** Reviews of a declared collection and the discount on reviews that share a day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../src/schema/day.ts';
import { reviewWeights, rowsByVendor } from '../../src/score/row-weights.ts';
import { AS_OF, type ReviewSketch, datasetOf } from './dataset-builder.ts';

type Sketch = Partial<ReviewSketch>;

/** Weights of reviews of one vendor; without decay by age unless a half-life is given. */
function weightsOf(reviews: readonly Sketch[], dayCorrelation: number, halfLifeDays = 1e12): number[] {
  const { reviews: table, method } = datasetOf({
    frameworks: [],
    vendors: [{ slug: 'a' }],
    reviews: reviews.map((r) => ({ vendor: 'a', answers: {}, ...r })),
    method: { reviews: { dayCorrelation, halfLifeDays } },
  });
  return [...reviewWeights(table, rowsByVendor(table, 1), method, dayNumber(AS_OF))];
}

const sum = (weights: readonly number[]): number => weights.reduce((a, b) => a + b, 0);
const times = (count: number, review: Sketch): Sketch[] => Array.from({ length: count }, () => review);

describe('two hundred reviews of one day', () => {
  // A day of weight t counts as t / (1 + 0.1 (t - 1)): 200 / (1 + 0.1 x 199) = 200 / 20.9 = 9.569378.
  it('weigh 200 / 20.9 together when they are of no collection', () => {
    expect(sum(weightsOf(times(200, {}), 0.1))).toBeCloseTo(9.569378, 6);
  });

  it('weigh 200 together when they are of a declared collection', () => {
    expect(sum(weightsOf(times(200, { collection: 'wave' }), 0.1))).toBeCloseTo(200, 9);
  });

  it('do not discount the reviews of no collection that share their day', () => {
    // Ten of no collection: 10 / (1 + 0.1 x 9) = 5.263158, whatever the two hundred.
    const weights = weightsOf([...times(10, {}), ...times(200, { collection: 'wave' })], 0.1);
    expect(sum(weights.slice(0, 10))).toBeCloseTo(5.263158, 6);
    expect(sum(weights.slice(10))).toBeCloseTo(200, 9);
  });
});

it('a review of a collection still loses weight by its class, its incentive and its age', () => {
  // 0.8 (invited) x 0.5 (offered) x 0.5 (one half-life).
  expect(weightsOf([{ collection: 'wave', source: 'invited', incentive: 'offered', age: 100 }], 0.1, 100)).toEqual([
    0.2,
  ]);
});

it('a person who answers two collections within the window counts once', () => {
  const [older = 1, newer = 0] = weightsOf(
    [
      { collection: 'spring', reviewer: 1, age: 30 },
      { collection: 'summer', reviewer: 1 },
    ],
    0.1,
  );
  expect(older).toBe(0);
  expect(newer).toBeCloseTo(1, 9);
});

it('reviews of a collection weigh what the same reviews weigh when each has a day of its own at equal age', () => {
  const classes = ['verified-contract', 'invited', 'organic', 'vendor-supplied'] as const;
  const review = fc.record({
    source: fc.constantFrom(...classes),
    incentive: fc.constantFrom('none' as const, 'offered' as const),
  });
  fc.assert(
    fc.property(
      fc.array(review, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (reviews, age, correlation) => {
        const collected = weightsOf(
          reviews.map((r) => ({ ...r, age, collection: 'wave' })),
          correlation,
          365,
        );
        // A vendor of its own for each review: none shares its day, and all are of the same age.
        const apart = reviews.map((r) => weightsOf([{ ...r, age }], correlation, 365)[0]);
        expect(collected).toEqual(apart);
      },
    ),
    { numRuns: 200 },
  );
});
