/** One vendor, scored: its facts, dimensions, composite and their spreads, without its place among others. */
import type { Dataset } from '../schema/dataset.ts';
import { type Composite, compose, compositeSd, gradients } from './composite.ts';
import { type LinearDimension, linearDimensions } from './dimensions.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Fact, scoreFact, tiersOn } from './facts.ts';
import { normalQuantile } from './normal.ts';
import type { Plan } from './plan.ts';
import type { Posteriors } from './posteriors.ts';
import type { Estimate } from './types.ts';
import type { ComparedNumbers } from './within-market.ts';

/** One participating vendor, scored. */
export interface ScoredVendor {
  facts: readonly (Fact | undefined)[];
  dimensions: readonly LinearDimension[];
  composite: Composite;
  coverage: Coverage;
  /** Absent when nothing at all measures the vendor. */
  overall?: Estimate;
  frameworks: readonly (Estimate | undefined)[];
}

/** Facts and dimensions of a vendor, before its composite. */
export type Measured = Pick<ScoredVendor, 'facts'> & { dimensions: readonly LinearDimension[] };

/**
 * Facts and dimensions of vendor `v`. `compared` is what its numbers are compared with; a method with goalposts needs none.
 * @throws RangeError when there is no such vendor.
 */
export function measureVendor(
  dataset: Pick<Dataset, 'method' | 'vendors' | 'release'>,
  plan: Plan,
  known: Omit<Posteriors, 'loadings' | 'overlap'>,
  v: number,
  compared?: ComparedNumbers,
): Measured {
  const { method } = dataset;
  const vendor = dataset.vendors[v];
  if (!vendor) throw new RangeError(`no vendor ${v}`);
  const tiers = tiersOn(vendor.evidence, method, dataset.release.asOf);
  const facts = plan.criteria.map((criterion, c) =>
    scoreFact(criterion, vendor.answers, tiers, method, compared?.[c]?.[v]),
  );
  return { facts, dimensions: linearDimensions(plan, method, facts, known, v) };
}

/** Scores vendor `v` from its measured dimensions. */
export function scoreVendor(
  dataset: Pick<Dataset, 'method'>,
  plan: Plan,
  known: Posteriors,
  v: number,
  { facts, dimensions }: Measured,
): ScoredVendor {
  const { method } = dataset;
  const scores = dimensions.map((d) => d.score);
  const composite = compose(plan, method, scores);
  const slopes = gradients(plan, method, scores, composite);
  const z = normalQuantile((1 + method.uncertainty.interval) / 2);
  const estimate = (score: number, slope: Float64Array): Estimate | undefined => {
    if (Number.isNaN(score)) return undefined;
    const sd = compositeSd(plan, dimensions, slope, known, v);
    return { score, sd, low: Math.max(0, score - z * sd), high: Math.min(100, score + z * sd) };
  };
  const overall = estimate(composite.overall, slopes[plan.frameworks.length]);
  return {
    facts,
    dimensions,
    composite,
    coverage: coverageOf(plan, method, facts, known, v),
    ...(overall ? { overall } : {}),
    frameworks: plan.frameworks.map((_, f) => estimate(composite.frameworks[f], slopes[f])),
  };
}
