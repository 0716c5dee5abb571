/** What is known of every vendor on every survey measure, as a mean, a spread and points. */
import type { Method } from '../schema/method.ts';
import { completeCensored } from './censored.ts';
import { pointsOf } from './goalposts.ts';
import type { Plan, SurveyMeasure } from './plan.ts';
import type { EffectiveStatistics, MarketPrior, MeasureStatistics, ShrinkageSettings } from './shrinkage.ts';
import { type OwnRows, type Posterior, estimatePrior, noiseWithDays, shrink, shrinkShare } from './shrinkage.ts';
import { type PeriodSums, type Summaries, YEAR, periodMeans, periodSums } from './summaries.ts';
import type { Loadings, Overlap } from './correlation.ts';

/** Posteriors of all vendors; entry `v * measures + m` is vendor v's on measure m. */
export interface Posteriors {
  measures: number;
  /** Mean and standard deviation on the scale that is averaged (rating value, share of good answers, ln minutes). */
  mean: Float64Array;
  sd: Float64Array;
  /** Points of the mean, 0..100, and their standard deviation by the slope there. */
  points: Float64Array;
  pointsSd: Float64Array;
  /** Weight of the vendor's own rows; a contact never answered weighs as much as it tells (`completeCensored`). */
  weight: Float64Array;
  /** Sum of their squared weights, with what reviews of one day may have in common (`noiseWithDays`). */
  squaredWeight: Float64Array;
  /** W^2 x the variance that one unit of drift adds to the mean of the rows (`PeriodSums.ageWeight`). */
  ageWeight: Float64Array;
  /** How many rows of full weight, the market's mean included, the posterior is worth. */
  worth: Float64Array;
  /** Rows that count. */
  count: Float64Array;
  /** Weighted sum of x over the vendor's own rows, those never answered as `completeCensored` puts them. */
  sum: Float64Array;
  /** For each measure, the market's prior; undefined when nobody in the market has told anything: it is left out. */
  priors: readonly (MarketPrior | undefined)[];
  /** Share 0..1 of its variance that is noise of the vendor's rows; the rest is the market's mean and change over time. */
  rowShare: Float64Array;
  /** How the errors of measures hang together, and how much the measures of each vendor rest on the same rows. */
  loadings: readonly Loadings[];
  overlap: readonly Overlap[];
}

/** Columns of `Posteriors` that are computed by `posteriorOf`, and those that are taken from the vendor's rows. */
const COMPUTED = ['mean', 'sd', 'worth', 'rowShare', 'points', 'pointsSd'] as const;
const FROM_ROWS = ['weight', 'squaredWeight', 'sum', 'ageWeight'] as const;
type Column = (typeof COMPUTED)[number] | (typeof FROM_ROWS)[number] | 'count';
export type PosteriorColumns = Pick<Posteriors, 'measures' | Column>;

/** Columns for `vendors` vendors on `measures` measures, all 0. */
export function emptyColumns(vendors: number, measures: number): PosteriorColumns {
  const columns = [...COMPUTED, ...FROM_ROWS, 'count' as const].map(
    (name) => [name, new Float64Array(vendors * measures)] as const,
  );
  return { measures, ...(Object.fromEntries(columns) as Record<Column, Float64Array>) };
}

/** Writes what `rows` of one vendor say on one measure, drawn to the market's `prior`, to entry `at` of `columns`. */
export function fillColumns(
  columns: PosteriorColumns,
  at: number,
  measure: Pick<SurveyMeasure, 'kind' | 'goalposts'>,
  rows: OwnRows & { count: number },
  prior: MarketPrior,
): void {
  const posterior = posteriorOf(measure, rows, prior);
  for (const key of COMPUTED) columns[key][at] = posterior[key];
  for (const key of FROM_ROWS) columns[key][at] = rows[key];
  columns.count[at] = rows.count;
}

/** The value on the measure's own scale (minutes for durations) of a mean on the averaged scale. */
export function ownScale(measure: Pick<SurveyMeasure, 'kind'>, mean: number): number {
  return measure.kind === 'duration' ? Math.exp(mean) : mean;
}

/** Points 0..100 of a mean on the averaged scale. */
export function measurePoints(measure: Pick<SurveyMeasure, 'kind' | 'goalposts'>, mean: number): number {
  return pointsOf(measure.goalposts, ownScale(measure, mean));
}

/**
 * Shrinks every measure of every vendor in the market. `inMarket[v]` says whether vendor v (0/1) has a say in the
 * market's mean; others are drawn to it all the same.
 */
export function posteriors(
  summaries: Summaries,
  plan: Plan,
  method: Method,
  inMarket: Uint8Array,
): Omit<Posteriors, 'loadings' | 'overlap'> {
  const priors: (MarketPrior | undefined)[] = [];
  const out = emptyColumns(summaries.vendors, summaries.measures);
  plan.measures.forEach((measure, m) => {
    const column = (array: Float64Array): Float64Array =>
      Float64Array.from({ length: summaries.vendors }, (_, v) => array[v * summaries.measures + m]);
    const fitted = fitMeasure(plan, measure, summaries, column, method, inMarket);
    priors.push(fitted?.prior);
    if (!fitted) return;
    for (let v = 0; v < summaries.vendors; v++) {
      const at = v * summaries.measures + m;
      const rows = {
        count: summaries.count[at],
        weight: fitted.statistics.weight[v],
        squaredWeight: noiseWithDays(
          {
            weight: fitted.statistics.weight[v],
            squaredWeight: fitted.statistics.squaredWeight[v],
            dayNoise: summaries.dayNoise[at],
          },
          fitted.prior.k,
        ),
        sum: fitted.statistics.sum[v],
        ageWeight: fitted.periods[v]?.ageWeight ?? 0,
      };
      fillColumns(out, at, measure, rows, fitted.prior);
    }
  });
  return { ...out, priors };
}

