/** Fixed goalposts: how a raw number becomes points. Fixed, so that adding a vendor moves nobody else. */
import type { Goalposts } from '../schema/method.ts';

/**
 * Points 0..100 of `value`: 0 at `worst` and beyond, 100 at `best` and beyond, in between linear in the value or, on
 * the `ln` scale, in its logarithm (OECD/JRC Handbook on Composite Indicators, 2008, step 5, with fixed ends).
 * On the ln scale a value at or below 0 counts as the smaller end.
 */
export function pointsOf(goalposts: Goalposts, value: number): number {
  return Math.min(100, Math.max(0, unclampedPointsOf(goalposts, value)));
}

/** As `pointsOf`, but not cut off at 0 and 100. */
export function unclampedPointsOf(goalposts: Goalposts, value: number): number {
  const { worst, best, scale } = goalposts;
  if (scale === 'linear') return (100 * (value - worst)) / (best - worst);
  const positive = value > 0 ? value : Math.min(worst, best);
  return (100 * (Math.log(positive) - Math.log(worst))) / (Math.log(best) - Math.log(worst));
}
