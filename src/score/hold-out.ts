/**
 * Checks intervals on data that the scores have not seen: rows are split in two, one half is scored, the other half shows how
 * far the scores were off. Nothing here enters a score.
 */
import type { Dataset, ObservationTable, ReviewTable } from '../schema/dataset.ts';
import { MODERATION_STATES } from '../schema/words.ts';
import { completeCensored } from './censored.ts';
import { measuresVariance, overallCoefficients } from './composite.ts';
import {
  type Loadings,
  type MeasuredRows,
  type Overlap,
  PairSums,
  type WeightedRows,
  direction,
  fallbackLoadings,
  jointVariance,
  rowsOf,
} from './correlation.ts';
import { dayNumber, dayText } from '../schema/day.ts';
import { hashText, mix, word } from './hash.ts';
import { type Market, scoreMarket } from './market.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import type { Plan } from './plan.ts';
import { type Posteriors, fixedPrior, measurePoints } from './posteriors.ts';
import { observationWeights, reviewWeights, rowsByVendor } from './row-weights.ts';
import type { ScoredVendor } from './scored-vendor.ts';
import { PERIODS, type Periods, emptySummaries, periodSums, summarise } from './summaries.ts';
import { compareText } from '../schema/order.ts';

/** `random`: rows fall into either half by chance. `time`: the scored half is what was known on the middle day. */
export type Split = 'random' | 'time';

/** How often intervals hold the true value, judged by the held-out half and corrected for that half's own noise. */
export interface Calibration {
  /** Vendors with rows in both halves. */
  vendors: number;
  /**
   * Share of intervals that hold the true value, 0..1. With r^2 = (squared error - noise variance of the held-out half) / stated
   * variance, both summed over vendors with weights 1 / (stated variance + noise)^2, it is P(|N(0, r^2)| <= z).
   */
  coverage: number;
  /** 90 % interval of `coverage` when the vendors are redrawn. */
  low: number;
  high: number;
  /** Mean width of the intervals; points for the overall score, the scale that is averaged for one measure. */
  width: number;
}

/** The intervals of one measure. */
export interface MeasureCalibration extends Calibration {
  id: string;
  /**
   * Split in time only: how far the whole market moved from the scored half to the held-out one, in points of the measure at the
   * market's mean, above 0 = better. It is taken off before errors are compared: an interval is of a vendor as of the day of scoring.
   * Where the method's fallback stands in for the market's mean, what that is off by is part of it.
   */
  shift?: number;
}

/** Pairs that the scored half calls surely ordered, and how many of them the held-out half has the other way round. */
export interface ReversedPairs {
  sure: number;
  reversed: number;
  /** How many the stated uncertainty and the noise of the held-out half lead to expect. */
  expected: number;
}

/** What one way of splitting found. */
export interface HoldOut {
  split: Split;
  /** Of the part of the overall score that reviews and contacts make up; absent where fewer than two vendors can be compared. */
  overall?: Calibration;
  /** In the order of ids, without measures on which fewer than two vendors can be compared. */
  measures: readonly MeasureCalibration[];
  /** Absent in markets of more than `MOST_VENDORS_FOR_PAIRS` vendors. */
  pairs?: ReversedPairs;
}

export interface HoldOutSettings {
  /** Random splits that are pooled. */
  repeats: number;
  /** Times that the vendors are redrawn for the interval of a coverage. */
  redraws: number;
  seed: string;
}

const PUBLISHED = MODERATION_STATES.indexOf('published');
/** Pairs of more vendors than this are not compared: their number grows with the square. */
const MOST_VENDORS_FOR_PAIRS = 2000;
/** Smallest variance that is tested, in squared points. */
const LEAST_VARIANCE = 1e-9;

/** One comparison of a vendor's estimate with what its held-out rows say. */
interface Comparison {
  vendor: number;
  /** Estimate minus held-out value. */
  error: number;
  /** Variance of the estimate as stated, as far as this split can test it. */
  tested: number;
  /** The whole variance as stated, which makes the width of the interval. */
  stated: number;
  /** Variance of the held-out value by the noise of its rows, and what change over time adds to the difference. */
  noise: number;
}

