/** What is known of every vendor on every survey measure, as a mean, a spread and points. */
import type { Method } from '../schema/method.ts';
import { completeCensored } from './censored.ts';
import { pointsOf } from './goalposts.ts';
import type { Plan, SurveyMeasure } from './plan.ts';
import type { EffectiveStatistics, MarketPrior, MeasureStatistics, ShrinkageSettings } from './shrinkage.ts';
import { estimatePrior, shrink, shrinkShare } from './shrinkage.ts';
import type { Summaries } from './summaries.ts';
import type { Together } from './together.ts';

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
  /** Rows that count. */
  count: Float64Array;
  /** Weighted sum of x over the vendor's own rows, those never answered as `completeCensored` puts them. */
  sum: Float64Array;
  /** For each measure, the market's prior; undefined when nobody in the market has told anything: it is left out. */
  priors: readonly (MarketPrior | undefined)[];
  /** How the errors of measures hang together. */
  together: Together;
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
export function posteriors(summaries: Summaries, plan: Plan, method: Method, inMarket: Uint8Array): Posteriors {
  const size = summaries.vendors * summaries.measures;
  const make = (): Float64Array => new Float64Array(size);
  const priors: (MarketPrior | undefined)[] = [];
  const out = { measures: summaries.measures, mean: make(), sd: make(), points: make(), pointsSd: make(), weight: make(), count: make(), sum: make() };
  plan.measures.forEach((measure, m) => {
    const column = (array: Float64Array): Float64Array =>
      Float64Array.from({ length: summaries.vendors }, (_, v) => array[v * summaries.measures + m] as number);
    const fitted = fitMeasure(measure, summaries, column, method, inMarket);
    priors.push(fitted?.prior);
    if (!fitted) return;
    for (let v = 0; v < summaries.vendors; v++) {
      const at = v * summaries.measures + m;
      const weight = fitted.statistics.weight[v] as number;
      const sum = fitted.statistics.sum[v] as number;
      const posterior = posteriorOf(measure, weight, sum, fitted.prior);
      out.mean[at] = posterior.mean;
      out.sd[at] = posterior.sd;
      out.points[at] = posterior.points;
      out.pointsSd[at] = posterior.pointsSd;
      out.weight[at] = weight;
      out.count[at] = summaries.count[at] as number;
      out.sum[at] = sum;
    }
  });
  const source = Uint8Array.from(plan.measures, (m) => (m.source === 'review' ? 0 : 1));
  return { ...out, priors, together: { share: method.uncertainty.together, source } };
}

/** What rows of one vendor, by their weight and weighted sum, say about it when drawn to the market's `prior`. */
export function posteriorOf(
  measure: Pick<SurveyMeasure, 'kind' | 'goalposts'>,
  weight: number,
  sum: number,
  prior: MarketPrior,
): { mean: number; sd: number; points: number; pointsSd: number } {
  const { mean, sd } = measure.kind === 'share' ? shrinkShare(weight, sum, prior) : shrink(weight, sum, prior);
  return { mean, sd, points: measurePoints(measure, mean), pointsSd: pointsSpread(measure, mean, sd) };
}

/** Fits one measure's prior on the market; undefined when no vendor of the market has a row on it. */
function fitMeasure(
  measure: SurveyMeasure,
  summaries: Summaries,
  column: (array: Float64Array) => Float64Array,
  method: Method,
  inMarket: Uint8Array,
): { statistics: EffectiveStatistics; prior: MarketPrior } | undefined {
  const all: Required<MeasureStatistics> = {
    count: column(summaries.count),
    weight: column(summaries.weight),
    sum: column(summaries.sum),
    squares: column(summaries.squares),
  };
  const censored = column(summaries.censored);
  const counted = all.count as Float64Array;
  if (!counted.some((n, v) => n > 0 && inMarket[v] === 1)) return undefined;
  const settings = shrinkageSettings(measure, method);
  const onlyMarket = (array: ArrayLike<number>): Float64Array =>
    Float64Array.from(array, (x, v) => (inMarket[v] === 1 ? x : 0));
  const market = {
    count: onlyMarket(all.count),
    weight: onlyMarket(all.weight),
    sum: onlyMarket(all.sum),
    squares: onlyMarket(all.squares),
  };
  if (measure.kind !== 'duration') return { statistics: all, prior: estimatePrior(market, settings) };
  const lnWindow = Math.log(measure.window);
  const { prior } = completeCensored(market, onlyMarket(censored), lnWindow, settings);
  return { statistics: completeCensored(all, censored, lnWindow, fixedPrior(prior)).effective, prior };
}

/** Settings under which `estimatePrior` gives back `prior` whatever the rows say. */
export function fixedPrior(prior: MarketPrior): ShrinkageSettings {
  return {
    minVendors: Infinity,
    minReviews: 2,
    kMin: prior.k,
    kMax: prior.k,
    fallback: { k: prior.k, mu: prior.mu, variance: prior.variance },
  };
}

/** The method's shrinkage settings on the scale of this measure. */
export function shrinkageSettings(measure: Pick<SurveyMeasure, 'kind' | 'source' | 'goalposts'>, method: Method): ShrinkageSettings {
  const { fallback, ...settings } = method.reviews.shrinkage;
  return { ...settings, fallback: fallbackOf(measure, method, fallback) };
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
