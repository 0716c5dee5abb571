/** Normalises a whole column by name, as method comparisons do. */
import { minmax, percentile, zscore } from '../../src/score/normalise.ts';

/** Points of every entry; NaN stays. `centre` and `spread` are those of z-scores. */
export function normaliseBy(how: 'zscore' | 'minmax' | 'percentile', values: readonly number[], centre: number, spread: number): Float64Array {
  if (how === 'zscore') return zscore(values, centre, spread);
  return how === 'minmax' ? minmax(values, 0, 100) : percentile(values).map((x) => 100 * x);
}
