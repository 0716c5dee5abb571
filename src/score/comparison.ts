/**
 * Numbers turned into points by comparing the vendors of the market with one another instead of with fixed goalposts
 * (`normalisation: minmax | zscore | percentile` in the method): for foreign data whose publisher does so. Every new vendor
 * then moves all others, which is why the methods of this directory use goalposts.
 */
import type { Goalposts, Method } from '../schema/method.ts';
import { cutDeviation } from './given-number.ts';
import { momentsOf, percentile } from './normalise.ts';

/** What one vendor's number is compared with; the part that the method's normalisation needs is there. */
export interface Compared {
  /** Vendors of the market that state this number. */
  vendors: number;
  /** zscore: mean and standard deviation (divisor n - 1) of the directed numbers. */
  mean?: number;
  sd?: number;
  /** minmax: lowest and highest directed number. */
  least?: number;
  most?: number;
  /** percentile: vendors whose directed number is lower. */
  lower?: number;
  /** percentile, for a number with an error: other vendors whose directed number is lower than this one less, and plus, its error. */
  lowerOfLess?: number;
  lowerOfMore?: number;
}

/** The number with more always better, on the scale of its goalposts; on the ln scale a value at or below 0 counts as the smaller end. */
export function directedNumber(
  { worst, best, scale }: Pick<Goalposts, 'worst' | 'best' | 'scale'>,
  value: number,
): number {
  const sign = best > worst ? 1 : -1;
  return sign * (scale === 'linear' ? value : Math.log(value > 0 ? value : Math.min(worst, best)));
}

/** Standard error of the directed number of a value with the standard error `error`; on the ln scale by the delta method, error / value. */
export function directedError(
  { worst, best, scale }: Pick<Goalposts, 'worst' | 'best' | 'scale'>,
  value: number,
  error: number,
): number {
  return scale === 'linear' ? error : error / (value > 0 ? value : Math.min(worst, best));
}

/**
 * What each of the directed numbers is compared with; NaN = not stated, which nobody is compared with. `errors` are their
 * standard errors, which only percentiles need; without them all are exact.
 */
export function comparisons(
  directed: ArrayLike<number>,
  normalisation: Method['normalisation'],
  errors: ArrayLike<number> = [],
): (Compared | undefined)[] {
  const all = Float64Array.from(directed);
  const present = all.filter((x) => !Number.isNaN(x));
  const vendors = present.length;
  if (normalisation === 'percentile') {
    const shares = percentile(all);
    const sorted = present.toSorted();
    return Array.from(all, (x, i) => {
      if (Number.isNaN(x)) return undefined;
      const lower = vendors > 1 ? Math.round(shares[i] * (vendors - 1)) : 0;
      const error = errors[i] ?? 0;
      // The number itself is among those lower than it plus its error.
      return error > 0
        ? { vendors, lower, lowerOfLess: countBelow(sorted, x - error), lowerOfMore: countBelow(sorted, x + error) - 1 }
        : { vendors, lower };
    });
  }
  const shared: Compared =
    normalisation === 'minmax' ? { vendors, ...extremesOf(present) } : { vendors, ...momentsOf(present) };
  return Array.from(all, (x) => (Number.isNaN(x) ? undefined : shared));
}

/** How many entries of an ascending array are below `limit`. */
function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the method standardises dimensions once more; with goalposts it never does. */
export function standardises({ normalisation, withinMarket }: Pick<Method, 'normalisation' | 'withinMarket'>): boolean {
  return normalisation !== 'goalposts' && withinMarket.dimensions;
}

function extremesOf(values: Float64Array): { least: number; most: number } {
  return {
    least: values.reduce((a, b) => Math.min(a, b), Infinity),
    most: values.reduce((a, b) => Math.max(a, b), -Infinity),
  };
}

/**
 * Points 0..100 of a directed number among those it is compared with: `centre` + `spread` x its standard score; its place
 * between the lowest and the highest; or the share of the others that are lower. Cut at 0 and 100. Undefined when fewer
 * than `leastVendors` state the number: it is then left out for everybody.
 */
export function comparedPoints(
  compared: Compared,
  directed: number,
  withinMarket: Method['withinMarket'],
): number | undefined {
  const raw = uncutComparedPoints(compared, directed, withinMarket);
  return raw === undefined ? undefined : Math.min(100, Math.max(0, raw));
}

/** As `comparedPoints`, but not cut at 0 and 100. */
export function uncutComparedPoints(
  compared: Compared,
  directed: number,
  { centre, spread, leastVendors }: Method['withinMarket'],
): number | undefined {
  return compared.vendors < leastVendors ? undefined : rawPoints(compared, directed, centre, spread);
}

/**
 * Standard deviation of `comparedPoints` if the directed number has the standard error `error`. What the market gives (mean,
 * extremes, the numbers of others) is taken as known.
 */
export function comparedDeviation(
  compared: Compared,
  directed: number,
  error: number,
  { centre, spread }: Method['withinMarket'],
): number {
  const { vendors, lowerOfLess, lowerOfMore } = compared;
  if (lowerOfLess !== undefined && lowerOfMore !== undefined)
    return vendors > 1 ? (50 * (lowerOfMore - lowerOfLess)) / (vendors - 1) : 0;
  return cutDeviation(rawPoints(compared, directed, centre, spread), slopeOf(compared, spread) * error);
}

/** Points for one unit of the directed number; 0 where all are equal, and for percentiles, which have no slope. */
function slopeOf({ sd, least, most }: Compared, spread: number): number {
  if (sd !== undefined) return sd > 0 ? spread / sd : 0;
  return least !== undefined && most !== undefined && most > least ? 100 / (most - least) : 0;
}

function rawPoints(
  { vendors, mean, sd, least, most, lower }: Compared,
  x: number,
  centre: number,
  spread: number,
): number {
  if (mean !== undefined && sd !== undefined) return sd > 0 ? centre + (spread * (x - mean)) / sd : centre;
  if (least !== undefined && most !== undefined) return most > least ? (100 * (x - least)) / (most - least) : 50;
  if (lower !== undefined) return vendors > 1 ? (100 * lower) / (vendors - 1) : 50;
  throw new TypeError('a comparison without figures');
}
