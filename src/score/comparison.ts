/**
 * Numbers turned into points by comparing the vendors of the market with one another instead of with fixed goalposts
 * (`normalisation: minmax | zscore | percentile` in the method): for foreign data whose publisher does so. Every new vendor
 * then moves all others, which is why the methods of this directory use goalposts.
 */
import type { Goalposts, Method } from '../schema/method.ts';
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
}

/** The number with more always better, on the scale of its goalposts; on the ln scale a value at or below 0 counts as the smaller end. */
export function directedNumber({ worst, best, scale }: Pick<Goalposts, 'worst' | 'best' | 'scale'>, value: number): number {
  const sign = best > worst ? 1 : -1;
  return sign * (scale === 'linear' ? value : Math.log(value > 0 ? value : Math.min(worst, best)));
}

/** What each of the directed numbers is compared with; NaN = not stated, which nobody is compared with. */
export function comparisons(directed: ArrayLike<number>, normalisation: Method['normalisation']): (Compared | undefined)[] {
  const all = Float64Array.from(directed);
  const present = all.filter((x) => !Number.isNaN(x));
  const vendors = present.length;
  if (normalisation === 'percentile') {
    const shares = percentile(all);
    return Array.from(all, (x, i) => (Number.isNaN(x) ? undefined : { vendors, lower: vendors > 1 ? Math.round((shares[i] as number) * (vendors - 1)) : 0 }));
  }
  const shared: Compared = normalisation === 'minmax' ? { vendors, ...extremesOf(present) } : { vendors, ...momentsOf(present) };
  return Array.from(all, (x) => (Number.isNaN(x) ? undefined : shared));
}

/** Whether the method standardises dimensions once more; with goalposts it never does. */
export function standardises({ normalisation, withinMarket }: Pick<Method, 'normalisation' | 'withinMarket'>): boolean {
  return normalisation !== 'goalposts' && withinMarket.dimensions;
}

function extremesOf(values: Float64Array): { least: number; most: number } {
  return { least: values.reduce((a, b) => Math.min(a, b), Infinity), most: values.reduce((a, b) => Math.max(a, b), -Infinity) };
}

/**
 * Points 0..100 of a directed number among those it is compared with: `centre` + `spread` x its standard score; its place
 * between the lowest and the highest; or the share of the others that are lower. Cut at 0 and 100. Undefined when fewer
 * than `leastVendors` state the number: it is then left out for everybody.
 */
export function comparedPoints(compared: Compared, directed: number, { centre, spread, leastVendors }: Method['withinMarket']): number | undefined {
  if (compared.vendors < leastVendors) return undefined;
  return Math.min(100, Math.max(0, rawPoints(compared, directed, centre, spread)));
}

function rawPoints({ vendors, mean, sd, least, most, lower }: Compared, x: number, centre: number, spread: number): number {
  if (mean !== undefined && sd !== undefined) return sd > 0 ? centre + (spread * (x - mean)) / sd : centre;
  if (least !== undefined && most !== undefined) return most > least ? (100 * (x - least)) / (most - least) : 50;
  if (lower !== undefined) return vendors > 1 ? (100 * lower) / (vendors - 1) : 50;
  throw new TypeError('a comparison without figures');
}