/** What one split gives. */
interface Compared {
  /** Index of the market that was split. */
  market: number;
  overall: Comparison[];
  measures: Map<string, Comparison[]>;
  /** Points by measure, see `MeasureCalibration.shift`. */
  shifts: Map<string, number>;
  pairs: ReversedPairs | undefined;
}

/**
 * Splits the rows of a workspace at random (`repeats` times) and in time, and compares halves. Deterministic in `seed`, and the order
 * of rows makes no difference.
 */
export function holdOut(dataset: Dataset, settings: HoldOutSettings): HoldOut[] {
  return pooledHoldOut([dataset], settings);
}

/** The same over several markets of one method, whose vendors are pooled. @throws RangeError without any. */
export function pooledHoldOut(markets: readonly Dataset[], settings: HoldOutSettings): HoldOut[] {
  const interval = markets[0]?.method.uncertainty.interval;
  if (interval === undefined) throw new RangeError('no market');
  const random = Array.from({ length: settings.repeats }, (_, r) => r);
  const own = (compared: Compared, market: number): Compared => ({ ...compared, market });
  return [
    summary(
      'random',
      markets.flatMap((dataset, m) =>
        random.map((r) => own(compareHalves('random', ...randomHalves(dataset, `${settings.seed}/${r}`)), m)),
      ),
      interval,
      settings,
    ),
    summary(
      'time',
      markets.map((dataset, m) => own(compareHalves('time', ...halvesInTime(dataset)), m)),
      interval,
      settings,
    ),
  ];
}

/** The scored and the held-out half as datasets of their own. */
type Halves = [scored: Dataset, heldOut: Dataset];

/**
 * Every timed contact falls into either half by its id, and so do all reviews of one vendor by one reviewer together, of which often only
 * one counts. Reviews of one day by several people may fall into both: what such a day has in common is not tested.
 */
function randomHalves(dataset: Dataset, name: string): Halves {
  const seed = mix(hashText(name));
  const leading = leadingReviews(dataset.reviews);
  const halfOf = (table: ReviewTable | ObservationTable, row: number): number => {
    const id = table === dataset.reviews ? leading[row] : table.id[row];
    return word(seed, hashText(id ?? '')) & 1;
  };
  return [
    withRows(dataset, (table, row) => halfOf(table, row) === 0),
    withRows(dataset, (table, row) => halfOf(table, row) === 1),
  ];
}

/** For each review the first id, by code units, among the reviews of the same vendor by the same reviewer. */
function leadingReviews({ count, vendor, reviewer, id }: ReviewTable): string[] {
  const keys = Array.from({ length: count }, (_, row) => `${vendor[row]}/${reviewer[row]}`);
  const first = new Map<string, string>();
  keys.forEach((key, row) => {
    const known = first.get(key);
    const own = id[row] as string;
    if (known === undefined || own < known) first.set(key, own);
  });
  return keys.map((key) => first.get(key) as string);
}

/**
 * The scored half is what was known at the end of the middle day of all rows. Held-out rows are seen from that day as rows
 * before it are: the closer to it, the more they count.
 */
function halvesInTime(dataset: Dataset): Halves {
  const { reviews, observations } = dataset;
  const days = [...reviews.day.filter((_, row) => reviews.moderation[row] === PUBLISHED), ...observations.day].sort(
    (a, b) => a - b,
  );
  const middle = days[(days.length - 1) >> 1] ?? 0;
  const mirror = <T extends { day: Int32Array }>(table: T): T => ({
    ...table,
    day: table.day.map((day) => 2 * middle - day),
  });
  const release = { ...dataset.release, asOf: dayText(middle) };
  const later = withRows(dataset, (table, row) => (table.day[row] as number) > middle);
  return [
    { ...withRows(dataset, (table, row) => (table.day[row] as number) <= middle), release },
    { ...later, reviews: mirror(later.reviews), observations: mirror(later.observations), release },
  ];
}

