/** Compares `data/scores.csv`, `data/vendors.csv` and `index.json` with the receipts. Cells are compared as text, as they are written. */
import type { IndexFile, Receipt } from '../schema/api.ts';
import { type Tally, compare } from './difference.ts';

type Cell = string | number | boolean | undefined;

function text(cell: Cell): string {
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell === undefined ? '' : String(cell);
}

/** Compares the lines that `scores.csv` has of a vendor: one for each dimension, and none without scores. `head` is its first line. */
export function compareScoreLines(into: Tally, receipt: Receipt, head: string, lines: readonly string[]): void {
  const columns = head.split(',');
  const expected = receipt.frameworks.flatMap((f) =>
    f.dimensions.map((d): Record<string, Cell> => ({
      vendor: receipt.slug,
      framework: f.id,
      framework_weight: f.weight,
      dimension: d.id,
      dimension_weight: d.weight,
      score: d.estimate?.score,
      sd: d.estimate?.sd,
      low: d.estimate?.low,
      high: d.estimate?.high,
      facts: d.facts,
      reviews: d.reviews,
      covered: d.covered,
      evidenced: d.evidenced,
    })),
  );
  compare(into, receipt.slug, 'data/scores.csv.length', lines.length, expected.length);
  expected.forEach((record, i) => {
    const cells = (lines[i] ?? '').split(',');
    columns.forEach((column, c) => {
      compare(
        into,
        receipt.slug,
        `data/scores.csv[${record['framework']}/${record['dimension']}].${column}`,
        cells[c],
        text(record[column]),
      );
    });
  });
}

/** Compares the record that `vendors.csv` has of a vendor, in the columns that hold scores and counts. */
export function compareVendorRecord(
  into: Tally,
  receipt: Receipt,
  record: Readonly<Record<string, string>> | undefined,
): void {
  const { overall, rank, coverage, counted } = receipt;
  const expected: Record<string, Cell> = {
    status: receipt.status,
    score: overall?.score,
    sd: overall?.sd,
    low: overall?.low,
    high: overall?.high,
    place: rank?.place,
    rank_low: rank?.low,
    rank_high: rank?.high,
    group: rank?.group,
    unrated: [...new Set(receipt.unrated?.map((r) => r.kind))].join('; '),
    covered: coverage.covered,
    dimensions: coverage.dimensions,
    reviews: counted.reviews,
    observations: counted.observations,
  };
  for (const [column, cell] of Object.entries(expected))
    compare(into, receipt.slug, `data/vendors.csv.${column}`, record?.[column], text(cell));
}

/** Adds up, receipt by receipt, what `index.json` counts. */
export interface Counts {
  vendors: number;
  participating: number;
  ranked: number;
  observations: number;
  reviews: { published: number; counted: number };
}

/** Counts of no receipt at all. */
export function noCounts(): Counts {
  return { vendors: 0, participating: 0, ranked: 0, observations: 0, reviews: { published: 0, counted: 0 } };
}

/** Adds one receipt to the counts. */
export function countReceipt(into: Counts, { status, rank, rows, summary, counted }: Receipt): void {
  into.vendors += 1;
  if (status === 'participating') into.participating += 1;
  if (rank !== undefined) into.ranked += 1;
  into.observations += rows.observations.length;
  into.reviews.published += rows.reviews.length + (summary?.rows.published ?? 0);
  into.reviews.counted += counted.reviews;
}

/** Adds the counts of other receipts. */
export function addCounts(into: Counts, other: Counts): void {
  into.vendors += other.vendors;
  into.participating += other.participating;
  into.ranked += other.ranked;
  into.observations += other.observations;
  into.reviews.published += other.reviews.published;
  into.reviews.counted += other.reviews.counted;
}

/** Compares the counts with those of `index.json`. */
export function compareCounts(into: Tally, counts: Counts, index: IndexFile): void {
  compare(into, '', 'index.json.counts', index.counts, counts);
}
