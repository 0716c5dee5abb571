/** From the rows of a receipt to their weights, and to what they tell of each measure. */
import type { Receipt } from '../schema/api.ts';
import type { Method } from '../schema/method.ts';
import { dayNumber } from '../schema/day.ts';
import { dayCap, dayDiscount, decay } from '../score/row-weights.ts';
import type { GivenSums, VisitRows } from '../score/correlation.ts';
import { DayNoise, PERIODS, type Periods, YEAR, periodOf } from '../score/summaries.ts';
import type { MeasureRule } from './context.ts';

/** Weights of a receipt's reviews and timed contacts, in their order. */
export interface RowWeights {
  reviews: readonly number[];
  observations: readonly number[];
}

/**
 * Weight of every row. Reviews: class x incentive x decay by age; one that a newer review of the same person replaces
 * within the method's window counts 0; days discounted (but for reviews of a declared collection) or cut. Timed contacts: decay by age. What weighs less than the method's least counts 0.
 */
export function rowWeights({ rows, asOf }: Receipt, method: Method): RowWeights {
  const today = dayNumber(asOf);
  return {
    reviews: reviewWeights(rows.reviews, method.reviews, today),
    observations: rows.observations.map((row) => {
      const weight = decay(today - dayNumber(row.at.slice(0, 10)), method.observations.halfLifeDays);
      return weight >= method.observations.minimumWeight ? weight : 0;
    }),
  };
}

function reviewWeights(rows: Receipt['rows']['reviews'], settings: Method['reviews'], today: number): number[] {
  const counted = new Map<string, number>();
  const days = new Map<string, number>();
  /** Weight by day of the reviews that are in no collection. */
  const single = new Map<string, number>();
  const uncapped = rows.map((row) => {
    const day = dayNumber(row.on);
    const newer = row.supersededBy === undefined ? undefined : counted.get(row.supersededBy);
    if (newer !== undefined && newer - day < settings.reviewerWindowDays) return 0;
    const incentive = row.incentive === 'offered' ? settings.incentivised : 1;
    const weight = settings.classes[row.source] * incentive * decay(today - day, settings.halfLifeDays);
    if (weight > 0 && weight >= settings.minimumWeight) {
      counted.set(row.id, day);
      days.set(row.on, (days.get(row.on) ?? 0) + weight);
      if (row.collection === undefined) single.set(row.on, (single.get(row.on) ?? 0) + weight);
      return weight;
    }
    return 0;
  });
  const cap = settings.dayShare === undefined ? Infinity : dayCap([...days.values()], settings.dayShare);
  return rows.map((row, i) => {
    const day = days.get(row.on) ?? 0;
    const capped = day > cap ? cap / day : 1;
    const weight = uncapped[i] * capped;
    return row.collection === undefined
      ? weight / dayDiscount((single.get(row.on) ?? 0) * capped, settings.dayCorrelation)
      : weight;
  });
}

/** Weighted statistics of x over the rows that speak to a measure, as `Summaries` has them. */
export interface RowStatistics {
  count: number;
  weight: number;
  squaredWeight: number;
  /** See `Summaries.dayNoise`. */
  dayNoise: number;
  sum: number;
  squares: number;
  /** Contacts never answered, which are in none of the sums above: sums of their weights and squared weights. */
  censored: number;
  censoredSquares: number;
  /** The same rows by periods of age. */
  periods: Periods;
}