/** The dataset with the chosen rows alone, without texts. */
function withRows(dataset: Dataset, chosen: (table: ReviewTable | ObservationTable, row: number) => boolean): Dataset {
  const { reviews, observations } = dataset;
  const rowsOf = (table: ReviewTable | ObservationTable): Int32Array =>
    Int32Array.from({ length: table.count }, (_, row) => row).filter((row) => chosen(table, row));
  const reviewRows = rowsOf(reviews);
  const contactRows = rowsOf(observations);
  const none: ReadonlyMap<number, string> = new Map();
  return {
    ...dataset,
    reviews: {
      ...pickRows(reviews, reviewRows),
      answers: reviews.answers.map((a) => pick(a, reviewRows)),
      text: none,
      language: none,
      moderationReason: none,
    },
    observations: {
      ...pickRows(observations, contactRows),
      values: observations.values.map((a) => pick(a, contactRows)),
    },
  };
}

/** All columns of a table that hold one entry a row, for the chosen rows. */
function pickRows<T extends ReviewTable | ObservationTable>(table: T, rows: Int32Array): T {
  const columns = Object.entries(table).map(([name, column]: [string, unknown]) => {
    if (column instanceof Int32Array || column instanceof Uint8Array) return [name, pick(column, rows)];
    return [name, column];
  });
  return {
    ...Object.fromEntries(columns),
    count: rows.length,
    id: Array.from(rows, (row) => table.id[row] ?? ''),
  } as T;
}

function pick<A extends Int32Array | Uint8Array | Float64Array>(column: A, rows: Int32Array): A {
  const picked = new (column.constructor as new (length: number) => A)(rows.length);
  rows.forEach((row, i) => (picked[i] = column[row] as number));
  return picked;
}

function compareHalves(split: Split, scored: Dataset, heldOut: Dataset): Compared {
  const market = scoreMarket(scored, { draws: 0 });
  const held = heldOutStatistics(split, heldOut, market);
  const measures = new Map<string, Comparison[]>();
  const shifts = new Map<string, number>();
  const { plan, posteriors } = market;
  const tested = split === 'random' ? withoutChange(posteriors) : posteriors;
  const vendors = scored.vendors.flatMap((_, v) => (market.scored[v]?.overall ? [v] : []));
  // What the whole market moved by, on the scale that is averaged.
  const moved = new Float64Array(plan.measures.length);
  plan.measures.forEach((measure, m) => {
    const found = vendors.flatMap((vendor): Comparison[] => {
      const at = vendor * plan.measures.length + m;
      const value = held.mean[at] as number;
      if (Number.isNaN(value) || (posteriors.weight[at] as number) === 0) return [];
      return [
        {
          vendor,
          error: (posteriors.mean[at] as number) - value,
          tested: (tested.sd[at] as number) ** 2,
          stated: (posteriors.sd[at] as number) ** 2,
          noise: (held.rowNoise[at] as number) + (held.change[at] as number),
        },
      ];
    });
    if (found.length < 2) return;
    if (split === 'time') {
      moved[m] = -meanError(found);
      const mu = posteriors.priors[m]?.mu ?? 0;
      shifts.set(measure.id, measurePoints(measure, mu + (moved[m] as number)) - measurePoints(measure, mu));
    }
    measures.set(measure.id, split === 'time' ? corrected(found, () => moved[m] as number) : found);
  });
  const overall = compareOverall(scored, heldOut, market, tested, held, vendors);
  if (split === 'time') {
    const without = corrected(
      overall.map(({ comparison }) => comparison),
      (i) => overall[i]?.movedBy(moved) ?? 0,
    );
    overall.forEach((own, i) => (own.comparison = without[i] as Comparison));
  }
  return {
    market: 0,
    overall: overall.map(({ comparison }) => comparison),
    measures,
    shifts,
    pairs: comparePairs(overall, scored.method.uncertainty.tie),
  };
}

