/**
 * How much the order depends on the method: other weights, other means, other normalisations, one dimension left out.
 * Works on the scores of the ranked vendors; posterior uncertainty is the business of `draws.ts`.
 */
import type { Dataset } from '../schema/dataset.ts';
import { mix, hashText, word } from './hash.ts';
import { kendallTau } from './kendall.ts';
import type { Market } from './market.ts';
import { type Aggregation, weightedMean } from './means.ts';
import { minmax, percentile, zscore } from './normalise.ts';

/** The order under one other method. */
export interface Variant {
  kind: 'aggregation' | 'normalisation' | 'without-dimension';
  /** Name of the mean or normalisation, or `<framework>/<dimension>`. */
  id: string;
  /** Kendall's tau-b with the published order; 1 when there is nothing to order. */
  tau: number;
  /** Place of each ranked vendor, in the order of `Sensitivity.vendors`. */
  places: Int32Array;
}

/** Ranks under weights drawn at random. */
export interface WeightDraws {
  draws: number;
  /** `acceptability[i][r]`: share of the draws in which vendor i has rank r + 1. */
  acceptability: readonly Float64Array[];
  /** Ranks that hold the middle 90 % of the draws. */
  low: Int32Array;
  high: Int32Array;
  /** Share of the draws in which the vendor is within one place of its published one. */
  steady: Float64Array;
  /** Mean of Kendall's tau with the published order. */
  tau: number;
}

export interface Sensitivity {
  /** Indexes of the ranked vendors, best first, `MOST` at most: the published order. */
  vendors: readonly number[];
  /** Weights of frameworks and dimensions each multiplied by a factor drawn from the method's range. */
  perturbed: WeightDraws;
  /** Any weights at all: each framework's and dimension's drawn evenly from all that sum to 1. */
  anyWeights: WeightDraws;
  variants: readonly Variant[];
}

/** Floor of normalised points under geometric and harmonic means is that of `means.ts`; z-scores are put on 50 +- 15. */
const Z_CENTRE = 50;
const Z_SPREAD = 15;

/** Ranked vendors compared, from the best: beyond these nobody reads a rank acceptability, and the work grows as the square. */
export const MOST = 300;

/** Runs all comparisons on the first `MOST` ranked vendors. With fewer than two ranked vendors there is nothing to compare and everything is empty. */
export function sensitivityOf(dataset: Dataset, market: Market): Sensitivity {
  const vendors = market.ranked.slice(0, MOST);
  const scores = vendors.map((v) => Float64Array.from(market.scored[v]?.dimensions ?? [], (d) => d.score));
  const published = placesOf(scores.map((row) => overall(market, row, dataset.method.aggregation)));
  const { low, high } = dataset.method.sensitivity.weightFactor;
  const draws = dataset.method.sensitivity.draws;
  const seed = hashText(`${dataset.method.uncertainty.seed}/weights`);
  const perturb = (at: number, counter: number): number => low + (high - low) * unit(mix(seed ^ at), counter);
  // Evenly from the simplex: exponential draws, rescaled (Devroye 1986, chapter XI).
  const anything = (at: number, counter: number): number => -Math.log(1 - unit(mix(~seed ^ at), counter));
  return {
    vendors,
    perturbed: drawWeights(market, scores, published, draws, dataset.method.aggregation, (own, at, b) => own * perturb(at, b)),
    anyWeights: drawWeights(market, scores, published, draws, dataset.method.aggregation, (own, at, b) => (own === 0 ? 0 : anything(at, b))),
    variants: vendors.length < 2 ? [] : variantsOf(dataset, market, scores, published),
  };
}

/** A number in [0, 1) from a seed and a counter. */
function unit(seed: number, counter: number): number {
  return word(seed, counter) / 2 ** 32;
}

/** Overall score of one vendor's dimensions under the plan's weights, or under others. */
function overall(
  market: Market,
  dimensions: ArrayLike<number>,
  how: Aggregation,
  weigh: (own: number, at: number) => number = (own) => own,
): number {
  const { plan } = market;
  const frameworks = plan.frameworks.map((framework) =>
    weightedMean(
      framework.dimensions.map((d) => dimensions[d] as number),
      framework.dimensions.map((d) => weigh(plan.dimensions[d]?.weight ?? 0, d)),
      how,
    ),
  );
  return weightedMean(frameworks, plan.frameworks.map((f, i) => weigh(f.weight, plan.dimensions.length + i)), how);
}

