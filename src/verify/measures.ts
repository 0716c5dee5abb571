/** From the statistics of the rows to the posterior of each measure. */
import type { ReceiptMeasure } from '../schema/api.ts';
import type { Loadings } from '../score/correlation.ts';
import { completeCensored } from '../score/censored.ts';
import { fixedPrior, measurePoints, ownScale, pointsSpread } from '../score/posteriors.ts';
import { type OwnRows, noiseWithDays, shrink, shrinkShare } from '../score/shrinkage.ts';
import { PERIODS, periodSums } from '../score/summaries.ts';
import type { MeasureRule } from './context.ts';
import type { RowStatistics } from './rows.ts';

/** The part of a receipt's measure that follows from the vendor's rows and the market's prior. */
export type Remeasured = MeasureRule & Omit<ReceiptMeasure, keyof MeasureRule | 'prior'>;

/** The posterior of one measure, given the statistics of the vendor's rows and the market's prior. */
export function remeasure(
  rule: MeasureRule,
  own: RowStatistics,
  prior: ReceiptMeasure['prior'],
): Remeasured & { worth: number; loadings: Loadings } {
  const rows = effectiveRows(rule, own, prior);
  const { mean, sd, rowShare, worth } = rule.kind === 'share' ? shrinkShare(rows, prior) : shrink(rows, prior);
  return {
    ...rule,
    state: rows.weight > 0 ? 'told' : 'estimated',
    count: own.count,
    ...rows,
    censored: own.censored > 0 ? own.censored : undefined,
    mean,
    sd,
    rowShare,
    worth,
    loadings: prior.loadings,
    value: ownScale(rule, mean),
    points: measurePoints(rule, mean),
    pointsSd: pointsSpread(rule, mean, sd),
  };
}

/** The vendor's rows with contacts never answered in their place, by the market's prior as it is published. */
export function effectiveRows(rule: MeasureRule, own: RowStatistics, prior: ReceiptMeasure['prior']): OwnRows {
  const { ageWeight } = periodSums(own.periods, 0, new Array<number>(PERIODS).fill(0));
  const { weight, squaredWeight, sum } = own;
  if (rule.kind !== 'duration') return { weight, squaredWeight: noiseWithDays(own, prior.k), sum, ageWeight };
  const statistics = {
    count: [own.count],
    weight: [weight],
    squaredWeight: [squaredWeight],
    sum: [sum],
    squares: [own.squares],
  };
  const neverAnswered = { weight: [own.censored], squaredWeight: [own.censoredSquares] };
  const { effective } = completeCensored(
    statistics,
    neverAnswered,
    Math.log(rule.window ?? Infinity),
    fixedPrior(prior),
  );
  const first = (column: ArrayLike<number>): number => column[0];
  const completed = { weight: first(effective.weight), squaredWeight: first(effective.squaredWeight) };
  return {
    weight: completed.weight,
    squaredWeight: noiseWithDays({ ...completed, dayNoise: own.dayNoise }, prior.k),
    sum: first(effective.sum),
    ageWeight,
  };
}
