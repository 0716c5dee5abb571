/** The figures of a ranking that is made anew in the browser: among fewer vendors, or under other weights. */
import { weightedMean } from '../../score/means.ts';
import type { Certainty } from '../../score/ranks.ts';
import { liveRanking, type LiveRow } from '../../views/market/live-ranking.ts';
import { type OwnWeights, weightsOf } from '../../views/browser/own-weights.ts';
import type { Facets, Market } from './files.ts';

/** Own weights with the market that they weigh. */
export interface Weighed {
  market: Market;
  own: OwnWeights;
}

/** The ranking of the vendors at `members` of the filters' file, by the published scores or under own weights. */
export function rankingAmong(
  facets: Facets,
  members: readonly number[],
  weighed: Weighed | undefined,
  certainty: Certainty,
): LiveRow[] {
  if (weighed === undefined) return liveRanking(members, facets.file.scores, facets.file.sds, certainty);
  const { market, own } = weighed;
  const scores = new Float64Array(market.table.scores.vendors);
  const sds = new Float64Array(market.table.scores.vendors);
  market.weigh(weightsOf(market.model, own), scores, sds);
  return liveRanking(members, scores, sds, certainty);
}

/** Score 0..100 of dimension `dimension` of the vendor at `at`; NaN when nothing measures it. */
export function dimensionScore({ table: { scores } }: Market, at: number, dimension: number): number {
  return at >= scores.vendors ? Number.NaN : (scores.values[at * scores.dimensions + dimension] as number);
}

/** Score 0..100 of the framework `id` of the vendor at `at` under own weights; NaN when nothing measures it. */
export function frameworkScore({ market, own }: Weighed, at: number, id: string | undefined): number {
  const dimensions = market.weighing.frameworks[market.model.frameworks.findIndex((f) => f.id === id)]?.dimensions;
  if (dimensions === undefined) return Number.NaN;
  const { dimensions: weights } = weightsOf(market.model, own);
  return weightedMean(
    dimensions.map((d) => dimensionScore(market, at, d)),
    dimensions.map((d) => weights[d] as number),
    market.aggregation,
  );
}