/** Places 1.. of scores, higher is better; equals share the better place; NaN comes last. */
function placesOf(scores: readonly number[]): Int32Array {
  const value = (i: number): number => (Number.isNaN(scores[i]) ? -Infinity : (scores[i] as number));
  const order = scores.map((_, i) => i).sort((a, b) => value(b) - value(a) || a - b);
  const places = new Int32Array(scores.length);
  order.forEach((i, at) => {
    const before = order[at - 1];
    places[i] = before !== undefined && value(before) - value(i) < 1e-9 ? (places[before] as number) : at + 1;
  });
  return places;
}

function drawWeights(
  market: Market,
  scores: readonly Float64Array[],
  published: Int32Array,
  draws: number,
  how: Aggregation,
  weigh: (own: number, at: number, draw: number) => number,
): WeightDraws {
  const n = scores.length;
  const counts = scores.map(() => new Float64Array(n));
  const steady = new Float64Array(n);
  const order = [...published];
  let tauSum = 0;
  for (let b = 0; b < draws; b++) {
    const places = placesOf(scores.map((row) => overall(market, row, how, (own, at) => weigh(own, at, b))));
    places.forEach((place, i) => {
      counts[i]![place - 1]! += 1;
      if (Math.abs(place - (published[i] as number)) <= 1) steady[i]! += 1;
    });
    tauSum += kendallTau(order, [...places]) ?? 1;
  }
  const bounds = counts.map((row) => [rankAt(row, draws * 0.05), rankAt(row, draws * 0.95)] as const);
  return {
    draws,
    acceptability: counts.map((row) => row.map((x) => x / draws)),
    low: Int32Array.from(bounds, (b) => b[0]),
    high: Int32Array.from(bounds, (b) => b[1]),
    steady: steady.map((x) => x / draws),
    tau: n < 2 ? 1 : tauSum / draws,
  };
}

/** The rank at which a histogram of ranks has passed `share` draws. */
function rankAt(histogram: Float64Array, share: number): number {
  let seen = 0;
  for (let r = 0; r < histogram.length; r++) {
    seen += histogram[r] as number;
    if (seen >= share - 1e-9 && seen > 0) return r + 1;
  }
  return histogram.length;
}

function variantsOf(dataset: Dataset, market: Market, scores: readonly Float64Array[], published: Int32Array): Variant[] {
  const { plan } = market;
  const order = [...published];
  const variant = (kind: Variant['kind'], id: string, values: readonly number[]): Variant => {
    const places = placesOf(values);
    return { kind, id, tau: kendallTau(order, [...places]) ?? 1, places };
  };
  const means: Aggregation[] = ['arithmetic', 'geometric', 'harmonic'];
  const out = means
    .filter((how) => how !== dataset.method.aggregation)
    .map((how) => variant('aggregation', how, scores.map((row) => overall(market, row, how))));
  const normalisations: readonly [string, (column: Float64Array) => Float64Array][] = [
    ['minmax', (column) => minmax(column, 0, 100)],
    ['zscore', (column) => zscore(column, Z_CENTRE, Z_SPREAD)],
    ['percentile', (column) => percentile(column).map((x) => 100 * x)],
  ];
  for (const [id, normalise] of normalisations) {
    const columns = plan.dimensions.map((_, d) => spread(Float64Array.from(scores, (row) => row[d] as number), normalise));
    out.push(variant('normalisation', id, scores.map((_, i) => overall(market, columns.map((c) => c[i] as number), 'arithmetic'))));
  }
  plan.dimensions.forEach((dimension, d) => {
    if (dimension.weight === 0) return;
    const values = scores.map((row) => overall(market, row, dataset.method.aggregation, (own, at) => (at === d ? 0 : own)));
    out.push(variant('without-dimension', `${plan.frameworks[dimension.framework]?.id ?? ''}/${dimension.id}`, values));
  });
  return out;
}

/** Normalises a column; one in which all are equal tells nobody apart and stays out. */
function spread(column: Float64Array, normalise: (column: Float64Array) => Float64Array): Float64Array {
  const known = column.filter((x) => !Number.isNaN(x));
  const flat = known.length === 0 || known.every((x) => x === known[0]);
  return flat ? column.map(() => Number.NaN) : normalise(column);
}
