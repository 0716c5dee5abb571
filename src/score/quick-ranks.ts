/**
 * The same ranks as `rank`, for many vendors at once: pairs are counted by sweeps instead of one by one. Exact: a sweep only
 * settles pairs that no rounding could turn, and the few between are compared as `rank` compares them.
 */
import { normalQuantile } from './normal.ts';
import { type Ranks, SAME } from './ranks.ts';

/** Vendors of nearly the same spread, best score first. */
interface Class {
  /** Positions in the order of scores, ascending. */
  members: Int32Array;
  /** Least and greatest variance among them. */
  least: number;
  most: number;
}

/** Classes of spread. With more of them the sweeps are more and the pairs left between fewer. */
const CLASSES = 24;

/** Ranks as `rank` gives them, to the last place and group; see there for what they mean. `scores` has no NaN. */
export function quickRank(scores: ArrayLike<number>, sds: ArrayLike<number>, certainty: number): Ranks {
  const n = scores.length;
  const order = Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const score = Float64Array.from(order, (i) => scores[i] as number);
  const variance = Float64Array.from(order, (i) => (sds[i] as number) ** 2);
  const zSquared = normalQuantile(certainty) ** 2;
  const better = new Int32Array(n);
  const worse = new Int32Array(n);
  const classes = classesOf(variance);
  for (const upper of classes) for (const lower of classes) countPairs(score, variance, zSquared, upper, lower, better, worse);
  const group = groups(score, variance, zSquared);
  const ranks: Ranks = { place: new Int32Array(n), low: new Int32Array(n), high: new Int32Array(n), group: new Int32Array(n), order };
  for (let i = 0; i < n; i++) {
    const v = order[i] as number;
    const same = i > 0 && (score[i - 1] as number) - (score[i] as number) < SAME;
    ranks.place[v] = same ? (ranks.place[order[i - 1] as number] as number) : i + 1;
    ranks.low[v] = 1 + (better[i] as number);
    ranks.high[v] = n - (worse[i] as number);
    ranks.group[v] = group[i] as number;
  }
  return ranks;
}

/** Vendors cut into classes of equal size by their variance; positions in each stay in the order of scores. */
function classesOf(variance: Float64Array): Class[] {
  const n = variance.length;
  const byVariance = Int32Array.from(variance, (_, i) => i).sort((a, b) => (variance[a] as number) - (variance[b] as number) || a - b);
  const count = Math.min(CLASSES, Math.ceil(n / 16));
  return Array.from({ length: count }, (_, c) => {
    const part = byVariance.slice(Math.floor((c * n) / count), Math.floor(((c + 1) * n) / count));
    const least = variance[part[0] as number] as number;
    const most = variance[part[part.length - 1] as number] as number;
    return { members: part.sort(), least, most };
  });
}

/**
 * Counts, for every vendor of `lower`, the vendors of `upper` that are ahead of it for sure, and the other way round. For a
 * vendor the others fall into three runs along the score: surely ahead whatever the variance, between, surely not ahead; the
 * ends of the runs only move down as one goes down the scores.
 */
function countPairs(score: Float64Array, variance: Float64Array, zSquared: number, upper: Class, lower: Class, better: Int32Array, worse: Int32Array): void {
  const surely = Math.max(SAME, Math.sqrt(zSquared * (upper.most + lower.most))) * (1 + 1e-9);
  const never = Math.max(SAME, Math.sqrt(zSquared * (upper.least + lower.least))) * (1 - 1e-9);
  const above = upper.members;
  const below = lower.members;
  let sure = 0;
  let open = 0;
  // `worse` of a whole run is added at its start and taken away after its end, and summed up once.
  const beaten = new Int32Array(above.length + 1);
  for (let j = 0; j < below.length; j++) {
    const position = below[j] as number;
    const own = score[position] as number;
    while (sure < above.length && (score[above[sure] as number] as number) - own > surely) sure += 1;
    if (open < sure) open = sure;
    while (open < above.length && (score[above[open] as number] as number) - own > never) open += 1;
    let count = sure;
    beaten[sure]! += 1;
    for (let i = sure; i < open; i++) {
      const other = above[i] as number;
      if (!ahead((score[other] as number) - own, (variance[other] as number) + (variance[position] as number), zSquared)) continue;
      count += 1;
      worse[other]! += 1;
    }
    better[position]! += count;
  }
  // Entry k of `beaten`: vendors below for whom exactly the first k of `above` are surely ahead.
  let run = 0;
  for (let i = above.length - 1; i >= 0; i--) {
    run += beaten[i + 1] as number;
    worse[above[i] as number]! += run;
  }
}

/** As in `ranks.ts`: Phi(d / sqrt(v)) > certainty without computing Phi. */
function ahead(difference: number, variance: number, zSquared: number): boolean {
  return difference > SAME && difference * difference > zSquared * variance;
}

/**
 * Groups from the best score to the worst. Whoever is taken in round g is beaten by somebody of round g - 1 and by nobody of
 * later rounds, so the group is 1 + the last group that has somebody ahead; and in a group only those can decide who have no
 * other above them with a smaller variance.
 */
function groups(score: Float64Array, variance: Float64Array, zSquared: number): Int32Array {
  const group = new Int32Array(score.length);
  const deciding: number[][] = [];
  for (let i = 0; i < score.length; i++) {
    let g = deciding.length;
    while (g > 0 && !beats(deciding[g - 1] as number[], i)) g -= 1;
    group[i] = g + 1;
    const own = deciding[g];
    if (own === undefined) deciding.push([i]);
    // Scores only fall, so a newcomer decides something only if it is surer than the last that did.
    else if ((variance[i] as number) < (variance[own[own.length - 1] as number] as number)) own.push(i);
  }
  return group;

  function beats(members: readonly number[], i: number): boolean {
    return members.some((j) => ahead((score[j] as number) - (score[i] as number), (variance[j] as number) + (variance[i] as number), zSquared));
  }
}
