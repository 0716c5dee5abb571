/** The verifier weighs reviews of a declared collection as scoring does, from the receipt alone. */
import { expect, it } from 'vitest';
import type { Receipt } from '../../src/schema/api.ts';
import { receiptReview } from '../../src/schema/api/receipt-survey.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { rowWeights } from '../../src/verify/rows.ts';
import { reviewsCsv } from '../../src/views/published/csv-rows.ts';
import { receiptReviews } from '../../src/views/published/receipt.ts';
import { smallDataset } from '../views/published/small-market.ts';

const small = smallDataset();
const { method } = small;
const { dayShare: _none, ...reviews } = method.reviews;
const discounting = { ...method, reviews: { ...reviews, dayCorrelation: 0.1, minimumWeight: 0 } };

function review(id: string, collection?: string): Receipt['rows']['reviews'][number] {
  return {
    id,
    on: '2026-06-30',
    source: 'verified-contract',
    incentive: 'none',
    ...(collection === undefined ? {} : { collection }),
    weight: 0,
    answers: {},
  };
}

it('two hundred reviews of one day weigh 200 in a collection and 9.57 outside, and neither discounts the other', () => {
  const rows = [
    ...Array.from({ length: 200 }, (_, i) => review(`w${i}`, 'wave')),
    ...Array.from({ length: 200 }, (_, i) => review(`s${i}`)),
  ];
  const receipt = { asOf: '2026-06-30', rows: { reviews: rows, observations: [] } } as unknown as Receipt;
  const weights = rowWeights(receipt, discounting).reviews;
  const sum = (part: readonly number[]): number => part.reduce((a, b) => a + b, 0);
  expect(sum(weights.slice(0, 200))).toBeCloseTo(200, 9);
  // 200 / (1 + 0.1 x 199).
  expect(sum(weights.slice(200))).toBeCloseTo(9.569378, 6);
});

it('published rows name their collection, and their weights follow from the receipt', () => {
  // The first three reviews of each vendor are of one day; of these two are of the collection.
  const collection = small.reviews.collection.map((_, row) => (row % 8 < 2 ? 0 : -1));
  const wave = { id: 'wave', name: { zh: '问卷', en: 'Survey' }, from: '2000-01-01', to: '2099-12-31' };
  const dataset = {
    ...small,
    method: discounting,
    questionnaire: { ...small.questionnaire, collections: [wave] },
    reviews: { ...small.reviews, collection },
  };
  const scoring = { dataset, market: scoreMarket(dataset, { draws: 0 }) };
  const rows = receiptReviews(scoring, 0).map((row) => receiptReview.parse(row));
  expect(
    rows
      .filter((row) => row.collection === 'wave')
      .map((row) => row.id)
      .sort(),
  ).toEqual(['r0-0', 'r0-1']);
  const weights = rowWeights(
    { asOf: small.release.asOf, rows: { reviews: rows, observations: [] } } as unknown as Receipt,
    discounting,
  ).reviews;
  rows.forEach((row, i) => expect(weights[i], row.id).toBeCloseTo(row.weight, 12));
  const [head = '', ...lines] = reviewsCsv(scoring).split('\r\n');
  const column = head.split(',').indexOf('collection');
  expect(column).toBeGreaterThan(0);
  expect(lines.filter((line) => line.includes('r0-0,')).map((line) => line.split(',')[column])).toEqual(['wave']);
});
