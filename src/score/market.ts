/**
 * Scores a whole workspace. The order of work: plan, facts, row weights, summaries, posteriors, dimensions, composite,
 * coverage, draws, ranks. Pure: the same dataset gives the same numbers in Node and in a browser.
 */
import type { Dataset } from '../schema/dataset.ts';
import type { Method } from '../schema/method.ts';
import { type Composite, type LinearDimension, compose, compositeSd, factsSd, gradients, linearDimensions, standardised } from './composite.ts';
import { type Coverage, coverageOf, missingCoverage } from './coverage.ts';
import { daysSinceEpoch } from './days.ts';
import { FACTS, addDraws, addNormalDraws, drawSeed, drawnRanks, quantileOf } from './draws.ts';
import { type Compared, comparisons, directedNumber, standardises } from './comparison.ts';
import { explainVendor } from './explain.ts';
import { type Fact, scoreFact, tiersOn } from './facts.ts';
import { normalQuantile } from './normal.ts';
import { type Moments, momentsOf } from './normalise.ts';
import { type Plan, compilePlan } from './plan.ts';
import { type Posteriors, posteriors } from './posteriors.ts';
import { rank } from './ranks.ts';
import { observationWeights, reviewWeights, rowsByVendor } from './row-weights.ts';
import { type Summaries, emptySummaries, summarise } from './summaries.ts';
import { SHARED } from './together.ts';
import type { Estimate, Rating, VendorScores } from './types.ts';

/** One participating vendor, scored. */
export interface ScoredVendor {
  facts: readonly (Fact | undefined)[];
  dimensions: readonly LinearDimension[];
  composite: Composite;
  coverage: Coverage;
  /** Absent when nothing at all measures the vendor. */
  overall?: Estimate;
  frameworks: readonly (Estimate | undefined)[];
}

/** Everything that scoring found. */
export interface Market {
  plan: Plan;
  /** Number of ranked vendors. */
  rankedCount: number;
  /** Indexes of the ranked vendors, best first; equal scores in the order of slugs. */
  ranked: readonly number[];
  /** Weight of each review and each timed contact, 0..1, by row. */
  weights: { reviews: Float64Array; observations: Float64Array };
  summaries: Summaries;
  posteriors: Posteriors;
  /** By vendor index; undefined for vendors that are not participating. */
  scored: readonly (ScoredVendor | undefined)[];
  ratings: readonly Rating[];
  /** Scores of vendor `v` with everything that they are made of. Made when asked for. */
  of(v: number): VendorScores;
}

/** What may differ from the plain scoring of a dataset. */
export interface ScoringOptions {
  /** Leaves review rows out, by row; for the score as it would be without flagged rows. */
  countsReview?: (row: number) => boolean;
  /** Number of draws instead of the method's; 0 leaves intervals to the normal approximation and `first`, `topThree` at 0. */
  draws?: number;
}

/** Scores every participating vendor and ranks those with enough evidence, as of `dataset.release.asOf`. */
export function scoreMarket(dataset: Dataset, options: ScoringOptions = {}): Market {
  const { method, vendors } = dataset;
  const plan = compilePlan(dataset.frameworks, dataset.questionnaire, method);
  const today = daysSinceEpoch(dataset.release.asOf);
  const participating = Uint8Array.from(vendors, (v) => (v.status === 'participating' ? 1 : 0));

  const summaries = emptySummaries(vendors.length, plan.measures.length);
  const reviewRows = rowsByVendor(dataset.reviews, vendors.length);
  const observationRows = rowsByVendor(dataset.observations, vendors.length);
  const weights = {
    reviews: reviewWeights(dataset.reviews, reviewRows, method, today, options.countsReview),
    observations: observationWeights(dataset.observations, method, today),
  };
  const floor = method.observations.floorMinutes;
  summarise(summaries, plan, { kind: 'review', rows: dataset.reviews }, reviewRows, weights.reviews, floor);
  summarise(summaries, plan, { kind: 'observation', rows: dataset.observations }, observationRows, weights.observations, floor);
  const known = posteriors(summaries, plan, method, participating);

  const compared = comparedNumbers(dataset, plan, participating);
  const measured = vendors.map((_, v) => (participating[v] === 1 ? measureVendor(dataset, plan, known, v, compared) : undefined));
  if (standardises(method)) standardise(plan, measured, method);
  const scored = measured.map((own, v) => own && scoreVendor(dataset, plan, known, v, own));
  const { ratings, ranked } = rankVendors(dataset, plan, known, scored, options.draws ?? method.uncertainty.draws);
  const market: Market = {
    plan,
    rankedCount: ranked.length,
    ranked,
    weights,
    summaries,
    posteriors: known,
    scored,
    ratings,
    of: (v) => explainVendor(dataset, market, v, { reviews: reviewRows, observations: observationRows }),
  };
  return market;
}

