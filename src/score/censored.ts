/** Durations with contacts that were never answered: known only to have lasted longer than the window. */
import { inverseMills } from './normal.ts';
import type { MarketPrior, MeasureStatistics, ShrinkageSettings } from './shrinkage.ts';
import { estimatePrior, shrink } from './shrinkage.ts';

/** Rounds of expectation-maximisation; the change of the last round is below 1e-6 in practice. */
const ROUNDS = 60;

/**
 * Replaces each vendor's never-answered weight by its expected statistics under a normal model of ln(minutes), by
 * expectation-maximisation for right-censored normals (Dempster, Laird & Rubin 1977, section 4.2): with the vendor's
 * posterior mean theta, s = sqrt(variance) and z = (ln(window) - theta) / s, a censored row counts as
 * E[x] = theta + s m(z) and E[x^2] = theta^2 + 2 theta s m(z) + s^2 (1 + z m(z)), m being the inverse Mills ratio.
 * Leaving such rows out would reward whoever does not answer.
 *
 * @param statistics of the answered contacts, in ln(minutes).
 * @param censored weight of never-answered contacts of each vendor.
 * @param lnWindow ln of the minutes after which a contact is closed.
 * @returns completed statistics (weights now include the censored ones) and the prior that fits them.
 */
export function completeCensored(
  statistics: MeasureStatistics,
  censored: ArrayLike<number>,
  lnWindow: number,
  settings: ShrinkageSettings,
): { statistics: MeasureStatistics; prior: MarketPrior } {
  const vendors = statistics.weight.length;
  const completed = {
    count: Float64Array.from(statistics.count),
    weight: Float64Array.from(statistics.weight, (w, v) => w + (censored[v] as number)),
    sum: Float64Array.from(statistics.sum, (s, v) => s + (censored[v] as number) * lnWindow),
    squares: Float64Array.from(statistics.squares, (s, v) => s + (censored[v] as number) * lnWindow * lnWindow),
  };
  let prior = estimatePrior(completed, settings);
  let any = false;
  for (let v = 0; v < vendors; v++) any ||= (censored[v] as number) > 0;
  for (let round = 0; any && round < ROUNDS; round++) {
    const s = Math.sqrt(prior.variance);
    let moved = 0;
    for (let v = 0; v < vendors; v++) {
      const weight = censored[v] as number;
      if (weight === 0) continue;
      const theta = shrink(completed.weight[v] as number, completed.sum[v] as number, prior).mean;
      const z = (lnWindow - theta) / s;
      const mills = inverseMills(z);
      const mean = theta + s * mills;
      const square = theta * theta + 2 * theta * s * mills + s * s * (1 + z * mills);
      const sum = (statistics.sum[v] as number) + weight * mean;
      moved = Math.max(moved, Math.abs(sum - (completed.sum[v] as number)) / (completed.weight[v] as number));
      completed.sum[v] = sum;
      completed.squares[v] = (statistics.squares[v] as number) + weight * square;
    }
    prior = estimatePrior(completed, settings);
    if (moved < 1e-9) break;
  }
  return { statistics: completed, prior };
}
