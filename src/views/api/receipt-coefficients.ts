/** In a receipt: how many points of a score each measure makes, so that its standard deviation can be computed again. */
import { gradients } from '../../score/composite.ts';
import type { LinearDimension } from '../../score/composite.ts';
import type { ScoredVendor } from '../../score/market.ts';
import type { Scoring } from './standings.ts';

/** Coefficients by measure id. */
export type Coefficients = Record<string, number>;

/** Coefficients of a vendor's dimensions, frameworks and overall score, in the order of the plan. */
export interface VendorCoefficients {
  dimensions: readonly Coefficients[];
  frameworks: readonly Coefficients[];
  overall: Coefficients;
}

/** Of a dimension: its linear coefficients. Above: the gradient by dimensions times these, summed over dimensions. */
export function vendorCoefficients({ dataset, market }: Scoring, own: ScoredVendor): VendorCoefficients {
  const { plan } = market;
  const scores = own.dimensions.map((d) => d.score);
  const rows = gradients(plan, dataset.method, scores, own.composite);
  const idOf = (m: number): string => plan.measures[m]?.id ?? '';
  return {
    dimensions: own.dimensions.map((dimension) => combined([dimension], Float64Array.of(1), idOf)),
    frameworks: plan.frameworks.map((_, f) => combined(own.dimensions, rows[f] as Float64Array, idOf)),
    overall: combined(own.dimensions, rows[plan.frameworks.length] as Float64Array, idOf),
  };
}

function combined(dimensions: readonly LinearDimension[], gradient: Float64Array, idOf: (m: number) => string): Coefficients {
  const byMeasure = new Map<number, number>();
  dimensions.forEach((dimension, d) => {
    const slope = gradient[d] as number;
    if (slope === 0) return;
    dimension.measures.forEach((m, i) => byMeasure.set(m, (byMeasure.get(m) ?? 0) + slope * (dimension.coefficients[i] as number)));
  });
  return Object.fromEntries([...byMeasure].map(([m, c]) => [idOf(m), c] as const));
}
