/**
 * Who is surely ahead of whom, and what follows from it: the places that the evidence allows, groups, the order of lists.
 * Every page, file, badge and script takes these answers from here, so that no two of them can differ. A list of some vendors
 * only (a place, a service, a filter) is ranked by calling `rank` with those vendors alone.
 */
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
  /** Indexes in the order of lists: by group, within a group from the best score to the worst; equal scores keep the order given. */
  order: Int32Array;
}

/** A score 0..100 with its standard deviation, both in points. */
export interface ScoreWithSd {
  score: number;
  sd: number;
}

/** Scores closer than this are the same score: far above rounding error, far below anything shown. */
export const SAME = 1e-9;

/**
 * Whether `a` is ahead of `b` for sure: P = Phi((S_a - S_b) / sqrt(sd_a^2 + sd_b^2)) > `certainty`, the method's
 * `uncertainty.tie`, above 0.5 and below 1 (Goldstein & Spiegelhalter 1996 compare institutions by such pairwise intervals). With
 * no spread at all, a higher score is ahead for sure. Whether the two intervals overlap is another, stricter question, and is
 * never asked. Never true where a score is NaN.
 */
export function isAhead(a: ScoreWithSd, b: ScoreWithSd, certainty: number): boolean {
  return ahead(a.score - b.score, a.sd ** 2 + b.sd ** 2, normalQuantile(certainty) ** 2);
}

/** Phi(d / sqrt(v)) > certainty, without computing Phi: d > 0 and d^2 > z^2 v. */
function ahead(difference: number, variance: number, zSquared: number): boolean {
  return difference > SAME && difference * difference > zSquared * variance;
}

/** Compares two entries of a list for sorting: by group, then by score, best first. 0 where both are equal. */
export function listOrder(a: { group: number; score: number }, b: { group: number; score: number }): number {
  return a.group - b.group || b.score - a.score;
}

/** Rows of a list in its order, cut where the group changes. `groupOf` gives the group of a row. */
export function inGroups<Row>(rows: readonly Row[], groupOf: (row: Row) => number): { group: number; rows: Row[] }[] {
  const groups: { group: number; rows: Row[] }[] = [];
  for (const row of rows) {
    const group = groupOf(row);
    const last = groups.at(-1);
    if (last?.group === group) last.rows.push(row);
    else groups.push({ group, rows: [row] });
  }
  return groups;
}

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

/**
 * Ranks scores among themselves; `isAhead` says what "for sure" means. `scores` has no NaN. Pairs are counted by sweeps instead
 * of one by one, so that a browser can rank thousands of vendors while a slider moves; a sweep only settles pairs that no
 * rounding could turn, and the few between are compared one by one.
 */
export function rank(scores: ArrayLike<number>, sds: ArrayLike<number>, certainty: number): Ranks {
  const n = scores.length;
  const byScore = Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const score = Float64Array.from(byScore, (i) => scores[i] as number);
  const variance = Float64Array.from(byScore, (i) => (sds[i] as number) ** 2);
  const zSquared = normalQuantile(certainty) ** 2;
  const better = new Int32Array(n);
  const worse = new Int32Array(n);
  const classes = classesOf(variance);
  for (const upper of classes) for (const lower of classes) countPairs(score, variance, zSquared, upper, lower, better, worse);
  const group = groupsOf(score, variance, zSquared);
  const order = Int32Array.from(byScore, (_, i) => i).sort((a, b) => (group[a] as number) - (group[b] as number) || a - b).map((i) => byScore[i] as number);
  const ranks: Ranks = { place: new Int32Array(n), low: new Int32Array(n), high: new Int32Array(n), group: new Int32Array(n), order };
  for (let i = 0; i < n; i++) {
    const v = byScore[i] as number;
    const same = i > 0 && (score[i - 1] as number) - (score[i] as number) < SAME;
    ranks.place[v] = same ? (ranks.place[byScore[i - 1] as number] as number) : i + 1;
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

/**
 * The definition of groups, and so of the first group; arrays run from the best score to the worst. The first group are those
 * that nobody is ahead of for sure; the next group are the same among the rest, and so on.
 *
 * Whoever is taken in round g is beaten by somebody of round g - 1 and by nobody of later rounds, so the group is 1 + the last
 * group that has somebody ahead; and in a group only those can decide who have no other above them with a smaller variance.
 */
function groupsOf(score: Float64Array, variance: Float64Array, zSquared: number): Int32Array {
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
