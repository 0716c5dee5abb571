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
  /** How many scores are known. */
  known: number;
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
    known: known.length,
    ahead: known.filter((k) => k.low > lowestHigh).map((k) => k.i),
    behind: known.filter((k) => k.high < highestLow).map((k) => k.i),
  };
}

/** A dimension with how the vendors differ on it. */
export interface Difference {
  key: string;
  contrast: Contrast | undefined;
}

/** The figures of a vendor on a dimension as far as they rest on evidence; undefined where they do not. */
export function toldFigures(vendor: CompareFile, key: string): Figures | undefined {
  const own = vendor.dimensions[key];
  return own?.covered === true ? own.points : undefined;
}

/** The overall figures of a vendor that is ranked; undefined for others: too little is known to put them above or below anybody. */
export function rankedFigures(vendor: CompareFile): Figures | undefined {
  return vendor.standing === undefined ? undefined : vendor.overall;
}

/** Dimensions by what a comparison can say of them. */
export interface Differences {
  /** Some intervals do not overlap; widest gap first. */
  sure: Difference[];
  /** All overlap; widest range of scores first. */
  others: Difference[];
  /** Fewer than two of the vendors have enough evidence. */
  open: Difference[];
}

/**
 * Dimensions in three parts. A vendor without enough evidence on a dimension is left out of it: silence has an interval of
 * no width, and would be surely behind everybody. Draws keep the order of `keys`.
 */
export function differences(keys: readonly string[], vendors: readonly CompareFile[]): Differences {
  const all = keys.map((key) => ({ key, contrast: contrast(vendors.map((v) => toldFigures(v, key))) }));
  return {
    sure: all.filter((d) => d.contrast !== undefined && d.contrast.gap > 0).toSorted((a, b) => (b.contrast?.gap ?? 0) - (a.contrast?.gap ?? 0)),
    others: all.filter((d) => d.contrast !== undefined && d.contrast.gap <= 0).toSorted((a, b) => (b.contrast?.range ?? 0) - (a.contrast?.range ?? 0)),
    open: all.filter((d) => d.contrast === undefined),
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
