/**
 * A person's own weights: each dimension weighs so many times what the method gives it, and each framework has a share of
 * the whole. As text they are short and name only what differs: `after-sales.45_response-speed*4`, or the id of a priority.
 * Also: at which weight two vendors change places.
 */
import { sharesOf } from '../../score/plan.ts';
import type { Weights } from '../../score/reweighted.ts';
import { publishedWeights, type WeightsModel, weighingOf } from './weights-file.ts';
import { crossings, type MovedPart, overallOf, shareOf } from '../../score/crossing.ts';

export interface OwnWeights {
  /** Shares of the frameworks in per cent, in the order of the model; they sum to 100, unless all are 0. */
  shares: readonly number[];
  /** Multiples of the method's weights, by dimension. */
  factors: readonly number[];
}

/** The multiples that a control offers, from nothing to eightfold; the middle one is the method itself. */
export const FACTORS: readonly number[] = [0, 0.25, 0.5, 1, 2, 4, 8];

/** The method's own. */
export function balanced(model: WeightsModel): OwnWeights {
  return {
    shares: sharesOf(
      model.frameworks.map((f) => f.weight),
      100,
    ),
    factors: model.frameworks.flatMap((f) => f.dimensions.map(() => 1)),
  };
}

/** The weights of a priority; the method's own when there is none of that id. */
export function ofPriority(model: WeightsModel, id: string): OwnWeights {
  const weigh = model.priorities.find((p) => p.id === id)?.weigh ?? {};
  return {
    shares: sharesOf(
      model.frameworks.map((f) => f.weight * (weigh[f.id] ?? 1)),
      100,
    ),
    factors: model.frameworks.flatMap((f) => f.dimensions.map((d) => weigh[`${f.id}/${d.id}`] ?? 1)),
  };
}

/** The same with framework `at` at `share` per cent, the others rescaled in proportion; equal where they had nothing. */
export function withFramework(own: OwnWeights, at: number, share: number): OwnWeights {
  const rest = own.shares.reduce((sum, s, i) => (i === at ? sum : sum + s), 0);
  const others = own.shares.length - 1;
  if (others === 0) return own;
  return {
    ...own,
    shares: own.shares.map((s, i) =>
      i === at ? share : rest === 0 ? (100 - share) / others : (s * (100 - share)) / rest,
    ),
  };
}

/** The same with these dimensions at `factor` times the method's weight. */
export function withDimensions(own: OwnWeights, dimensions: readonly number[], factor: number): OwnWeights {
  return { ...own, factors: own.factors.map((f, d) => (dimensions.includes(d) ? factor : f)) };
}

/** As weights for scoring. */
export function weightsOf(model: WeightsModel, own: OwnWeights): Weights {
  const published = publishedWeights(model);
  return {
    frameworks: Float64Array.from(own.shares),
    dimensions: published.dimensions.map((w, d) => w * (own.factors[d] ?? 1)),
  };
}

/** Share of each dimension in the overall score of a vendor that has them all, in per cent. */
export function effectiveShares(model: WeightsModel, own: OwnWeights): number[] {
  const { dimensions, frameworks } = weightsOf(model, own);
  const { frameworks: parts } = weighingOf(model);
  const within = parts.map((f) => sharesOf(f.dimensions.map((d) => dimensions[d])));
  // A framework of which nothing is left counts for nothing.
  const among = sharesOf(within.map((shares, f) => (shares.some((s) => s > 0) ? frameworks[f] : 0)));
  return within.flatMap((shares, f) => shares.map((share) => 100 * among[f] * share));
}

/** Id of the priority that these weights are; '' for the method's own; undefined for others. */
export function nameOfWeights(model: WeightsModel, own: OwnWeights): string | undefined {
  if (same(own, balanced(model))) return '';
  return model.priorities.find((p) => same(own, ofPriority(model, p.id)))?.id;
}

function same(a: OwnWeights, b: OwnWeights): boolean {
  return (
    a.factors.every((f, d) => f === b.factors[d]) && a.shares.every((s, f) => Math.abs(s - (b.shares[f] ?? 0)) < 0.5)
  );
}

