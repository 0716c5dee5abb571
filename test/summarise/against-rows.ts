/** Compares sums that a database computed with those over rows. */
import { expect } from 'vitest';
import type { Dataset } from '../../src/schema/dataset.ts';
import type { SummariesFile } from '../../src/schema/summaries.ts';
import { type Market, scoreMarket } from '../../src/score/market.ts';

/** The dataset with `file` in place of its reviews. */
export function withSums(dataset: Dataset, file: SummariesFile): Dataset {
  const { reviews } = dataset;
  const none = new Map<number, string>();
  const byVendor = new Map(
    dataset.vendors.flatMap(({ slug }, v) => (file.vendors[slug] ? [[v, file.vendors[slug]]] : [])),
  );
  return {
    ...dataset,
    summaries: { computedFrom: file.computedFrom, byVendor },
    reviews: {
      ...reviews,
      count: 0,
      id: [],
      vendor: new Int32Array(),
      day: new Int32Array(),
      experienced: new Int32Array(),
      source: new Uint8Array(),
      collection: new Int32Array(),
      relationship: new Uint8Array(),
      incentive: new Uint8Array(),
      moderation: new Uint8Array(),
      reviewer: new Int32Array(),
      answers: reviews.answers.map(() => new Float64Array()),
      text: none,
      language: none,
      moderationReason: none,
    },
  };
}

/** Largest difference of two lists of numbers, as a share of the larger number or of 1. */
function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i], b[i]];
    if (Number.isNaN(x) && Number.isNaN(y)) continue;
    most = Math.max(most, Math.abs(x - y) / Math.max(1, Math.abs(x), Math.abs(y)));
  }
  return most;
}

/** Every number of scoring by which two markets are compared. */
function numbersOf({ summaries, posteriors, scored, ratings }: Market): Record<string, ArrayLike<number>> {
  const { periods, vendors: _vendors, measures: _measures, ...sums } = summaries;
  return {
    ...sums,
    ...Object.fromEntries(Object.entries(periods).map(([key, values]) => [`periods.${key}`, values as Float64Array])),
    mean: posteriors.mean,
    sd: posteriors.sd,
    points: posteriors.points,
    loadings: posteriors.loadings.flatMap(({ rows, vendors }) => [rows, vendors]),
    overlap: posteriors.overlap.map(({ review }) => review),
    overall: scored.map((own) => own?.overall?.score ?? Number.NaN),
    place: ratings.map((rating) => (rating.kind === 'ranked' ? rating.place : Number.NaN)),
  };
}

/** Scores with sums in place of rows and expects every number to be the same to 1e-9, and the counts exactly. */
export function expectSameScores(dataset: Dataset, file: SummariesFile): void {
  const rows = scoreMarket(dataset, { draws: 0 });
  const sums = scoreMarket(withSums(dataset, file), { draws: 0 });
  const expected = numbersOf(rows);
  const found = numbersOf(sums);
  for (const [name, values] of Object.entries(expected)) expect(apart(values, found[name]), name).toBeLessThan(1e-9);
  dataset.vendors.forEach((_, v) => expect(sums.of(v).reviews).toBe(rows.of(v).reviews));
}
