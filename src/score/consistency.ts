/** Whether several items measure one thing: Cronbach's alpha and correlations. For editors of a framework. */

/**
 * Pearson's correlation, -1..1, over the entries that both columns have (NaN = missing). Undefined with fewer than two such
 * entries or when either column does not vary over them.
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | undefined {
  const [a, b] = completeRows([x, y]) as [number[], number[]];
  const spread = Math.sqrt(variance(a) * variance(b));
  return spread > 0 ? Math.min(1, Math.max(-1, covariance(a, b) / spread)) : undefined;
}

/**
 * Cronbach's alpha (Cronbach 1951): k/(k-1) (1 - sum of the items' variances / variance of their sum). 1 = the items say
 * the same; it can fall below 0. Rows in which any item is missing (NaN) are left out.
 * Undefined with fewer than two items, fewer than two complete rows, or a sum that does not vary.
 */
export function cronbachAlpha(items: readonly ArrayLike<number>[]): number | undefined {
  const k = items.length;
  if (k < 2) return undefined;
  const complete = completeRows(items);
  const sums = complete[0].map((_, row) => complete.reduce((sum, item) => sum + item[row], 0));
  const total = variance(sums);
  if (!(total > 0)) return undefined;
  return (k / (k - 1)) * (1 - complete.reduce((sum, item) => sum + variance(item), 0) / total);
}

/** Cronbach's alpha of the other items, for each item in turn: where it is higher than the whole's, the item does not fit. */
export function alphaIfDropped(items: readonly ArrayLike<number>[]): (number | undefined)[] {
  return items.map((_, i) => cronbachAlpha(items.toSpliced(i, 1)));
}

/**
 * Mean correlation r of all pairs of items, and alpha of the items brought to one spread: k r / (1 + (k - 1) r)
 * (Spearman-Brown). Undefined with fewer than two items or a pair that has no correlation.
 */
export function standardisedAlpha(
  items: readonly ArrayLike<number>[],
): { meanCorrelation: number; alpha: number } | undefined {
  const k = items.length;
  if (k < 2) return undefined;
  const complete = completeRows(items);
  let sum = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      const r = correlation(complete[i], complete[j]);
      if (r === undefined) return undefined;
      sum += r;
    }
  }
  const meanCorrelation = sum / ((k * (k - 1)) / 2);
  return { meanCorrelation, alpha: (k * meanCorrelation) / (1 + (k - 1) * meanCorrelation) };
}

/** The columns without the rows in which any of them is NaN. */
function completeRows(columns: readonly ArrayLike<number>[]): number[][] {
  const rows = Math.min(...columns.map((column) => column.length));
  const complete = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    columns.every((column) => !Number.isNaN(column[row])),
  );
  return columns.map((column) => complete.map((row) => column[row]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** Covariance of a sample (divisor n - 1); NaN below two entries. */
function covariance(a: readonly number[], b: readonly number[]): number {
  const meanA = mean(a);
  const meanB = mean(b);
  return a.reduce((sum, x, i) => sum + (x - meanA) * (b[i] - meanB), 0) / (a.length - 1);
}

function variance(values: readonly number[]): number {
  // Rounding of the mean must not look like spread.
  return values.every((x) => x === values[0]) ? 0 : covariance(values, values);
}
