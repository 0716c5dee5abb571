/** From the rows of a receipt to their weights, and to what they tell of each measure. */
import type { Receipt } from '../schema/api.ts';
import type { Method } from '../schema/method.ts';
import { daysSinceEpoch } from '../score/days.ts';
import { dayCap, decay } from '../score/row-weights.ts';
import type { MeasureRule } from './context.ts';

/** Weights of a receipt's reviews and timed contacts, in their order. */
export interface RowWeights {
  reviews: readonly number[];
  observations: readonly number[];
}

/**
 * Weight of every row. Reviews: class x incentive x decay by age; one that a newer review of the same person replaces
 * within the method's window counts 0; no day above its share. Timed contacts: decay by age.
 */
export function rowWeights({ rows, asOf }: Receipt, method: Method): RowWeights {
  const today = daysSinceEpoch(asOf);
  return {
    reviews: reviewWeights(rows.reviews, method.reviews, today),
    observations: rows.observations.map((row) => decay(today - daysSinceEpoch(row.at.slice(0, 10)), method.observations.halfLifeDays)),
  };
}

function reviewWeights(rows: Receipt['rows']['reviews'], settings: Method['reviews'], today: number): number[] {
  const counted = new Map<string, number>();
  const days = new Map<string, number>();
  const uncapped = rows.map((row) => {
    const day = daysSinceEpoch(row.on);
    const newer = row.supersededBy === undefined ? undefined : counted.get(row.supersededBy);
    if (newer !== undefined && newer - day < settings.reviewerWindowDays) return 0;
    const incentive = row.incentive === 'offered' ? settings.incentivised : 1;
    const weight = settings.classes[row.source] * incentive * decay(today - day, settings.halfLifeDays);
    if (weight > 0) {
      counted.set(row.id, day);
      days.set(row.on, (days.get(row.on) ?? 0) + weight);
    }
    return weight;
  });
  const cap = dayCap([...days.values()], settings.dayShare);
  return rows.map((row, i) => {
    const weight = uncapped[i] as number;
    const day = days.get(row.on) ?? 0;
    return weight > 0 && day > cap ? (weight * cap) / day : weight;
  });
}

/** Weighted statistics of x over the rows that speak to a measure, as `Summaries` has them. */
export interface Told {
  count: number;
  weight: number;
  sum: number;
  squares: number;
  /** Weight of contacts never answered, which are in none of the three sums. */
  censored: number;
}

/** What the rows tell of one measure. x: the rating; 1 for the good answer, else 0; ln of minutes. */
export function toldOf({ rows }: Receipt, rule: MeasureRule, weights: RowWeights, floorMinutes: number): Told {
  const told: Told = { count: 0, weight: 0, sum: 0, squares: 0, censored: 0 };
  if (rule.source === 'review') {
    rows.reviews.forEach((row, i) => add(told, rule, row.answers[rule.question], weights.reviews[i] as number, floorMinutes));
  } else {
    rows.observations.forEach((row, i) => {
      if (rule.channels?.includes(row.channel) === false || rule.scenarios?.includes(row.scenario) === false) return;
      add(told, rule, row.values[rule.question], weights.observations[i] as number, floorMinutes);
    });
  }
  return told;
}

function add(told: Told, rule: MeasureRule, cell: number | string | undefined, weight: number, floorMinutes: number): void {
  if (cell === undefined || weight === 0) return;
  told.count += 1;
  if (rule.kind === 'duration' && (cell === 'none' || Number(cell) >= (rule.window ?? Infinity))) {
    told.censored += weight;
    return;
  }
  const x = rule.kind === 'share' ? Number(cell === rule.good) : rule.kind === 'rating' ? Number(cell) : Math.log(Math.max(floorMinutes, Number(cell)));
  told.weight += weight;
  told.sum += weight * x;
  told.squares += weight * x * x;
}
