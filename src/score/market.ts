/**
 * Scores a whole workspace. The order of work: plan, facts, row weights, summaries, posteriors, dimensions, composite,
 * coverage, draws, ranks. Pure: the same dataset gives the same numbers in Node and in a browser.
 */
import type { Dataset } from '../schema/dataset.ts';
import { outdatedSums } from '../schema/summaries.ts';
import { standardises } from './comparison.ts';
import { type WeightedRows, estimateCorrelation } from './correlation.ts';
import { missingCoverage } from './coverage.ts';
import { dayNumber } from '../schema/day.ts';
import { drawnRanks } from './draws.ts';
import { explainVendor, outlineCriteria, outlineVendor } from './explain.ts';
import { drawOverall, intervalOf } from './overall-draws.ts';
import { type Plan, compilePlan } from './plan.ts';
import { type Posteriors, posteriors } from './posteriors.ts';
import { jointRanks, rank } from './ranks.ts';
import { type RowsByVendor, observationWeights, reviewWeights, rowsByVendor } from './row-weights.ts';
import { type ScoredVendor, measureVendor, scoreVendor } from './scored-vendor.ts';
import { type Summaries, addSums, emptySummaries, summarise } from './summaries.ts';
import type { CriterionOutline, Estimate, Rating, VendorOutline, VendorScores } from './types.ts';
import { comparedNumbers, standardise } from './within-market.ts';

/** Everything that scoring found, as plain data: it can be written to a file and read back. */
export interface MarketData {
  plan: Plan;
  /** Number of ranked vendors. */
  rankedCount: number;
  /** Indexes of the ranked vendors in the order of lists: by group, then by score; equal scores in the order of slugs. */
  ranked: readonly number[];
  /** Weight of each review and each timed contact, 0..1, by row. */
  weights: { reviews: Float64Array; observations: Float64Array };
  /** Reviews (published) and timed contacts with a weight above 0, by vendor index. */
  counted: { reviews: Int32Array; observations: Int32Array };
  summaries: Summaries;
  posteriors: Posteriors;
  /** By vendor index; undefined for vendors that are not participating. */
  scored: readonly (ScoredVendor | undefined)[];
  ratings: readonly Rating[];
}

/** Everything that scoring found. The functions compute what they give whenever they are called. */
export interface Market extends MarketData {
  /** Scores of vendor `v` with everything that they are made of. */
  of(v: number): VendorScores;
  /** The same without what lies below dimensions, at a fraction of the cost: for lists of all vendors. */
  outline(v: number): VendorOutline;
  /** The criteria of vendor `v` in the order of the plan; empty for a vendor without scores. */
  criteria(v: number): readonly CriterionOutline[];
}

/** A market out of its data. `dataset` must be the one that was scored. */
export function marketOf(dataset: Dataset, data: MarketData): Market {
  const market: Market = {
    ...data,
    of: (v) => explainVendor(dataset, market, v),
    outline: (v) => outlineVendor(dataset, market, v),
    criteria: (v) => outlineCriteria(dataset, market, v),
  };
  return market;
}

/** A workspace's data with its scores: what pages, published files and reports are made from. */
export interface ScoredWorkspace {
  readonly dataset: Dataset;
  readonly market: Market;
}

/** What may differ from the plain scoring of a dataset. */
export interface ScoringOptions {
  /** Leaves review rows out, by row; for the score as it would be without flagged rows. */
  countsReview?: (row: number) => boolean;
  /** Number of draws instead of the method's; 0 leaves intervals to the normal approximation and `first`, `topThree` at 0. */
  draws?: number;
}

/**
 * Scores every participating vendor and ranks those with enough evidence, as of `dataset.release.asOf`.
 * @throws RangeError when the dataset has sums over reviews that were computed for another day, method or questionnaire.
 */