/** Mean error of the market, each vendor weighted by 1 / variance. */
function meanError(comparisons: readonly Comparison[]): number {
  const weight = ({ tested, noise }: Comparison): number => 1 / (tested + noise);
  return (
    comparisons.reduce((sum, c) => sum + weight(c) * c.error, 0) / comparisons.reduce((sum, c) => sum + weight(c), 0)
  );
}

/**
 * Errors with the market's shift added back. A mean that was estimated from the same errors lies closer to them than the true one: with h a
 * vendor's share of the weights, its squared error is expected to be 1 - h of its variance and is raised by that (MacKinnon & White 1985, HC2).
 */
function corrected(comparisons: readonly Comparison[], shift: (index: number) => number): Comparison[] {
  const total = comparisons.reduce((sum, { tested, noise }) => sum + 1 / (tested + noise), 0);
  return comparisons.map((c, i) => {
    const left = 1 - 1 / (c.tested + c.noise) / total;
    return { ...c, error: left > 1e-9 ? (c.error + shift(i)) / Math.sqrt(left) : 0 };
  });
}

/**
 * Random halves are of much the same days: how a vendor changed since then moves both alike, and hardly shows in their difference. So the part
 * of each variance that stands for change is left out of the test; what does show is noise (`changeBetween`).
 */
function withoutChange(known: Posteriors): Posteriors {
  const kept = known.sd.map((_, at) => {
    const prior = known.priors[at % known.measures];
    if (prior === undefined || prior.drift === 0) return 1;
    const change = (prior.drift * (known.ageWeight[at] as number)) / prior.variance;
    return 1 - change / (prior.k + (known.squaredWeight[at] as number) + change);
  });
  const scaled = (array: Float64Array): Float64Array => array.map((x, at) => x * Math.sqrt(kept[at] as number));
  return {
    ...known,
    sd: scaled(known.sd),
    pointsSd: scaled(known.pointsSd),
    rowShare: known.rowShare.map((x, at) => x / (kept[at] as number)),
  };
}

/** What held-out rows say, by `vendor * measures + measure`: a mean of NaN where there are none. */
interface HeldOut {
  mean: Float64Array;
  weight: Float64Array;
  squaredWeight: Float64Array;
  /** Variance of the mean by the noise of its rows. */
  rowNoise: Float64Array;
  /** Variance that change over time adds to the difference of both halves, as far as the estimate does not state it (`changeBetween`). */
  change: Float64Array;
  /** Variance of a row, by measure. */
  rowVariance: Float64Array;
  rows: WeightedRows;
}

