/** Computes every number of one receipt again, from its rows and answers, and compares. */
import type { Receipt } from '../schema/api.ts';
import type { Method } from '../schema/method.ts';
import { FACTS, quantileOf } from '../score/draws.ts';
import { type Overlap, SHARED } from '../score/correlation.ts';
import { countedTiers } from './answers.ts';
import { boundedMeasures, boundsOf } from './bounds.ts';
import { type Rescored, rescore } from './composite.ts';
import { type Context, type MeasureRule, type PublishedFramework, measureRules, methodOf } from './context.ts';
import { type Difference, compare, emptyTally } from './difference.ts';
import { type DrawnMeasure, redraw } from './drawn.ts';
import { remeasure } from './measures.ts';
import { PairSums, type MeasuredRows } from '../score/correlation.ts';
import { type RowStatistics, type RowWeights, givenSums, rowWeights, statisticsOf, visitRows } from './rows.ts';

/** What a receipt comes to when it is computed again. */
export interface Recomputed {
  slug: string;
  weights: RowWeights;
  /** Statistics of the vendor's rows, by the id of the measure. */
  statistics: ReadonlyMap<string, RowStatistics>;
  scores: Rescored;
  /** Draws of the overall score, of a vendor that can be ranked. */
  draws: Float64Array | undefined;
  /** What the receipt should say, in the receipt's own shape, without what it merely repeats from the vendor's file. */
  receipt: object;
}

/** Computes a receipt again. The market's priors and who was ranked together are `verifyMarket`'s business. */
export function recompute(receipt: Receipt, context: Context): Recomputed {
  const method = methodOf(context);
  const rules = measureRules(context);
  const weights = rowWeights(receipt, method);
  const scored = receipt.status === 'participating';
  const statistics = new Map(
    [...rules.values()].map((rule) => [rule.id, statisticsOf(receipt, rule, weights, method)] as const),
  );
  const measures = scored ? remeasured(receipt, rules, statistics) : [];
  const overlap = overlapOf(receipt, measures, weights, method);
  const tiers = countedTiers(receipt, method);
  const basis = { method, tiers, overlap, measures: new Map(measures.map((m) => [m.id, m] as const)) };
  const scores = scored
    ? rescore(basis, context, receipt)
    : { frameworks: [], overall: undefined, coefficients: undefined, factSd: undefined };
  const unrated = reasons(receipt.status, scores, context.frameworks.frameworks);
  const draws =
    unrated.length === 0 && scores.overall ? redraw(receipt.slug, scores, measures, overlap, method) : undefined;
  if (draws && scores.overall)
    scores.overall = { ...scores.overall, ...drawnInterval(draws, scores.overall.score, method.uncertainty.interval) };
  const ranked = draws !== undefined;
  return {
    slug: receipt.slug,
    weights,
    statistics,
    scores,
    draws,
    receipt: {
      methodology: context.methodology.current,
      ...scores,
      ...(ranked ? {} : { rank: undefined }),
      unrated: ranked ? undefined : unrated,
      bounds: boundsOf(
        scores.overall,
        (open) =>
          rescore({ ...basis, measures: boundedMeasures(basis.measures, open), open }, context, receipt).overall?.score,
      ),
      coverage: {
        covered: scores.frameworks.reduce((sum, f) => sum + f.covered, 0),
        dimensions: scores.frameworks.reduce((sum, f) => sum + f.dimensions.length, 0),
      },
      overlap: scored ? overlap : undefined,
      counted: {
        reviews: weights.reviews.filter((w) => w > 0).length + (receipt.summary?.rows.counted ?? 0),
        observations: weights.observations.filter((w) => w > 0).length,
      },
      rules: rulesShown(context),
      measures: [
        ...measures.map(({ worth: _worth, loadings: _loadings, ...m }) => m),
        ...withheld(receipt, rules, statistics),
      ],
      evidence: receipt.evidence.map(({ id }) => ({ id, counts: tiers.get(id) })),
      rows: {
        reviews: receipt.rows.reviews.map(({ id }, i) => ({ id, weight: weights.reviews[i] })),
        observations: receipt.rows.observations.map(({ id }, i) => ({ id, weight: weights.observations[i] })),
      },
    },
  };
}

