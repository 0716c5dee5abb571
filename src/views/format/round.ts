/**
 * Rounding for display, and the geometry of a score bar. Nothing outside `views/` rounds, and nothing rounded goes back into scoring.
 */
import type { Estimate } from '../../score/types.ts';

/** A score with its interval, in whole points 0..100. */
export interface Points {
  score: number;
  low: number;
  high: number;
}

/** Whole points; the interval is rounded outwards so that it never claims more than the evidence. */
export function points(estimate: Estimate): Points {
  return {
    score: Math.round(estimate.score),
    low: Math.floor(estimate.low + 1e-9),
    high: Math.ceil(estimate.high - 1e-9),
  };
}

/** As `points`, for an estimate that may be absent. */
export function pointsOptional(estimate: Estimate | undefined): Points | undefined {
  return estimate === undefined ? undefined : points(estimate);
}

/** Rounds to `figures` significant figures. */
export function significant(value: number, figures: number): number {
  return Number(value.toPrecision(figures));
}

/** Rounds to `digits` decimals, without a negative zero. */
export function round(value: number, digits = 0): number {
  const factor = 10 ** digits;
  const rounded = Math.round(value * factor) / factor;
  return rounded === 0 ? 0 : rounded;
}

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
