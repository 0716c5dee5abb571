/** In a receipt: what moves a score and by how much, so that its standard deviation and draws can be computed again. */
import { factsSd, gradients } from '../../score/composite.ts';
import type { LinearDimension } from '../../score/dimensions.ts';
import type { ScoredVendor } from '../../score/scored-vendor.ts';
import type { Scoring } from './standings.ts';

/** Coefficients by measure id. */
export type Coefficients = Record<string, number>;

/** What moves a score: each measure by its coefficient, and the facts by what they may be off. */
export interface Moved {
  coefficients: Coefficients;
  factSd: number;
}

/** What moves a vendor's dimensions, frameworks and overall score, in the order of the plan. */
export interface VendorCoefficients {
  /** `slopes`: points of the framework and of the overall score for each point of the dimension. */
  dimensions: readonly (Moved & { slopes: { framework: number; overall: number } })[];
  frameworks: readonly Moved[];
  overall: Moved;
}

/** Of a dimension: its linear coefficients. Above: the gradient by dimensions times these, summed over dimensions. */
export function vendorCoefficients({ dataset, market }: Scoring, own: ScoredVendor): VendorCoefficients {
  const { plan } = market;
  const scores = own.dimensions.map((d) => d.score);
  const rows = gradients(plan, dataset.method, scores, own.composite);
  const overall = rows[plan.frameworks.length] as Float64Array;
  const idOf = (m: number): string => plan.measures[m]?.id ?? '';
  const moved = (dimensions: readonly LinearDimension[], gradient: Float64Array): Moved => ({
    coefficients: combined(dimensions, gradient, idOf),
    factSd: factsSd(dimensions, gradient),
  });
  return {
    dimensions: own.dimensions.map((dimension, d) => ({
      coefficients: combined([dimension], Float64Array.of(1), idOf),
      factSd: dimension.factSd,
      slopes: { framework: rows[plan.dimensions[d]?.framework ?? -1]?.[d] ?? 0, overall: overall[d] as number },
    })),
    frameworks: plan.frameworks.map((_, f) => moved(own.dimensions, rows[f] as Float64Array)),
    overall: moved(own.dimensions, overall),
  };
}

function combined(
  dimensions: readonly LinearDimension[],
  gradient: Float64Array,
  idOf: (m: number) => string,
): Coefficients {
  const byMeasure = new Map<number, number>();
  dimensions.forEach((dimension, d) => {
    const slope = gradient[d] as number;
    if (slope === 0) return;
    dimension.measures.forEach((m, i) =>
      byMeasure.set(m, (byMeasure.get(m) ?? 0) + slope * (dimension.coefficients[i] as number)),
    );
  });
  return Object.fromEntries([...byMeasure].map(([m, c]) => [idOf(m), c] as const));
}