/** What the rows, and the sums that stand for rows, say of one measure. x: the rating; 1 for the good answer, else 0; ln of minutes. */
export function statisticsOf(receipt: Receipt, rule: MeasureRule, weights: RowWeights, method: Method): RowStatistics {
  const make = (): Float64Array => new Float64Array(PERIODS);
  const found: RowStatistics = {
    count: 0,
    weight: 0,
    squaredWeight: 0,
    dayNoise: 0,
    sum: 0,
    squares: 0,
    censored: 0,
    censoredSquares: 0,
    periods: { weight: make(), squaredWeight: make(), sum: make(), age: make(), pairAge: make() },
  };
  const today = dayNumber(receipt.asOf);
  const { halfLifeDays } = rule.source === 'review' ? method.reviews : method.observations;
  const noise = new DayNoise(method.reviews.dayCorrelation);
  rowsOf(receipt, rule.source, weights, (row, weight) => {
    const x = answerTo(rule, row, method.observations.floorMinutes);
    if (x === undefined) return;
    found.count += 1;
    if (x === 'never') {
      found.censored += weight;
      found.censoredSquares += weight * weight;
      return;
    }
    const age = Math.max(0, today - row.day);
    const p = periodOf(age, halfLifeDays);
    found.periods.weight[p]! += weight;
    found.periods.squaredWeight[p]! += weight * weight;
    found.periods.sum[p]! += weight * x;
    // Rows come newest first: of every pair the row before has the smaller age.
    found.periods.pairAge[p]! += weight * (2 * found.periods.age[p] + (weight * age) / YEAR);
    found.periods.age[p]! += (weight * age) / YEAR;
    found.weight += weight;
    found.squaredWeight += weight * weight;
    found.dayNoise += noise.add(row.correlates ? row.day : Number.NaN, weight);
    found.sum += weight * x;
    found.squares += weight * x * x;
  });
  const given = rule.source === 'review' ? receipt.summary?.measures[rule.id] : undefined;
  if (given) {
    for (const key of [
      'count',
      'weight',
      'squaredWeight',
      'dayNoise',
      'sum',
      'squares',
      'censored',
      'censoredSquares',
    ] as const)
      found[key] += given[key];
    for (const key of ['weight', 'squaredWeight', 'sum', 'age', 'pairAge'] as const)
      given.periods[key].forEach((x, p) => (found.periods[key][p]! += x));
  }
  return found;
}

/** A row of a receipt, whichever source it is from. */
interface AnsweredRow {
  day: number;
  /** Whether it may share an error with other rows of its day. */
  correlates: boolean;
  cells: Readonly<Record<string, number | string>>;
  channel?: string;
  scenario?: string;
}

/** Visits the rows of one source that count, newest first. */
function rowsOf(
  { rows }: Receipt,
  source: MeasureRule['source'],
  weights: RowWeights,
  visit: (row: AnsweredRow, weight: number) => void,
): void {
  const answered: readonly AnsweredRow[] =
    source === 'review'
      ? rows.reviews.map(({ on, answers, collection }) => ({
          day: dayNumber(on),
          correlates: collection === undefined,
          cells: answers,
        }))
      : rows.observations.map(({ at, values, channel, scenario }) => ({
          day: dayNumber(at.slice(0, 10)),
          correlates: false,
          cells: values,
          channel,
          scenario,
        }));
  const own = source === 'review' ? weights.reviews : weights.observations;
  answered
    .map((row, i) => ({ row, weight: own[i] }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.row.day - a.row.day)
    .forEach(({ row, weight }) => visit(row, weight));
}

/** A row's answer on the averaged scale; `never` for a contact that was not answered in time; undefined without an answer. */
function answerTo(
  rule: MeasureRule,
  { cells, channel, scenario }: AnsweredRow,
  floorMinutes: number,
): number | 'never' | undefined {
  if (
    rule.source === 'observation' &&
    (rule.channels?.includes(channel ?? '') === false || rule.scenarios?.includes(scenario ?? '') === false)
  )
    return undefined;
  const cell = cells[rule.question];
  if (cell === undefined) return undefined;
  if (rule.kind === 'duration' && (cell === 'none' || Number(cell) >= (rule.window ?? Infinity))) return 'never';
  return rule.kind === 'share'
    ? Number(cell === rule.good)
    : rule.kind === 'rating'
      ? Number(cell)
      : Math.log(Math.max(floorMinutes, Number(cell)));
}

/** Sums over reviews that the receipt has in place of rows, for the estimate of correlations; `rules` by the index of the measure. */
export function givenSums({ summary }: Receipt, rules: readonly MeasureRule[]): GivenSums | undefined {
  return summary && { sums: summary, idOf: (index) => rules[index]?.id ?? '' };
}

/** The rows as the estimate of correlations reads them; `rules` by the index of the measure. */
export function visitRows(
  receipt: Receipt,
  rules: readonly MeasureRule[],
  weights: RowWeights,
  method: Method,
): VisitRows {
  return (source, visit) =>
    rowsOf(receipt, source, weights, (row, weight) =>
      visit(weight, (index) => {
        const x = answerTo(rules[index], row, method.observations.floorMinutes);
        return typeof x === 'number' ? x : Number.NaN;
      }),
    );
}
