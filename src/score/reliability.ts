/** Whether the review questions that measure one dimension tell of one thing. For editors of a framework. */
import type { Dataset } from '../schema/dataset.ts';
import { alphaIfDropped, cronbachAlpha } from './consistency.ts';
import { pointsOf } from './goalposts.ts';
import type { Market } from './market.ts';
import type { Plan, SurveyMeasure } from './plan.ts';

/** One dimension's review questions. */
export interface Reliability {
  /** Index of the dimension in the plan. */
  dimension: number;
  /** Indexes of the measures in the plan, two or more. */
  measures: readonly number[];
  /** Counted reviews that answer all of them: what alpha rests on. */
  complete: number;
  /** Cronbach's alpha; absent where the answers do not vary or too few are complete. */
  alpha?: number;
  /** Alpha of the others without each measure, in their order; undefined with two measures. */
  dropped: readonly (number | undefined)[];
}

/** Cronbach's alpha of every dimension that two or more review questions measure, over the reviews that count. */
export function reliabilities(dataset: Dataset, market: Pick<Market, 'plan' | 'weights'>): Reliability[] {
  const { plan, weights } = market;
  const columns = new Map<number, Float64Array>();
  const columnOf = (m: number): Float64Array => {
    const known = columns.get(m) ?? answerPoints(dataset, plan.measures[m], weights.reviews);
    columns.set(m, known);
    return known;
  };
  return plan.dimensions.flatMap((_, dimension) => {
    const measures = reviewMeasures(plan, dimension);
    if (measures.length < 2) return [];
    const items = completeRows(measures.map(columnOf));
    const alpha = cronbachAlpha(items);
    return [
      {
        dimension,
        measures,
        complete: items[0]?.length ?? 0,
        ...(alpha === undefined ? {} : { alpha }),
        dropped: alphaIfDropped(items),
      },
    ];
  });
}

/** Indexes of the review measures of any criterion of a dimension. */
export function reviewMeasures(plan: Plan, dimension: number): number[] {
  const criteria = plan.dimensions[dimension]?.criteria ?? [];
  return plan.measures.flatMap((m, i) =>
    m.source === 'review' && m.criteria.some((c) => criteria.includes(c)) ? [i] : [],
  );
}

/** Points 0..100 of each counted review's own answer, so that more is better for all; NaN = not answered or not counted. */
function answerPoints({ reviews }: Dataset, measure: SurveyMeasure, weights: Float64Array): Float64Array {
  const answers = reviews.answers[measure.column];
  return Float64Array.from(weights, (weight, row) => {
    const value = answers?.[row] ?? Number.NaN;
    if (weight === 0 || Number.isNaN(value)) return Number.NaN;
    return pointsOf(measure.goalposts, measure.inverted ? 1 - value : value);
  });
}

/** The columns without the rows in which any of them is NaN. */
function completeRows(columns: readonly Float64Array[]): Float64Array[] {
  const complete = Array.from(columns[0]?.keys() ?? []).filter((row) =>
    columns.every((column) => !Number.isNaN(column[row])),
  );
  return columns.map((column) => Float64Array.from(complete, (row) => column[row]));
}