type Measured = Pick<ScoredVendor, 'facts'> & { dimensions: readonly LinearDimension[] };

/** For each criterion, what the number of each vendor is compared with; undefined where the method has goalposts. */
function comparedNumbers({ vendors, method }: Dataset, plan: Plan, participating: Uint8Array): readonly (readonly (Compared | undefined)[] | undefined)[] | undefined {
  if (method.normalisation === 'goalposts') return undefined;
  return plan.criteria.map(({ goalposts, framework, id }) => {
    if (!goalposts) return undefined;
    const stated = vendors.map((vendor, v) => {
      const answer = participating[v] === 1 ? vendor.answers[framework]?.[id] : undefined;
      return answer?.value === undefined || answer.state === 'not-applicable' ? Number.NaN : directedNumber(goalposts, answer.value);
    });
    return comparisons(stated, method.normalisation);
  });
}

/**
 * Facts and dimensions of vendor `v`. `compared` is what its numbers are compared with; a method with goalposts needs none.
 * @throws RangeError when there is no such vendor.
 */
export function measureVendor(dataset: Pick<Dataset, 'method' | 'vendors' | 'release'>, plan: Plan, known: Posteriors, v: number, compared?: ReturnType<typeof comparedNumbers>): Measured {
  const { method } = dataset;
  const vendor = dataset.vendors[v];
  if (!vendor) throw new RangeError(`no vendor ${v}`);
  const tiers = tiersOn(vendor.evidence, method, dataset.release.asOf);
  const facts = plan.criteria.map((criterion, c) => scoreFact(criterion, vendor.answers, tiers, method, compared?.[c]?.[v]));
  return { facts, dimensions: linearDimensions(plan, method, facts, known, v) };
}

/** Puts every dimension of every vendor on the scale of its standard scores over the participating vendors. */
function standardise(plan: Plan, measured: readonly (Measured | undefined)[], method: Method): void {
  const moments = plan.dimensions.map((_, d) => momentsOf(measured.flatMap((own) => own?.dimensions[d]?.score ?? [])));
  for (const own of measured) {
    if (own) own.dimensions = own.dimensions.map((dimension, d) => standardised(dimension, moments[d] as Moments, method));
  }
}

/** Scores vendor `v` from its measured dimensions. */
export function scoreVendor(dataset: Pick<Dataset, 'method'>, plan: Plan, known: Posteriors, v: number, { facts, dimensions }: Measured): ScoredVendor {
  const { method } = dataset;
  const scores = dimensions.map((d) => d.score);
  const composite = compose(plan, method, scores);
  const slopes = gradients(plan, method, scores, composite);
  const z = normalQuantile((1 + method.uncertainty.interval) / 2);
  const at = v * known.measures;
  const estimate = (score: number, slope: Float64Array): Estimate | undefined => {
    if (Number.isNaN(score)) return undefined;
    const sd = compositeSd(dimensions, slope, known.pointsSd, at, known.together);
    return { score, sd, low: Math.max(0, score - z * sd), high: Math.min(100, score + z * sd) };
  };
  const overall = estimate(composite.overall, slopes[plan.frameworks.length] as Float64Array);
  return {
    facts,
    dimensions,
    composite,
    coverage: coverageOf(plan, method, facts, known, v),
    ...(overall ? { overall } : {}),
    frameworks: plan.frameworks.map((_, f) => estimate(composite.frameworks[f] as number, slopes[f] as Float64Array)),
  };
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
    const v = eligible[i] as number;
    drawOverall(row, dataset, plan, known, scored[v] as ScoredVendor, v);
    sorted.set(row);
    sorted.sort();
    Object.assign(estimates[i] as Estimate, intervalOf(sorted, estimates[i] as Estimate, method.uncertainty.interval));
  });
  const ranks = rank(estimates.map((e) => e.score), estimates.map((e) => e.sd), method.uncertainty.tie);
  const byDraws = draws > 0 ? drawnRanks(drawn, method.uncertainty.interval) : undefined;
  eligible.forEach((v, i) => {
    const low = ranks.low[i] as number;
    const high = ranks.high[i] as number;
    ratings[v] = {
      kind: 'ranked',
      place: ranks.place[i] as number,
      low,
      high,
      drawn: byDraws ? { low: byDraws.low[i] as number, high: byDraws.high[i] as number } : { low, high },
      group: ranks.group[i] as number,
      first: byDraws?.first[i] ?? 0,
      topThree: byDraws?.topThree[i] ?? 0,
    };
  });
  return { ratings, ranked: Array.from(ranks.order, (i) => eligible[i] as number) };
}