function heldOutStatistics(split: Split, dataset: Dataset, { plan, posteriors, summaries: scored }: Market): HeldOut {
  const { method, vendors } = dataset;
  const today = dayNumber(dataset.release.asOf);
  const byVendor = {
    review: rowsByVendor(dataset.reviews, vendors.length),
    observation: rowsByVendor(dataset.observations, vendors.length),
  };
  const weights = {
    review: reviewWeights(dataset.reviews, byVendor.review, method, today),
    observation: observationWeights(dataset.observations, method, today),
  };
  const measures = plan.measures.length;
  const summaries = emptySummaries(vendors.length, measures);
  const floor = method.observations.floorMinutes;
  summarise(summaries, plan, { kind: 'review', rows: dataset.reviews }, byVendor.review, weights.review, floor, {
    today,
    halfLifeDays: method.reviews.halfLifeDays,
    dayCorrelation: method.reviews.dayCorrelation,
  });
  summarise(
    summaries,
    plan,
    { kind: 'observation', rows: dataset.observations },
    byVendor.observation,
    weights.observation,
    floor,
    { today, halfLifeDays: method.observations.halfLifeDays, dayCorrelation: 0 },
  );
  const size = vendors.length * measures;
  const held: HeldOut = {
    mean: new Float64Array(size).fill(Number.NaN),
    weight: new Float64Array(size),
    squaredWeight: new Float64Array(size),
    rowNoise: new Float64Array(size),
    change: new Float64Array(size),
    rowVariance: new Float64Array(measures),
    rows: { byVendor, weights },
  };
  // The ages of rows do not depend on what the market did from period to period.
  const unmoved = new Array<number>(PERIODS).fill(0);
  plan.measures.forEach((measure, m) => {
    const prior = posteriors.priors[m];
    if (!prior) return;
    const column = (array: Float64Array): Float64Array =>
      Float64Array.from(vendors, (_, v) => array[v * measures + m] as number);
    const own = {
      count: column(summaries.count),
      weight: column(summaries.weight),
      squaredWeight: column(summaries.squaredWeight),
      sum: column(summaries.sum),
      squares: column(summaries.squares),
    };
    const neverAnswered = { weight: column(summaries.censored), squaredWeight: column(summaries.censoredSquares) };
    const ageing = vendors.reduce(
      (sum, _, v) => sum + periodSums(summaries.periods, v * measures + m, unmoved).ageing,
      0,
    );
    // The spread of durations includes contacts never answered, which only the model places.
    held.rowVariance[m] =
      measure.kind === 'duration' ? prior.variance : (rowVariance(own, prior.drift * ageing) ?? prior.variance);
    const { weight, squaredWeight, sum } =
      measure.kind === 'duration'
        ? completeCensored(own, neverAnswered, Math.log(measure.window), fixedPrior(prior)).effective
        : own;
    for (let v = 0; v < vendors.length; v++) {
      if ((weight[v] as number) === 0) continue;
      const at = v * measures + m;
      held.mean[at] = (sum[v] as number) / (weight[v] as number);
      held.weight[at] = weight[v] as number;
      held.squaredWeight[at] = squaredWeight[v] as number;
      held.rowNoise[at] = ((held.rowVariance[m] as number) * (squaredWeight[v] as number)) / (weight[v] as number) ** 2;
      held.change[at] =
        prior.drift *
        changeBetween(
          split,
          [summaries.periods, weight[v] as number],
          [scored.periods, prior.k + (posteriors.weight[at] as number)],
          at,
        );
    }
  });
  return held;
}

/**
 * Variance that one unit of drift adds to the difference of both halves. In time the later rows are changed from the middle day onwards,
 * independently of what came before, which the estimate states itself: A / W^2 with A the `ageWeight` of the later rows. In random halves both
 * have followed the same random walk: with a_p the mean age in period p and u_p, h_p the parts of the period in the estimate and in the
 * held-out mean, sum over all pairs of (u_p - h_p) (u_q - h_q) min(a_p, a_q), each half having ages of its own.
 * @param heldOut sums of the held-out rows by period, and what they are divided by; the same for the scored rows.
 */
function changeBetween(
  split: Split,
  heldOut: readonly [Periods, number],
  scored: readonly [Periods, number],
  at: number,
): number {
  if (split === 'time') {
    const [periods, total] = heldOut;
    return periodSums(periods, at, new Array<number>(PERIODS).fill(0)).ageWeight / total ** 2;
  }
  const parts = [heldOut, scored].flatMap(([periods, total], half) =>
    Array.from({ length: PERIODS }, (_, p) => {
      const weight = periods.weight[at * PERIODS + p] as number;
      return {
        share: (half === 0 ? weight : -weight) / total,
        age: weight > 0 ? (periods.age[at * PERIODS + p] as number) / weight : 0,
      };
    }),
  );
  // Rounding can take a difference of equal halves below 0.
  return Math.max(
    0,
    parts.reduce((sum, a) => sum + parts.reduce((own, b) => own + a.share * b.share * Math.min(a.age, b.age), 0), 0),
  );
}

/**
 * Variance of a row about its vendor's mean: sum of squares within vendors, less what change over time adds to it, over sum(W - Q / W);
 * undefined when nothing is left over.
 */
function rowVariance(
  { weight, squaredWeight, sum, squares }: Record<'weight' | 'squaredWeight' | 'sum' | 'squares', Float64Array>,
  byChange: number,
): number | undefined {
  let within = 0;
  let freedom = 0;
  weight.forEach((own, v) => {
    if (own === 0) return;
    within += Math.max(0, (squares[v] as number) - (sum[v] as number) ** 2 / own);
    freedom += Math.max(0, own - (squaredWeight[v] as number) / own);
  });
  return freedom > 1e-9 && within > byChange ? (within - byChange) / freedom : undefined;
}

