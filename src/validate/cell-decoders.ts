/** What the cells of coded columns mean. Every decoder gets a cell that is not empty. */
import { NEVER } from '../schema/observation.ts';
import { YES_NO, type ObservedItem, type Question } from '../schema/questionnaire.ts';
import type { Decode } from './columns.ts';
import { dayNumber, monthNumber } from '../schema/day.ts';
import { amongst } from './nearest.ts';
import type { RuleId } from './rules.ts';

/** Index in a list of ids. */
export function choiceOf(ids: readonly string[], rule: RuleId = 'choice'): Decode {
  const index = new Map(ids.map((id, i) => [id, i]));
  return (cell) => index.get(cell) ?? { rule, params: () => amongst(cell, ids) };
}

/** Day number of a date that is not after `asOf`. */
export function dayUpTo(asOf: string | undefined): Decode {
  return (cell) => {
    const day = dayNumber(cell);
    if (Number.isNaN(day)) return { rule: 'date', params: {} };
    return asOf !== undefined && cell > asOf ? { rule: 'future-date', params: { limit: asOf } } : day;
  };
}

export const month: Decode = (cell) => {
  const number = monthNumber(cell);
  return Number.isNaN(number) ? { rule: 'month', params: {} } : number;
};

/** How answers to a question, or notes of an item, are coded: see `ReviewTable.answers`. */
export function answerTo(asked: Question | ObservedItem): Decode {
  switch (asked.kind) {
    case 'rating':
      return ratingBetween(Math.min(asked.low, asked.high), Math.max(asked.low, asked.high));
    case 'share':
      return (cell) =>
        cell === YES_NO[0] ? 1 : cell === YES_NO[1] ? 0 : { rule: 'choice', params: amongst(cell, YES_NO) };
    case 'duration':
      return duration;
  }
}

/** Plain decimals only: no exponent, no blanks, no thousands separator. */
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,15})?$/;

function ratingBetween(low: number, high: number): Decode {
  return (cell) => {
    if (!DECIMAL.test(cell)) return { rule: 'number', params: {} };
    const value = Number(cell);
    return value < low || value > high ? { rule: 'rating-range', params: { low, high } } : value;
  };
}

const duration: Decode = (cell) => {
  if (cell === NEVER) return Infinity;
  return DECIMAL.test(cell) && !cell.startsWith('-') ? Number(cell) : { rule: 'duration', params: { never: NEVER } };
};
