/** Geometry of a score bar: a thin stem from 0 and a block that covers the interval, on an axis of 0..100. */
import type { Points } from './round.ts';

/** SVG path data on a 100 x 10 canvas. */
export interface Bar {
  stem: string;
  block: string;
  /** A notch at the score; only where the block is wide enough to show it. */
  notch: string | undefined;
}

/** Narrowest block that still looks like one, in points. */
const NARROWEST = 1.5;

/** Paths for a score with its interval. */
export function bar({ score, low, high }: Points): Bar {
  const wide = high - low >= NARROWEST;
  const from = wide ? low : score - NARROWEST / 2;
  const to = wide ? high : score + NARROWEST / 2;
  return { stem: `M0 5H${from}`, block: `M${from} 5H${to}`, notch: high - low >= 6 ? `M${score} 2v6` : undefined };
}
