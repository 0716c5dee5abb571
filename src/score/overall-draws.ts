/** Posterior draws of a vendor's overall score, and the interval they give. */
import type { Dataset } from '../schema/dataset.ts';
import { type Composite, compose, factsSd, gradients } from './composite.ts';
import type { LinearDimension } from './dimensions.ts';
import { FACTS, addDraws, addNormalDraws, drawSeed, quantileOf, sharedDraws } from './draws.ts';
import type { Plan } from './plan.ts';
import type { Posteriors } from './posteriors.ts';
import type { Estimate } from './types.ts';

/** The ends of the interval that holds `coverage` of the drawn scores (ascending), never past the score itself. */
export function intervalOf(
  sorted: Float64Array,
  { score }: Pick<Estimate, 'score'>,
  coverage: number,
): Pick<Estimate, 'low' | 'high'> {
  const tail = (1 - coverage) / 2;
  return {
    low: Math.max(0, Math.min(score, quantileOf(sorted, tail))),
    high: Math.min(100, Math.max(score, quantileOf(sorted, 1 - tail))),
  };
}

/** Fills `into` with posterior draws of a vendor's overall score. */
export function drawOverall(
  into: Float64Array,
  dataset: Pick<Dataset, 'method' | 'vendors'>,
  plan: Plan,
  known: Posteriors,
  own: { dimensions: readonly LinearDimension[]; composite: Composite },
  v: number,
): void {
  const { method } = dataset;
  const slug = dataset.vendors[v]?.slug ?? '';
  const at = v * known.measures;
  const shared = sharedDraws({ ...method.uncertainty, draws: into.length }, known.overlap[v], slug);
  const add = (row: Float64Array, m: number, coefficient: number): void => {
    const measure = plan.measures[m];
    const prior = known.priors[m];
    if (!measure || !prior || coefficient === 0) return;
    const posterior = {
      mean: known.mean[at + m],
      sd: known.sd[at + m],
      worth: known.worth[at + m],
      rowShare: known.rowShare[at + m],
      loadings: known.loadings[m],
    };
    addDraws(row, measure, posterior, coefficient, drawSeed(method.uncertainty.seed, slug, measure.id), shared);
  };
  const scores = own.dimensions.map((d) => d.score);
  if (method.aggregation === 'arithmetic') {
    const effective = gradients(plan, method, scores, own.composite)[plan.frameworks.length];
    const coefficients = new Float64Array(known.measures);
    let base = 0;
    own.dimensions.forEach((d, i) => {
      base += effective[i] * d.base;
      d.measures.forEach((m, j) => (coefficients[m]! += effective[i] * d.coefficients[j]));
    });
    into.fill(base);
    coefficients.forEach((coefficient, m) => add(into, m, coefficient));
    // The facts are a sum of many independent claims, and so nearly normal.
    addNormalDraws(into, factsSd(own.dimensions, effective), drawSeed(method.uncertainty.seed, slug, FACTS));
    return;
  }
  const byDimension = own.dimensions.map((d, i) => {
    const row = new Float64Array(into.length).fill(Number.isNaN(d.score) ? Number.NaN : d.base);
    d.measures.forEach((m, j) => add(row, m, d.coefficients[j]));
    const dimension = plan.dimensions[i];
    const name = `${FACTS}/${plan.frameworks[dimension?.framework ?? -1]?.id ?? ''}/${dimension?.id ?? ''}`;
    addNormalDraws(row, d.factSd, drawSeed(method.uncertainty.seed, slug, name));
    return row;
  });
  for (let b = 0; b < into.length; b++)
    into[b] = compose(
      plan,
      method,
      byDimension.map((d) => d[b]),
    ).overall;
}