function remeasured(
  receipt: Receipt,
  rules: ReadonlyMap<string, MeasureRule>,
  statistics: ReadonlyMap<string, RowStatistics>,
): DrawnMeasure[] {
  return receipt.measures.flatMap(({ id, prior }) => {
    const rule = rules.get(id);
    const own = statistics.get(id);
    return rule && own ? remeasure(rule, own, prior) : [];
  });
}

/** How much the measures of the vendor rest on the same rows. */
function overlapOf(receipt: Receipt, measures: readonly DrawnMeasure[], weights: RowWeights, method: Method): Overlap {
  const own = measures.flatMap((measure, index): MeasuredRows[] => {
    const { weight, squaredWeight, sum } = measure;
    return weight === 0 ? [] : [{ index, measure, weight, squaredWeight, mean: sum / weight }];
  });
  return new PairSums(0).add(
    own,
    [],
    visitRows(receipt, measures, weights, method),
    false,
    givenSums(receipt, measures),
  );
}

/** Measures that the vendor's rows speak to and the receipt leaves out. */
function withheld(
  receipt: Receipt,
  rules: ReadonlyMap<string, MeasureRule>,
  statistics: ReadonlyMap<string, RowStatistics>,
): MeasureRule[] {
  if (receipt.status !== 'participating') return [];
  const shown = new Set(receipt.measures.map((m) => m.id));
  return [...rules.values()].filter((rule) => !shown.has(rule.id) && (statistics.get(rule.id)?.count ?? 0) > 0);
}

/** Why a vendor cannot be ranked: its status, too few dimensions with evidence, or none of those that it needs one of. */
function reasons(
  status: Receipt['status'],
  { frameworks, overall }: Rescored,
  published: readonly PublishedFramework[],
): object[] {
  if (status !== 'participating') return [{ kind: status }];
  return frameworks.flatMap((f, i) => {
    // One that nothing measures needs a dimension even where the method asks for none.
    const need = overall ? f.needed : Math.max(1, published[i]?.minimumDimensions ?? 0);
    const lacking = f.dimensions.filter((d) => !d.covered).map((d) => d.id);
    if (f.covered < need) return [{ kind: 'coverage', framework: f.id, have: f.covered, need, missing: lacking }];
    const any = published[i]?.anyOf ?? [];
    if (any.length === 0 || any.some((id) => !lacking.includes(id))) return [];
    return [{ kind: 'coverage', framework: f.id, have: 0, need: 1, missing: any }];
  });
}

/** Ends of the interval over the draws; it holds the score and lies within 0..100. */
function drawnInterval(draws: Float64Array, score: number, coverage: number): { low: number; high: number } {
  const sorted = draws.toSorted();
  const tail = (1 - coverage) / 2;
  return {
    low: Math.max(0, Math.min(score, quantileOf(sorted, tail))),
    high: Math.min(100, Math.max(score, quantileOf(sorted, 1 - tail))),
  };
}

/** The parameters that a receipt repeats from the method. */
function rulesShown(context: Context): object {
  const { facts, coverage, aggregation, normalisation, withinMarket, uncertainty, reviews, observations } =
    methodOf(context);
  const { shrinkage: _shrinkage, ...reviewRules } = reviews;
  const { fallback: _fallback, ...observationRules } = observations;
  return {
    facts,
    coverage,
    aggregation,
    normalisation,
    withinMarket,
    uncertainty,
    reviews: reviewRules,
    observations: observationRules,
    drawNames: { facts: FACTS, ...SHARED },
  };
}

/** A receipt, checked. */
export interface CheckedReceipt {
  differences: readonly Difference[];
  /** How many published values were compared. */
  compared: number;
  recomputed: Recomputed;
}

/** Computes a receipt again and compares every number, state and list in it that follows from the rest. */
export function checkReceipt(receipt: Receipt, context: Context): CheckedReceipt {
  const recomputed = recompute(receipt, context);
  const tally = emptyTally();
  compare(tally, receipt.slug, '', receipt, recomputed.receipt);
  return { differences: tally.differences, compared: tally.compared, recomputed };
}

/** The differences alone: none when every number of the receipt can be computed again, to 1e-9 of itself. */
export function verifyReceipt(receipt: Receipt, context: Context): readonly Difference[] {
  return checkReceipt(receipt, context).differences;
}
