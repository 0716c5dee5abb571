/** How much each review and each timed contact counts. */
import type { ObservationTable, ReviewTable } from '../schema/dataset.ts';
import type { Method } from '../schema/method.ts';
import { INCENTIVES, MODERATION_STATES, SOURCE_CLASSES } from '../schema/words.ts';
import { power } from './power.ts';
import { compareText } from '../schema/order.ts';

const PUBLISHED = MODERATION_STATES.indexOf('published');
const OFFERED = INCENTIVES.indexOf('offered');

/** Rows of each vendor: `rows[start[v] .. start[v + 1]]` are vendor v's, in an order that no file order can change. */
export interface RowsByVendor {
  start: Int32Array;
  rows: Int32Array;
}

/**
 * Groups the rows of a table by vendor; within a vendor newest first, then by row id (code units), so that sums come
 * out the same whatever the order of rows and files.
 */
export function rowsByVendor(
  table: { count: number; vendor: Int32Array; day: Int32Array; id: readonly string[] },
  vendors: number,
): RowsByVendor {
  const start = new Int32Array(vendors + 1);
  for (let i = 0; i < table.count; i++) start[table.vendor[i] + 1]! += 1;
  for (let v = 0; v < vendors; v++) start[v + 1]! += start[v];
  const rows = new Int32Array(table.count);
  const next = start.slice();
  for (let i = 0; i < table.count; i++) rows[next[table.vendor[i]]!++] = i;
  const newestFirst = (a: number, b: number): number =>
    table.day[b] - table.day[a] || compareText(table.id[a], table.id[b]);
  for (let v = 0; v < vendors; v++) rows.subarray(start[v], start[v + 1]).sort(newestFirst);
  return { start, rows };
}

/** 2^(-age/halfLife) for an age in days; ages below 0 count as 0, so no weight passes 1. */
export function decay(ageDays: number, halfLifeDays: number): number {
  const halvings = Math.max(0, ageDays) / halfLifeDays;
  // Exact at whole half-lives.
  const whole = Math.floor(halvings);
  return power(2, whole - halvings) * 2 ** -whole;
}

/**
 * Weight 0..1 of every review on day `today` (days since 1970-01-01): class x incentive x decay by age, then two caps
 * within each vendor: one reviewer counts once in `reviewerWindowDays` (the newest of them), and reviews of one day are
 * discounted by `dayCorrelation`, those of a declared collection excepted (methods before 2026.2: no day counts for more than
 * `dayShare` of the vendor's weight). Reviews that are not published weigh 0.
 * `counts` leaves single rows out (flagged rows, for the score as it would be without them).
 */
export function reviewWeights(
  reviews: ReviewTable,
  byVendor: RowsByVendor,
  method: Method,
  today: number,
  counts: (row: number) => boolean = () => true,
): Float64Array {
  const settings = method.reviews;
  const kind = kindWeights(method);
  const weights = new Float64Array(reviews.count);
  for (let i = 0; i < reviews.count; i++) {
    if (reviews.moderation[i] !== PUBLISHED || !counts(i)) continue;
    const weight = kind(reviews, i) * decay(today - reviews.day[i], settings.halfLifeDays);
    if (weight >= settings.minimumWeight) weights[i] = weight;
  }
  const vendors = byVendor.start.length - 1;
  for (let v = 0; v < vendors; v++) {
    const rows = byVendor.rows.subarray(byVendor.start[v], byVendor.start[v + 1]);
    countReviewersOnce(rows, reviews, weights, settings.reviewerWindowDays);
    if (settings.dayShare !== undefined) capDays(rows, reviews.day, weights, settings.dayShare);
    if (settings.dayCorrelation > 0) discountDays(rows, reviews, weights, settings.dayCorrelation);
  }
  return weights;
}

/**
 * What a review of today weighs that has its day to itself, 0..1: its class, and less when something was given for it. Given a
 * method it gives the function, since the table of classes is made once for all rows.
 */
export function kindWeights({ reviews: settings }: Method): (reviews: ReviewTable, row: number) => number {
  const classes = SOURCE_CLASSES.map((c) => settings.classes[c]);
  return (reviews, row) =>
    classes[reviews.source[row]] * (reviews.incentive[row] === OFFERED ? settings.incentivised : 1);
}

