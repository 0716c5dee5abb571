/** A vendor's overall score taken apart: what each criterion weighs in it and how many points it has. */
import type { Method } from '../schema/method.ts';
import type { DimensionScore, FrameworkScore, VendorScores } from '../score/types.ts';
import { meanDerivative } from '../score/means.ts';

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

/** All leaves that count for a vendor, by `framework/criterion/part`. Empty when it has no score. */
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
