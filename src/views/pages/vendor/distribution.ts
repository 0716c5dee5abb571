/** How a vendor's published reviews answer each question, and how that went over the quarters. */
import { compareText } from '../../../schema/order.ts';
import type { ReviewTable } from '../../../schema/dataset.ts';
import type { Question } from '../../../schema/questionnaire.ts';
import type { Language } from '../../../schema/text.ts';
import type { Inputs } from '../../market/inputs.ts';
import { round } from '../../format/round.ts';
import { quarter } from '../../../schema/day.ts';
import { middle } from '../../market/reply-times.ts';

/** One column of a distribution. Its label is a rating value, yes or no, or an upper bound in minutes. */
export interface Bin {
  label: { kind: 'rating'; value: number } | { kind: 'yes' | 'no' } | { kind: 'upTo' | 'over'; minutes: number };
  count: number;
  /** Height of its column, 0..100, the tallest being 100. */
  height: number;
}

/** Answers to one question. */
export interface QuestionSummary {
  id: string;
  short: string;
  text: string;
  kind: Question['kind'];
  count: number;
  /** Mean rating, share of yes, or median minutes. */
  value: number;
  high: number;
  anchors: { low: string; high: string } | undefined;
  bins: readonly Bin[];
}

/** One quarter. */
export interface QuarterSummary {
  quarter: string;
  count: number;
  /** Mean of all ratings as points 0..100 of their scales; undefined without ratings. */
  points: number | undefined;
}

const MINUTE_BOUNDS = [15, 60, 240, 1440, 10_080] as const;

/** Summaries of all questions that at least one of these rows answers. */
export function questionSummaries(inputs: Inputs, rows: readonly number[], language: Language): QuestionSummary[] {
  const { questionnaire, reviews } = inputs.dataset;
  return questionnaire.questions.flatMap((question, i) => {
    const column = reviews.answers[i];
    const values = rows.map((row) => column?.[row] ?? Number.NaN).filter((v) => !Number.isNaN(v));
    if (values.length === 0) return [];
    return [
      {
        id: question.id,
        short: question.short[language],
        text: question.text[language],
        kind: question.kind,
        count: values.length,
        value:
          question.kind === 'duration'
            ? middle(values.toSorted((a, b) => a - b))
            : round(values.reduce((s, v) => s + v, 0) / values.length, 2),
        high: question.kind === 'rating' ? question.high : 1,
        anchors:
          question.kind === 'rating' && question.anchors !== undefined
            ? { low: question.anchors.low[language], high: question.anchors.high[language] }
            : undefined,
        bins: withHeights(binsOf(question, values)),
      },
    ];
  });
}

function binsOf(question: Question, values: readonly number[]): Omit<Bin, 'height'>[] {
  if (question.kind === 'share') {
    const yes = values.filter((v) => v === 1).length;
    return [
      { label: { kind: 'yes' }, count: yes },
      { label: { kind: 'no' }, count: values.length - yes },
    ];
  }
  if (question.kind === 'duration') {
    const counts = [...MINUTE_BOUNDS, Infinity].map((bound, i) => {
      const above = i === 0 ? -Infinity : (MINUTE_BOUNDS[i - 1] ?? -Infinity);
      return values.filter((v) => v > above && v <= bound).length;
    });
    return counts.map((count, i) => {
      const bound = MINUTE_BOUNDS[i];
      const label =
        bound === undefined
          ? ({ kind: 'over', minutes: 10_080 } as const)
          : ({ kind: 'upTo', minutes: bound } as const);
      return { label, count };
    });
  }
  return ratingBins(question.low, question.high, values);
}

/** One bin for each whole step of a scale of up to ten steps, else ten equal ones; named by their middle. */
function ratingBins(low: number, high: number, values: readonly number[]): Omit<Bin, 'height'>[] {
  const [from, to] = low < high ? [low, high] : [high, low];
  const steps = Number.isInteger(to - from) && to - from <= 10 ? to - from : 9;
  const width = (to - from) / steps;
  return Array.from({ length: steps + 1 }, (_, i) => ({
    label: { kind: 'rating' as const, value: round(from + i * width, 1) },
    count: values.filter((v) => Math.min(steps, Math.max(0, Math.round((v - from) / width))) === i).length,
  }));
}

function withHeights(bins: readonly Omit<Bin, 'height'>[]): Bin[] {
  const tallest = Math.max(1, ...bins.map((b) => b.count));
  return bins.map((b) => ({ ...b, height: round((b.count / tallest) * 100, 1) }));
}

/** The last `most` quarters that have reviews, oldest first. */
export function quarterSummaries(inputs: Inputs, rows: readonly number[], most = 8): QuarterSummary[] {
  const { questionnaire, reviews } = inputs.dataset;
  const quarters = new Map<string, { count: number; sum: number; rated: number }>();
  for (const row of rows) {
    const key = quarter(reviews.day[row]);
    const entry = quarters.get(key) ?? { count: 0, sum: 0, rated: 0 };
    entry.count += 1;
    const mean = ratingPoints(questionnaire.questions, reviews, row);
    if (mean !== undefined) {
      entry.sum += mean;
      entry.rated += 1;
    }
    quarters.set(key, entry);
  }
  return [...quarters]
    .toSorted(([a], [b]) => compareText(a, b))
    .slice(-most)
    .map(([key, q]) => ({
      quarter: key,
      count: q.count,
      points: q.rated === 0 ? undefined : Math.round(q.sum / q.rated),
    }));
}

/** Mean of one review's ratings as points 0..100 of their scales; undefined when it rates nothing. */
export function ratingPoints(questions: readonly Question[], reviews: ReviewTable, row: number): number | undefined {
  let sum = 0;
  let count = 0;
  questions.forEach((question, i) => {
    const value = reviews.answers[i]?.[row] ?? Number.NaN;
    if (question.kind !== 'rating' || Number.isNaN(value)) return;
    sum += ((value - question.low) / (question.high - question.low)) * 100;
    count += 1;
  });
  return count === 0 ? undefined : sum / count;
}
