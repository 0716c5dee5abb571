/** Reviews, timed contacts and codings as CSV text: UTF-8, line feeds, quotes only where they are needed. */
import { codingColumns } from '../schema/coding.ts';
import { observationColumns } from '../schema/observation.ts';
import { reviewColumns } from '../schema/review.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';
import type { SampleCoding } from './codings.ts';
import { dateOf } from './days.ts';
import type { SampleObservation } from './observations.ts';
import type { SampleReview } from './review-draw.ts';

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

/** The head line of a file of reviews. No review of the sample is of a collection, so that column is left out. */
export function reviewHead(questionnaire: Questionnaire): string {
  return line([
    ...Object.keys(reviewColumns).filter((column) => column !== 'collection'),
    ...questionnaire.questions.map((question) => question.id),
  ]);
}

/** One review as a line, in the order of the head. */
export function reviewLine(vendor: string, review: SampleReview): string {
  const date = dateOf(review.day);
  return line([
    review.id,
    vendor,
    date,
    review.monthsAgo < 0 ? '' : monthBefore(date, review.monthsAgo),
    review.source,
    review.relationship === 'unknown' ? '' : review.relationship,
    review.incentive === 'unknown' ? '' : review.incentive,
    review.reviewer,
    review.text,
    review.language,
    review.consent,
    review.moderation,
    review.moderationReason,
    ...review.cells,
  ]);
}

/** The head line of a file of timed contacts. */
export function observationHead(questionnaire: Questionnaire): string {
  const items = questionnaire.observations?.items ?? [];
  return line([...Object.keys(observationColumns), ...items.map((item) => item.id)]);
}

/** One timed contact as a line, in the order of the head. */
export function observationLine(vendor: string, row: SampleObservation): string {
  const clock = `${String(Math.floor(row.minute / 60)).padStart(2, '0')}:${String(row.minute % 60).padStart(2, '0')}`;
  return line([row.id, vendor, row.channel, row.scenario, `${dateOf(row.day)} ${clock}`, row.observer, ...row.cells]);
}

/** The head line of a file of codings. */
export function codingHead(): string {
  return line(Object.keys(codingColumns));
}

/** One person's finding on one fact as a line, in the order of the head. */
export function codingLine(vendor: string, { criterion, facet, coder, day, state }: SampleCoding): string {
  return line([vendor, criterion, facet, coder, dateOf(day), state]);
}

/** `YYYY-MM` so many months before a date. */
function monthBefore(date: string, months: number): string {
  const all = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}
