/** In a receipt: the vendor's published reviews and timed contacts, with the weight that each counts with. */
import type { ReceiptContact, ReceiptReview } from '../../schema/api.ts';
import { SOURCE_CLASSES } from '../../schema/method.ts';
import { INCENTIVES, MODERATION_STATES } from '../../schema/review.ts';
import { dateOfDay } from '../../score/days.ts';
import { rowsOf } from '../rows.ts';
import { cellsOf, clock } from './cells.ts';
import type { Scoring } from './standings.ts';

const PUBLISHED = MODERATION_STATES.indexOf('published');

/** Published reviews of vendor `v`, newest first. A review that a newer one of the same reviewer replaces names that one. */
export function receiptReviews({ dataset, market }: Scoring, v: number): ReceiptReview[] {
  const { reviews, questionnaire } = dataset;
  const kept = new Map<number, number>();
  return rowsOf(reviews, v).flatMap((row) => {
    if (reviews.moderation[row] !== PUBLISHED) return [];
    const weight = market.weights.reviews[row] as number;
    const reviewer = reviews.reviewer[row] as number;
    const newer = kept.get(reviewer);
    const collection = questionnaire.collections[reviews.collection[row] as number]?.id;
    if (weight > 0) kept.set(reviewer, row);
    return {
      id: reviews.id[row] as string,
      on: dateOfDay(reviews.day[row] as number),
      source: SOURCE_CLASSES[reviews.source[row] as number] as ReceiptReview['source'],
      incentive: INCENTIVES[reviews.incentive[row] as number] as ReceiptReview['incentive'],
      ...(collection === undefined ? {} : { collection }),
      weight,
      ...(weight === 0 && newer !== undefined ? { supersededBy: reviews.id[newer] as string } : {}),
      answers: cellsOf(questionnaire.questions, reviews.answers, row),
    };
  });
}

/** Timed contacts of vendor `v`, newest first. */
export function receiptContacts({ dataset, market }: Scoring, v: number): ReceiptContact[] {
  const { observations, questionnaire } = dataset;
  const observed = questionnaire.observations;
  if (!observed) return [];
  return rowsOf(observations, v).map((row) => ({
    id: observations.id[row] as string,
    at: `${dateOfDay(observations.day[row] as number)} ${clock(observations.minute[row] as number)}`,
    channel: observed.channels[observations.channel[row] as number]?.id ?? '',
    scenario: observed.scenarios[observations.scenario[row] as number]?.id ?? '',
    weight: market.weights.observations[row] as number,
    values: cellsOf(observed.items, observations.values, row),
  }));
}
