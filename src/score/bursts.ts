/** Bursts: more reviews in a few days than the vendor's own year would make likely. */
import { poissonTail } from './poisson.ts';

/** A window of days with too many reviews. */
export interface Burst {
  /** First and last day of the window, in days since 1970-01-01. */
  from: number;
  to: number;
  count: number;
  /** Reviews that the vendor's other days of the year lead one to expect in such a window. */
  expected: number;
  /** Poisson probability of that many or more. */
  probability: number;
}

/** Days before a window's end whose reviews tell the usual rate. */
const YEAR = 365;
/** Rate that a vendor without other reviews is taken to have, in reviews a year: else its first two reviews are a burst. */
const LEAST_A_YEAR = 6;
/** Fewer reviews than this are no burst, however unlikely. */
export const FEWEST = 5;

/**
 * The windows of `length` days, each starting at a review, in which the number of reviews has a Poisson probability below
 * `limit`, given the rate of the other reviews in the year that ends with the window. Overlapping windows are merged into the
 * least likely of them. `days` in any order.
 */
export function findBursts(days: readonly number[], length: number, limit: number): Burst[] {
  const sorted = days.toSorted((a, b) => a - b);
  const found: Burst[] = [];
  let end = 0;
  let yearStart = 0;
  sorted.forEach((from, i) => {
    while (end < sorted.length && (sorted[end] as number) < from + length) end += 1;
    while ((sorted[yearStart] as number) < from + length - YEAR) yearStart += 1;
    const count = end - i;
    if (count < FEWEST) return;
    const others = Math.max(LEAST_A_YEAR, i - yearStart);
    const expected = (others * length) / (YEAR - length);
    const probability = poissonTail(count, expected);
    if (probability >= limit) return;
    const burst = { from, to: from + length - 1, count, expected, probability };
    const last = found.at(-1);
    if (!last || last.to < from) found.push(burst);
    else if (probability < last.probability) found[found.length - 1] = burst;
  });
  return found;
}
