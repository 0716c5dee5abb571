/**
 * Measures that rise and fall together. One reviewer answers all questions in one mood, one timed contact yields all its
 * items: the errors of measures from one source are correlated. Taking them for independent would make intervals far too
 * narrow: with 16 questions a "90 %" interval would hold the truth less than half of the time.
 */

/** How strongly, and which measures belong together. */
export interface Together {
  /** Correlation 0..1 between the errors of two measures of one source; 0 = independent. */
  share: number;
  /** Source of each measure, by its index: equal numbers belong together. */
  source: ArrayLike<number>;
}

/**
 * Variance of a sum of correlated errors: (1 - r) sum s_i^2 + r sum over sources of (sum s_i)^2, the variance of equally
 * correlated variables (compound symmetry). `spreads` are coefficient x standard deviation, each with its source; a better
 * answer raises the points of every measure, so all correlations are positive and signs are those of the coefficients.
 */
export function jointVariance(spreads: Iterable<readonly [source: number, spread: number]>, share: number): number {
  let squares = 0;
  const sums = new Map<number, number>();
  for (const [source, spread] of spreads) {
    squares += spread * spread;
    sums.set(source, (sums.get(source) ?? 0) + spread);
  }
  let together = 0;
  for (const sum of sums.values()) together += sum * sum;
  return (1 - share) * squares + share * together;
}

/** Names that stand for what a source's measures share, among the measures' seeds; no measure can be called so. */
export const SHARED = { review: 'all reviews', observation: 'all contacts' } as const;