/** Number of published reviews whose weight has fallen below the least that the method counts, on day `today`. */
export function reviewsBelowMinimum(reviews: ReviewTable, method: Method, today: number): number {
  const kind = kindWeights(method);
  const { halfLifeDays, minimumWeight } = method.reviews;
  let count = 0;
  for (let i = 0; i < reviews.count; i++) {
    if (
      reviews.moderation[i] === PUBLISHED &&
      kind(reviews, i) * decay(today - reviews.day[i], halfLifeDays) < minimumWeight
    )
      count += 1;
  }
  return count;
}

/** Weight 0..1 of every timed contact on day `today`: decay by age alone. */
export function observationWeights(observations: ObservationTable, method: Method, today: number): Float64Array {
  const weights = new Float64Array(observations.count);
  for (let i = 0; i < observations.count; i++) {
    const weight = decay(today - observations.day[i], method.observations.halfLifeDays);
    if (weight >= method.observations.minimumWeight) weights[i] = weight;
  }
  return weights;
}

/** `rows` newest first: of one reviewer's reviews that lie less than `window` days before a kept one, all weigh 0. */
function countReviewersOnce(rows: Int32Array, reviews: ReviewTable, weights: Float64Array, window: number): void {
  const keptDay = new Map<number, number>();
  for (const row of rows) {
    if (weights[row] === 0) continue;
    const reviewer = reviews.reviewer[row];
    const day = reviews.day[row];
    const kept = keptDay.get(reviewer);
    if (kept !== undefined && kept - day < window) weights[row] = 0;
    else keptDay.set(reviewer, day);
  }
}

/**
 * Reviews of one day are often one event seen by several: a day of weight t above 1 counts as t / (1 + r (t - 1)), the effective
 * size of a cluster whose members correlate by r (design effect, Kish 1965). So no day counts for more than 1 / r. Reviews of a
 * declared collection share a day because they were asked for on that day: they keep their weight and discount no others.
 */
function discountDays(rows: Int32Array, reviews: ReviewTable, weights: Float64Array, correlation: number): void {
  const totals = new Map<number, number>();
  const day = (row: number): number => reviews.day[row];
  const single = rows.filter((row) => reviews.collection[row] === -1);
  for (const row of single) totals.set(day(row), (totals.get(day(row)) ?? 0) + weights[row]);
  for (const row of single) weights[row]! /= dayDiscount(totals.get(day(row)) ?? 0, correlation);
}

/** What a day of total weight `total` is divided by: 1 + r (total - 1), never less than 1. */
export function dayDiscount(total: number, correlation: number): number {
  return 1 + correlation * Math.max(0, total - 1);
}

/** `rows` newest first, so the rows of one day stand together. */
function capDays(rows: Int32Array, day: Int32Array, weights: Float64Array, share: number): void {
  const totals: number[] = [];
  let last = Number.NaN;
  for (const row of rows) {
    if (weights[row] === 0) continue;
    if (day[row] !== last) totals.push(0);
    last = day[row];
    totals[totals.length - 1]! += weights[row];
  }
  const cap = dayCap(totals, share);
  if (cap === Infinity) return;
  let at = -1;
  last = Number.NaN;
  for (const row of rows) {
    if (weights[row] === 0) continue;
    if (day[row] !== last) at += 1;
    last = day[row];
    const total = totals[at];
    if (total > cap) weights[row] = (weights[row] * cap) / total;
  }
}

/**
 * The greatest cap c such that days cut to c make up at most `share` of the sum of days so cut; but never below 1, the
 * weight of one full review, since a vendor with few days could otherwise have no weight at all. Infinity: nothing to cut.
 * With the k heaviest days cut, c = share x rest / (1 - share x k).
 */
export function dayCap(dayTotals: readonly number[], share: number): number {
  const sorted = dayTotals.toSorted((a, b) => b - a);
  let rest = sorted.reduce((sum, x) => sum + x, 0);
  const heaviest = sorted[0] ?? 0;
  if (heaviest <= Math.max(1, share * rest)) return Infinity;
  for (let k = 1; k <= sorted.length && share * k < 1; k++) {
    rest -= sorted[k - 1];
    const cap = (share * rest) / (1 - share * k);
    if (cap >= (sorted[k] ?? 0)) return Math.max(1, cap);
  }
  return 1;
}
