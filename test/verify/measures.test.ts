/** What a receipt's rows say of durations that reviewers report: reviews of one day are noisier, contacts never answered are not. */
import { expect, it } from 'vitest';
import type { Receipt } from '../../src/schema/api.ts';
import type { MeasureRule } from '../../src/verify/context.ts';
import { effectiveRows } from '../../src/verify/measures.ts';
import { statisticsOf } from '../../src/verify/rows.ts';
import { smallDataset } from '../views/published/small-market.ts';

const { method } = smallDataset();
const { dayShare: _none, ...reviews } = method.reviews;
const correlating = { ...method, reviews: { ...reviews, dayCorrelation: 0.1 } };
const rule: MeasureRule = {
  id: 'wait',
  source: 'review',
  question: 'wait',
  kind: 'duration',
  goalposts: { worst: 480, best: 1, scale: 'ln' },
  window: 480,
};
const prior = { mu: 2, variance: 1, k: 1, drift: 0, source: 'estimated', loadings: { vendors: 0, rows: 0 } } as const;

/** Reviews of one day, each of weight 1, with these minutes. */
function effective(...minutes: number[]): ReturnType<typeof effectiveRows> {
  const rows = minutes.map((wait, i) => ({
    id: `r${i}`,
    on: '2026-06-30',
    source: 'verified-contract',
    incentive: 'none',
    weight: 1,
    answers: { wait },
  }));
  const receipt = { asOf: '2026-06-30', rows: { reviews: rows, observations: [] } } as unknown as Receipt;
  const weights = { reviews: minutes.map(() => 1), observations: [] };
  return effectiveRows(rule, statisticsOf(receipt, rule, weights, correlating), prior);
}

it('durations in four reviews of one day have the noise of their weights and what the day may share', () => {
  const { weight, squaredWeight } = effective(5, 5, 5, 5);
  expect(weight).toBeCloseTo(4, 12);
  // D = 0.1 x (4^2 - 4) = 1.2, and with k = 1: 4 + 1.2 x (1 - 1 / 16).
  expect(squaredWeight).toBeCloseTo(5.125, 12);
});

it('a review that waited in vain adds nothing to what the reviews of its day may share', () => {
  const without = effective(5, 5, 5, 5);
  const withOne = effective(5, 5, 5, 5, 480);
  const ownNoise = withOne.squaredWeight - 1.2 * (1 - 1 / withOne.weight ** 2);
  expect(withOne.weight).toBeGreaterThan(without.weight);
  expect(withOne.weight).toBeLessThan(5);
  // Four reviews of weight 1, and at most one more.
  expect(ownNoise).toBeGreaterThanOrEqual(4 - 1e-9);
  expect(ownNoise).toBeLessThan(5);
});
