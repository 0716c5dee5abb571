/**
 * Checks intervals on data that the scores have not seen: rows are split in two, one half is scored, the other half shows how
 * far the scores were off. Nothing here enters a score.
 */
import type { Dataset, ObservationTable, ReviewTable } from '../schema/dataset.ts';
import { MODERATION_STATES } from '../schema/words.ts';
import { completeCensored } from './censored.ts';
import { measuresVariance, overallCoefficients } from './composite.ts';
import { type Loadings, type MeasuredRows, type Overlap, PairSums, type WeightedRows, direction, fallbackLoadings, jointVariance, rowsOf } from './correlation.ts';
import { dateOfDay, daysSinceEpoch } from './days.ts';
import { hashText, mix, word } from './hash.ts';
import { type Market, scoreMarket } from './market.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import type { Plan } from './plan.ts';
import { fixedPrior } from './posteriors.ts';
import { observationWeights, reviewWeights, rowsByVendor } from './row-weights.ts';
import type { ScoredVendor } from './scored-vendor.ts';
import { emptySummaries, summarise } from './summaries.ts';

/** `random`: each row falls into either half by chance. `time`: the scored half is what was known on the middle day. */
export type Split = 'random' | 'time';

/** How often intervals hold the truth, judged by the held-out half and corrected for that half's own noise. */
export interface Calibration {
  /** Vendors with rows in both halves. */
  vendors: number;
  /**
   * Share of intervals that hold the truth, 0..1. With r^2 = (squared error - noise variance of the held-out half) / stated
   * variance, both summed over vendors with weights 1 / (stated variance + noise)^2, it is P(|N(0, r^2)| <= z).
   */
  coverage: number;
  /** 90 % interval of `coverage` when the vendors are redrawn. */
  low: number;
  high: number;
  /** Mean width of the intervals; points for the overall score, the scale that is averaged for one measure. */
  width: number;
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
  /** Of the part of the overall score that reviews and contacts make up; absent when no vendor has rows in both halves. */
  overall?: Calibration;
  /** By id of the measure, without those that no vendor has rows of in both halves. */
  measures: readonly { id: string; calibration: Calibration }[];
  pairs: ReversedPairs;
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
const MOST_PAIRED = 2000;

/** One comparison of a vendor's estimate with what its held-out rows say. */
interface Comparison {
  vendor: number;
  /** Estimate minus held-out value. */
  error: number;
  /** Stated variance of the estimate, and variance of the held-out value by its own noise. */
  stated: number;
  noise: number;
}

/** What one split gives. */
interface Compared {
  overall: Comparison[];
  measures: Map<string, Comparison[]>;
  pairs: ReversedPairs;
}

/** Splits the rows of a workspace at random (`repeats` times) and by time, and compares halves. Deterministic in `seed`. */
export function holdOut(dataset: Dataset, settings: HoldOutSettings): HoldOut[] {
  const random = Array.from({ length: settings.repeats }, (_, r) => compareHalves(...randomHalves(dataset, `${settings.seed}/${r}`)));
  return [summary('random', random, dataset, settings), summary('time', [compareHalves(...halvesInTime(dataset))], dataset, settings)];
}

/** The scored and the held-out half as datasets of their own. */
type Halves = [scored: Dataset, heldOut: Dataset];

export function randomHalves(dataset: Dataset, name: string): Halves {
  const seed = hashText(name);
  const half = (which: number): Dataset => {
    const wanted = (id: string): boolean => (word(mix(seed), hashText(id)) & 1) === which;
    return withRows(dataset, (table, row) => wanted(table.id[row] ?? ''));
  };
  return [half(0), half(1)];
}

/**
 * The scored half is what was known at the end of the middle day of all rows. Held-out rows are seen from that day as rows
 * before it are: the closer to it, the more they count.
 */
function halvesInTime(dataset: Dataset): Halves {
  const { reviews, observations } = dataset;
  const days = [...reviews.day.filter((_, row) => reviews.moderation[row] === PUBLISHED), ...observations.day].sort((a, b) => a - b);
  const middle = days[(days.length - 1) >> 1] ?? 0;
  const mirror = <T extends { day: Int32Array }>(table: T): T => ({ ...table, day: table.day.map((day) => 2 * middle - day) });
  const release = { ...dataset.release, asOf: dateOfDay(middle) };
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
    reviews: { ...pickRows(reviews, reviewRows), answers: reviews.answers.map((a) => pick(a, reviewRows)), text: none, language: none, moderationReason: none },
    observations: { ...pickRows(observations, contactRows), values: observations.values.map((a) => pick(a, contactRows)) },
  };
}

