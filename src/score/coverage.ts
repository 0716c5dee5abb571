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
 * does not apply has none and needs none. A dimension is covered when criteria that make up at least `coverage.criteria` of
 * its applicable weight have evidence.
 */
export function coverageOf(plan: Plan, method: Method, facts: readonly (Fact | undefined)[], posteriors: Posteriors, v: number): Coverage {
  const at = v * posteriors.measures;
  const told = (measures: readonly number[], least: number): boolean =>
    measures.some((m) => (posteriors.count[at + m] as number) >= least);
  const evidenced = Uint8Array.from(plan.criteria, (criterion, c) => {
    if (facts[c]?.state === 'shown') return 1;
    if (facts[c]?.state === 'not-applicable') return 0;
    return told(criterion.reviewed, method.coverage.reviews) || told(criterion.observed, method.coverage.observations) ? 1 : 0;
  });
  const shares = Float64Array.from(plan.dimensions, (dimension) => {
    let total = 0;
    let have = 0;
    for (const c of dimension.criteria) {
      if (facts[c]?.state === 'not-applicable') continue;
      const weight = plan.criteria[c]?.weight ?? 0;
      total += weight;
      if (evidenced[c] === 1) have += weight;
    }
    return total === 0 ? 0 : have / total;
  });
  // Weights are shares that may sum to a hair under what they stand for.
  const covered = Uint8Array.from(shares, (share) => (share > 0 && share >= method.coverage.criteria - 1e-9 ? 1 : 0));
  return { evidenced, shares, covered };
}

/**
 * What is missing for a rank, framework by framework; empty when the vendor can be ranked. `measured` says whether
 * anything measures the vendor at all: one that nothing measures needs a dimension even where the method asks for none.
 */
export function missingCoverage(plan: Plan, coverage: Coverage, measured: boolean): UnratedReason[] {
  return plan.frameworks.flatMap((framework) => {
    const have = framework.dimensions.filter((d) => coverage.covered[d] === 1);
    const need = measured ? framework.needed : Math.max(1, framework.needed);
    if (have.length >= need) return [];
    const missing = framework.dimensions.filter((d) => coverage.covered[d] === 0).map((d) => plan.dimensions[d]?.id ?? '');
    return [{ kind: 'coverage' as const, framework: framework.id, have: have.length, need, missing }];
  });
}
