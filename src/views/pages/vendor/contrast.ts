/** Dimensions on which a vendor is above or below the market. */
import { isAhead } from '../../../score/ranks.ts';
import type { DimensionBlock, FrameworkBlock } from './scores.ts';

/** A dimension in which a vendor differs from the market's median. */
export interface Contrast {
  key: string;
  name: string;
  framework: string;
  score: number;
  median: number;
  difference: number;
  /** Whether it is surely on that side of the median: more likely than the method's probability for calling one ahead of another. */
  sure: boolean;
}

/** Dimensions above and below the market, and how many lack the evidence for either. */
export interface Contrasts {
  strengths: Contrast[];
  gaps: Contrast[];
  /** Dimensions with a score that rests on too little evidence: they are neither strengths nor gaps. */
  insufficient: number;
  /** Dimensions that were compared. */
  compared: number;
}

/**
 * The dimensions farthest above and below the median, at most `most` each, those that are certain first; differences under
 * 3 points are left out. So is a dimension without enough evidence: its figure is that of silence, not of the vendor. `tie` is
 * the method's probability for calling one ahead of another.
 */
export function contrasts(frameworks: readonly FrameworkBlock[], tie: number, most = 4): Contrasts {
  const dimensions = frameworks.flatMap((f) =>
    f.themes.flatMap((t) => t.dimensions.map((d) => ({ framework: f.short, d }))),
  );
  const all = dimensions.flatMap(({ framework, d }) => contrast(framework, d, tie));
  const strengths = all
    .filter((c) => c.difference >= 3)
    .toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.difference - a.difference);
  const gaps = all
    .filter((c) => c.difference <= -3)
    .toSorted((a, b) => Number(b.sure) - Number(a.sure) || a.difference - b.difference);
  const untold = dimensions.filter(({ d }) => d.insufficient !== undefined).length;
  return { strengths: strengths.slice(0, most), gaps: gaps.slice(0, most), insufficient: untold, compared: all.length };
}

function contrast(framework: string, d: DimensionBlock, tie: number): Contrast[] {
  if (
    d.points === undefined ||
    d.estimate === undefined ||
    d.middle === undefined ||
    d.median === undefined ||
    !d.covered
  )
    return [];
  const { score } = d.points;
  const difference = score - d.median;
  // The median is a given number here: it is known far better than any single vendor.
  const middle = { score: d.middle, sd: 0 };
  const sure = difference > 0 ? isAhead(d.estimate, middle, tie) : isAhead(middle, d.estimate, tie);
  return [{ key: d.key, name: d.name, framework, score, median: d.median, difference, sure }];
}