/** What the measures with held-out rows say of the overall score of one vendor, in points. */
interface OverallComparison {
  comparison: Comparison;
  /** The overall score by the scored half, and its variance. */
  score: number;
  variance: number;
  /** Points that the score moves by when the whole market moves by so much on each measure. */
  movedBy: (moved: Float64Array) => number;
}

/**
 * Compares the part of the overall score that comes from measures with held-out rows. Points are taken as a straight line at the
 * estimate: a single answer lies at an end of the scale, where points are cut off. The noise of the held-out value correlates between
 * answers of one row, as much as the held-out rows of the market show.
 */
function compareOverall(
  scored: Dataset,
  heldOut: Dataset,
  { plan, posteriors, scored: own }: Market,
  tested: Posteriors,
  held: HeldOut,
  vendors: readonly number[],
): OverallComparison[] {
  const parts = new Map(vendors.map((v) => [v, heldOutRows(plan, held, v)]));
  const sums = new PairSums(plan.measures.length);
  const overlaps = new Map(
    vendors.map((v) => [v, sums.add(parts.get(v) ?? [], posteriors.priors, rowsOf(plan, heldOut, held.rows, v), true)]),
  );
  const priors = posteriors.priors.map((prior, m) => prior && { ...prior, variance: held.rowVariance[m] as number });
  const loadings = sums.loadings(priors, 1, fallbackLoadings(scored.method));
  return vendors.flatMap((vendor) => {
    const at = vendor * plan.measures.length;
    const rows = parts.get(vendor) ?? [];
    const { dimensions, overall } = own[vendor] as ScoredVendor;
    if (overall === undefined || !rows.some(({ index }) => (posteriors.weight[at + index] as number) > 0)) return [];
    const coefficients = overallCoefficients(plan, scored.method, dimensions);
    const slope = (m: number): number =>
      ((coefficients[m] as number) * (posteriors.pointsSd[at + m] as number)) / (posteriors.sd[at + m] as number);
    const noise = rows.map(({ index, measure }) => {
      const rowNoise = held.rowNoise[at + index] as number;
      const variance = rowNoise + (held.change[at + index] as number);
      return {
        source: measure.source,
        spread: slope(index) * Math.sqrt(variance),
        rowShare: variance > 0 ? rowNoise / variance : 1,
        loadings: loadings[index] as Loadings,
      };
    });
    const used = rows.map(({ index }) => [index, coefficients[index] as number] as const);
    const comparison = {
      vendor,
      error: rows.reduce(
        (sum, { index, measure, mean }) =>
          sum + slope(index) * direction(measure) * ((posteriors.mean[at + index] as number) - mean),
        0,
      ),
      tested: measuresVariance(plan, used, tested, vendor),
      stated: measuresVariance(plan, used, posteriors, vendor),
      noise: jointVariance(noise, overlaps.get(vendor) as Overlap),
    };
    // At an end of the scale, where points are cut off, nothing is uncertain in points and nothing can be tested.
    if (comparison.tested < LEAST_VARIANCE) return [];
    const movedBy = (moved: Float64Array): number =>
      rows.reduce((sum, { index, measure }) => sum + slope(index) * direction(measure) * (moved[index] as number), 0);
    return [{ comparison, score: overall.score, variance: overall.sd ** 2, movedBy }];
  });
}

/** The measures that a vendor has held-out rows of. */
function heldOutRows(plan: Plan, held: HeldOut, v: number): MeasuredRows[] {
  return plan.measures.flatMap((measure, index) => {
    const at = v * plan.measures.length + index;
    const mean = held.mean[at] as number;
    return Number.isNaN(mean)
      ? []
      : [{ index, measure, mean, weight: held.weight[at] as number, squaredWeight: held.squaredWeight[at] as number }];
  });
}

