/**
 * Ranks by their definitions, pair by pair. The scoring counts pairs by sweeps, so that a browser can rank thousands while a slider
 * moves; what is verified must not come out of the same program.
 */
import { power } from '../score/power.ts';
import { normalQuantile } from '../score/normal.ts';
import { SAME, type ScoreWithSd, rangeQuantile } from '../score/ranks.ts';
import type { Method } from '../schema/method.ts';

/** Ranks of the i-th vendor given; places count from 1. */
export interface PlainRank {
  place: number;
  low: number;
  high: number;
  group: number;
  /** Ends that hold for all vendors at once. */
  joint: { low: number; high: number };
}

/** Whether `a` is ahead of `b` by more than `z` standard deviations of their difference. */
function ahead(a: ScoreWithSd, b: ScoreWithSd, z: number): boolean {
  const difference = a.score - b.score;
  return difference > SAME && difference > z * Math.hypot(a.sd, b.sd);
}

/** Ranks some vendors among themselves, as `rank` and `jointRanks` define it, in quadratic time. Scores are no NaN. */
export function plainRanks(vendors: readonly ScoreWithSd[], { tie, interval }: Method['uncertainty']): PlainRank[] {
  const count = vendors.length;
  const ends = (z: number): { low: number; high: number }[] => {
    const found = vendors.map(() => ({ low: 1, high: count }));
    vendors.forEach((a, i) => {
      for (let j = 0; j < count; j++) {
        if (!ahead(a, vendors[j]!, z)) continue;
        found[j]!.low += 1;
        found[i]!.high -= 1;
      }
    });
    return found;
  };
  const single = ends(normalQuantile(tie));
  const joint = ends(rangeQuantile(count, interval) / Math.SQRT2);
  const groups = groupsOf(vendors, { tie, interval });
  const places = placesOf(vendors);
  return vendors.map((_, i) => ({ place: places[i]!, ...single[i]!, group: groups[i]!, joint: joint[i]! }));
}

/** 1 + number of higher scores; a score within `SAME` of the next higher one shares its place. */
function placesOf(vendors: readonly ScoreWithSd[]): number[] {
  const best = vendors.map((v, i) => ({ score: v.score, i })).sort((a, b) => b.score - a.score);
  const places = new Array<number>(vendors.length);
  best.forEach(({ score, i }, at) => {
    const before = best[at - 1];
    places[i] = before !== undefined && before.score - score < SAME ? places[before.i]! : at + 1;
  });
  return places;
}

/** Group by group: those of the rest whom nobody of the rest is ahead of by the quantile that belongs to so many. */
function groupsOf(
  vendors: readonly ScoreWithSd[],
  { tie, interval }: Pick<Method['uncertainty'], 'tie' | 'interval'>,
): number[] {
  const groups = new Array<number>(vendors.length).fill(0);
  let rest = vendors.map((_, i) => i);
  for (let group = 1; rest.length > 0; group++) {
    const z = normalQuantile(Math.max(tie, power(interval, 1 / Math.max(1, rest.length - 1))));
    const others = rest.filter((i) => rest.some((j) => ahead(vendors[j]!, vendors[i]!, z)));
    for (const i of rest) groups[i] = group;
    for (const i of others) groups[i] = 0;
    rest = others;
  }
  return groups;
}
