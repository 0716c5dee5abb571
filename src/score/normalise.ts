/**
 * Ways to bring a column of numbers onto a common scale by comparing its entries with one another, after the OECD/JRC
 * Handbook on Composite Indicators (2008), step 5. They serve method comparisons and foreign data; rankings themselves use
 * fixed goalposts, since with these every new entry moves all others.
 * In every function NaN is a missing entry: it stays NaN and nobody is compared with it.
 */

/** The column with more always better: values times -1 where less is better. */
export function directed(values: ArrayLike<number>, direction: 1 | -1): Float64Array {
  return Float64Array.from(values, (x) => direction * x);
}

/** The lowest entry at `low`, the highest at `high`, the others in proportion; all in the middle when they are all equal. */
export function minmax(values: ArrayLike<number>, low: number, high: number): Float64Array {
  const [least, most] = extremes(values);
  const range = most - least;
  const place = (x: number): number => (range > 0 ? low + ((high - low) * (x - least)) / range : (low + high) / 2);
  return Float64Array.from(values, (x) => (Number.isNaN(x) ? x : place(x)));
}

/**
 * Standard scores moved to mean `centre` and standard deviation `spread` (of the sample, divisor n - 1); all at `centre` when
 * they are all equal, or alone.
 */
export function zscore(values: ArrayLike<number>, centre: number, spread: number): Float64Array {
  const { mean, sd } = momentsOf(values);
  const place = (x: number): number => (sd > 0 ? centre + (spread * (x - mean)) / sd : centre);
  return Float64Array.from(values, (x) => (Number.isNaN(x) ? x : place(x)));
}

/** Mean and standard deviation of some numbers. */
export interface Moments {
  mean: number;
  sd: number;
}

/** Mean and standard deviation (divisor n - 1); 0 when all are equal, or for a single number. NaN entries are left out. */
export function momentsOf(values: ArrayLike<number>): Moments {
  const present = Float64Array.from(values).filter((x) => !Number.isNaN(x));
  const mean = present.reduce((sum, x) => sum + x, 0) / present.length;
  // All equal must give exactly 0, which rounding of the mean would not.
  if (present.every((x) => x === present[0])) return { mean, sd: 0 };
  return { mean, sd: Math.sqrt(present.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (present.length - 1)) };
}

function extremes(values: ArrayLike<number>): [least: number, most: number] {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const x = values[i];
    if (x < least) least = x;
    if (x > most) most = x;
  }
  return [least, most];
}

/** Share 0..1 of the other entries that are lower; 1/2 for an entry that stands alone. */
export function percentile(values: ArrayLike<number>): Float64Array {
  const ranks = ascendingRanks(values);
  const others = ranks.reduce((n, r) => (Number.isNaN(r) ? n : n + 1), 0) - 1;
  return ranks.map((r) => (Number.isNaN(r) || others > 0 ? (r - 1) / others : 0.5));
}

/** 1 for the lowest entry; in general 1 + the number of lower entries, so that equal entries share the lower rank. */
export function ascendingRanks(values: ArrayLike<number>): Float64Array {
  const present = Float64Array.from(values)
    .filter((x) => !Number.isNaN(x))
    .sort();
  const rankOf = new Map<number, number>();
  // -0 and 0 are one key in a Map, as they are one value.
  present.forEach((x, i) => {
    if (!rankOf.has(x)) rankOf.set(x, i + 1);
  });
  return Float64Array.from(values, (x) => rankOf.get(x) ?? Number.NaN);
}