/** All columns of a table that hold one entry a row, for the chosen rows. */
function pickRows<T extends ReviewTable | ObservationTable>(table: T, rows: Int32Array): T {
  const columns = Object.entries(table).map(([name, column]: [string, unknown]) => {
    if (column instanceof Int32Array || column instanceof Uint8Array) return [name, pick(column, rows)];
    return [name, column];
  });
  return { ...Object.fromEntries(columns), count: rows.length, id: Array.from(rows, (row) => table.id[row] ?? '') } as T;
}

function pick<A extends Int32Array | Uint8Array | Float64Array>(column: A, rows: Int32Array): A {
  const picked = new (column.constructor as new (length: number) => A)(rows.length);
  rows.forEach((row, i) => (picked[i] = column[row] as number));
  return picked;
}

export function compareHalves(scored: Dataset, heldOut: Dataset): Compared {
  const market = scoreMarket(scored, { draws: 0 });
  const held = heldOutStatistics(heldOut, market);
  const measures = new Map<string, Comparison[]>();
  const { plan, posteriors } = market;
  const vendors = scored.vendors.flatMap((_, v) => (market.scored[v]?.overall ? [v] : []));
  plan.measures.forEach((measure, m) => {
    const own = vendors.flatMap((vendor): Comparison[] => {
      const at = vendor * plan.measures.length + m;
      const value = held.mean[at] as number;
      if (Number.isNaN(value) || (posteriors.weight[at] as number) === 0) return [];
      return [{ vendor, error: (posteriors.mean[at] as number) - value, stated: (posteriors.sd[at] as number) ** 2, noise: ((held.rowVariance[m] as number) * (held.squaredWeight[at] as number)) / (held.weight[at] as number) ** 2 }];
    });
    if (own.length > 0) measures.set(measure.id, own);
  });
  const overall = compareOverall(scored, heldOut, market, held, vendors);
  return { overall: overall.map(({ comparison }) => comparison), measures, pairs: comparePairs(overall, scored.method.uncertainty.tie) };
}

/** What held-out rows say, by `vendor * measures + measure`: a mean of NaN where there are none. */
interface HeldOut {
  mean: Float64Array;
  weight: Float64Array;
  squaredWeight: Float64Array;
  /** Variance of a row, by measure. */
  rowVariance: Float64Array;
  rows: WeightedRows;
}

function heldOutStatistics(dataset: Dataset, { plan, posteriors }: Market): HeldOut {
  const { method, vendors } = dataset;
  const today = daysSinceEpoch(dataset.release.asOf);
  const byVendor = { review: rowsByVendor(dataset.reviews, vendors.length), observation: rowsByVendor(dataset.observations, vendors.length) };
  const weights = { review: reviewWeights(dataset.reviews, byVendor.review, method, today), observation: observationWeights(dataset.observations, method, today) };
  const measures = plan.measures.length;
  const summaries = emptySummaries(vendors.length, measures);
  const floor = method.observations.floorMinutes;
  summarise(summaries, plan, { kind: 'review', rows: dataset.reviews }, byVendor.review, weights.review, floor, { today, halfLifeDays: method.reviews.halfLifeDays });
  summarise(summaries, plan, { kind: 'observation', rows: dataset.observations }, byVendor.observation, weights.observation, floor, { today, halfLifeDays: method.observations.halfLifeDays });
  const size = vendors.length * measures;
  const held: HeldOut = {
    mean: new Float64Array(size).fill(Number.NaN),
    weight: new Float64Array(size),
    squaredWeight: new Float64Array(size),
    rowVariance: new Float64Array(measures),
    rows: { byVendor, weights },
  };
  plan.measures.forEach((measure, m) => {
    const prior = posteriors.priors[m];
    if (!prior) return;
    const column = (array: Float64Array): Float64Array => Float64Array.from(vendors, (_, v) => array[v * measures + m] as number);
    const own = { count: column(summaries.count), weight: column(summaries.weight), squaredWeight: column(summaries.squaredWeight), sum: column(summaries.sum), squares: column(summaries.squares) };
    const neverAnswered = { weight: column(summaries.censored), squaredWeight: column(summaries.censoredSquares) };
    // The spread of durations includes contacts never answered, which only the model places.
    held.rowVariance[m] = measure.kind === 'duration' ? prior.variance : (rowVariance(own) ?? prior.variance);
    const { weight, squaredWeight, sum } = measure.kind === 'duration' ? completeCensored(own, neverAnswered, Math.log(measure.window), fixedPrior(prior)).effective : own;
    for (let v = 0; v < vendors.length; v++) {
      if ((weight[v] as number) === 0) continue;
      const at = v * measures + m;
      held.mean[at] = (sum[v] as number) / (weight[v] as number);
      held.weight[at] = weight[v] as number;
      held.squaredWeight[at] = squaredWeight[v] as number;
    }
  });
  return held;
}

