/** Where a vendor stands out against the market, for better or worse. */
import type { DimensionBlock, FrameworkBlock } from './scores.ts';

/** A dimension in which a vendor differs from the market's median. */
export interface Contrast {
  key: string;
  name: string;
  framework: string;
  score: number;
  median: number;
  difference: number;
  /** Whether the whole interval lies on that side of the median. */
  sure: boolean;
}

/** The dimensions farthest above and below the median, at most `most` each; differences under 3 points are left out. */
export function contrasts(frameworks: readonly FrameworkBlock[], most = 4): { strengths: Contrast[]; gaps: Contrast[] } {
  const all = frameworks.flatMap((f) => f.themes.flatMap((t) => t.dimensions.flatMap((d) => contrast(f.short, d))));
  const strengths = all
    .filter((c) => c.difference >= 3)
    .toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.difference - a.difference);
  const gaps = all
    .filter((c) => c.difference <= -3)
    .toSorted((a, b) => Number(b.sure) - Number(a.sure) || a.difference - b.difference);
  return { strengths: strengths.slice(0, most), gaps: gaps.slice(0, most) };
}

function contrast(framework: string, d: DimensionBlock): Contrast[] {
  if (d.points === undefined || d.median === undefined) return [];
  const { score, low, high } = d.points;
  const difference = score - d.median;
  const sure = difference > 0 ? low > d.median : high < d.median;
  return [{ key: d.key, name: d.name, framework, score, median: d.median, difference, sure }];
}
