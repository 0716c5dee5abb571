/**
 * Posterior draws: what the scores could be, given what has been told. Each draw of each measure of each vendor is a hash
 * of (seed, vendor, measure, draw), so a new vendor or measure changes nobody else's draws, and the same tree gives the
 * same draws on every machine.
 */
import type { Method } from '../schema/method.ts';
import { betaQuantiles } from './beta.ts';
import { hashText, mix, word } from './hash.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import type { SurveyMeasure } from './plan.ts';
import { measurePoints } from './posteriors.ts';
import { type Loadings, type Overlap, SHARED } from './correlation.ts';

/** Draws fall on this many equally likely steps of a distribution; 2,000 draws cannot tell them from a continuum. */
const STEPS = 8192;
const SHIFT = 32 - Math.log2(STEPS);
/** Standard normal at the middle of each step. */
const NORMAL_STEPS = Float64Array.from({ length: STEPS }, (_, i) => normalQuantile((i + 0.5) / STEPS));
/** Steps of a Beta distribution, tabulated afresh for every vendor and share. */
const BETA_STEPS = 256;

/** Seed of one vendor's measure. */
export function drawSeed(seed: string, slug: string, measure: string): number {
  return mix(hashText(seed) ^ Math.imul(hashText(slug), 0x9e3779b1) ^ Math.imul(hashText(`m/${measure}`), 0x85ebca77));
}

/** Stands for the facts among the measures' seeds; no measure can be called so, since ids have no blanks. */
export const FACTS = 'the facts';

/** Parameters of one vendor's posterior on one measure. */
export interface DrawnPosterior {
  mean: number;
  sd: number;
  /** How many rows of full weight it is worth: the Beta's alpha + beta for a share. */
  worth: number;
  /** Share of its variance that is noise of the vendor's rows, 0..1. */
  rowShare: number;
  loadings: Loadings;
}

/** Standard normal deviates of each draw that measures of one vendor share, and how much of them each takes. */
export interface SharedDraws {
  overlap: Overlap;
  /** Shared by all measures. */
  vendor: Float64Array;
  /** Shared by the measures of one source. */
  rows: Record<SurveyMeasure['source'], Float64Array>;
}

/** Worked on by one call at a time: the standard normal deviate of each draw. */
let deviates = new Float64Array(0);

/**
 * Fills `deviates` with standard normal deviates that correlate between measures as `jointVariance` says: with f the share of
 * row noise and l the loadings, l_vendors sqrt(1 - f) x the vendor's + l_rows sqrt(f overlap) x the source's + the rest of its own.
 */
function deviate(
  rounds: number,
  seed: number,
  source: SurveyMeasure['source'],
  { rowShare, loadings }: DrawnPosterior,
  shared: SharedDraws | undefined,
): void {
  if (deviates.length < rounds) deviates = new Float64Array(rounds);
  const ofVendor = shared ? loadings.vendors * Math.sqrt(1 - rowShare) : 0;
  const ofRows = shared ? loadings.rows * Math.sqrt(rowShare * shared.overlap[source]) : 0;
  const own = Math.sqrt(Math.max(0, 1 - ofVendor ** 2 - ofRows ** 2));
  for (let b = 0; b < rounds; b++) deviates[b] = own * NORMAL_STEPS[word(seed, b) >>> SHIFT];
  if (!shared) return;
  const { vendor } = shared;
  const rows = shared.rows[source];
  for (let b = 0; b < rounds; b++) deviates[b]! += ofVendor * vendor[b] + ofRows * rows[b];
}

/** What the measures of vendor `slug` have in common in each draw. */
export function sharedDraws(
  { draws, seed }: Pick<Method['uncertainty'], 'draws' | 'seed'>,
  overlap: Overlap,
  slug: string,
): SharedDraws {
  const of = (name: string): Float64Array => {
    const deviates = new Float64Array(draws);
    addNormalDraws(deviates, 1, drawSeed(seed, slug, name));
    return deviates;
  };
  return {
    overlap,
    vendor: of(SHARED.vendors),
    rows: { review: of(SHARED.review), observation: of(SHARED.observation) },
  };
}

/** Which of the `BETA_STEPS` equally likely steps a standard normal deviate falls on, at every 1/400 between -5 and 5. */
const BETA_STEP_OF = Uint8Array.from({ length: 4001 }, (_, i) =>
  Math.min(BETA_STEPS - 1, Math.floor(normalCdf(i / 400 - 5) * BETA_STEPS)),
);

/**
 * Adds `coefficient` x points of draw b to `into[b]`, for every b. Ratings: normal around the posterior mean on the rating's
 * scale; durations: normal in ln(minutes); shares: Beta. Points are cut to 0..100 draw by draw. With `shared`, the better
 * side of this measure comes up together with that of the vendor's other measures (a Gaussian copula).
 */
