/** Durations with contacts that were never answered: known only to have lasted longer than the window. */
import { inverseMills } from './normal.ts';
import type { EffectiveStatistics, MarketPrior, MeasureStatistics, ShrinkageSettings } from './shrinkage.ts';
import { estimatePrior, shrink } from './shrinkage.ts';

/** Most rounds of expectation-maximisation; with half of all contacts unanswered it takes about 80, with a tenth about 15. */
const ROUNDS = 300;
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
 * @param censored weight of never-answered contacts of each vendor.
 * @param lnWindow ln of the minutes after which a contact is closed.
 * @returns weights and sums that hold both, for `shrink`, and the prior that fits them; the fallback when fewer than
 *   `settings.minVendors` vendors ever answered.
 */
export function completeCensored(
  statistics: MeasureStatistics,
  censored: ArrayLike<number>,
  lnWindow: number,
  settings: ShrinkageSettings,
): { effective: EffectiveStatistics; prior: MarketPrior } {
  const vendors = statistics.weight.length;
  const plus = (array: ArrayLike<number>, each: number): Float64Array =>
    Float64Array.from(array, (x, v) => x + each * (censored[v] as number));
  // To begin with, an unanswered contact is one answered when the window closed.
  const completed = {
    count: statistics.count,
    weight: plus(statistics.weight, 1),
    sum: plus(statistics.sum, lnWindow),
    squares: plus(statistics.squares, lnWindow * lnWindow),
  };
  const effective = { weight: completed.weight.slice(), sum: completed.sum.slice() };
  // Where hardly anyone ever answers, the likelihood grows without end as the mean does.
  const answering = Array.from(statistics.weight).filter((w) => w > 0).length;
  const fitting = answering < settings.minVendors ? { ...settings, minVendors: Infinity } : settings;
  let prior = estimatePrior(completed, fitting, effective);
  for (let round = 0; round < ROUNDS; round++) {
    const s = Math.sqrt(prior.variance);
    let moved = 0;
    for (let v = 0; v < vendors; v++) {
      const weight = censored[v] as number;
      if (weight === 0) continue;
      const theta = shrink(effective.weight[v] as number, effective.sum[v] as number, prior).mean;
      const z = (lnWindow - theta) / s;
      const mills = inverseMills(z);
      const told = mills * (mills - z);
      completed.sum[v] = (statistics.sum[v] as number) + weight * (theta + s * mills);
      // The vendor's mean is itself uncertain by the rows that are: their share of its variance is no spread about it.
      const mean = theta + s * mills;
      const spread = s * s * (1 + z * mills - mills * mills);
      completed.squares[v] =
        (statistics.squares[v] as number) + weight * (mean * mean + spread * (1 - 1 / (statistics.count[v] as number)));
      effective.weight[v] = (statistics.weight[v] as number) + weight * told;
      effective.sum[v] = (statistics.sum[v] as number) + weight * (told * theta + s * mills);
      const next = shrink(effective.weight[v] as number, effective.sum[v] as number, prior).mean;
      moved = Math.max(moved, Math.abs(next - theta));
    }
    if (moved === 0) break;
    prior = estimatePrior(completed, fitting, effective);
    if (moved < SETTLED) break;
  }
  return { effective, prior };
}
