/**
 * At which weight one vendor passes another. One weight moves, the others keep their proportions to each other. Under the
 * method's mean (its f-transform, see `reweighted.ts`) a score is then a ratio of two straight lines in that weight: the upper
 * one its weighted sum, the lower one the weight of what the vendor has. So two vendors meet where a quadratic is 0.
 */
import { weightedMean } from './means.ts';
import { sharesOf } from './plan.ts';
import { type Weights, rescorer, summable } from './reweighted.ts';
import type { Weighing } from './weighed.ts';

/** What moves: a framework's share of the overall score, or a dimension's share of its framework. */
export type MovedPart = { framework: number } | { dimension: number };

/** Two vendors change places. */
export interface Crossing {
  /** Share 0..1 of the moved part at which they meet. */
  at: number;
  /** Who is ahead just above it: the first or the second vendor. */
  ahead: 'first' | 'second';
}

/** Shares nearer to each other than this are one. */
const NEAR = 1e-9;

/**
 * All shares strictly between 0 and 1 at which the order of two vendors turns, ascending. `first` and `second` are scores of
 * dimensions, NaN where nothing measures them. Touching without turning is no crossing. When the others weigh nothing,
 * there is nothing to move against, and the list is empty.
 */
export function crossings(
  weighing: Weighing,
  weights: Weights,
  part: MovedPart,
  first: Float64Array,
  second: Float64Array,
): Crossing[] {
  const a = lineOf(weighing, weights, part, first);
  const b = lineOf(weighing, weights, part, second);
  if (a === undefined || b === undefined) return [];
  // a.fixed + a.scale Na/Da = b.fixed + b.scale Nb/Db, times Da Db.
  const polynomial = add(
    times(a.lower, b.lower, a.fixed - b.fixed),
    times(a.upper, b.lower, a.scale),
    times(b.upper, a.lower, -b.scale),
  );
  const roots = rootsOf(polynomial)
    .filter((t) => t > NEAR && t < 1 - NEAR)
    .sort((x, y) => x - y);
  const stops = [0, ...roots, 1];
  const sign = weighing.aggregation === 'harmonic' ? -1 : 1;
  const side = (k: number): number => sign * Math.sign(difference(a, b, (stops[k] + stops[k + 1]) / 2));
  return roots.flatMap((at, k): Crossing[] => {
    const before = side(k);
    const after = side(k + 1);
    return before * after === -1 ? [{ at, ahead: after > 0 ? 'first' : 'second' }] : [];
  });
}

/** Present share 0..1 of a part under some weights; 0 when nothing weighs. */
export function shareOf(weighing: Weighing, weights: Weights, part: MovedPart): number {
  const { group, at } = siblings(weighing, part);
  const own = 'framework' in part ? weights.frameworks : weights.dimensions;
  return sharesOf(group.map((i) => own[i]))[group.indexOf(at)] ?? 0;
}

/**
 * The weights with the part's share set to `share` 0..1 and the others rescaled in proportion; equal parts where they all
 * weighed nothing.
 */
export function withShare(weighing: Weighing, weights: Weights, part: MovedPart, share: number): Weights {
  const { group, at } = siblings(weighing, part);
  const key = 'framework' in part ? 'frameworks' : 'dimensions';
  const own = weights[key];
  const others = group.filter((i) => i !== at);
  const rest = others.reduce((sum, i) => sum + own[i], 0);
  const total = rest + own[at] || 1;
  const moved = Float64Array.from(own);
  moved[at] = share * total;
  for (const i of others) moved[i] = (1 - share) * total * (rest === 0 ? 1 / others.length : own[i] / rest);
  return { ...weights, [key]: moved };
}

/** The parts among which a share is taken. */
function siblings({ frameworks }: Weighing, part: MovedPart): { group: readonly number[]; at: number } {
  if ('framework' in part) return { group: frameworks.map((_, f) => f), at: part.framework };
  return {
    group: frameworks.find((f) => f.dimensions.includes(part.dimension))?.dimensions ?? [part.dimension],
    at: part.dimension,
  };
}

/** c0 + c1 t. */
type Line = readonly [number, number];

/** A vendor's transformed score: fixed + scale x upper(t) / lower(t). */
interface Moving {
  fixed: number;
  scale: number;
  upper: Line;
  lower: Line;
}

