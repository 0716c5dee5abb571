/** Durations with contacts that were never answered: known only to have lasted longer than the window. */
import { inverseMills } from './normal.ts';
import type { EffectiveStatistics, MarketPrior, MeasureStatistics, ShrinkageSettings } from './shrinkage.ts';
import { estimatePrior } from './shrinkage.ts';

/** Most rounds of expectation-maximisation; with half of all contacts unanswered it takes about 80, with a tenth about 15. */
const ROUNDS = 300;
/** Sums of weights and of squared weights of each vendor's never-answered contacts. */
export interface NeverAnswered {
  weight: ArrayLike<number>;
  squaredWeight: ArrayLike<number>;
}

/** Change of a vendor's mean, in ln(minutes), at which the rounds end. */
const SETTLED = 1e-10;

/**
 * Gives never-answered contacts their place under a normal model of ln(minutes), by expectation-maximisation for
 * right-censored normals (Dempster, Laird & Rubin 1977, section 4.2). Leaving them out would reward whoever does not
 * answer. With the vendor's posterior mean theta, s = sqrt(variance), z = (ln(window) - theta) / s and the inverse Mills
 * ratio m = m(z), an unanswered contact counts
 * - for the spread of rows about their vendor's mean as E[x] = theta + s m, Var(x) = s^2 (1 + z m - m^2);
 * - for the vendor's mean with weight i = m (m - z), which is less than 1 because it tells less than an answer, at
 *   theta + s m / i: the parabola that touches ln P(x > window) at theta. So theta = (k mu + sum) / (k + weight) is where
 *   the posterior is highest, and sqrt(variance / (k + weight)) its spread there.
 *
 * @param statistics of the answered contacts, in ln(minutes).
 * @param lnWindow ln of the minutes after which a contact is closed.
 * @returns weights and sums that hold both, for `shrink`, and the prior that fits them; the fallback when fewer than
 *   `settings.minVendors` vendors ever answered.
 */
export function completeCensored(
  statistics: MeasureStatistics,
  { weight: censored, squaredWeight: censoredSquares }: NeverAnswered,
  lnWindow: number,
  settings: ShrinkageSettings,
): { effective: EffectiveStatistics; prior: MarketPrior } {
  const vendors = statistics.weight.length;
  const plus = (array: ArrayLike<number>, each: number): Float64Array =>
    Float64Array.from(array, (x, v) => x + each * censored[v]);
  // To begin with, an unanswered contact is one answered when the window closed.
  const completed = {
    ...statistics,
    weight: plus(statistics.weight, 1),
    squaredWeight: Float64Array.from(statistics.squaredWeight, (x, v) => x + censoredSquares[v]),
    sum: plus(statistics.sum, lnWindow),
    squares: plus(statistics.squares, lnWindow * lnWindow),
  };
  const effective = {
    weight: completed.weight.slice(),
    squaredWeight: completed.squaredWeight.slice(),
    sum: completed.sum.slice(),
  };
  // Where hardly anyone ever answers, the likelihood grows without end as the mean does.
  const answering = Array.from(statistics.weight).filter((w) => w > 0).length;
  const fitting = answering < settings.minVendors ? { ...settings, minVendors: Infinity } : settings;
  let prior = estimatePrior(completed, fitting, effective);
  for (let round = 0; round < ROUNDS; round++) {
    const s = Math.sqrt(prior.variance);
    let moved = 0;
    for (let v = 0; v < vendors; v++) {
      const weight = censored[v];
      if (weight === 0) continue;
      const theta = shrunkMean(effective, v, prior);
      const z = (lnWindow - theta) / s;
      const mills = inverseMills(z);
      const information = mills * (mills - z);
      completed.sum[v] = statistics.sum[v] + weight * (theta + s * mills);
      // The vendor's mean is itself uncertain by the rows that are: their share of its variance is no spread about it.
      const mean = theta + s * mills;
      const spread = s * s * (1 + z * mills - mills * mills);
      completed.squares[v] = statistics.squares[v] + weight * (mean * mean + spread * (1 - 1 / statistics.count[v]));
      effective.weight[v] = statistics.weight[v] + weight * information;
      effective.squaredWeight[v] = statistics.squaredWeight[v] + censoredSquares[v] * information;
      effective.sum[v] = statistics.sum[v] + weight * (information * theta + s * mills);
      const next = shrunkMean(effective, v, prior);
      moved = Math.max(moved, Math.abs(next - theta));
    }
    if (moved === 0) break;
    prior = estimatePrior(completed, fitting, effective);
    if (moved < SETTLED) break;
  }
  return { effective, prior };
}

/** The posterior mean of vendor `v`, as `shrink` has it. */
function shrunkMean({ weight, sum }: EffectiveStatistics, v: number, { k, mu }: MarketPrior): number {
  return (k * mu + sum[v]) / (k + weight[v]);
}
