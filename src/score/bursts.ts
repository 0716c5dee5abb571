/** Bursts: more reviews in a few days than a vendor's own pace and the market's make likely. */
import { poissonTail } from './poisson.ts';

/** A window of days with too many reviews. */
export interface Burst {
  /** First and last day of the window, in days since 1970-01-01. */
  from: number;
  to: number;
  count: number;
  /** Reviews to be expected in such a window. */
  expected: number;
  /** Chance of so many or more in any of the windows that were looked at, 0..1. */
  probability: number;
}

/** Days before and after a window whose reviews tell the usual pace. */
const YEAR = 365;
/** A record shorter than this is taken to be this long: a few reviews close together are no pace yet. */
const LEAST_DAYS = 90;
/** Pace that a vendor is taken to have at least, in reviews a year: else its first few reviews are a burst. */
const LEAST_A_YEAR = 6;
/** Weight of "the market is as busy as ever", in reviews, against what the market did in the window. */
const CALM = 5;
/** Fewer reviews than this are no burst, however unlikely. */
export const FEWEST = 5;

/**
 * The windows of `length` days, each starting at a review, whose number of reviews has a probability below `limit`.
 * - Expected: the vendor's pace in the year before the window or in the year after it, whichever is busier, so that neither
 *   the start of a steady flow nor its end is a burst; times how busy the market's other vendors were in the window
 *   against the same years, if busier than usual: a day on which a site publishes for everybody is nobody's burst.
 * - Probability: Poisson, times the number of windows looked at (Bonferroni), since the largest of many weeks is large.
 * Of overlapping windows the least likely one stays. `days`: the vendor's reviews; `market`: everybody's, the vendor's
 * own among them; both ascending, in days since 1970-01-01.
 */
export function findBursts(days: ArrayLike<number>, market: ArrayLike<number>, length: number, limit: number): Burst[] {
  const found: Burst[] = [];
  const starts = new Set(Array.from(days));
  for (const from of starts) {
    const to = from + length - 1;
    const count = between(days, from, to);
    if (count < FEWEST) continue;
    const expected = pace(days, from, to) * length * busyness(days, market, from, to);
    const probability = Math.min(1, poissonTail(count, expected) * starts.size);
    if (probability >= limit) continue;
    const burst = { from, to, count, expected, probability };
    const last = found.at(-1);
    if (!last || last.to < from) found.push(burst);
    else if (probability < last.probability) found[found.length - 1] = burst;
  }
  return found;
}

/** Reviews a day on the busier side of the window. */
function pace(days: ArrayLike<number>, from: number, to: number): number {
  const side = (first: number, last: number): number =>
    between(days, first, last) / Math.max(LEAST_DAYS, last - first + 1);
  const before = side(Math.max(to - YEAR + 1, days[0]), from - 1);
  const after = side(to + 1, Math.min(from + YEAR - 1, days[days.length - 1]));
  return Math.max(LEAST_A_YEAR / YEAR, before, after);
}

/** How many times as many reviews the other vendors got in the window as in as many days of the years around it; >= 1. */
function busyness(days: ArrayLike<number>, market: ArrayLike<number>, from: number, to: number): number {
  const others = (first: number, last: number): number => between(market, first, last) - between(days, first, last);
  const first = Math.max(to - YEAR + 1, market[0]);
  const last = Math.min(from + YEAR - 1, market[market.length - 1]);
  const here = others(from, to);
  const elsewhere = Math.max(1, last - first + 1 - (to - from + 1));
  const usual = ((others(first, last) - here) * (to - from + 1)) / elsewhere;
  return Math.max(1, (here + CALM) / (usual + CALM));
}

/** How many of the ascending `days` lie in `first`..`last`; 0 when that is empty. */
function between(days: ArrayLike<number>, first: number, last: number): number {
  return last < first ? 0 : below(days, last + 1) - below(days, first);
}

/** How many of the ascending `days` lie before `day`. */
function below(days: ArrayLike<number>, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
