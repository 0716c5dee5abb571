/** The files behind filters and own weights, fetched when they are first wanted, and the figures of a ranking made from them. */
import { type Aggregation, weightedMean } from '../../score/means.ts';
import type { Certainty } from '../../score/ranks.ts';
import { tableDimensionSd, type WeighedTable, type Weigh, type Weighing, weigher } from '../../score/weighed.ts';
import type { FacetsFile } from '../../views/browser/facets-file.ts';
import { liveRanking, type LiveRow } from '../../views/market/live-ranking.ts';
import { type OwnWeights, weightsOf } from '../../views/browser/own-weights.ts';
import { openTable, weighingOf, type WeightsFile, type WeightsModel } from '../../views/browser/weights-file.ts';
import { fetchJson, once } from '../fetch-once.ts';

/** The file of filters, with each vendor's position in it. */
export interface Facets {
  file: FacetsFile;
  at: ReadonlyMap<string, number>;
}

/** The market as it can be scored under other weights. */
export interface Market {
  model: WeightsModel;
  weighing: Weighing;
  table: WeighedTable;
  weigh: Weigh;
  aggregation: Aggregation;
  /** Standard deviation of a dimension of a vendor. */
  dimensionSd: (vendor: number, dimension: number) => number;
}

/** Own weights with the market that they apply to. */
export interface Rescored {
  market: Market;
  own: OwnWeights;
}

/** Loads the file of filters. Rejects when it cannot be fetched. */
export const loadFacets = once(async (): Promise<Facets> => {
  const file = await fetchJson<FacetsFile>('/rankings/facets.json');
  return { file, at: new Map(file.slugs.map((slug, i) => [slug, i])) };
});

/** Loads the file of weights. Rejects when it cannot be fetched. */
export const loadMarket = once(async (): Promise<Market> => {
  const { table: packed, ...model } = await fetchJson<WeightsFile>('/rankings/weights.json');
  const table = openTable(packed);
  const weighing = weighingOf(model);
  return {
    model,
    weighing,
    table,
    weigh: weigher(weighing, table),
    aggregation: model.aggregation,
    dimensionSd: (v, d) => tableDimensionSd(weighing, table, v, d),
  };
});

/** The ranking of the vendors at `members` of the file of filters, by the published scores or under own weights. */
export function rankingAmong(
  facets: Facets,
  members: readonly number[],
  rescored: Rescored | undefined,
  certainty: Certainty,
): LiveRow[] {
  if (rescored === undefined) return liveRanking(members, facets.file.scores, facets.file.sds, certainty);
  const { market, own } = rescored;
  const scores = new Float64Array(market.table.scores.vendors);
  const sds = new Float64Array(market.table.scores.vendors);
  market.weigh(weightsOf(market.model, own), scores, sds);
  return liveRanking(members, scores, sds, certainty);
}

/** Score 0..100 of dimension `dimension` of the vendor at `at`; NaN when nothing measures it. */
export function dimensionScore({ table: { scores } }: Market, at: number, dimension: number): number {
  return at >= scores.vendors ? Number.NaN : scores.values[at * scores.dimensions + dimension];
}

/** Score 0..100 of the framework `id` of the vendor at `at` under own weights; NaN when nothing measures it. */
export function frameworkScore({ market, own }: Rescored, at: number, id: string | undefined): number {
  const dimensions = market.weighing.frameworks[market.model.frameworks.findIndex((f) => f.id === id)]?.dimensions;
  if (dimensions === undefined) return Number.NaN;
  const { dimensions: weights } = weightsOf(market.model, own);
  return weightedMean(
    dimensions.map((d) => dimensionScore(market, at, d)),
    dimensions.map((d) => weights[d]),
    market.aggregation,
  );
}
