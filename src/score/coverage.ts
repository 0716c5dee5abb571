/** Whether there is enough evidence to rank a vendor. */
import type { Method } from '../schema/method.ts';
import type { Fact } from './facts.ts';
import type { Plan } from './plan.ts';
import type { Posteriors } from './posteriors.ts';
import type { UnratedReason } from './types.ts';

/** Evidence of one vendor. */
export interface Coverage {
  /** For each criterion: 1 with evidence, 0 without. */
  evidenced: Uint8Array;
  /** For each dimension: share 0..1 of its applicable criteria's weight that has evidence. */
  shares: Float64Array;
  /** For each dimension: 1 when covered. */
  covered: Uint8Array;
}

/**
 * A criterion has evidence when the vendor answered it, or enough counted reviews or contacts speak of it; one that
 * does not apply has none and needs none. A dimension is covered when at least `coverage.minimumCriteria` criteria, that make
 * up at least `coverage.criteria` of its applicable weight, have evidence.
 */
export function coverageOf(
  plan: Plan,
  method: Method,
  facts: readonly (Fact | undefined)[],
  posteriors: Posteriors,
  v: number,
): Coverage {
  const at = v * posteriors.measures;
  const told = (measures: readonly number[], least: number): boolean =>
    measures.some((m) => posteriors.count[at + m] >= least);
  const evidenced = Uint8Array.from(plan.criteria, (criterion, c) => {
    if (facts[c]?.state === 'shown') return 1;
    if (facts[c]?.state === 'not-applicable') return 0;
    return told(criterion.reviewed, method.coverage.reviews) || told(criterion.observed, method.coverage.observations)
      ? 1
      : 0;
  });
  const shares = Float64Array.from(plan.dimensions, (dimension) => {
    let total = 0;
    let have = 0;
    for (const c of dimension.criteria) {
      if (facts[c]?.state === 'not-applicable') continue;
      const weight = plan.criteria[c]?.share ?? 0;
      total += weight;
      if (evidenced[c] === 1) have += weight;
    }
    return total === 0 ? 0 : have / total;
  });
  // Weights are shares that may sum to a hair under what they stand for.
  const covered = Uint8Array.from(shares, (share, d) => {
    const count = plan.dimensions[d]?.criteria.reduce((n, c) => n + evidenced[c], 0) ?? 0;
    return share > 0 && share >= method.coverage.criteria - 1e-9 && count >= method.coverage.minimumCriteria ? 1 : 0;
  });
  return { evidenced, shares, covered };
}

/**
 * What is missing for a rank, framework by framework; empty when the vendor can be ranked: too few dimensions, or none of
 * those that the method wants at least one of. `measured` says whether
 * anything measures the vendor at all: one that nothing measures needs a dimension even where the method asks for none.
 */
export function missingCoverage(plan: Plan, coverage: Coverage, measured: boolean): UnratedReason[] {
  return plan.frameworks.flatMap((framework) => {
    const have = framework.dimensions.filter((d) => coverage.covered[d] === 1);
    const need = measured ? framework.needed : Math.max(1, framework.needed);
    const lacking = (dimensions: readonly number[]): string[] =>
      dimensions.filter((d) => coverage.covered[d] === 0).map((d) => plan.dimensions[d]?.id ?? '');
    const kind = 'coverage' as const;
    if (have.length < need)
      return [{ kind, framework: framework.id, have: have.length, need, missing: lacking(framework.dimensions) }];
    const any = framework.anyOf;
    if (any.length === 0 || any.some((d) => coverage.covered[d] === 1)) return [];
    return [{ kind, framework: framework.id, have: 0, need: 1, missing: lacking(any) }];
  });
}
