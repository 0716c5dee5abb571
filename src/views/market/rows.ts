/** Which rows of a review or observation table belong to which vendor. */
import type { Dataset, ObservationTable, ReviewTable } from '../../schema/dataset.ts';
import { oncePer } from '../format/once.ts';
import { kindWeights } from '../../score/row-weights.ts';
import type { Inputs } from './inputs.ts';
import { compareText } from '../../schema/order.ts';

const rowsByVendor = oncePer((table: ReviewTable | ObservationTable): ReadonlyMap<number, readonly number[]> => {
  const rows = new Map<number, number[]>();
  table.vendor.forEach((vendor, row) => {
    const known = rows.get(vendor);
    if (known === undefined) rows.set(vendor, [row]);
    else known.push(row);
  });
  for (const list of rows.values()) {
    list.sort((a, b) => table.day[b] - table.day[a] || compareText(idOf(table, a), idOf(table, b)));
  }
  return rows;
});

/** Rows of one vendor, newest first; ids settle the order within a day. */
export function rowsOf(table: ReviewTable | ObservationTable, vendor: number): readonly number[] {
  return rowsByVendor(table).get(vendor) ?? [];
}

function idOf(table: ReviewTable | ObservationTable, row: number): string {
  return table.id[row] ?? '';
}

/** From this share of their number on, the equivalent number of reviews is not mentioned. */
const WORTH_SAYING = 0.5;

/**
 * For how many reviews the counted reviews of a vendor count, one review being of the same source class and incentive, of today,
 * and alone on its day: what remains after age and shared days. Rounded, so 0 when less than a half. Undefined when it is at least half of
 * their number.
 */
export function equivalentReviews(
  { dataset: { reviews, method }, market }: Inputs,
  vendor: number,
): number | undefined {
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

/** Published reviews that sums stand for. */
export function summarised({ summaries }: Dataset): number {
  return [...(summaries?.byVendor.values() ?? [])].reduce((count, { rows }) => count + rows.published, 0);
}
