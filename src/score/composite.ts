/** From dimensions to frameworks and the overall score of one vendor, and how uncertain they are. */
import type { Method } from '../schema/method.ts';
import { type ErrorPart, jointVariance } from './correlation.ts';
import type { LinearDimension } from './dimensions.ts';
import { meanDerivative, weightedMean } from './means.ts';
import type { Plan } from './plan.ts';
import type { Posteriors } from './posteriors.ts';

/** Standard deviation of a dimension of vendor `v` in points; facts are independent of measures, see `jointVariance` for those. */
export function dimensionSd(plan: Plan, dimension: LinearDimension, known: Posteriors, v: number): number {
  return Math.sqrt(
    dimension.factSd ** 2 +
      measuresVariance(
        plan,
        dimension.measures.map((m, i) => [m, dimension.coefficients[i]] as const),
        known,
        v,
      ),
  );
}

/** Variance of a sum of coefficient x points of measures of vendor `v`. */
export function measuresVariance(
  plan: Plan,
  coefficients: Iterable<readonly [measure: number, coefficient: number]>,
  known: Posteriors,
  v: number,
): number {
  const parts: ErrorPart[] = [];
  for (const [m, coefficient] of coefficients) {
    const at = v * known.measures + m;
    parts.push({
      source: plan.measures[m].source,
      spread: coefficient * known.pointsSd[at],
      rowShare: known.rowShare[at],
      loadings: known.loadings[m],
    });
  }
  return jointVariance(parts, known.overlap[v]);
}

/** Scores above the dimensions; NaN where nothing measures the vendor. */
export interface Composite {
  frameworks: Float64Array;
  overall: number;
}

/** Weighted mean (the method's kind) of dimensions to frameworks, and of frameworks to the overall score. */
export function compose(plan: Plan, method: Method, dimensionScores: ArrayLike<number>): Composite {
  const frameworks = Float64Array.from(plan.frameworks, (framework) =>
    weightedMean(
      framework.dimensions.map((d) => dimensionScores[d]),
      framework.dimensions.map((d) => plan.dimensions[d]?.share ?? 0),
      method.aggregation,
    ),
  );
  return {
    frameworks,
    overall: weightedMean(
      frameworks,
      plan.frameworks.map((f) => f.share),
      method.aggregation,
    ),
  };
}

/**
 * Gradient of each framework (rows) and of the overall score (last row) by the dimensions, at `dimensionScores`.
 * For the arithmetic mean these are the effective weights themselves; for the others they serve the delta method.
 */
export function gradients(
  plan: Plan,
  method: Method,
  dimensionScores: ArrayLike<number>,
  composite: Composite,
): Float64Array[] {
  const rows = plan.frameworks.map((framework, f) => {
    const row = new Float64Array(plan.dimensions.length);
    const values = framework.dimensions.map((d) => dimensionScores[d]);
    const weights = framework.dimensions.map((d) => plan.dimensions[d]?.share ?? 0);
    framework.dimensions.forEach((d, i) => {
      row[d] = meanDerivative(values, weights, method.aggregation, composite.frameworks[f], i);
    });
    return row;
  });
  const overall = new Float64Array(plan.dimensions.length);
  const weights = plan.frameworks.map((f) => f.share);
  rows.forEach((row, f) => {
    const byFramework = meanDerivative(composite.frameworks, weights, method.aggregation, composite.overall, f);
    row.forEach((x, d) => (overall[d]! += byFramework * x));
  });
  return [...rows, overall];
}

/** Points of the overall score for a point of each measure: the gradient by dimensions x what measures add to dimensions. */
export function overallCoefficients(plan: Plan, method: Method, dimensions: readonly LinearDimension[]): Float64Array {
  const scores = dimensions.map((d) => d.score);
  const slope = gradients(plan, method, scores, compose(plan, method, scores))[plan.frameworks.length];
  const coefficients = new Float64Array(plan.measures.length);
  dimensions.forEach((dimension, d) => {
    dimension.measures.forEach((m, i) => (coefficients[m]! += slope[d] * dimension.coefficients[i]));
  });
  return coefficients;
}

/** Standard deviation of the facts' part of a score whose gradient by dimensions is `gradient`. */
export function factsSd(dimensions: readonly LinearDimension[], gradient: Float64Array): number {
  return Math.sqrt(dimensions.reduce((sum, dimension, d) => sum + (gradient[d] * dimension.factSd) ** 2, 0));
}

/** Standard deviation of a score of vendor `v` whose gradient by dimensions is `gradient`: measures shared by dimensions add up first. */
export function compositeSd(
  plan: Plan,
  dimensions: readonly LinearDimension[],
  gradient: Float64Array,
  known: Posteriors,
  v: number,
): number {
  const byMeasure = new Map<number, number>();
  dimensions.forEach((dimension, d) => {
    const g = gradient[d];
    if (g === 0) return;
    dimension.measures.forEach((m, i) => {
      byMeasure.set(m, (byMeasure.get(m) ?? 0) + g * dimension.coefficients[i]);
    });
  });
  return Math.sqrt(factsSd(dimensions, gradient) ** 2 + measuresVariance(plan, byMeasure, known, v));
}
