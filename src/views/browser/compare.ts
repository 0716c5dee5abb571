/** How vendors differ: where one is surely ahead of another, and by how much. Pure; runs in the browser. */
import { isAhead, type ScoreWithSd } from '../../score/ranks.ts';
import type { CompareFile, Figures, Unrounded } from './compare-file.ts';

/** How far apart vendors are on one score. */
export interface Contrast {
  /** Greatest difference in points between one vendor and another that it is surely ahead of; 0 when no pair is sure. */
  gap: number;
  /** Points between the highest and the lowest score. */
  range: number;
  /** How many scores are known. */
  known: number;
  /** Positions of the vendors that are surely ahead of another one, and of those surely behind one. */
  ahead: readonly number[];
  behind: readonly number[];
}

/** The contrast of some scores; undefined when fewer than two are known. `tie` is the method's probability, above 0.5 and below 1. */
export function contrast(scores: readonly (ScoreWithSd | undefined)[], tie: number): Contrast | undefined {
  const known = scores.flatMap((s, i) => (s === undefined ? [] : [{ i, ...s }]));
  if (known.length < 2) return undefined;
  const pairs = known.flatMap((a) => known.filter((b) => isAhead(a, b, tie)).map((b) => ({ a, b })));
  const points = known.map((k) => k.score);
  return {
    gap: Math.max(0, ...pairs.map(({ a, b }) => a.score - b.score)),
    range: Math.max(...points) - Math.min(...points),
    known: known.length,
    ahead: known.filter((k) => pairs.some(({ a }) => a === k)).map((k) => k.i),
    behind: known.filter((k) => pairs.some(({ b }) => b === k)).map((k) => k.i),
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

/** The score of a vendor on a dimension by which it can be compared; undefined without enough evidence. */
function comparedOn(vendor: CompareFile, key: string): ScoreWithSd | undefined {
  const own = vendor.dimensions[key];
  return own?.covered === true ? withSd(own.unrounded) : undefined;
}

/** The overall score of a vendor that is ranked; undefined for others: too little is known to put them above or below anybody. */
export function rankedScore(vendor: CompareFile): ScoreWithSd | undefined {
  return vendor.standing === undefined ? undefined : withSd(vendor.unrounded);
}

function withSd(unrounded: Unrounded | undefined): ScoreWithSd | undefined {
  return unrounded === undefined ? undefined : { score: unrounded[0], sd: unrounded[1] };
}

/** Dimensions by what a comparison can say of them. */
interface Differences {
  /** Some vendor is surely ahead of another; widest gap first. */
  sure: Difference[];
  /** Nobody is surely ahead; widest range of scores first. */
  others: Difference[];
  /** Fewer than two of the vendors have enough evidence. */
  open: Difference[];
}

/**
 * Dimensions in three parts. A vendor without enough evidence on a dimension is left out of it: silence has no spread, and
 * would be surely behind everybody. Equal ones keep the order of `keys`. `tie` as for `contrast`.
 */
export function differences(keys: readonly string[], vendors: readonly CompareFile[], tie: number): Differences {
  const all = keys.map((key) => ({
    key,
    contrast: contrast(
      vendors.map((v) => comparedOn(v, key)),
      tie,
    ),
  }));
  return {
    sure: all
      .filter((d) => d.contrast !== undefined && d.contrast.gap > 0)
      .toSorted((a, b) => (b.contrast?.gap ?? 0) - (a.contrast?.gap ?? 0)),
    others: all
      .filter((d) => d.contrast !== undefined && d.contrast.gap <= 0)
      .toSorted((a, b) => (b.contrast?.range ?? 0) - (a.contrast?.range ?? 0)),
    open: all.filter((d) => d.contrast === undefined),
  };
}

/** Most vendors that are compared. */
export const MOST_COMPARED = 4;

/** What an address asks to be compared. */
export interface AskedVendors {
  /** Slugs, in lower case, each once, at most four. */
  slugs: readonly string[];
  /** Further slugs, which are too many. */
  left: readonly string[];
  /** What no slug looks like. */
  unknown: readonly string[];
}

/** Slugs of `?v=a,b,c`. Upper case counts as lower case: slugs have no other. */
export function chosenIn(search: string): AskedVendors {
  const written = (new URLSearchParams(search).get('v') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const looksRight = (part: string): boolean =>
    part.length <= 64 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part.toLowerCase());
  const all = [...new Set(written.filter(looksRight).map((part) => part.toLowerCase()))];
  return {
    slugs: all.slice(0, MOST_COMPARED),
    left: all.slice(MOST_COMPARED),
    unknown: [...new Set(written.filter((part) => !looksRight(part)))],
  };
}

/** The query of some slugs: `?v=a,b`, empty for none. */
export function queryOf(slugs: readonly string[]): string {
  return slugs.length === 0 ? '' : `?v=${slugs.join(',')}`;
}