/** The ends of the interval that holds `coverage` of the drawn scores (ascending), never past the score itself. */
export function intervalOf(sorted: Float64Array, { score }: Pick<Estimate, 'score'>, coverage: number): Pick<Estimate, 'low' | 'high'> {
  const tail = (1 - coverage) / 2;
  return { low: Math.max(0, Math.min(score, quantileOf(sorted, tail))), high: Math.min(100, Math.max(score, quantileOf(sorted, 1 - tail))) };
}

/** Fills `into` with posterior draws of a vendor's overall score. */
export function drawOverall(into: Float64Array, dataset: Pick<Dataset, 'method' | 'vendors'>, plan: Plan, known: Posteriors, own: ScoredVendor, v: number): void {
  const { method } = dataset;
  const slug = dataset.vendors[v]?.slug ?? '';
  const at = v * known.measures;
  const add = (row: Float64Array, m: number, coefficient: number): void => {
    const measure = plan.measures[m];
    const prior = known.priors[m];
    if (!measure || !prior || coefficient === 0) return;
    const posterior = { mean: known.mean[at + m] as number, sd: known.sd[at + m] as number, total: prior.k + (known.weight[at + m] as number) };
    const shared = { seed: drawSeed(method.uncertainty.seed, slug, SHARED[measure.source]), share: method.uncertainty.together };
    addDraws(row, measure, posterior, coefficient, drawSeed(method.uncertainty.seed, slug, measure.id), shared);
  };
  const scores = own.dimensions.map((d) => d.score);
  if (method.aggregation === 'arithmetic') {
    const effective = gradients(plan, method, scores, own.composite)[plan.frameworks.length] as Float64Array;
    const coefficients = new Float64Array(known.measures);
    let base = 0;
    own.dimensions.forEach((d, i) => {
      base += (effective[i] as number) * d.base;
      d.measures.forEach((m, j) => (coefficients[m]! += (effective[i] as number) * (d.coefficients[j] as number)));
    });
    into.fill(base);
    coefficients.forEach((coefficient, m) => add(into, m, coefficient));
    // The facts are a sum of many independent claims, and so nearly normal.
    addNormalDraws(into, factsSd(own.dimensions, effective), drawSeed(method.uncertainty.seed, slug, FACTS));
    return;
  }
  const byDimension = own.dimensions.map((d, i) => {
    const row = new Float64Array(into.length).fill(Number.isNaN(d.score) ? Number.NaN : d.base);
    d.measures.forEach((m, j) => add(row, m, d.coefficients[j] as number));
    const dimension = plan.dimensions[i];
    const name = `${FACTS}/${plan.frameworks[dimension?.framework ?? -1]?.id ?? ''}/${dimension?.id ?? ''}`;
    addNormalDraws(row, d.factSd, drawSeed(method.uncertainty.seed, slug, name));
    return row;
  });
  for (let b = 0; b < into.length; b++) into[b] = compose(plan, method, byDimension.map((d) => d[b] as number)).overall;
}
