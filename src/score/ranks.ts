/**
 * Who is surely ahead of whom, and what follows from it: the places that the evidence allows, groups, the order of lists.
 * Every page, file, badge and script takes these answers from here, so that no two of them can differ. A list of some vendors
 * only (a place, a service, a filter) is ranked by calling `rank` with those vendors alone.
 */
import { normalCdf, normalQuantile } from './normal.ts';
import { power } from './power.ts';

/** Ranks of n vendors; entry i belongs to the i-th score given. */
export interface Ranks {
  /** 1 + number of higher scores; scores within `SAME` points share a place. */
  place: Int32Array;
  /** 1 + number of vendors that are ahead for sure. */
  low: Int32Array;
  /** n - number of vendors that are behind for sure. */
  high: Int32Array;
  /** 1 for those that may be the best of all; then the same among the rest, and so on. */
  group: Int32Array;
  /** Indexes in the order of lists: by group, within a group from the best score to the worst; equal scores keep the order given. */
  order: Int32Array;
}

/** A score 0..100 with its standard deviation, both in points. */
export interface ScoreWithSd {
  score: number;
  sd: number;
}

/** How sure a statement has to be; both are parameters of the method (`uncertainty`). */
export interface Certainty {
  /** Probability above 0.5 and below 1 for one of two vendors to be ahead of the other for sure. */
  tie: number;
  /** Probability 0..1 with which a statement about several vendors at once holds, such as which of them may be the best. */
  interval: number;
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
export function rank(scores: ArrayLike<number>, sds: ArrayLike<number>, { tie, interval }: Certainty): Ranks {
  const n = scores.length;
  const byScore = Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
  const score = Float64Array.from(byScore, (i) => scores[i]);
  const variance = Float64Array.from(byScore, (i) => sds[i] ** 2);
  const { better, worse } = surePairs(score, variance, normalQuantile(tie) ** 2);
  const group = groupsOf(score, variance, { tie, interval });
  const order = Int32Array.from(byScore, (_, i) => i)
    .sort((a, b) => group[a] - group[b] || a - b)
    .map((i) => byScore[i]);
  const ranks: Ranks = {
    place: new Int32Array(n),
    low: new Int32Array(n),
    high: new Int32Array(n),
    group: new Int32Array(n),
    order,
  };
  for (let i = 0; i < n; i++) {
    const v = byScore[i];
    const same = i > 0 && score[i - 1] - score[i] < SAME;
    ranks.place[v] = same ? ranks.place[byScore[i - 1]] : i + 1;
    ranks.low[v] = 1 + better[i];
    ranks.high[v] = n - worse[i];
    ranks.group[v] = group[i];
  }
  return ranks;
}

/** Vendors cut into classes of equal size by their variance; positions in each stay in the order of scores. */
function classesOf(variance: Float64Array): Class[] {
  const n = variance.length;
  const byVariance = Int32Array.from(variance, (_, i) => i).sort((a, b) => variance[a] - variance[b] || a - b);
  const count = Math.min(CLASSES, Math.ceil(n / 16));
  return Array.from({ length: count }, (_, c) => {
    const part = byVariance.slice(Math.floor((c * n) / count), Math.floor(((c + 1) * n) / count));
    const least = variance[part[0]];
    const most = variance[part[part.length - 1]];
    return { members: part.sort(), least, most };
  });
}

/**
 * Counts, for every vendor of `lower`, the vendors of `upper` that are ahead of it for sure, and the other way round. For a
 * vendor the others fall into three runs along the score: surely ahead whatever the variance, between, surely not ahead; the
 * ends of the runs only move down as one goes down the scores.
 */
function countPairs(
  score: Float64Array,
  variance: Float64Array,
  zSquared: number,
  upper: Class,
  lower: Class,
  better: Int32Array,
  worse: Int32Array,
): void {
  const surely = Math.max(SAME, Math.sqrt(zSquared * (upper.most + lower.most))) * (1 + 1e-9);
  const never = Math.max(SAME, Math.sqrt(zSquared * (upper.least + lower.least))) * (1 - 1e-9);
  const above = upper.members;
  const below = lower.members;
  let sure = 0;
  let open = 0;
  // `worse` of a whole run is added at its start and taken away after its end, and summed up once.
  const beaten = new Int32Array(above.length + 1);
  for (let j = 0; j < below.length; j++) {
    const position = below[j];
    const own = score[position];
    while (sure < above.length && score[above[sure]] - own > surely) sure += 1;
    if (open < sure) open = sure;
    while (open < above.length && score[above[open]] - own > never) open += 1;
    let count = sure;
    beaten[sure]! += 1;
    for (let i = sure; i < open; i++) {
      const other = above[i];
      if (!ahead(score[other] - own, variance[other] + variance[position], zSquared)) continue;
      count += 1;
      worse[other]! += 1;
    }
    better[position]! += count;
  }
  // Entry k of `beaten`: vendors below for whom exactly the first k of `above` are surely ahead.
  let run = 0;
  for (let i = above.length - 1; i >= 0; i--) {
    run += beaten[i + 1];
    worse[above[i]]! += run;
  }
}

/** For each vendor, how many are ahead of it and how many are behind it, by the squared normal quantile `zSquared`. */
function surePairs(
  score: Float64Array,
  variance: Float64Array,
  zSquared: number,
): { better: Int32Array; worse: Int32Array } {
  const better = new Int32Array(score.length);
  const worse = new Int32Array(score.length);
  const classes = classesOf(variance);
  for (const upper of classes)
    for (const lower of classes) countPairs(score, variance, zSquared, upper, lower, better, worse);
  return { better, worse };
}

/**
 * The definition of groups, and so of the first group; arrays run from the best score to the worst. The first group is a
 * confidence set for the best: it holds the truly best of all with probability `interval` at least. Among n vendors it leaves out those
 * that somebody is ahead of by z standard deviations of the difference, z = Phi^-1(interval^(1 / (n - 1))): the truly best is left
 * out only if one of n - 1 differences errs by so much, and these correlate positively (Sidak 1967; subset selection, Gupta 1965).
 * Among very few vendors z is that of a single pair, so that nobody is left out whom nobody is surely ahead of. The next group is
 * the same among the rest, and so on.
 *
 * Only those can leave anybody out who have no other above them with a smaller variance.
 */
function groupsOf(score: Float64Array, variance: Float64Array, { tie, interval }: Certainty): Int32Array {
  const group = new Int32Array(score.length);
  let remaining = Int32Array.from(score, (_, i) => i);
  for (let g = 1; remaining.length > 0; g++) {
    const z = normalQuantile(Math.max(tie, power(interval, 1 / Math.max(1, remaining.length - 1))));
    const deciding: number[] = [];
    remaining = remaining.filter((i) => {
      const own = score[i];
      const spread = variance[i];
      const out = deciding.some((j) => ahead(score[j] - own, variance[j] + spread, z * z));
      if (deciding.length === 0 || spread < variance[deciding[deciding.length - 1]]) deciding.push(i);
      if (!out) group[i] = g;
      return out;
    });
  }
  return group;
}

/**
 * Places of all vendors at once: with probability `interval` at least, every vendor's true place lies within its own two ends. Two
 * vendors count as ordered when they differ by q / sqrt(2) standard deviations of the difference, q the quantile of the range of n
 * standard normals (Tukey-Kramer, conservative for unequal variances: Hayter 1984; rank sets as Mogstad, Romano, Shaikh and Wilhelm
 * 2024 make them from simultaneous intervals of differences). Entry i belongs to the i-th score given.
 */
export function jointRanks(
  scores: ArrayLike<number>,
  sds: ArrayLike<number>,
  interval: number,
): Pick<Ranks, 'low' | 'high'> {
  const n = scores.length;
  const order = Int32Array.from({ length: n }, (_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
  const score = Float64Array.from(order, (i) => scores[i]);
  const variance = Float64Array.from(order, (i) => sds[i] ** 2);
  const { better, worse } = surePairs(score, variance, rangeQuantile(n, interval) ** 2 / 2);
  const low = new Int32Array(n);
  const high = new Int32Array(n);
  order.forEach((v, i) => {
    low[v] = 1 + better[i];
    high[v] = n - worse[i];
  });
  return { low, high };
}

/**
 * The value that the range of n independent standard normals stays below with probability `p` (studentised range with known variance):
 * P(range <= q) = n x integral of phi(z) (Phi(z) - Phi(z - q))^(n - 1). Midpoint rule and bisection, to 1e-6. 0 for n below 2.
 */
export function rangeQuantile(n: number, p: number): number {
  if (n < 2) return 0;
  const nodes = Array.from({ length: RANGE_NODES }, (_, i) => -RANGE_END + ((i + 0.5) * 2 * RANGE_END) / RANGE_NODES);
  const density = nodes.map((z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
  const below = nodes.map((z) => normalCdf(z));
  const probability = (q: number): number =>
    nodes.reduce((sum, z, i) => sum + density[i] * power(below[i] - normalCdf(z - q), n - 1), 0) *
    ((n * 2 * RANGE_END) / RANGE_NODES);
  let low = 0;
  let high = 4 * RANGE_END;
  while (high - low > 1e-7) {
    const middle = (low + high) / 2;
    if (probability(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const RANGE_NODES = 512;
const RANGE_END = 8;
