/** Rounding for display. Nothing outside `views/` rounds, and nothing rounded goes back into scoring. */
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