export function addDraws(
  into: Float64Array,
  measure: Pick<SurveyMeasure, 'source' | 'kind' | 'goalposts'>,
  posterior: DrawnPosterior,
  coefficient: number,
  seed: number,
  shared?: SharedDraws,
): void {
  deviate(into.length, seed, measure.source, posterior, shared);
  if (measure.kind === 'share') {
    const quantiles = betaQuantiles(
      posterior.mean * posterior.worth,
      (1 - posterior.mean) * posterior.worth,
      BETA_STEPS,
    );
    for (let b = 0; b < into.length; b++) {
      const at = Math.max(0, Math.min(4000, Math.round((deviates[b] + 5) * 400)));
      into[b]! += coefficient * 100 * quantiles[BETA_STEP_OF[at]];
    }
    return;
  }
  const { worst, best, scale } = measure.goalposts;
  // A high deviate is to mean a good result, whichever end of the scale is the good one.
  const sd = best < worst ? -posterior.sd : posterior.sd;
  const straight = (measure.kind === 'duration') === (scale === 'ln');
  if (!straight) {
    for (let b = 0; b < into.length; b++)
      into[b]! += coefficient * measurePoints(measure, posterior.mean + sd * deviates[b]);
    return;
  }
  // Points are a straight line in the drawn x: slope and offset once, then only a cut at both ends.
  const from = scale === 'ln' ? Math.log(worst) : worst;
  const to = scale === 'ln' ? Math.log(best) : best;
  const slope = (100 * sd) / (to - from);
  const middle = (100 * (posterior.mean - from)) / (to - from);
  for (let b = 0; b < into.length; b++) {
    const points = middle + slope * deviates[b];
    into[b]! += coefficient * (points < 0 ? 0 : points > 100 ? 100 : points);
  }
}

/** Adds a normal deviate of standard deviation `sd` to each draw: what the facts' part of a score could be off by. */
export function addNormalDraws(into: Float64Array, sd: number, seed: number): void {
  if (sd === 0) return;
  for (let b = 0; b < into.length; b++) into[b]! += sd * NORMAL_STEPS[word(seed, b) >>> SHIFT];
}

/** The value below which a share `p` of the values lies (type 7 of Hyndman & Fan 1996); `sorted` ascending, not empty. */
export function quantileOf(sorted: ArrayLike<number>, p: number): number {
  const h = (sorted.length - 1) * p;
  const i = Math.floor(h);
  const a = sorted[i];
  return a + (h - i) * (sorted[Math.min(i + 1, sorted.length - 1)] - a);
}

/** How often each of n vendors stands where, over the draws. */
export interface DrawnRanks {
  /** Rank at the two ends of the interval. */
  low: Int32Array;
  high: Int32Array;
  /** Share of draws in which it is first, and among the best three. */
  first: Float64Array;
  topThree: Float64Array;
}

/**
 * Ranks the vendors in every draw. `draws[i]` holds vendor i's scores, all of one length. `interval` such as 0.9 gives
 * the 5 % and 95 % ranks. Equal scores of a draw share the better rank, as places do: vendors that nothing uncertain sets
 * apart must not be told apart by their names.
 */
export function drawnRanks(draws: readonly Float64Array[], interval: number): DrawnRanks {
  const n = draws.length;
  const rounds = draws[0]?.length ?? 0;
  const ranks = rankEveryDraw(draws, rounds);
  const own = n < 65_536 ? new Uint16Array(rounds) : new Uint32Array(rounds);
  const out: DrawnRanks = {
    low: new Int32Array(n),
    high: new Int32Array(n),
    first: new Float64Array(n),
    topThree: new Float64Array(n),
  };
  const tail = (1 - interval) / 2;
  for (let i = 0; i < n; i++) {
    ranks.forEach((block, k) =>
      own.set(block.subarray(i * BLOCK, i * BLOCK + Math.min(BLOCK, rounds - k * BLOCK)), k * BLOCK),
    );
    own.sort();
    out.low[i] = Math.round(quantileOf(own, tail));
    out.high[i] = Math.round(quantileOf(own, 1 - tail));
    out.first[i] = countUpTo(own, 1) / rounds;
    out.topThree[i] = countUpTo(own, 3) / rounds;
  }
  return out;
}

/** Draws ranked at a time: memory is then walked in runs, which at 10,000 vendors takes a fifth of the time. */
const BLOCK = 32;

/** Ranks in blocks of draws: the rank of vendor i in draw `k * BLOCK + b` is entry `i * BLOCK + b` of block k. */
function rankEveryDraw(draws: readonly Float64Array[], rounds: number): (Uint16Array | Uint32Array)[] {
  const n = draws.length;
  const blocks: (Uint16Array | Uint32Array)[] = [];
  // Score and index share one number, so that sorting numbers sorts vendors; 2^-22 points is the finest step.
  const bits = 2 ** Math.ceil(Math.log2(Math.max(2, n)));
  const keys = Array.from({ length: BLOCK }, () => new Float64Array(n));
  for (let from = 0; from < rounds; from += BLOCK) {
    const size = Math.min(BLOCK, rounds - from);
    const block = n < 65_536 ? new Uint16Array(n * BLOCK) : new Uint32Array(n * BLOCK);
    draws.forEach((own, i) => {
      for (let b = 0; b < size; b++) (keys[b] as Float64Array)[i] = Math.round(own[from + b] * -4_194_304) * bits + i;
    });
    for (let b = 0; b < size; b++) {
      const sorted = (keys[b] as Float64Array).sort();
      let rank = 0;
      let last = Number.NaN;
      for (let r = 0; r < n; r++) {
        const key = sorted[r];
        const score = Math.floor(key / bits);
        if (score !== last) rank = r + 1;
        last = score;
        block[(key - score * bits) * BLOCK + b] = rank;
      }
    }
    blocks.push(block);
  }
  return blocks;
}

/** How many entries of an ascending list are at most `limit`. */
function countUpTo(sorted: ArrayLike<number>, limit: number): number {
  let count = 0;
  while (count < sorted.length && sorted[count] <= limit) count += 1;
  return count;
}
