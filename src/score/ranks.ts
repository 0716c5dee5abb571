/** Places, pairwise rank intervals and groups of scores that cannot be told apart. */
import { normalQuantile } from './normal.ts';

/** Ranks of n vendors; entry i belongs to the i-th score given. */
export interface Ranks {
  /** 1 + number of higher scores; scores within `SAME` points share a place. */
  place: Int32Array;
  /** 1 + number of vendors that are ahead for sure. */
  low: Int32Array;
  /** n - number of vendors that are behind for sure. */
  high: Int32Array;
  /** 1 for those that nobody is ahead of for sure; then the same among the rest, and so on. */
  group: Int32Array;
  /** Indexes from the best score to the worst; equal scores keep the order given. */
  order: Int32Array;
}

/** Scores closer than this are the same score: far above rounding error, far below anything shown. */
export const SAME = 1e-9;

/**
 * Ranks scores with their standard deviations. "j is ahead of i for sure" means P_ji = Phi((S_j - S_i) /
 * sqrt(sd_i^2 + sd_j^2)) > `certainty` (Goldstein & Spiegelhalter 1996 compare institutions by such pairwise intervals);
 * with no spread at all, a higher score is ahead for sure.
 */
export function rank(scores: ArrayLike<number>, sds: ArrayLike<number>, certainty: number): Ranks {
  const n = scores.length;
  const order = Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const score = Float64Array.from(order, (i) => scores[i] as number);
  const variance = Float64Array.from(order, (i) => (sds[i] as number) ** 2);
  const z = normalQuantile(certainty);
  const ranks: Ranks = {
    place: new Int32Array(n),
    low: new Int32Array(n).fill(1),
    high: new Int32Array(n).fill(n),
    group: groups(score, variance, z * z, order),
    order,
  };
  for (let i = 0; i < n; i++) {
    const above = i > 0 && (score[i - 1] as number) - (score[i] as number) < SAME;
    ranks.place[order[i] as number] = above ? (ranks.place[order[i - 1] as number] as number) : i + 1;
    for (let j = i + 1; j < n; j++) {
      if (!ahead((score[i] as number) - (score[j] as number), (variance[i] as number) + (variance[j] as number), z * z)) continue;
      ranks.low[order[j] as number]! += 1;
      ranks.high[order[i] as number]! -= 1;
    }
  }
  return ranks;
}

/** Phi(d / sqrt(v)) > certainty, without computing Phi: d > 0 and d^2 > z^2 v. */
function ahead(difference: number, variance: number, zSquared: number): boolean {
  return difference > SAME && difference * difference > zSquared * variance;
}

/** Peels off one group after another; all arrays run from the best score to the worst. */
function groups(score: Float64Array, variance: Float64Array, zSquared: number, order: Int32Array): Int32Array {
  const n = score.length;
  const group = new Int32Array(n);
  let remaining = Array.from({ length: n }, (_, i) => i);
  for (let g = 1; remaining.length > 0; g++) {
    const rest: number[] = [];
    for (const [position, i] of remaining.entries()) {
      let beaten = false;
      for (let p = 0; p < position && !beaten; p++) {
        const j = remaining[p] as number;
        beaten = ahead((score[j] as number) - (score[i] as number), (variance[i] as number) + (variance[j] as number), zSquared);
      }
      if (beaten) rest.push(i);
      else group[order[i] as number] = g;
    }
    remaining = rest;
  }
  return group;
}
