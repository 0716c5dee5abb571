/** The treatment of outliers that the ASEM index was made with. */

/** Skewness and excess kurtosis of a sample, as spreadsheets and COINr have them (type 2 of Joanes & Gill 1998). */
function shape(x: Float64Array): { skewness: number; kurtosis: number } {
  const n = x.length;
  const mean = x.reduce((a, b) => a + b, 0) / n;
  const moment = (p: number): number => x.reduce((sum, a) => sum + (a - mean) ** p, 0);
  const sd = Math.sqrt(moment(2) / (n - 1));
  return {
    skewness: ((n / ((n - 1) * (n - 2))) * moment(3)) / sd ** 3,
    kurtosis:
      (((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * moment(4)) / sd ** 4 -
      (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)),
  };
}

/**
 * COINr treats outliers before it normalises: while |skewness| > 2 and kurtosis > 3.5, one more of the extreme values (at most
 * five) is set to the next one. Scoring has no such step, since its goalposts cut off by themselves; so it stands here.
 */
export function winsorised(values: Float64Array): Float64Array {
  const order = [...values.keys()].sort((a, b) => values[b] - values[a]);
  const treated = values.slice();
  for (let points = 1; points <= 5; points++) {
    const { skewness, kurtosis } = shape(treated);
    if (Math.abs(skewness) <= 2 || kurtosis <= 3.5) break;
    const extremes = skewness > 0 ? order : order.toReversed();
    for (let i = 0; i < points; i++) treated[extremes[i]] = values[extremes[points]];
  }
  return treated;
}
