/** What made a score move in one step, and by how much. */
import type { ImpactCause, ImpactPart, ImpactStep } from '../schema/impact.ts';
import type { Leaf } from './leaves.ts';
import type { NameOf } from './names.ts';

/** Causes told of each step. */
export const CAUSES_TOLD = 3;
/** Effects below this many points are rounding. */
export const DUST = 1e-9;

/** A score with what it is made of. */
export interface Made {
  score: number;
  leaves: ReadonlyMap<string, Leaf>;
}

/**
 * The change from `before` to `after`, by frameworks, dimensions or criteria. With w and s the weight and points of one of them
 * and S the overall score, it makes mean(w) x change(s) by its points and change(w) x (mean(s) - mean(S)) by its weight: the two
 * are exact for a product, and since weights sum to 1 in both, taking the mean score away changes no sum but makes more weight
 * on what is weak count as a loss. What is new or gone keeps the points that it has. `rest` is what the causes that are not
 * told add up to, so the step is exact.
 */
export function causesOf(
  before: Made,
  after: Made,
  unit: ImpactPart['unit'],
  nameOf: NameOf,
): Omit<ImpactStep, 'part' | 'group'> {
  const overall = (before.score + after.score) / 2;
  const [was, is] = [sumsBy(before, unit), sumsBy(after, unit)];
  const all = [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => causeOf(key, was.get(key), is.get(key), overall))
    .filter((c) => Math.abs(c.points) > DUST)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.key < b.key ? -1 : 1));
  const causes = all.slice(0, CAUSES_TOLD).map((cause) => ({ ...cause, name: nameOf(unit, cause.key) }));
  const points = after.score - before.score;
  return {
    points,
    overall,
    causes,
    others: all.length - causes.length,
    rest: causes.reduce((rest, c) => rest - c.points, points),
  };
}

function causeOf(key: string, was: Sum | undefined, is: Sum | undefined, overall: number): Omit<ImpactCause, 'name'> {
  const [from, to] = [was?.weight ?? 0, is?.weight ?? 0];
  const [a, b] = [meanOf(was), meanOf(is)];
  const [before, after] = [a ?? b ?? 0, b ?? a ?? 0];
  const byScore = ((from + to) / 2) * (after - before);
  const byWeight = (to - from) * ((before + after) / 2 - overall);
  return {
    key,
    points: byScore + byWeight,
    weight: { from, to, points: byWeight },
    score: { ...(a === undefined ? {} : { from: a }), ...(b === undefined ? {} : { to: b }), points: byScore },
  };
}

interface Sum {
  weight: number;
  weighted: number;
}

function sumsBy({ leaves }: Made, unit: ImpactPart['unit']): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const leaf of leaves.values()) {
    const key = unit === 'framework' ? leaf.framework : `${leaf.framework}/${leaf[unit]}`;
    const sum = sums.get(key) ?? { weight: 0, weighted: 0 };
    sums.set(key, { weight: sum.weight + leaf.weight, weighted: sum.weighted + leaf.weight * leaf.points });
  }
  return sums;
}

function meanOf(sum: Sum | undefined): number | undefined {
  return sum === undefined || sum.weight === 0 ? undefined : sum.weighted / sum.weight;
}
