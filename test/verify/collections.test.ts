/** The verifier weighs reviews of a declared collection as scoring does, from the receipt alone. */
import { expect, it } from 'vitest';
import type { Receipt } from '../../src/schema/api.ts';
import { rowWeights } from '../../src/verify/rows.ts';
import { smallDataset } from '../views/api/small-market.ts';

const { method } = smallDataset();
const { dayShare: _none, ...reviews } = method.reviews;
const discounting = { ...method, reviews: { ...reviews, dayCorrelation: 0.1, minimumWeight: 0 } };

function review(id: string, collection?: string): Receipt['rows']['reviews'][number] {
  return { id, on: '2026-06-30', source: 'verified-contract', incentive: 'none', ...(collection === undefined ? {} : { collection }), weight: 0, answers: {} };
}

it('two hundred reviews of one day weigh 200 in a collection and 9.57 outside, and neither discounts the other', () => {
  const rows = [...Array.from({ length: 200 }, (_, i) => review(`w${i}`, 'wave')), ...Array.from({ length: 200 }, (_, i) => review(`s${i}`))];
  const receipt = { asOf: '2026-06-30', rows: { reviews: rows, observations: [] } } as unknown as Receipt;
  const weights = rowWeights(receipt, discounting).reviews;
  const sum = (part: readonly number[]): number => part.reduce((a, b) => a + b, 0);
  expect(sum(weights.slice(0, 200))).toBeCloseTo(200, 9);
  // 200 / (1 + 0.1 x 199).
  expect(sum(weights.slice(200))).toBeCloseTo(9.569378, 6);
});
