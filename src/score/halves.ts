/** Splits the rows of a workspace in two, and says what the half that was not scored tells of each vendor. */
import type { Dataset, ObservationTable, ReviewTable } from '../schema/dataset.ts';
import { MODERATION_STATES } from '../schema/words.ts';
import { completeCensored } from './censored.ts';
import type { WeightedRows } from './correlation.ts';
import { dayText, dayNumber } from '../schema/day.ts';
import { hashText, mix, word } from './hash.ts';
import type { Market } from './market.ts';
import { fixedPrior } from './posteriors.ts';
import { observationWeights, reviewWeights, rowsByVendor } from './row-weights.ts';
import { PERIODS, type Periods, emptySummaries, periodSums, summarise } from './summaries.ts';

/** `random`: rows fall into either half by chance. `time`: the scored half is what was known on the middle day. */
export type Split = 'random' | 'time';

const PUBLISHED = MODERATION_STATES.indexOf('published');

/** The scored and the held-out half as datasets of their own. */
export type Halves = [scored: Dataset, heldOut: Dataset];

/**
 * Every timed contact falls into either half by its id, and so do all reviews of one vendor by one reviewer together, of which often only
 * one counts. Reviews of one day by several people may fall into both: what such a day has in common is not tested.
 */
export function randomHalves(dataset: Dataset, name: string): Halves {
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
    const own = id[row];
    if (known === undefined || own < known) first.set(key, own);
  });
  return keys.map((key) => first.get(key) as string);
}

/**
 * The scored half is what was known at the end of the middle day of all rows. Held-out rows are seen from that day as rows
 * before it are: the closer to it, the more they count.
 */
export function halvesInTime(dataset: Dataset): Halves {
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
  const later = withRows(dataset, (table, row) => table.day[row] > middle);
  return [
    { ...withRows(dataset, (table, row) => table.day[row] <= middle), release },
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
  // Sums over reviews cannot be split in halves.
  const { summaries: _summaries, ...single } = dataset;
  return {
    ...single,
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
  rows.forEach((row, i) => (picked[i] = column[row]));
  return picked;
}

/** What held-out rows say, by `vendor * measures + measure`: a mean of NaN where there are none. */
export interface HeldOut {
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

export function heldOutStatistics(
  split: Split,
  dataset: Dataset,
  { plan, posteriors, summaries: scored }: Market,
): HeldOut {
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
    const column = (array: Float64Array): Float64Array => Float64Array.from(vendors, (_, v) => array[v * measures + m]);
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
      if (weight[v] === 0) continue;
      const at = v * measures + m;
      held.mean[at] = sum[v] / weight[v];
      held.weight[at] = weight[v];
      held.squaredWeight[at] = squaredWeight[v];
      held.rowNoise[at] = (held.rowVariance[m] * squaredWeight[v]) / weight[v] ** 2;
      held.change[at] =
        prior.drift *
        changeBetween(split, [summaries.periods, weight[v]], [scored.periods, prior.k + posteriors.weight[at]], at);
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
      const weight = periods.weight[at * PERIODS + p];
      return {
        share: (half === 0 ? weight : -weight) / total,
        age: weight > 0 ? periods.age[at * PERIODS + p] / weight : 0,
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
    within += Math.max(0, squares[v] - sum[v] ** 2 / own);
    freedom += Math.max(0, own - squaredWeight[v] / own);
  });
  return freedom > 1e-9 && within > byChange ? (within - byChange) / freedom : undefined;
}
