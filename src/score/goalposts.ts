/** Fixed goalposts: how a raw number becomes points. Fixed, so that adding a vendor moves nobody else. */
import type { Goalposts } from '../schema/method.ts';
import { cutDeviation } from './given-number.ts';

/** What of goalposts makes points of a value. */
type Scaling = Pick<Goalposts, 'worst' | 'best' | 'scale'>;

/**
 * Points 0..100 of `value`: 0 at `worst` and beyond, 100 at `best` and beyond, in between linear in the value or, on
 * the `ln` scale, in its logarithm (OECD/JRC Handbook on Composite Indicators, 2008, step 5, with fixed ends).
 * On the ln scale a value at or below 0 counts as the smaller end.
 */
export function pointsOf(goalposts: Scaling, value: number): number {
  return Math.min(100, Math.max(0, unclampedPointsOf(goalposts, value)));
}

/**
 * Standard deviation of the points of `value` if it has the standard error `error`: that times the slope of the goalposts at
 * the value, and less at and beyond the ends, where the points are cut (`cutDeviation`).
 */
export function pointsDeviation(goalposts: Scaling, value: number, error: number): number {
  const { worst, best, scale } = goalposts;
  const range =
    scale === 'linear'
      ? best - worst
      : (Math.log(best) - Math.log(worst)) * (value > 0 ? value : Math.min(worst, best));
  return cutDeviation(unclampedPointsOf(goalposts, value), Math.abs((100 * error) / range));
}

/** As `pointsOf`, but not cut off at 0 and 100. */
export function unclampedPointsOf(goalposts: Scaling, value: number): number {
  const { worst, best, scale } = goalposts;
  if (scale === 'linear') return (100 * (value - worst)) / (best - worst);
  const positive = value > 0 ? value : Math.min(worst, best);
  return (100 * (Math.log(positive) - Math.log(worst))) / (Math.log(best) - Math.log(worst));
}