/** The text of weights, for an address. */
export function textOfWeights(model: WeightsModel, own: OwnWeights): string {
  const named = nameOfWeights(model, own);
  if (named !== undefined) return named;
  const base = balanced(model);
  const moved = own.shares.some((s, f) => Math.abs(s - (base.shares[f] ?? 0)) >= 0.5);
  const keys = dimensionKeys(model);
  return [
    ...(moved ? model.frameworks.map((f, i) => `${f.id}.${Math.round(own.shares[i] ?? 0)}`) : []),
    ...own.factors.flatMap((f, d) => (f === 1 ? [] : [`${keys[d] ?? ''}*${f}`])),
  ].join('_');
}

/** The weights of a text, and its parts that name nothing or are no number: these are left out, since links outlive methods. */
export function weightsOfText(model: WeightsModel, written: string): { own: OwnWeights; unknown: string[] } {
  const text = written.toLowerCase();
  if (model.priorities.some((p) => p.id === text)) return { own: ofPriority(model, text), unknown: [] };
  const keys = dimensionKeys(model);
  const unknown: string[] = [];
  const own = balanced(model);
  const shares = [...own.shares];
  const factors = [...own.factors];
  for (const part of text.split('_')) {
    const [, id = '', mark = '', figure = ''] = /^([a-z0-9/-]+)([.*])(\d{1,3}(?:\.\d{1,2})?)$/.exec(part) ?? [];
    const at = mark === '.' ? model.frameworks.findIndex((f) => f.id === id) : keys.indexOf(id);
    if (at >= 0) (mark === '.' ? shares : factors)[at] = Math.min(100, Number(figure));
    else unknown.push(part);
  }
  const usable = shares.some((s) => s > 0);
  // Frameworks that have nothing left between them cannot be weighed.
  if (!usable) unknown.push(...text.split('_').filter((part) => part.includes('.') && !part.includes('*')));
  return { own: { shares: usable ? sharesOf(shares, 100) : own.shares, factors }, unknown };
}

/** Short names of dimensions: their ids, with the framework's where two have the same. */
function dimensionKeys({ frameworks }: WeightsModel): string[] {
  const ids = frameworks.flatMap((f) => f.dimensions.map((d) => d.id));
  const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return frameworks.flatMap((f) => f.dimensions.map((d) => (twice.has(d.id) ? `${f.id}/${d.id}` : d.id)));
}

/** One point at which the vendor behind passes the one ahead. */
interface Crossover {
  part: MovedPart;
  /** Share 0..1 of the part at which they meet, and its present share. */
  at: number;
  now: number;
}

/** Who is ahead at the present weights, and where that turns: frameworks first, which say more to a person, then the smallest change. */
interface Crossovers {
  ahead: 'first' | 'second' | 'neither';
  crossovers: readonly Crossover[];
}

/** Scores nearer to each other than this are equal: dimensions come rounded to tenths. */
const EQUAL = 0.005;

/** Looks at every framework and every dimension that weighs anything; of each, at the crossing nearest to its present share. */
export function crossovers(
  model: WeightsModel,
  weights: Weights,
  first: Float64Array,
  second: Float64Array,
): Crossovers {
  const weighing = weighingOf(model);
  const lead = overallOf(weighing, weights, first) - overallOf(weighing, weights, second);
  if (Number.isNaN(lead) || Math.abs(lead) < EQUAL) return { ahead: 'neither', crossovers: [] };
  const frameworks =
    weighing.frameworks.length < 2 ? [] : weighing.frameworks.map((_, f): MovedPart => ({ framework: f }));
  const dimensions = weighing.frameworks.flatMap((f) =>
    f.dimensions.length < 2 ? [] : f.dimensions.map((d): MovedPart => ({ dimension: d })),
  );
  const found = [...frameworks, ...dimensions].flatMap((part): Crossover[] => {
    const now = shareOf(weighing, weights, part);
    if (now === 0) return [];
    const near = crossings(weighing, weights, part, first, second).toSorted(
      (a, b) => Math.abs(a.at - now) - Math.abs(b.at - now),
    )[0];
    return near === undefined ? [] : [{ part, at: near.at, now }];
  });
  // Of two frameworks one gains what the other loses: that is one crossover, listed for the one that gains.
  const relevant = found.filter((p) => 'dimension' in p.part || frameworks.length !== 2 || p.at > p.now);
  const sorted = relevant.toSorted(
    (a, b) =>
      Number('dimension' in a.part) - Number('dimension' in b.part) || Math.abs(a.at - a.now) - Math.abs(b.at - b.now),
  );
  return { ahead: lead > 0 ? 'first' : 'second', crossovers: sorted };
}
