/** A vendor's reviews: texts newest first, withheld ones as tombstones, answers by the vendor. */
import { SOURCE_CLASSES, type SourceClass } from '../../../schema/method.ts';
import {
  INCENTIVES,
  MODERATION_STATES,
  RELATIONSHIPS,
  type Incentive,
  type Relationship,
} from '../../../schema/review.ts';
import type { Vendor } from '../../../schema/dataset.ts';
import type { Language } from '../../../schema/text.ts';
import type { Inputs } from '../../market/inputs.ts';
import { rowsOf } from '../../market/rows.ts';
import { type LocalText, localize } from '../../format/localize.ts';
import { dayText, monthText } from '../../../schema/day.ts';
import { type CaseMarks, caseMarks, REVIEWS_ON_VENDOR_PAGE } from './cases.ts';
import {
  type QuarterSummary,
  type QuestionSummary,
  quarterSummaries,
  questionSummaries,
  ratingPoints,
} from './distribution.ts';

/** One review with something to read. */
export interface ReviewRow {
  id: string;
  /** Anchor on the page. */
  key: string;
  on: string;
  experienced: string | undefined;
  source: SourceClass;
  relationship: Relationship;
  incentive: Incentive;
  /** Mean of its ratings as points 0..100. */
  points: number | undefined;
  text: { text: string; lang: string | undefined } | undefined;
  /** Set when it is withheld: the reason, which may be untold. Its text and ratings are then left out. */
  withheld: { reason: string | undefined } | undefined;
  replies: readonly { on: string; text: LocalText }[];
  /** Disputes and corrections about it. */
  cases: CaseMarks | undefined;
}

export interface Reviews {
  published: number;
  /** How many of them were summarised elsewhere, so that nothing but their sums is known here. */
  summed: number;
  withheld: number;
  pending: number;
  newest: string | undefined;
  /** Published reviews by source class; classes without any are left out. */
  sources: readonly { source: SourceClass; count: number }[];
  questions: readonly QuestionSummary[];
  quarters: readonly QuarterSummary[];
  /** Reviews with a text, an answer or a tombstone, newest first. */
  entries: readonly ReviewRow[];
}

/** All about the reviews of the vendor with this index. */
export function reviews(inputs: Inputs, index: number, vendor: Vendor, language: Language): Reviews {
  const table = inputs.dataset.reviews;
  const rows = rowsOf(table, index);
  const stateOf = (row: number): string => MODERATION_STATES[table.moderation[row]] ?? 'pending';
  const published = rows.filter((row) => stateOf(row) === 'published');
  const newest = published[0];
  const summed = inputs.dataset.summaries?.byVendor.get(index)?.rows;
  const entries = rows.flatMap((row) => {
    const state = stateOf(row);
    return state === 'pending' ? [] : reviewRow(inputs, vendor, row, state === 'withheld', language);
  });
  return {
    published: published.length + (summed?.published ?? 0),
    summed: summed?.published ?? 0,
    withheld: rows.filter((row) => stateOf(row) === 'withheld').length,
    pending: rows.filter((row) => stateOf(row) === 'pending').length,
    newest: newest === undefined ? summed?.newest : dayText(table.day[newest]),
    sources: SOURCE_CLASSES.map((source, i) => ({
      source,
      count: published.filter((row) => table.source[row] === i).length,
    })).filter(({ count }) => count > 0),
    questions: questionSummaries(inputs, published, language),
    quarters: quarterSummaries(inputs, published),
    entries,
  };
}

function reviewRow(inputs: Inputs, vendor: Vendor, row: number, withheld: boolean, language: Language): ReviewRow[] {
  const { reviews: table, questionnaire } = inputs.dataset;
  const id = table.id[row] ?? '';
  const text = table.text.get(row);
  const replies = vendor.replies
    .filter((reply) => 'review' in reply.to && reply.to.review === id)
    .map((reply) => ({ on: reply.on, text: localize(reply.text, language) }));
  const cases = caseMarks(inputs, vendor.slug, id);
  if (!withheld && text === undefined && replies.length === 0 && cases === undefined) return [];
  const month = table.experienced[row] ?? -1;
  const points = ratingPoints(questionnaire.questions, table, row);
  return [
    {
      id,
      key: `r-${id.replace(/[^A-Za-z0-9-]/g, '-')}`,
      on: dayText(table.day[row]),
      experienced: month < 0 ? undefined : monthText(month),
      source: SOURCE_CLASSES[table.source[row]] ?? 'organic',
      relationship: RELATIONSHIPS[table.relationship[row] ?? 4] ?? 'unknown',
      incentive: INCENTIVES[table.incentive[row] ?? 2] ?? 'unknown',
      points: withheld || points === undefined ? undefined : Math.round(points),
      text: withheld || text === undefined ? undefined : { text, lang: table.language.get(row) },
      withheld: withheld ? { reason: table.moderationReason.get(row) } : undefined,
      replies,
      cases,
    },
  ];
}

/** Indexes of vendors with a page of reviews beside their own page. */
export function vendorsWithReviewPage({ dataset }: Pick<Inputs, 'dataset'>): number[] {
  const { reviews, vendors, cases } = dataset;
  const index = new Map(reviews.id.map((id, row) => [id, row] as const));
  const readable = new Set<number>();
  reviews.moderation.forEach((state, row) => {
    const name = MODERATION_STATES[state];
    if (name === 'withheld' || (name === 'published' && reviews.text.has(row))) readable.add(row);
  });
  vendors.forEach((vendor) => {
    for (const { to } of vendor.replies) {
      const row = 'review' in to ? index.get(to.review) : undefined;
      if (row !== undefined && MODERATION_STATES[reviews.moderation[row] ?? 2] !== 'pending') readable.add(row);
    }
  });
  for (const { about } of cases) {
    const row = 'review' in about ? index.get(about.review) : undefined;
    if (row !== undefined && MODERATION_STATES[reviews.moderation[row] ?? 2] !== 'pending') readable.add(row);
  }
  const counts = new Int32Array(vendors.length);
  for (const row of readable) {
    const vendor = reviews.vendor[row];
    counts[vendor] = counts[vendor] + 1;
  }
  return vendors.flatMap((_, v) => (counts[v] > REVIEWS_ON_VENDOR_PAGE ? [v] : []));
}
