/** Weighted means: how dimensions become a framework and frameworks the overall score. */

export type Aggregation = 'arithmetic' | 'geometric' | 'harmonic';

/** Geometric and harmonic means count scores below this as this, since one zero would wipe out all else. */
export const FLOOR = 1;

/**
 * Weighted mean of the `values` that are not NaN, with weights rescaled to them; NaN when their weights sum to 0.
 * `values` and `weights` have the same length; weights >= 0; values 0..100. Geometric: exp(sum w ln x); harmonic:
 * 1 / sum(w / x) (OECD/JRC Handbook 2008, step 6; the field's names).
 */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>, how: Aggregation): number {
  let total = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i];
    const w = weights[i];
    if (Number.isNaN(x) || w === 0) continue;
    total += w;
    if (how === 'arithmetic') sum += w * x;
    else if (how === 'geometric') sum += w * Math.log(Math.max(FLOOR, x));
    else sum += w / Math.max(FLOOR, x);
  }
  if (total === 0) return Number.NaN;
  if (how === 'arithmetic') return sum / total;
  return how === 'geometric' ? Math.exp(sum / total) : total / sum;
}

/**
 * Derivative of `weightedMean` by its i-th value, at `values` (whose mean is `mean`); 0 for a NaN or floored value.
 * Serves the delta method: var(mean) = sum (derivative^2 x var(value)).
 */
export function meanDerivative(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  how: Aggregation,
  mean: number,
  i: number,
): number {
  const x = values[i];
  if (Number.isNaN(x)) return 0;
  let total = 0;
  for (let j = 0; j < values.length; j++) if (!Number.isNaN(values[j])) total += weights[j];
  if (total === 0) return 0;
  const w = weights[i] / total;
  if (how === 'arithmetic') return w;
  if (x < FLOOR) return 0;
  return how === 'geometric' ? (w * mean) / x : (w * mean * mean) / (x * x);
}