/** Pairs that are surely ordered by `certainty`; the held-out half reverses one when its errors outweigh the difference. */
function comparePairs(scores: readonly OverallComparison[], certainty: number): ReversedPairs | undefined {
  const pairs = { sure: 0, reversed: 0, expected: 0 };
  if (scores.length > MOST_VENDORS_FOR_PAIRS) return undefined;
  const z = normalQuantile(certainty);
  scores.forEach((a, i) => {
    for (const b of scores.slice(i + 1)) {
      const difference = a.score - b.score;
      if (difference === 0 || Math.abs(difference) <= z * Math.sqrt(a.variance + b.variance)) continue;
      pairs.sure += 1;
      const error = a.comparison.error - b.comparison.error;
      if ((difference - error) * Math.sign(difference) < 0) pairs.reversed += 1;
      const spread = a.comparison.tested + b.comparison.tested + a.comparison.noise + b.comparison.noise;
      pairs.expected += normalCdf(-Math.abs(difference) / Math.sqrt(spread));
    }
  });
  return pairs;
}

function summary(split: Split, found: readonly Compared[], interval: number, settings: HoldOutSettings): HoldOut {
  const z = normalQuantile((1 + interval) / 2);
  const ids = [...new Set(found.flatMap(({ measures }) => [...measures.keys()]))].sort();
  const overall = calibration(
    found.map((f) => [f.market, f.overall]),
    z,
    settings,
  );
  const pairs = found.flatMap((f) => f.pairs ?? []);
  const add = (key: keyof ReversedPairs): number => pairs.reduce((sum, own) => sum + own[key], 0);
  return {
    split,
    ...(overall ? { overall } : {}),
    measures: ids.flatMap((id) => {
      const own = calibration(
        found.map(({ market, measures }) => [market, measures.get(id) ?? []]),
        z,
        settings,
      );
      const shift = found.length === 1 ? found[0]?.shifts.get(id) : undefined;
      return own ? [{ id, ...own, ...(shift === undefined ? {} : { shift }) }] : [];
    }),
    ...(pairs.length === found.length
      ? { pairs: { sure: add('sure'), reversed: add('reversed'), expected: add('expected') } }
      : {}),
  };
}

/** Coverage over all comparisons; undefined where they are of fewer than two vendors. */
function calibration(
  found: readonly (readonly [market: number, Comparison[]])[],
  z: number,
  { redraws, seed }: HoldOutSettings,
): Calibration | undefined {
  interface Sums {
    excess: number;
    stated: number;
  }
  const comparisons = found.flatMap(([market, own]) => own.map((c) => ({ ...c, key: `${market}/${c.vendor}` })));
  const byVendor = new Map<string, Sums>();
  let width = 0;
  for (const { key, error, tested, stated, noise } of comparisons) {
    const weight = 1 / (tested + noise) ** 2;
    const own = byVendor.get(key) ?? { excess: 0, stated: 0 };
    own.excess += weight * (error * error - noise);
    own.stated += weight * tested;
    byVendor.set(key, own);
    width += (2 * z * Math.sqrt(stated)) / comparisons.length;
  }
  if (byVendor.size < 2) return undefined;
  const vendors = [...byVendor].sort(([a], [b]) => compareText(a, b)).map(([, sums]) => sums);
  const coverage = (chosen: readonly Sums[]): number => {
    const ratio = chosen.reduce((sum, v) => sum + v.excess, 0) / chosen.reduce((sum, v) => sum + v.stated, 0);
    return ratio <= 0 ? 1 : 2 * normalCdf(z / Math.sqrt(ratio)) - 1;
  };
  const stream = hashText(`${seed}/redraws`);
  const redrawn = Float64Array.from({ length: redraws }, (_, r) => {
    const own = word(stream, r);
    return coverage(vendors.map((_, i) => vendors[Math.floor((word(own, i) / 2 ** 32) * vendors.length)] as Sums));
  }).sort();
  const quantile = (p: number): number => redrawn[Math.round(p * (redraws - 1))] as number;
  return { vendors: vendors.length, coverage: coverage(vendors), low: quantile(0.05), high: quantile(0.95), width };
}
