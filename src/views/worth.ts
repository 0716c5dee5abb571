/** For how many recent reviews the counted reviews of a vendor count. */
import { kindWeights } from '../score/row-weights.ts';
import type { Inputs } from './inputs.ts';
import { rowsOf } from './rows.ts';

/** Counted reviews that are worth this share of their number, or more, need no word. */
const WORTH_SAYING = 0.5;

/**
 * For how many reviews the counted reviews of a vendor count, one review being of the same source class and incentive, of today,
 * and alone on its day: what remains after age and shared days. Rounded, so 0 when less than a half. Undefined when it is at least half of
 * their number.
 */
export function reviewsWorth({ dataset: { reviews, method }, market }: Inputs, vendor: number): number | undefined {
  const kind = kindWeights(method);
  let [count, worth] = [0, 0];
  for (const row of rowsOf(reviews, vendor)) {
    const weight = market.weights.reviews[row] ?? 0;
    if (weight === 0) continue;
    count += 1;
    worth += weight / kind(reviews, row);
  }
  if (worth >= WORTH_SAYING * count) return undefined;
  return Math.round(worth);
}
