/**
 * How much the order depends on the method: other weights, other means, other normalisations, one dimension left out.
 * Works on the scores of the ranked vendors as they are; how sure those are is the business of `draws.ts`.
 */
import type { Dataset } from '../schema/dataset.ts';
import type { Method } from '../schema/method.ts';
import { kendallTau } from './kendall.ts';
import type { Market } from './market.ts';
import type { Aggregation } from './means.ts';
import { minmax, percentile, zscore } from './normalise.ts';
import {
  type DimensionTable,
  type WeighedPlan,
  type Weights,
  placesAmong,
  plannedWeights,
  rankedTable,
  rescorer,
} from './reweighted.ts';
import { type WeightDraws, anyWeight, drawWeights, perturbed } from './weight-draws.ts';

/** The order under one other method. */
export interface Variant {
  kind: 'aggregation' | 'normalisation' | 'without-dimension';
  /** Name of the mean or normalisation, or `<framework>/<dimension>`. */
  id: string;
  /** Kendall's tau-b with the published order; absent when either of the two tells nobody apart. */
  tau?: number;
  /** Place of each of `Sensitivity.vendors` among all ranked vendors. */
  places: Int32Array;
}

/** The published ranking that other methods are compared with. */
export interface RankedScores {
  plan: WeighedPlan;
  method: Pick<Method, 'aggregation' | 'uncertainty' | 'sensitivity'>;
  /** Scores of all ranked vendors, best first. */
  table: DimensionTable;
  /** Published places of those that are looked at: the first `MOST` of them. */
  published: readonly number[];
}

/** How the order differs from the published one. */
export interface Orders {
  /** Number of ranked vendors, which is what places are out of. */
  ranked: number;
  /** Weights of frameworks and dimensions each multiplied by a factor drawn from the method's range. */
  perturbed: WeightDraws;
  /** Any weights at all: those of the frameworks, and of the dimensions of each, drawn evenly from all that sum to 1. */
  anyWeights: WeightDraws;
  variants: readonly Variant[];
}

/** The comparisons of a market, with whom they are about. */
export interface Sensitivity extends Orders {
  /** Indexes of the vendors that are looked at, in the published order: the first `MOST` of the ranked. */
  vendors: readonly number[];
  /** Their published places. */
  published: readonly number[];
}

/** Vendors looked at, from the best: beyond these nobody reads a rank acceptability. Places are among all ranked vendors. */
export const MOST = 300;

/** Mean and spread of z-scores: only their order counts. */
const Z_CENTRE = 50;
const Z_SPREAD = 15;

/** Runs all comparisons for a scored market. */
export function sensitivityOf({ method }: Pick<Dataset, 'method'>, market: Market): Sensitivity {
  const vendors = market.ranked.slice(0, MOST);
  const published = vendors.map((v) => placeOf(market, v));
  return { vendors, published, ...ordersOf({ plan: market.plan, method, table: rankedTable(market), published }) };
}

/** Runs all comparisons. With fewer than two ranked vendors there is nothing to compare: no variants. */
export function ordersOf(scores: RankedScores): Orders {
  const { plan, method, table, published } = scores;
  const score = rescorer(plan, table, method.aggregation);
  const { low, high } = method.sensitivity.weightFactor;
  const draw = (name: string, rule: typeof anyWeight): WeightDraws =>
    drawWeights(plan, table.vendors, score, published, {
      seed: `${method.uncertainty.seed}/${name}`,
      draws: method.sensitivity.draws,
      rule,
    });
  return {
    ranked: table.vendors,
    perturbed: draw('perturbed-weights', perturbed(low, high)),
    anyWeights: draw('any-weights', anyWeight),
    variants: table.vendors < 2 ? [] : variantsOf(scores),
  };
}

function placeOf(market: Market, v: number): number {
  const rating = market.ratings[v];
  if (rating?.kind !== 'ranked') throw new RangeError(`vendor ${v} is not ranked`);
  return rating.place;
}

function variantsOf({ plan, method, table, published }: RankedScores): Variant[] {
  const own = method.aggregation;
  const scores = new Float64Array(table.vendors);
  const scratch = new Float64Array(table.vendors);
  const weights = plannedWeights(plan);
  const variant = (kind: Variant['kind'], id: string, score: ReturnType<typeof rescorer>, by: Weights): Variant[] => {
    score(by, scores);
    if (scores.every(Number.isNaN)) return [];
    const places = placesAmong(scores, published.length, scratch);
    const tau = kendallTau(published, Array.from(places));
    return [{ kind, id, ...(tau === undefined ? {} : { tau }), places }];
  };
  const score = rescorer(plan, table, own);
  return [
    ...(['arithmetic', 'geometric', 'harmonic'] satisfies Aggregation[])
      .filter((how) => how !== own)
      .flatMap((how) => variant('aggregation', how, rescorer(plan, table, how), weights)),
    ...NORMALISATIONS.flatMap(([id, normalise]) =>
      variant('normalisation', id, rescorer(plan, normalised(table, normalise), 'arithmetic'), weights),
    ),
    ...plan.dimensions.flatMap((dimension, d) => {
      if (dimension.share === 0) return [];
      const others = { ...weights, dimensions: weights.dimensions.with(d, 0) };
      return variant(
        'without-dimension',
        `${plan.frameworks[dimension.framework]?.id ?? ''}/${dimension.id}`,
        score,
        others,
      );
    }),
  ];
}

/** Ways to make dimensions comparable within the market. They give points that only an arithmetic mean can take. */
const NORMALISATIONS: readonly [id: string, normalise: (column: Float64Array) => Float64Array][] = [
  ['minmax', (column) => minmax(column, 0, 100)],
  ['zscore', (column) => zscore(column, Z_CENTRE, Z_SPREAD)],
  ['percentile', (column) => percentile(column).map((x) => 100 * x)],
];

/** Normalises each dimension; one in which all are equal tells nobody apart and stays out (NaN). */
function normalised(table: DimensionTable, normalise: (column: Float64Array) => Float64Array): DimensionTable {
  const values = new Float64Array(table.values.length);
  for (let d = 0; d < table.dimensions; d++) {
    const column = Float64Array.from({ length: table.vendors }, (_, i) => table.values[i * table.dimensions + d]);
    const known = column.filter((x) => !Number.isNaN(x));
    const apart = known.some((x) => x !== known[0]);
    const spread = apart ? normalise(column) : column.fill(Number.NaN);
    spread.forEach((x, i) => (values[i * table.dimensions + d] = x));
  }
  return { ...table, values };
}
