/** The ranking of some vendors among themselves: of a place or service, or what a person filters or weighs in a browser. */
import { normalQuantile } from '../../score/normal.ts';
import { type Certainty, rank } from '../../score/ranks.ts';

/** One vendor among those chosen. */
export interface LiveRow {
  /** Its position in the arrays of scores. */
  index: number;
  score: number;
  sd: number;
  /** Places that the evidence allows among those chosen. */
  from: number;
  to: number;
  group: number;
}

/**
 * Ranks `members`, positions in `scores` and `sds`, among themselves and in the order of lists: by group, then by score, equal
 * ones by position. Those without a score (NaN) are left out.
 */
export function liveRanking(
  members: readonly number[],
  scores: ArrayLike<number>,
  sds: ArrayLike<number>,
  certainty: Certainty,
): LiveRow[] {
  const rated = members.filter((m) => !Number.isNaN(scores[m])).toSorted((a, b) => a - b);
  const ranks = rank(
    rated.map((m) => scores[m]),
    rated.map((m) => sds[m]),
    certainty,
  );
  return Array.from(ranks.order, (i): LiveRow => {
    const index = rated[i];
    return {
      index,
      score: scores[index],
      sd: sds[index],
      from: ranks.low[i],
      to: ranks.high[i],
      group: ranks.group[i],
    };
  });
}

/** The interval of a score that is normal around it, within 0..100, with `coverage` 0..1. */
export function normalInterval(
  score: number,
  sd: number,
  coverage: number,
): { score: number; low: number; high: number } {
  const z = normalQuantile((1 + coverage) / 2);
  return { score, low: Math.max(0, score - z * sd), high: Math.min(100, score + z * sd) };
}
