/** Weights of a method as shares, for display. */
import type { Framework } from '../../schema/framework.ts';
import type { Method } from '../../schema/method.ts';

/** Shares 0..1 of the given weights; all 0 when they sum to 0. */
function shares(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => (sum === 0 ? 0 : w / sum));
}

/** Share of each framework in the overall score, by id. */
export function frameworkShares(method: Method): ReadonlyMap<string, number> {
  const entries = Object.entries(method.frameworks);
  const parts = shares(entries.map(([, f]) => f.weight));
  return new Map(entries.map(([id], i) => [id, parts[i] ?? 0]));
}

/** Share of each dimension in its framework, by id, in the framework's order; dimensions without a weight have 0. */
export function dimensionShares(method: Method, framework: Framework): ReadonlyMap<string, number> {
  const own = method.frameworks[framework.id]?.dimensions ?? {};
  const parts = shares(framework.dimensions.map((d) => own[d.id]?.weight ?? 0));
  return new Map(framework.dimensions.map((d, i) => [d.id, parts[i] ?? 0]));
}

/** Share of each criterion in its dimension, by id; criteria that the method does not list weigh 1. */
export function criterionShares(method: Method, framework: Framework, dimension: string): ReadonlyMap<string, number> {
  const listed = method.frameworks[framework.id]?.dimensions[dimension]?.criteria ?? {};
  const criteria = framework.dimensions.find((d) => d.id === dimension)?.criteria ?? [];
  const parts = shares(criteria.map((c) => listed[c.id] ?? 1));
  return new Map(criteria.map((c, i) => [c.id, parts[i] ?? 0]));
}