/** Variance of a row about its vendor's mean: sum of squares within vendors over sum(W - Q / W); undefined when nothing is left over. */
function rowVariance({ weight, squaredWeight, sum, squares }: Record<'weight' | 'squaredWeight' | 'sum' | 'squares', Float64Array>): number | undefined {
  let within = 0;
  let freedom = 0;
  weight.forEach((own, v) => {
    if (own === 0) return;
    within += Math.max(0, (squares[v] as number) - (sum[v] as number) ** 2 / own);
    freedom += Math.max(0, own - (squaredWeight[v] as number) / own);
  });
  return freedom > 1e-9 && within > 0 ? within / freedom : undefined;
}

/** What the measures with held-out rows say of the overall score of one vendor, in points. */
interface OverallComparison {
  comparison: Comparison;
  /** The overall score by the scored half, and its variance. */
  score: number;
  variance: number;
}

/**
 * Compares the part of the overall score that comes from measures with held-out rows. Points are taken as a straight line at the
 * estimate: a single answer lies at an end of the scale, where points are cut off. The noise of the held-out value correlates between
 * answers of one row, as much as the held-out rows of the market show.
 */
function compareOverall(scored: Dataset, heldOut: Dataset, { plan, posteriors, scored: own }: Market, held: HeldOut, vendors: readonly number[]): OverallComparison[] {
  const parts = new Map(vendors.map((v) => [v, heldOutRows(plan, held, v)]));
  const sums = new PairSums(plan.measures.length);
  const overlaps = new Map(vendors.map((v) => [v, sums.add(parts.get(v) ?? [], posteriors.priors, rowsOf(plan, heldOut, held.rows, v), true)]));
  const priors = posteriors.priors.map((prior, m) => prior && { ...prior, variance: held.rowVariance[m] as number });
  const loadings = sums.loadings(priors, 1, fallbackLoadings(scored.method));
  return vendors.flatMap((vendor) => {
    const at = vendor * plan.measures.length;
    const rows = parts.get(vendor) ?? [];
    const { dimensions, overall } = own[vendor] as ScoredVendor;
    if (overall === undefined || !rows.some(({ index }) => (posteriors.weight[at + index] as number) > 0)) return [];
    const coefficients = overallCoefficients(plan, scored.method, dimensions);
    const slope = (m: number): number => ((coefficients[m] as number) * (posteriors.pointsSd[at + m] as number)) / (posteriors.sd[at + m] as number);
    const noise = rows.map(({ index, measure, weight, squaredWeight }) => ({
      source: measure.source,
      spread: (slope(index) * Math.sqrt((held.rowVariance[index] as number) * squaredWeight)) / weight,
      rowShare: 1,
      loadings: loadings[index] as Loadings,
    }));
    const comparison = {
      vendor,
      error: rows.reduce((sum, { index, measure, mean }) => sum + slope(index) * direction(measure) * ((posteriors.mean[at + index] as number) - mean), 0),
      stated: measuresVariance(plan, rows.map(({ index }) => [index, coefficients[index] as number] as const), posteriors, vendor),
      noise: jointVariance(noise, overlaps.get(vendor) as Overlap),
    };
    return [{ comparison, score: overall.score, variance: overall.sd ** 2 }];
  });
}

