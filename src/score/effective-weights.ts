/** What the dimensions weigh in fact: how much of the differences in the overall score each of them explains. */
import { type DimensionTable, plannedWeights, summable } from './reweighted.ts';
import type { Aggregation } from './means.ts';
import type { Plan } from './plan.ts';

/** A total and the parts that sum to it, one entry for each vendor. */
export interface Parts {
  /** One column for each dimension. */
  parts: readonly Float64Array[];
  totals: Float64Array;
}

/**
 * Each vendor's overall score as a sum over dimensions: effective weight x score, the weights rescaled to the dimensions
 * that it has. Under a geometric or harmonic mean the sum is that of logarithms or reciprocals, which is what adds up there.
 * NaN where a vendor has no score.
 */
export function partsOf(plan: Plan, table: DimensionTable, how: Aggregation): Parts {
  const values = summable(table.values, how);
  const weights = plannedWeights(plan);
  const parts = plan.dimensions.map(() => new Float64Array(table.vendors));
  const totals = new Float64Array(table.vendors);
  for (let v = 0; v < table.vendors; v++) {
    const at = v * table.dimensions;
    const present = (d: number): number => (Number.isNaN(values[at + d]) ? 0 : weights.dimensions[d]);
    const inner = plan.frameworks.map((f) => f.dimensions.reduce((sum, d) => sum + present(d), 0));
    const outer = inner.reduce((sum, w, f) => sum + (w > 0 ? weights.frameworks[f] : 0), 0);
    plan.frameworks.forEach((framework, f) => {
      for (const d of framework.dimensions) {
        if (present(d) === 0) continue;
        const weight = (weights.frameworks[f] / outer) * (present(d) / inner[f]);
        parts[d]![v] = weight * values[at + d];
        totals[v]! += parts[d]![v];
      }
    });
    if (outer === 0) totals[v] = Number.NaN;
  }
  return { parts, totals };
}

/**
 * Share of the variance of the totals that each part explains: covariance(part, total) / variance(total), the natural
 * decomposition of a sum (Shorrocks, "Inequality decomposition by factor components", Econometrica 50, 1982). The shares sum
 * to 1; one is below 0 when its part runs against the rest. A nominal weight says how far a point moves the score; this, how
 * much of the order it makes: Paruolo, Saisana & Saltelli, "Ratings and rankings: voodoo or science?", JRSS A 176 (2013),
 * on why the two part, and the JRC's practice of showing both.
 * Undefined when the totals do not vary. Vendors without a total are left out.
 */
export function effectiveWeights({ parts, totals }: Parts): number[] | undefined {
  const rows = Array.from(totals.keys()).filter((v) => !Number.isNaN(totals[v]));
  const meanOf = (column: Float64Array): number => rows.reduce((sum, v) => sum + column[v], 0) / rows.length;
  const totalMean = meanOf(totals);
  const covariance = (column: Float64Array): number => {
    const mean = meanOf(column);
    return rows.reduce((sum, v) => sum + (column[v] - mean) * (totals[v] - totalMean), 0);
  };
  if (rows.every((v) => totals[v] === totals[rows[0]])) return undefined;
  const variance = covariance(totals);
  return parts.map((part) => covariance(part) / variance);
}
