/** Which rows of a review or observation table belong to which vendor. */
import type { Dataset, ObservationTable, ReviewTable } from '../schema/dataset.ts';
import { oncePer } from './format/once.ts';

const rowsByVendor = oncePer((table: ReviewTable | ObservationTable): ReadonlyMap<number, readonly number[]> => {
  const rows = new Map<number, number[]>();
  table.vendor.forEach((vendor, row) => {
    const known = rows.get(vendor);
    if (known === undefined) rows.set(vendor, [row]);
    else known.push(row);
  });
  for (const list of rows.values()) {
    list.sort((a, b) => (table.day[b] ?? 0) - (table.day[a] ?? 0) || (idOf(table, a) < idOf(table, b) ? -1 : 1));
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

/** Reviews that sums stand for. */
export function summarised({ summaries }: Dataset, which: 'published' | 'counted'): number {
  return [...(summaries?.byVendor.values() ?? [])].reduce((count, { rows }) => count + rows[which], 0);
}
