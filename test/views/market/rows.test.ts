import { expect, it } from 'vitest';
import { dayNumber } from '../../../src/schema/day.ts';
import { reviewWeights, rowsByVendor } from '../../../src/score/row-weights.ts';
import { equivalentReviews } from '../../../src/views/market/rows.ts';
import { AS_OF, type ReviewSketch, datasetOf } from '../../score/dataset-builder.ts';

/** What the pages say of one vendor's reviews: half-life of a year, r = 0.1. */
function worthOf(reviews: readonly Partial<ReviewSketch>[]): number | undefined {
  const dataset = datasetOf({
    frameworks: [],
    vendors: [{ slug: 'a' }],
    reviews: reviews.map((r) => ({ vendor: 'a', answers: {}, ...r })),
    method: { reviews: { dayCorrelation: 0.1, halfLifeDays: 365 } },
  });
  const weights = reviewWeights(dataset.reviews, rowsByVendor(dataset.reviews, 1), dataset.method, dayNumber(AS_OF));
  const missing = (): never => {
    throw new Error('not needed');
  };
  const market = { ranked: [], weights: { reviews: weights }, of: missing, outline: missing, criteria: missing };
  return equivalentReviews({ dataset, market }, 0);
}

const times = (count: number, review: Partial<ReviewSketch>): Partial<ReviewSketch>[] =>
  Array.from({ length: count }, () => review);

it('two hundred reviews of today are worth 10, for 200 / (1 + 0.1 x 199) = 9.57, and those of a collection are worth their number', () => {
  expect(worthOf(times(200, {}))).toBe(10);
  expect(worthOf(times(200, { collection: 'wave' }))).toBeUndefined();
});

it('four reviews of days two years ago are worth a quarter of their number', () => {
  expect(worthOf([730, 731, 729, 730].map((age, i) => ({ age: age + 3 * i, collection: 'wave' })))).toBe(1);
});

it('a lower class or an incentive is no reason to say that reviews are old or of one day', () => {
  expect(worthOf(times(1, { source: 'vendor-supplied', incentive: 'offered' }))).toBeUndefined();
  // The discount of the day goes by the weight of the day, 200 x 0.3 = 60: 200 / (1 + 0.1 x 59) = 28.99.
  expect(worthOf(times(200, { source: 'vendor-supplied' }))).toBe(29);
});

it('reviews worth less than a half are worth 0, and no reviews are not spoken of', () => {
  // Three half-lives: 3 x 2^-3 = 0.375.
  expect(worthOf(times(3, { age: 1095, collection: 'wave' }))).toBe(0);
  expect(worthOf([])).toBeUndefined();
  expect(worthOf(times(5, { moderation: 'pending' }))).toBeUndefined();
});
