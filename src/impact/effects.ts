/** Which criteria made a score move, and by how much. */
import type { ImpactCause, ImpactPart } from '../schema/impact.ts';
import type { Bilingual } from '../schema/text.ts';
import type { Leaf } from './leaves.ts';

/** Causes told of each part. */
export const CAUSES_TOLD = 3;
/** Effects below this many points are rounding. */
const DUST = 1e-9;

/** A score with what it is made of. */
export interface Made {
  score: number;
  leaves: ReadonlyMap<string, Leaf>;
}

/**
 * The change from `before` to `after`, by criterion. With w and s the weight and points of a leaf and S the score, each leaf
 * makes mean(w) x change(s) + change(w) x (mean(s) - mean(S)): the first is exact for a product, and since weights sum to 1 in
 * both, taking the mean score away changes no sum but makes more weight on a weak criterion count as a loss. A leaf that is
 * new or gone keeps the points that it has. `rest` is what the causes that are not told add up to, so the part is exact.
 */
export function partOf(before: Made, after: Made, nameOf: (framework: string, criterion: string) => Bilingual): ImpactPart {
  const centre = (before.score + after.score) / 2;
  const causes = new Map<string, Tally>();
  for (const key of new Set([...before.leaves.keys(), ...after.leaves.keys()])) {
    const [a, b] = [before.leaves.get(key), after.leaves.get(key)];
    const leaf = a ?? b;
    if (leaf === undefined) continue;
    const cause = `${leaf.framework}/${leaf.criterion}`;
    const tally = causes.get(cause) ?? { framework: leaf.framework, criterion: leaf.criterion, points: 0, from: NOTHING, to: NOTHING };
    tally.points += effect(a ?? { weight: 0, points: leaf.points }, b ?? { weight: 0, points: leaf.points }, centre);
    tally.from = added(tally.from, a);
    tally.to = added(tally.to, b);
    causes.set(cause, tally);
  }
  const sorted = [...causes.values()].filter((c) => Math.abs(c.points) > DUST).sort(byEffect);
  const told = sorted.slice(0, CAUSES_TOLD);
  const points = after.score - before.score;
  return { points, causes: told.map((tally) => causeOf(tally, nameOf)), rest: points - told.reduce((sum, c) => sum + c.points, 0) };
}

type Weighed = Pick<Leaf, 'weight' | 'points'>;

function effect(a: Weighed, b: Weighed, centre: number): number {
  return ((a.weight + b.weight) / 2) * (b.points - a.points) + (b.weight - a.weight) * ((a.points + b.points) / 2 - centre);
}

interface Sum {
  weight: number;
  weighted: number;
}

interface Tally {
  framework: string;
  criterion: string;
  points: number;
  from: Sum;
  to: Sum;
}

const NOTHING: Sum = { weight: 0, weighted: 0 };

function added(sum: Sum, leaf: Leaf | undefined): Sum {
  return leaf === undefined ? sum : { weight: sum.weight + leaf.weight, weighted: sum.weighted + leaf.weight * leaf.points };
}

function byEffect(a: Tally, b: Tally): number {
  const [x, y] = [`${a.framework}/${a.criterion}`, `${b.framework}/${b.criterion}`];
  return Math.abs(b.points) - Math.abs(a.points) || (x < y ? -1 : 1);
}

function causeOf({ framework, criterion, points, from, to }: Tally, nameOf: (framework: string, criterion: string) => Bilingual): ImpactCause {
  const score = { ...meanOf('from', from), ...meanOf('to', to) };
  return { framework, criterion, name: { ...nameOf(framework, criterion) }, points, weight: { from: from.weight, to: to.weight }, score };
}

function meanOf<K extends 'from' | 'to'>(key: K, { weight, weighted }: Sum): { [P in K]?: number } {
  return weight === 0 ? {} : ({ [key]: weighted / weight } as { [P in K]?: number });
}