/** The measures that a vendor has held-out rows of. */
function heldOutRows(plan: Plan, held: HeldOut, v: number): MeasuredRows[] {
  return plan.measures.flatMap((measure, index) => {
    const at = v * plan.measures.length + index;
    const mean = held.mean[at] as number;
    return Number.isNaN(mean) ? [] : [{ index, measure, mean, weight: held.weight[at] as number, squaredWeight: held.squaredWeight[at] as number }];
  });
}

/** Pairs that are surely ordered by `certainty`; the held-out half reverses one when its errors outweigh the difference. */
function comparePairs(scores: readonly OverallComparison[], certainty: number): ReversedPairs {
  const pairs = { sure: 0, reversed: 0, expected: 0 };
  if (scores.length > MOST_PAIRED) return pairs;
  const z = normalQuantile(certainty);
  scores.forEach((a, i) => {
    for (const b of scores.slice(i + 1)) {
      const difference = a.score - b.score;
      if (difference === 0 || Math.abs(difference) <= z * Math.sqrt(a.variance + b.variance)) continue;
      pairs.sure += 1;
      const error = a.comparison.error - b.comparison.error;
      if ((difference - error) * Math.sign(difference) < 0) pairs.reversed += 1;
      const spread = a.comparison.stated + b.comparison.stated + a.comparison.noise + b.comparison.noise;
      pairs.expected += normalCdf(-Math.abs(difference) / Math.sqrt(spread));
    }
  });
  return pairs;
}

function summary(split: Split, found: readonly Compared[], dataset: Dataset, settings: HoldOutSettings): HoldOut {
  const z = normalQuantile((1 + dataset.method.uncertainty.interval) / 2);
  const ids = [...new Set(found.flatMap(({ measures }) => [...measures.keys()]))].sort();
  const overall = calibration(found.flatMap((f) => f.overall), z, settings);
  const add = (key: keyof ReversedPairs): number => found.reduce((sum, { pairs }) => sum + pairs[key], 0);
  return {
    split,
    ...(overall ? { overall } : {}),
    measures: ids.flatMap((id) => {
      const own = calibration(found.flatMap(({ measures }) => measures.get(id) ?? []), z, settings);
      return own ? [{ id, calibration: own }] : [];
    }),
    pairs: { sure: add('sure'), reversed: add('reversed'), expected: add('expected') },
  };
}

function calibration(comparisons: readonly Comparison[], z: number, { redraws, seed }: HoldOutSettings): Calibration | undefined {
  if (comparisons.length === 0) return undefined;
  const byVendor = new Map<number, { excess: number; stated: number }>();
  let width = 0;
  for (const { vendor, error, stated, noise } of comparisons) {
    const weight = 1 / (stated + noise) ** 2;
    const own = byVendor.get(vendor) ?? { excess: 0, stated: 0 };
    own.excess += weight * (error * error - noise);
    own.stated += weight * stated;
    byVendor.set(vendor, own);
    width += (2 * z * Math.sqrt(stated)) / comparisons.length;
  }
  const vendors = [...byVendor.values()];
  const of = (chosen: readonly { excess: number; stated: number }[]): number => {
    const ratio = chosen.reduce((sum, v) => sum + v.excess, 0) / chosen.reduce((sum, v) => sum + v.stated, 0);
    return ratio <= 0 ? 1 : 2 * normalCdf(z / Math.sqrt(ratio)) - 1;
  };
  const stream = hashText(`${seed}/redraws`);
  const redrawn = Float64Array.from({ length: redraws }, (_, r) => {
    const own = word(stream, r);
    return of(vendors.map((_, i) => vendors[Math.floor((word(own, i) / 2 ** 32) * vendors.length)] as { excess: number; stated: number }));
  }).sort();
  const at = (p: number): number => redrawn[Math.round(p * (redraws - 1))] ?? Number.NaN;
  return { vendors: vendors.length, coverage: of(vendors), low: at(0.05), high: at(0.95), width };
}