/** What rows of one vendor say about it when drawn to the market's `prior`, on the measure's scale and in points. */
export function posteriorOf(
  measure: Pick<SurveyMeasure, 'kind' | 'goalposts'>,
  rows: OwnRows,
  prior: MarketPrior,
): Posterior & { points: number; pointsSd: number } {
  const posterior = measure.kind === 'share' ? shrinkShare(rows, prior) : shrink(rows, prior);
  return {
    ...posterior,
    points: measurePoints(measure, posterior.mean),
    pointsSd: pointsSpread(measure, posterior.mean, posterior.sd),
  };
}

/** Fits one measure's prior on the market; undefined when no vendor of the market has a row on it. */
function fitMeasure(
  plan: Plan,
  measure: SurveyMeasure,
  summaries: Summaries,
  column: (array: Float64Array) => Float64Array,
  method: Method,
  inMarket: Uint8Array,
): { statistics: EffectiveStatistics; periods: readonly PeriodSums[]; prior: MarketPrior } | undefined {
  const m = plan.measures.indexOf(measure);
  const means = periodMeans(summaries, m, inMarket);
  const periods = Array.from({ length: summaries.vendors }, (_, v) =>
    periodSums(summaries.periods, v * summaries.measures + m, means),
  );
  const all = {
    count: column(summaries.count),
    weight: column(summaries.weight),
    squaredWeight: column(summaries.squaredWeight),
    sum: column(summaries.sum),
    squares: column(summaries.squares),
  };
  const censored = { weight: column(summaries.censored), squaredWeight: column(summaries.censoredSquares) };
  if (!all.count.some((n, v) => n > 0 && inMarket[v] === 1)) return undefined;
  const settings = shrinkageSettings(measure, method);
  const onlyMarket = (array: ArrayLike<number>): Float64Array =>
    Float64Array.from(array, (x, v) => (inMarket[v] === 1 ? x : 0));
  const market: MeasureStatistics = {
    count: onlyMarket(all.count),
    weight: onlyMarket(all.weight),
    squaredWeight: onlyMarket(all.squaredWeight),
    sum: onlyMarket(all.sum),
    squares: onlyMarket(all.squares),
    periods,
  };
  if (measure.kind !== 'duration') return { statistics: all, periods, prior: estimatePrior(market, settings) };
  const lnWindow = Math.log(measure.window);
  const neverAnswered = { weight: onlyMarket(censored.weight), squaredWeight: onlyMarket(censored.squaredWeight) };
  const { prior } = completeCensored(market, neverAnswered, lnWindow, settings);
  return { statistics: completeCensored(all, censored, lnWindow, fixedPrior(prior)).effective, periods, prior };
}

/** Settings under which `estimatePrior` gives back `prior` whatever the rows say. */
export function fixedPrior(prior: MarketPrior): ShrinkageSettings {
  return {
    minVendors: Infinity,
    minReviews: 2,
    halfLife: 1,
    kMin: prior.k,
    kMax: prior.k,
    fallback: { k: prior.k, mu: prior.mu, variance: prior.variance },
  };
}

/** The method's shrinkage settings on the scale of this measure. */
export function shrinkageSettings(
  measure: Pick<SurveyMeasure, 'kind' | 'source' | 'goalposts'>,
  method: Method,
): ShrinkageSettings {
  const { fallback, ...settings } = method.reviews.shrinkage;
  const { halfLifeDays } = measure.source === 'review' ? method.reviews : method.observations;
  return { ...settings, halfLife: halfLifeDays / YEAR, fallback: fallbackOf(measure, method, fallback) };
}

function fallbackOf(
  measure: Pick<SurveyMeasure, 'kind' | 'source' | 'goalposts'>,
  method: Method,
  reviews: ShrinkageSettings['fallback'],
): ShrinkageSettings['fallback'] {
  const k = measure.source === 'review' ? reviews.k : method.observations.fallback.k;
  const { worst, best } = measure.goalposts;
  if (measure.kind === 'duration') {
    return { k, mu: (Math.log(worst) + Math.log(best)) / 2, variance: method.observations.fallback.lnSd ** 2 };
  }
  if (measure.kind === 'share') {
    const mu = measure.source === 'review' ? reviews.mu : method.observations.fallback.share;
    return { k, mu, variance: Math.max(1e-6, mu * (1 - mu)) };
  }
  const range = best - worst;
  return { k, mu: worst + reviews.mu * range, variance: reviews.variance * range * range };
}

/** Standard deviation in points: half the difference one standard deviation to both sides makes. */
export function pointsSpread(measure: Pick<SurveyMeasure, 'kind' | 'goalposts'>, mean: number, sd: number): number {
  return Math.abs(measurePoints(measure, mean + sd) - measurePoints(measure, mean - sd)) / 2;
}
