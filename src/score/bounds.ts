/**
 * How far what nobody knows yet could move a score: the score if every open answer and every untold measure turned out worst,
 * and if it turned out best. No probability is involved; the interval says how sure the known part is.
 */
import type { Method } from '../schema/method.ts';
import { compose } from './composite.ts';
import { linearDimensions, standardised } from './dimensions.ts';
import type { Fact } from './facts.ts';
import type { ScoredVendor } from './scored-vendor.ts';
import type { Plan, PlannedCriterion } from './plan.ts';
import type { Posteriors } from './posteriors.ts';
import type { FacetScore } from './types.ts';

/** Overall scores 0..100; worst <= score <= best. */
export interface Bounds {
  worst: number;
  best: number;
}

/**
 * Bounds of vendor `v`'s overall score. Open are: blank answers and facets (worth nothing at worst, observed and met at best),
 * and survey measures that nobody has told of this vendor (0 or 100 points). Undefined when nothing measures the vendor.
 */
export function scoreBounds(
  plan: Plan,
  method: Method,
  own: ScoredVendor,
  posteriors: Posteriors,
  v: number,
): Bounds | undefined {
  if (!own.overall) return undefined;
  const at = v * posteriors.measures;
  const overall = (open: number): number => {
    const facts = plan.criteria.map((criterion, c) => boundedFact(criterion, own.facts[c], open));
    const points = posteriors.points
      .slice(at, at + posteriors.measures)
      .map((x, m) => (posteriors.weight[at + m] > 0 ? x : 100 * open));
    const dimensions = linearDimensions(plan, method, facts, { ...posteriors, points }, 0);
    const scores = dimensions.map((dimension, d) => {
      const standard = own.dimensions[d]?.standard;
      return (standard ? standardised(dimension, standard, method) : dimension).score;
    });
    return compose(plan, method, scores).overall;
  };
  return { worst: overall(0), best: overall(1) };
}

/** The fact with everything open at `open`: 0 = worst, 1 = best. */
function boundedFact(
  { criterion: { measure } }: PlannedCriterion,
  fact: Fact | undefined,
  open: number,
): Fact | undefined {
  if (fact === undefined || fact.state === 'not-applicable') return fact;
  if (measure?.kind === 'checklist') return { ...fact, points: checklistPoints(fact.facets, open) };
  // A number that too few vendors state is known, and counts for nobody.
  if (fact.state === 'shown' || fact.compared) return fact;
  if (measure?.kind !== 'level') return { ...fact, points: 100 * open };
  const points = measure.levels.map((l) => l.points);
  return { ...fact, points: open === 1 ? Math.max(...points) : Math.min(...points) };
}

/** Points of a checklist whose unknown facets are each worth `open`. */
export function checklistPoints(
  facets: readonly Pick<FacetScore, 'state' | 'credit' | 'credibility'>[],
  open: number,
): number {
  const applying = facets.filter((f) => f.state !== 'not-applicable');
  const worth = applying.reduce((sum, f) => sum + (f.state === 'unknown' ? open : f.credit * f.credibility), 0);
  return (100 * worth) / applying.length;
}
