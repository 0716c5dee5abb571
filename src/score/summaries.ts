/**
 * Weighted sufficient statistics of the rows, for each vendor and survey measure. Scoring reads these and never a row, so
 * that a set of rows too large for one machine can be summarised elsewhere and handed in; summaries of parts merge by
 * addition.
 */
import type { ObservationTable, ReviewTable, Summarised } from '../schema/dataset.ts';
import type { Plan, SurveyMeasure } from './plan.ts';
import type { RowsByVendor } from './row-weights.ts';

/** Statistics of x (rating value, 1/0 for good/not, ln minutes); entry `v * measures + m` is vendor v's on measure m. */
export interface Summaries {
  vendors: number;
  measures: number;
  /** Rows that count. */
  count: Float64Array;
  /** Sum of weights of rows with a known x. */
  weight: Float64Array;
  /** Sum of squared weights of the same rows: their mean has the variance of a row x squaredWeight / weight^2. */
  squaredWeight: Float64Array;
  /**
   * What is added to `squaredWeight` when reviews of one day correlate by the method's `dayCorrelation` r, see `DayNoise`. Parts
   * merge by addition when all rows that a vendor has of one day are in one part.
   */
  dayNoise: Float64Array;
  /** Weighted sums of x and x^2 over the same rows. */
  sum: Float64Array;
  squares: Float64Array;
  /** Sums of weights and of squared weights of contacts never answered: all that is known of x is that it exceeds ln(window). */
  censored: Float64Array;
  censoredSquares: Float64Array;
  /** The answered rows by their age; entry `(v * measures + m) * PERIODS + p` is period p's. */
  periods: Periods;
}

/** Sums over the rows of one period of age, from which it is estimated how fast vendors change. */
export interface Periods {
  weight: Float64Array;
  squaredWeight: Float64Array;
  sum: Float64Array;
  /** Sum of weight x age in years of 365 days. */
  age: Float64Array;
  /** Sum over all pairs of its rows, each with itself too, of both weights x the smaller age: W_p^2 x the mean of min(a, a'). */
  pairAge: Float64Array;
}

/**
 * How much noisier a weighted sum of rows is because their errors correlate by r within a day, in variances of a row: days of weights w
 * have (1 - r) sum w^2 + r (sum w)^2 instead of sum w^2. To be given the rows of one vendor day by day.
 */
export class DayNoise {
  readonly #correlation: number;
  #day = Number.NaN;
  #weight = 0;

  constructor(correlation: number) {
    this.#correlation = correlation;
  }

