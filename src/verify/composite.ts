/** From dimensions to frameworks and the overall score. */
import type { Receipt } from '../schema/api.ts';
import { type Aggregation, meanDerivative, weightedMean } from '../score/means.ts';
import type { Context } from './context.ts';
import { type Basis, type Redimension, addTo, estimateOf, rescoreDimension, spread } from './scores.ts';

type Slopes = Receipt['frameworks'][number]['dimensions'][number]['slopes'];

export interface Reframework {
  id: string;
  weight: number;
  estimate: Receipt['overall'];
  covered: number;
  needed: number;
  coefficients: ReadonlyMap<string, number>;
  factSd: number;
  dimensions: readonly (Redimension & { slopes: Slopes })[];
}

/** Every score of a vendor. */
export interface Rescored {
  frameworks: readonly Reframework[];
  overall: Receipt['overall'];
  coefficients: ReadonlyMap<string, number> | undefined;
  factSd: number | undefined;
}

/** Works out all scores of a receipt; the overall interval is the one that its spread gives, which draws replace for the ranked. */
export function rescore(basis: Basis, context: Context, receipt: Receipt): Rescored {
  const { method } = basis;
  const how = method.aggregation;
  const parts = context.frameworks.frameworks.map((framework) => {
    const told = receipt.frameworks.find((f) => f.id === framework.id);
    const dimensions = framework.dimensions.map((d) =>
      rescoreDimension(
        basis,
        d,
        told?.dimensions.find((own) => own.id === d.id),
      ),
    );
    return {
      framework,
      dimensions,
      ...meanOf(
        dimensions.map((d) => d.estimate?.score),
        framework.dimensions.map((d) => d.weight),
        how,
      ),
    };
  });
  const whole = meanOf(
    parts.map((p) => p.score),
    parts.map((p) => p.framework.weight),
    how,
  );
  const frameworks = parts.map(({ framework, dimensions, score, slopes }, f): Reframework => {
    const own = dimensions.map((d, i) => ({
      ...d,
      slopes: { framework: slopes[i], overall: whole.slopes[f] * slopes[i] },
    }));
    const moved = movedBy(own.map((d) => [d, d.slopes.framework] as const));
    return {
      id: framework.id,
      weight: framework.weight,
      estimate:
        score === undefined ? undefined : estimateOf(score, spread(moved.factSd, moved.coefficients, basis), method),
      covered: dimensions.filter((d) => d.covered).length,
      needed: framework.minimumDimensions,
      ...moved,
      dimensions: own,
    };
  });
  if (whole.score === undefined) return { frameworks, overall: undefined, coefficients: undefined, factSd: undefined };
  const moved = movedBy(frameworks.flatMap((f) => f.dimensions.map((d) => [d, d.slopes.overall] as const)));
  return {
    frameworks,
    overall: estimateOf(whole.score, spread(moved.factSd, moved.coefficients, basis), method),
    ...moved,
  };
}

/** Weighted mean of what there is, and its slope in each part. */
function meanOf(
  scores: readonly (number | undefined)[],
  weights: readonly number[],
  how: Aggregation,
): { score: number | undefined; slopes: number[] } {
  const values = scores.map((s) => s ?? Number.NaN);
  const mean = weightedMean(values, weights, how);
  return {
    score: Number.isNaN(mean) ? undefined : mean,
    slopes: values.map((_, i) => meanDerivative(values, weights, how, mean, i)),
  };
}

/** Coefficients of the measures add up over dimensions, the facts of dimensions are independent. */
function movedBy(parts: readonly (readonly [Redimension, slope: number])[]): {
  coefficients: Map<string, number>;
  factSd: number;
} {
  const coefficients = new Map<string, number>();
  let variance = 0;
  for (const [dimension, slope] of parts) {
    if (slope === 0) continue;
    for (const [id, c] of dimension.coefficients) addTo(coefficients, id, slope * c);
    variance += (slope * dimension.factSd) ** 2;
  }
  return { coefficients, factSd: Math.sqrt(variance) };
}