export function scoreMarket(dataset: Dataset, options: ScoringOptions = {}): Market {
  const { method, vendors } = dataset;
  const plan = compilePlan(dataset.frameworks, dataset.questionnaire, method);
  const today = dayNumber(dataset.release.asOf);
  const participating = Uint8Array.from(vendors, (v) => (v.status === 'participating' ? 1 : 0));

  const summaries = emptySummaries(vendors.length, plan.measures.length);
  const reviewRows = rowsByVendor(dataset.reviews, vendors.length);
  const observationRows = rowsByVendor(dataset.observations, vendors.length);
  const weights = {
    reviews: reviewWeights(dataset.reviews, reviewRows, method, today, options.countsReview),
    observations: observationWeights(dataset.observations, method, today),
  };
  const floor = method.observations.floorMinutes;
  summarise(summaries, plan, { kind: 'review', rows: dataset.reviews }, reviewRows, weights.reviews, floor, {
    today,
    halfLifeDays: method.reviews.halfLifeDays,
    dayCorrelation: method.reviews.dayCorrelation,
  });
  summarise(
    summaries,
    plan,
    { kind: 'observation', rows: dataset.observations },
    observationRows,
    weights.observations,
    floor,
    { today, halfLifeDays: method.observations.halfLifeDays, dayCorrelation: 0 },
  );
  if (dataset.summaries) {
    const outdated = outdatedSums(dataset.summaries.computedFrom, dataset);
    if (outdated)
      throw new RangeError(
        `sums over reviews were computed for ${outdated.path} ${outdated.was ?? '-'}, not ${outdated.is ?? '-'}`,
      );
    addSums(summaries, plan, dataset.summaries);
  }
  const fitted = posteriors(summaries, plan, method, participating);
  const rows: WeightedRows = {
    byVendor: { review: reviewRows, observation: observationRows },
    weights: { review: weights.reviews, observation: weights.observations },
  };
  const known = { ...fitted, ...estimateCorrelation(dataset, plan, fitted, rows, participating) };

  const compared = comparedNumbers(dataset, plan, participating);
  const measured = vendors.map((_, v) =>
    participating[v] === 1 ? measureVendor(dataset, plan, known, v, compared) : undefined,
  );
  if (standardises(method)) standardise(plan, measured, method);
  const scored = measured.map((own, v) => own && scoreVendor(dataset, plan, known, v, own));
  const { ratings, ranked } = rankVendors(dataset, plan, known, scored, options.draws ?? method.uncertainty.draws);
  return marketOf(dataset, {
    plan,
    rankedCount: ranked.length,
    ranked,
    weights,
    counted: {
      reviews: countWeighted(reviewRows, weights.reviews).map(
        (count, v) => count + (dataset.summaries?.byVendor.get(v)?.rows.counted ?? 0),
      ),
      observations: countWeighted(observationRows, weights.observations),
    },
    summaries,
    posteriors: known,
    scored,
    ratings,
  });
}

/** How many rows of each vendor have a weight above 0. */
function countWeighted({ start, rows }: RowsByVendor, weights: Float64Array): Int32Array {
  const counts = new Int32Array(start.length - 1);
  for (let v = 0; v < counts.length; v++) {
    for (let i = start[v]; i < start[v + 1]; i++) if (weights[rows[i]] > 0) counts[v]! += 1;
  }
  return counts;
}

/** Ranks whoever has enough evidence; replaces the interval of their overall score by that of the draws. */
function rankVendors(
  dataset: Dataset,
  plan: Plan,
  known: Posteriors,
  scored: (ScoredVendor | undefined)[],
  draws: number,
): { ratings: Rating[]; ranked: number[] } {
  const { method, vendors } = dataset;
  const ratings: Rating[] = vendors.map((vendor, v) => {
    if (vendor.status === 'listed') return { kind: 'unrated', reasons: [{ kind: 'listed' }] };
    if (vendor.status === 'withdrawn') return { kind: 'unrated', reasons: [{ kind: 'withdrawn' }] };
    const own = scored[v];
    return { kind: 'unrated', reasons: own ? missingCoverage(plan, own.coverage, own.overall !== undefined) : [] };
  });
  const eligible = vendors.flatMap((_, v) => {
    const rating = ratings[v];
    return rating?.kind === 'unrated' && rating.reasons.length === 0 && scored[v]?.overall ? [v] : [];
  });
  const estimates = eligible.map((v) => scored[v]?.overall as Estimate);
  // One block of memory for all draws: thousands of small ones would keep the collector busy longer than the sums take.
  const block = new Float64Array(draws * eligible.length);
  const drawn = draws > 0 ? eligible.map((_, i) => block.subarray(i * draws, (i + 1) * draws)) : [];
  const sorted = new Float64Array(draws);
  drawn.forEach((row, i) => {
    const v = eligible[i];
    drawOverall(row, dataset, plan, known, scored[v] as ScoredVendor, v);
    sorted.set(row);
    sorted.sort();
    Object.assign(estimates[i], intervalOf(sorted, estimates[i], method.uncertainty.interval));
  });
  const ranks = rank(
    estimates.map((e) => e.score),
    estimates.map((e) => e.sd),
    method.uncertainty,
  );
  const joint = jointRanks(
    estimates.map((e) => e.score),
    estimates.map((e) => e.sd),
    method.uncertainty.interval,
  );
  const byDraws = draws > 0 ? drawnRanks(drawn, method.uncertainty.interval) : undefined;
  eligible.forEach((v, i) => {
    const low = ranks.low[i];
    const high = ranks.high[i];
    ratings[v] = {
      kind: 'ranked',
      place: ranks.place[i],
      low,
      high,
      drawn: byDraws ? { low: byDraws.low[i], high: byDraws.high[i] } : { low, high },
      joint: { low: joint.low[i], high: joint.high[i] },
      group: ranks.group[i],
      first: byDraws?.first[i] ?? 0,
      topThree: byDraws?.topThree[i] ?? 0,
    };
  });
  return { ratings, ranked: Array.from(ranks.order, (i) => eligible[i]) };
}
