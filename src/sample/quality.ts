/**
 * What a vendor is really like, which nobody sees: standard units (mean about 0, spread about 1) for the vendor, each
 * theme and each dimension. Answers, reviews and reply times are all drawn around these, each with noise of its own, so
 * that they agree on the whole and differ in the particular.
 */
import type { Framework } from '../schema/framework.ts';
import type { Goalposts } from '../schema/method.ts';
import type { Archetype } from './archetypes.ts';
import { stream } from './random.ts';

export interface Quality {
  /** The vendor as a whole. */
  base: number;
  /** How ready it is to show documents, 0..1: a good vendor may be shy and a poor one eager. */
  openness: number;
  /** How much quicker (+) or slower (-) it replies than its quality alone would say. */
  pace: number;
  /** By `<framework>/<dimension>`. */
  dimensions: ReadonlyMap<string, number>;
  /** Mean of the dimensions that a criterion of `<framework>/<criterion>` belongs to. */
  criteria: ReadonlyMap<string, number>;
}

/** Draws the latent quality of vendor number `index`. */
export function qualityOf(
  seed: string,
  index: number,
  archetype: Archetype,
  frameworks: readonly Framework[],
): Quality {
  const random = stream(seed, 'quality', index);
  const drawn = Math.max(-2, Math.min(1.35, random.normal() * 0.85));
  const base = archetype.base ?? drawn;
  // Those with a written quality stay near it in every theme, or the ties at the top would not be ties.
  const own = archetype.base === undefined ? 1 : 0.45;
  const dimensions = new Map<string, number>();
  const criteria = new Map<string, number>();
  for (const framework of frameworks) {
    const themes = new Map(framework.themes.map((theme) => [theme.id, base * 0.85 + random.normal() * 0.5 * own]));
    for (const dimension of framework.dimensions) {
      const theme = themes.get(dimension.theme) ?? base;
      const z = theme + random.normal() * 0.35 * own;
      dimensions.set(`${framework.id}/${dimension.id}`, z);
      for (const criterion of dimension.criteria) criteria.set(`${framework.id}/${criterion.id}`, z);
    }
  }
  const ready = Math.max(0.35, Math.min(0.97, 0.72 + 0.1 * base + random.normal() * 0.12));
  return { base, openness: archetype.openness ?? ready, pace: random.normal() * 0.4, dimensions, criteria };
}

/** Mean quality over the criteria that a question or item names; the vendor's base when none is known. */
export function qualityFor(quality: Quality, refs: readonly string[]): number {
  let sum = 0;
  let count = 0;
  for (const ref of refs) {
    const z = quality.criteria.get(ref);
    if (z === undefined) continue;
    sum += z;
    count += 1;
  }
  return count === 0 ? quality.base : sum / count;
}

/** The logistic function, 0..1. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The value that lies this share (0..1) of the way from worst to best, on the scale of the goalposts. */
export function valueAtShare(posts: Goalposts, share: number): number {
  if (posts.scale === 'ln')
    return Math.exp(Math.log(posts.worst) + (Math.log(posts.best) - Math.log(posts.worst)) * share);
  return posts.worst + (posts.best - posts.worst) * share;
}