/** The score of one vendor as the part's share moves; undefined when it has no score or there is nothing to move against. */
function lineOf(weighing: Weighing, weights: Weights, part: MovedPart, dimensions: Float64Array): Moving | undefined {
  const how = weighing.aggregation;
  const x = summable(dimensions, how);
  const inner = Float64Array.from(weighing.frameworks, (f) =>
    weightedMean(
      f.dimensions.map((d) => x[d]),
      f.dimensions.map((d) => weights.dimensions[d]),
      'arithmetic',
    ),
  );
  if ('framework' in part) {
    const moving = ratioOf(inner, weights.frameworks, siblings(weighing, part).group, part.framework);
    return moving === undefined ? undefined : { fixed: 0, scale: 1, ...moving };
  }
  const home = weighing.frameworks.findIndex((f) => f.dimensions.includes(part.dimension));
  const moving = ratioOf(x, weights.dimensions, siblings(weighing, part).group, part.dimension);
  if (moving === undefined) return undefined;
  let fixed = 0;
  let total = weights.frameworks[home];
  inner.forEach((value, f) => {
    if (f === home || Number.isNaN(value)) return;
    fixed += weights.frameworks[f] * value;
    total += weights.frameworks[f];
  });
  return total === 0 ? undefined : { fixed: fixed / total, scale: weights.frameworks[home] / total, ...moving };
}

/** Weighted mean of the known values of a group as upper / lower, when `at` has the share t and the others the rest. */
function ratioOf(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  group: readonly number[],
  at: number,
): { upper: Line; lower: Line } | undefined {
  const others = group.filter((i) => i !== at);
  const shares = sharesOf(others.map((i) => weights[i]));
  if (shares.every((share) => share === 0)) return undefined;
  let sum = 0;
  let known = 0;
  others.forEach((i, k) => {
    if (Number.isNaN(values[i])) return;
    sum += shares[k] * values[i];
    known += shares[k];
  });
  const own = values[at];
  const has = !Number.isNaN(own);
  if (!has && known === 0) return undefined;
  // t own + (1 - t) sum, over t + (1 - t) known; what the vendor does not have is in neither.
  return has ? { upper: [sum, own - sum], lower: [known, 1 - known] } : { upper: [sum / known, 0], lower: [1, 0] };
}

type Quadratic = readonly [number, number, number];

function times([a0, a1]: Line, [b0, b1]: Line, factor: number): Quadratic {
  return [factor * a0 * b0, factor * (a0 * b1 + a1 * b0), factor * a1 * b1];
}

function add(...all: readonly Quadratic[]): Quadratic {
  return all.reduce<Quadratic>(([a, b, c], [d, e, f]) => [a + d, b + e, c + f], [0, 0, 0]);
}

/** Real roots of c0 + c1 t + c2 t^2, by the form that does not cancel (Press et al., Numerical Recipes, section 5.6). */
function rootsOf([c0, c1, c2]: Quadratic): number[] {
  const size = Math.abs(c0) + Math.abs(c1) + Math.abs(c2);
  if (size === 0) return [];
  if (Math.abs(c2) < 1e-13 * size) return c1 === 0 ? [] : [-c0 / c1];
  const discriminant = c1 * c1 - 4 * c2 * c0;
  if (discriminant <= 0) return [];
  const q = -0.5 * (c1 + (c1 < 0 ? -1 : 1) * Math.sqrt(discriminant));
  return q === 0 ? [0] : [q / c2, c0 / q];
}

function difference(a: Moving, b: Moving, t: number): number {
  return valueAt(a, t) - valueAt(b, t);
}

function valueAt({ fixed, scale, upper, lower }: Moving, t: number): number {
  return fixed + (scale * (upper[0] + upper[1] * t)) / (lower[0] + lower[1] * t);
}

/** Overall score of one vendor under weights; NaN when nothing measures it. */
export function overallOf(weighing: Weighing, weights: Weights, dimensions: Float64Array): number {
  const into = new Float64Array(1);
  rescorer(
    weighing,
    { vendors: 1, dimensions: dimensions.length, values: dimensions },
    weighing.aggregation,
  )(weights, into);
  return into[0];
}
