/** From what the rows tell to the posterior of each measure. */
import type { ReceiptMeasure } from '../schema/api.ts';
import { completeCensored } from '../score/censored.ts';
import { fixedPrior, measurePoints, ownScale, pointsSpread } from '../score/posteriors.ts';
import { type MarketPrior, shrink, shrinkShare } from '../score/shrinkage.ts';
import type { MeasureRule } from './context.ts';
import type { Told } from './rows.ts';

/** The part of a receipt's measure that follows from the vendor's rows and the market's prior. */
export type Remeasured = MeasureRule & Omit<ReceiptMeasure, keyof MeasureRule | 'prior'>;

/** The posterior of one measure, given what the vendor's rows tell and the market's prior. */
export function remeasure(rule: MeasureRule, told: Told, prior: ReceiptMeasure['prior']): Remeasured {
  const market: MarketPrior = { mu: prior.mu, k: prior.k, variance: prior.variance, source: prior.source };
  const { weight, sum } = rule.kind === 'duration' ? withNeverAnswered(rule, told, market) : told;
  const { mean, sd } = rule.kind === 'share' ? shrinkShare(weight, sum, market) : shrink(weight, sum, market);
  return {
    ...rule,
    state: weight > 0 ? 'told' : 'estimated',
    count: told.count,
    weight,
    censored: told.censored > 0 ? told.censored : undefined,
    sum,
    mean,
    sd,
    value: ownScale(rule, mean),
    points: measurePoints(rule, mean),
    pointsSd: pointsSpread(rule, mean, sd),
  };
}

/** Weight and sum with contacts never answered in their place, by the market's prior as it is published. */
function withNeverAnswered(rule: MeasureRule, told: Told, prior: MarketPrior): { weight: number; sum: number } {
  const own = { count: [told.count], weight: [told.weight], sum: [told.sum], squares: [told.squares] };
  const { effective } = completeCensored(own, [told.censored], Math.log(rule.window ?? Infinity), fixedPrior(prior));
  return { weight: effective.weight[0] as number, sum: effective.sum[0] as number };
}
