/** What made a score move in one step, and by how much. */
import type { ImpactCause, ImpactPart, ImpactStep } from '../schema/impact.ts';
import type { Method } from '../schema/method.ts';
import { meanDerivative } from '../score/means.ts';
import type { DimensionScore, FrameworkScore, VendorScores } from '../score/types.ts';
import type { NameOf } from './method-parts.ts';
import { compareText } from '../schema/order.ts';

/** Causes listed for each step. */
const MAX_CAUSES = 3;
/** Effects below this many points are rounding. */
export const NEGLIGIBLE = 1e-9;

/** A score with what it is made of. */
export interface ScoreParts {
  score: number;
  leaves: ReadonlyMap<string, Leaf>;
}

/**
 * The change from `before` to `after`, by frameworks, dimensions or criteria. With w and s the weight and points of one of them
 * and S the overall score, it makes mean(w) x change(s) by its points and change(w) x (mean(s) - mean(S)) by its weight: the two
 * are exact for a product, and since weights sum to 1 in both, taking the mean score away changes no sum but makes more weight
 * on what is weak count as a loss. What is new or gone keeps the points that it has. `rest` is what the causes that are not
 * listed add up to, so the step is exact.
 */
export function causesOf(
  before: ScoreParts,
  after: ScoreParts,
  unit: ImpactPart['unit'],
  nameOf: NameOf,
): Omit<ImpactStep, 'part' | 'group'> {
  const overall = (before.score + after.score) / 2;
  const [was, is] = [sumsBy(before, unit), sumsBy(after, unit)];
  const all = [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => causeOf(key, was.get(key), is.get(key), overall))
    .filter((c) => Math.abs(c.points) > NEGLIGIBLE)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || compareText(a.key, b.key));
  const causes = all.slice(0, MAX_CAUSES).map((cause) => ({ ...cause, name: nameOf(unit, cause.key) }));
  const points = after.score - before.score;
  return {
    points,
    overall,
    causes,
    others: all.length - causes.length,
    rest: causes.reduce((rest, c) => rest - c.points, points),
  };
}

function causeOf(key: string, was: Sum | undefined, is: Sum | undefined, overall: number): Omit<ImpactCause, 'name'> {
  const [from, to] = [was?.weight ?? 0, is?.weight ?? 0];
  const [a, b] = [meanOf(was), meanOf(is)];
  const [before, after] = [a ?? b ?? 0, b ?? a ?? 0];
  const byScore = ((from + to) / 2) * (after - before);
  const byWeight = (to - from) * ((before + after) / 2 - overall);
  return {
    key,
    points: byScore + byWeight,
    weight: { from, to, points: byWeight },
    score: { ...(a === undefined ? {} : { from: a }), ...(b === undefined ? {} : { to: b }), points: byScore },
  };
}

interface Sum {
  weight: number;
  weighted: number;
}

function sumsBy({ leaves }: ScoreParts, unit: ImpactPart['unit']): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const leaf of leaves.values()) {
    const key = unit === 'framework' ? leaf.framework : `${leaf.framework}/${leaf[unit]}`;
    const sum = sums.get(key) ?? { weight: 0, weighted: 0 };
    sums.set(key, { weight: sum.weight + leaf.weight, weighted: sum.weighted + leaf.weight * leaf.points });
  }
  return sums;
}

function meanOf(sum: Sum | undefined): number | undefined {
  return sum === undefined || sum.weight === 0 ? undefined : sum.weighted / sum.weight;
}

/** One part of one criterion: overall = sum of weight x points over all leaves, where the mean is arithmetic. */
export interface Leaf {
  framework: string;
  dimension: string;
  criterion: string;
  part: 'facts' | 'reviews';
  /** Share of the overall score, 0..1. For other means than the arithmetic one: the slope at the present scores. */
  weight: number;
  /** 0..100. */
  points: number;
}

/** A vendor's overall score taken apart: all leaves that count, by `framework/criterion/part`. Empty when it has no score. */
export function leavesOf(scores: VendorScores, method: Method): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  if (scores.overall === undefined) return leaves;
  const frameworkSlopes = slopes(scores.frameworks, scores.overall.score, method);
  scores.frameworks.forEach((framework, f) => {
    const dimensionSlopes = slopes(framework.dimensions, framework.estimate?.score ?? Number.NaN, method);
    framework.dimensions.forEach((dimension, d) => {
      const weight = (frameworkSlopes[f] ?? 0) * (dimensionSlopes[d] ?? 0);
      for (const part of ['facts', 'reviews'] as const) {
        for (const leaf of partOf(framework.id, dimension, part, weight * shareOf(dimension, part, method))) {
          leaves.set(`${leaf.framework}/${leaf.criterion}/${part}`, leaf);
        }
      }
    });
  });
  return leaves;
}

/** How much the mean of `entries` moves with each of them. */
function slopes(entries: readonly (FrameworkScore | DimensionScore)[], mean: number, method: Method): number[] {
  const values = entries.map((e) => e.estimate?.score ?? Number.NaN);
  const weights = entries.map((e) => e.share);
  return entries.map((_, i) => meanDerivative(values, weights, method.aggregation, mean, i));
}

/** Facts count lambda and reviews the rest, or whichever there is counts alone. */
function shareOf(dimension: DimensionScore, part: 'facts' | 'reviews', method: Method): number {
  const other = part === 'facts' ? dimension.reviews : dimension.facts;
  if (other === undefined) return 1;
  return part === 'facts' ? method.facts.share : 1 - method.facts.share;
}

function partOf(framework: string, dimension: DimensionScore, part: 'facts' | 'reviews', weight: number): Leaf[] {
  const counting = dimension.criteria.filter((c) => c.share > 0 && c[part] !== undefined);
  const total = counting.reduce((sum, c) => sum + c.share, 0);
  return counting.map((c) => ({
    framework,
    dimension: dimension.id,
    criterion: c.id,
    part,
    weight: (weight * c.share) / total,
    points: c[part] ?? 0,
  }));
}