  /** What the next row adds; `day` is NaN for a row that correlates with no other. */
  add(day: number, weight: number): number {
    if (Number.isNaN(day)) return 0;
    if (day !== this.#day) this.#weight = 0;
    const added = 2 * this.#correlation * weight * this.#weight;
    this.#day = day;
    this.#weight += weight;
    return added;
  }
}

/** Ages in half-lives at which periods end: up to half of one, to one, to two, and older. */
const PERIOD_ENDS = [0.5, 1, 2] as const;
export const PERIODS = PERIOD_ENDS.length + 1;

/** Days of a year, the unit of ages and of drift. */
export const YEAR = 365;

/** Summaries without any rows. */
export function emptySummaries(vendors: number, measures: number): Summaries {
  const make = (size = vendors * measures): Float64Array => new Float64Array(size);
  const byPeriod = (): Float64Array => make(vendors * measures * PERIODS);
  return {
    vendors,
    measures,
    count: make(),
    weight: make(),
    squaredWeight: make(),
    dayNoise: make(),
    sum: make(),
    squares: make(),
    censored: make(),
    censoredSquares: make(),
    periods: { weight: byPeriod(), squaredWeight: byPeriod(), sum: byPeriod(), age: byPeriod(), pairAge: byPeriod() },
  };
}

/** The period 0.. that an age in days falls into; ages below 0 count as 0. */
export function periodOf(ageDays: number, halfLifeDays: number): number {
  const age = ageDays / halfLifeDays;
  const period = PERIOD_ENDS.findIndex((end) => age < end);
  return period === -1 ? PERIODS - 1 : period;
}

/** How rows are placed in time: the day of scoring and the half-life of their weight, both in days. */
export interface Ageing {
  today: number;
  halfLifeDays: number;
  /** Correlation 0..1 between the errors of reviews of one day; those of a declared collection are exempt, and so are contacts. */
  dayCorrelation: number;
}

/**
 * Adds the rows of a table to `into`, for the measures of that table. Rows go in the order of `byVendor`, which fixes the
 * rounding of the sums.
 */
export function summarise(
  into: Summaries,
  plan: Plan,
  table: { kind: 'review'; rows: ReviewTable } | { kind: 'observation'; rows: ObservationTable },
  byVendor: RowsByVendor,
  weights: Float64Array,
  floorMinutes: number,
  { today, halfLifeDays, dayCorrelation }: Ageing,
): void {
  const ages = table.rows.day.map((day) => Math.max(0, today - day));
  const periods = Uint8Array.from(ages, (age) => periodOf(age, halfLifeDays));
  plan.measures.forEach((measure, m) => {
    if (measure.source !== table.kind) return;
    const values = (table.kind === 'review' ? table.rows.answers : table.rows.values)[measure.column];
    if (!values) return;
    const observations = table.kind === 'observation' ? table.rows : undefined;
    for (let v = 0; v < into.vendors; v++) {
      const noise = new DayNoise(dayCorrelation);
      const end = byVendor.start[v + 1];
      for (let i = byVendor.start[v]; i < end; i++) {
        const row = byVendor.rows[i];
        const weight = weights[row];
        const value = values[row];
        if (weight === 0 || Number.isNaN(value)) continue;
        if (observations && !inScope(measure, observations, row)) continue;
        addRow(
          into,
          v * into.measures + m,
          measure,
          value,
          weight,
          floorMinutes,
          periods[row],
          ages[row],
          noise,
          correlatingDay(table, row),
        );
      }
    }
  });
}

/** Adds sums that were computed elsewhere, for the vendors that have them. */
export function addSums(into: Summaries, plan: Plan, { byVendor }: Summarised): void {
  for (const [v, { measures }] of byVendor) {
    plan.measures.forEach(({ id, source }, m) => {
      const own = source === 'review' ? measures[id] : undefined;
      if (own === undefined) return;
      const at = v * into.measures + m;
      for (const key of SUMS) into[key][at]! += own[key];
      for (const key of PERIOD_SUMS) own.periods[key].forEach((x, p) => (into.periods[key][at * PERIODS + p]! += x));
    });
  }
}

const SUMS = ['count', 'weight', 'squaredWeight', 'dayNoise', 'sum', 'squares', 'censored', 'censoredSquares'] as const;
const PERIOD_SUMS = ['weight', 'squaredWeight', 'sum', 'age', 'pairAge'] as const;

/** The day that row shares an error with others of that day; NaN for contacts and for reviews of a declared collection. */
export function correlatingDay(
  table: { kind: 'review'; rows: ReviewTable } | { kind: 'observation'; rows: ObservationTable },
  row: number,
): number {
  return table.kind === 'review' && table.rows.collection[row] === -1 ? table.rows.day[row] : Number.NaN;
}

/** Whether contact `row` is of a channel and a scenario that the measure counts. */
export function inScope(measure: SurveyMeasure, observations: ObservationTable, row: number): boolean {
  return (
    (measure.channels === undefined || measure.channels.has(observations.channel[row])) &&
    (measure.scenarios === undefined || measure.scenarios.has(observations.scenario[row]))
  );
}

function addRow(
  into: Summaries,
  at: number,
  measure: SurveyMeasure,
  value: number,
  weight: number,
  floor: number,
  period: number,
  ageDays: number,
  noise: DayNoise,
  correlatingDay: number,
): void {
  into.count[at]! += 1;
  if (measure.kind === 'duration' && value >= measure.window) {
    into.censored[at]! += weight;
    into.censoredSquares[at]! += weight * weight;
    return;
  }
  const x = scaled(measure, value, floor);
  into.weight[at]! += weight;
  into.squaredWeight[at]! += weight * weight;
  into.dayNoise[at]! += noise.add(correlatingDay, weight);
  into.sum[at]! += weight * x;
  into.squares[at]! += weight * x * x;
  const { periods } = into;
  const own = at * PERIODS + period;
  periods.weight[own]! += weight;
  periods.squaredWeight[own]! += weight * weight;
  periods.sum[own]! += weight * x;
  // Rows come newest first: of every pair the row before has the smaller age.
  periods.pairAge[own]! += weight * (2 * periods.age[own] + (weight * ageDays) / YEAR);
  periods.age[own]! += (weight * ageDays) / YEAR;
}

/** A cell's value on the scale that is averaged: ratings as they are, 1 for a good answer else 0, ln of minutes. */
export function scaled(measure: SurveyMeasure, value: number, floorMinutes: number): number {
  if (measure.kind === 'duration') return Math.log(Math.max(floorMinutes, value));
  if (measure.kind === 'share' && measure.inverted) return 1 - value;
  return value;
}

/**
 * What the periods of age say of one vendor's change over time on one measure. With W_p, S_p, Q_p the sums of weights, of w x and
 * of squared weights of period p, A_p and P_p those of w x age and of `pairAge`, and W, S, Q, A the sums over all periods:
 */
export interface PeriodSums {
  /** Periods that have rows. */
  count: number;
  /** Sum of squares between periods: sum of S_p^2 / W_p, less S^2 / W. */
  between: number;
  /** What row noise adds to it, in variances of a row: sum of Q_p / W_p, less Q / W. */
  noise: number;
  /** What a random walk adds to it, in variances a year: sum of P_p / W_p, less `ageWeight` / W. */
  ageingBetween: number;
  /** What a random walk adds to the sum of squares of all rows about their mean: A, less `ageWeight` / W. */
  ageing: number;
  /** What period effects of unit variance would add to it: W, less sum of W_p^2 / W. */
  apart: number;
  /** Sum over all pairs of rows of both weights x the smaller age, in years: W^2 x what a random walk of one unit a year adds to the variance of S / W. */
  ageWeight: number;
}

/**
 * The sums for entry `at` (`v * measures + m`) of the summaries; all 0 without rows. What the whole market did from one period to
 * the next, `market` by period, is no change of one vendor and is taken off.
 */
export function periodSums(
  { weight, squaredWeight, sum, age, pairAge }: Periods,
  at: number,
  market: readonly number[],
): PeriodSums {
  const sums: PeriodSums = { count: 0, between: 0, noise: 0, ageingBetween: 0, ageing: 0, apart: 0, ageWeight: 0 };
  let total = 0;
  let totalSum = 0;
  let totalSquared = 0;
  // From the oldest period to the newest: the smaller age of a pair is that of the newer.
  for (let p = (at + 1) * PERIODS - 1; p >= at * PERIODS; p--) {
    const own = weight[p];
    if (own === 0) continue;
    const deviation = sum[p] - own * market[p % PERIODS];
    sums.count += 1;
    sums.between += deviation ** 2 / own;
    sums.noise += squaredWeight[p] / own;
    sums.ageing += age[p];
    sums.apart -= own * own;
    sums.ageingBetween += pairAge[p] / own;
    sums.ageWeight += pairAge[p] + 2 * age[p] * total;
    total += own;
    totalSum += deviation;
    totalSquared += squaredWeight[p];
  }
  // Differences of nearly equal sums can come out below 0 by rounding alone.
  sums.ageing = sums.count === 0 ? 0 : Math.max(0, sums.ageing - sums.ageWeight / total);
  if (sums.count < 2) return { ...sums, between: 0, noise: 0, ageingBetween: 0, apart: 0 };
  return {
    ...sums,
    between: Math.max(0, sums.between - totalSum ** 2 / total),
    noise: Math.max(0, sums.noise - totalSquared / total),
    ageingBetween: Math.max(0, sums.ageingBetween - sums.ageWeight / total),
    apart: Math.max(0, total + sums.apart / total),
  };
}

/** Mean of measure `m` in each period over the vendors of the market; 0 where a period has no rows. */
export function periodMeans({ vendors, measures, periods }: Summaries, m: number, inMarket: Uint8Array): number[] {
  return Array.from({ length: PERIODS }, (_, p) => {
    let weight = 0;
    let sum = 0;
    for (let v = 0; v < vendors; v++) {
      const at = (v * measures + m) * PERIODS + p;
      if (inMarket[v] === 0) continue;
      weight += periods.weight[at];
      sum += periods.sum[at];
    }
    return weight > 0 ? sum / weight : 0;
  });
}
