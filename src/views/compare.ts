/** How vendors differ: where the evidence tells them apart, and by how much. Pure; runs in the browser. */
import type { CompareFile, Figures } from './compare-file.ts';

/** How far apart vendors are on one score. */
export interface Contrast {
  /**
   * Points between the highest low end and the lowest high end of two intervals: above 0, at least one pair does not
   * overlap and the difference is sure.
   */
  gap: number;
  /** Points between the highest and the lowest score. */
  range: number;
  /** Positions of the vendors that are surely ahead of another one, and of those surely behind one. */
  ahead: readonly number[];
  behind: readonly number[];
}

/** The contrast of some scores; undefined when fewer than two are known. */
export function contrast(scores: readonly (Figures | undefined)[]): Contrast | undefined {
  const known = scores.flatMap((s, i) => (s === undefined ? [] : [{ i, score: s[0], low: s[1], high: s[2] }]));
  if (known.length < 2) return undefined;
  const highestLow = Math.max(...known.map((k) => k.low));
  const lowestHigh = Math.min(...known.map((k) => k.high));
  return {
    gap: highestLow - lowestHigh,
    range: Math.max(...known.map((k) => k.score)) - Math.min(...known.map((k) => k.score)),
    ahead: known.filter((k) => k.low > lowestHigh).map((k) => k.i),
    behind: known.filter((k) => k.high < highestLow).map((k) => k.i),
  };
}

/** A dimension with how the vendors differ on it. */
export interface Difference {
  key: string;
  contrast: Contrast | undefined;
}

/**
 * Dimensions in two parts: those in which some intervals do not overlap, widest gap first, and all others, widest range of
 * scores first; those with fewer than two scores come last. Draws keep the order of `keys`.
 */
export function differences(keys: readonly string[], vendors: readonly CompareFile[]): { sure: Difference[]; others: Difference[] } {
  const all = keys.map((key) => ({ key, contrast: contrast(vendors.map((v) => v.dimensions[key]?.points)) }));
  const sure = all.filter((d) => d.contrast !== undefined && d.contrast.gap > 0);
  const others = all.filter((d) => !sure.includes(d));
  return {
    sure: sure.toSorted((a, b) => (b.contrast?.gap ?? 0) - (a.contrast?.gap ?? 0)),
    others: others.toSorted((a, b) => (b.contrast?.range ?? -1) - (a.contrast?.range ?? -1)),
  };
}

/** Most vendors that are compared. */
export const MOST_COMPARED = 4;

/** Slugs of `?v=a,b,c`: only what a slug may look like, each once, at most four. */
export function chosenIn(search: string): string[] {
  const asked = (new URLSearchParams(search).get('v') ?? '').split(',');
  return [...new Set(asked.filter((slug) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && slug.length <= 64))].slice(0, MOST_COMPARED);
}

/** The query of some slugs: `?v=a,b`, empty for none. */
export function queryOf(slugs: readonly string[]): string {
  return slugs.length === 0 ? '' : `?v=${slugs.join(',')}`;
}
