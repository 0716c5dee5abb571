/**
 * Weighted sufficient statistics of the rows, for each vendor and survey measure. Scoring reads these and never a row, so
 * that a set of rows too large for one machine can be summarised elsewhere and handed in; summaries of parts merge by
 * addition.
 */
import type { ObservationTable, ReviewTable } from '../schema/dataset.ts';
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
  /** Weighted sums of x and x^2 over the same rows. */
  sum: Float64Array;
  squares: Float64Array;
  /** Sum of weights of contacts never answered: all that is known of x is that it exceeds ln(window). */
  censored: Float64Array;
}

/** Summaries in which nothing has been told. */
export function emptySummaries(vendors: number, measures: number): Summaries {
  const make = (): Float64Array => new Float64Array(vendors * measures);
  return { vendors, measures, count: make(), weight: make(), sum: make(), squares: make(), censored: make() };
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
): void {
  plan.measures.forEach((measure, m) => {
    if (measure.source !== table.kind) return;
    const values = (table.kind === 'review' ? table.rows.answers : table.rows.values)[measure.column];
    if (!values) return;
    const observations = table.kind === 'observation' ? table.rows : undefined;
    for (let v = 0; v < into.vendors; v++) {
      const end = byVendor.start[v + 1] as number;
      for (let i = byVendor.start[v] as number; i < end; i++) {
        const row = byVendor.rows[i] as number;
        const weight = weights[row] as number;
        const value = values[row] as number;
        if (weight === 0 || Number.isNaN(value)) continue;
        if (observations && !inScope(measure, observations, row)) continue;
        addRow(into, v * into.measures + m, measure, value, weight, floorMinutes);
      }
    }
  });
}

/** Whether contact `row` is of a channel and a scenario that the measure counts. */
export function inScope(measure: SurveyMeasure, observations: ObservationTable, row: number): boolean {
  return (
    (measure.channels === undefined || measure.channels.has(observations.channel[row] as number)) &&
    (measure.scenarios === undefined || measure.scenarios.has(observations.scenario[row] as number))
  );
}

function addRow(into: Summaries, at: number, measure: SurveyMeasure, value: number, weight: number, floor: number): void {
  into.count[at]! += 1;
  if (measure.kind === 'duration' && value >= measure.window) {
    into.censored[at]! += weight;
    return;
  }
  const x = scaled(measure, value, floor);
  into.weight[at]! += weight;
  into.sum[at]! += weight * x;
  into.squares[at]! += weight * x * x;
}

/** A cell's value on the scale that is averaged: ratings as they are, 1 for a good answer else 0, ln of minutes. */
export function scaled(measure: SurveyMeasure, value: number, floorMinutes: number): number {
  if (measure.kind === 'duration') return Math.log(Math.max(floorMinutes, value));
  if (measure.kind === 'share' && measure.inverted) return 1 - value;
  return value;
}

/** The sum of two summaries of the same vendors and measures. @throws RangeError when their shapes differ. */
export function mergeSummaries(a: Summaries, b: Summaries): Summaries {
  if (a.vendors !== b.vendors || a.measures !== b.measures) throw new RangeError('mergeSummaries: shapes differ');
  const add = (x: Float64Array, y: Float64Array): Float64Array => x.map((value, i) => value + (y[i] as number));
  return {
    vendors: a.vendors,
    measures: a.measures,
    count: add(a.count, b.count),
    weight: add(a.weight, b.weight),
    sum: add(a.sum, b.sum),
    squares: add(a.squares, b.squares),
    censored: add(a.censored, b.censored),
  };
}
