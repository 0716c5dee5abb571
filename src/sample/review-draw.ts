/** One review as somebody writes it: answers, text and circumstances. */
import type { SourceClass } from '../schema/method.ts';
import type { Incentive, Moderation, Relationship } from '../schema/review.ts';
import type { Language } from '../schema/text.ts';
import type { AskedQuestion } from './asked.ts';
import type { SampleJob } from './context.ts';
import type { Quality } from './quality.ts';
import { qualityFor } from './quality.ts';
import type { Random } from './random.ts';
import { respond } from './response.ts';
import { reviewText } from './review-text.ts';

export interface SampleReview {
  id: string;
  day: number;
  /** Months before the review in which the service was experienced; -1 when not told. */
  monthsAgo: number;
  source: SourceClass;
  relationship: Relationship;
  incentive: Incentive;
  reviewer: string;
  text: string;
  /** Ids of the questions that the text speaks ill of. */
  complaints: readonly string[];
  language: Language | '';
  consent: string;
  moderation: Moderation;
  moderationReason: string;
  /** Cells in the questionnaire's order; empty = not answered. */
  cells: string[];
  /** Mean goodness of the answers, 0..1. */
  overall: number;
}

const SOURCES = [
  ['verified-contract', 0.36],
  ['invited', 0.3],
  ['organic', 0.24],
  ['vendor-supplied', 0.1],
] as const;
const CLIENTS: readonly (readonly [Relationship, number])[] = [
  ['current-client', 0.72],
  ['former-client', 0.24],
  ['unknown', 0.04],
];
const PASSERS_BY: readonly (readonly [Relationship, number])[] = [
  ['current-client', 0.5],
  ['former-client', 0.22],
  ['prospect', 0.13],
  ['other', 0.04],
  ['unknown', 0.11],
];

/**
 * An honest review: the mood of its writer leans on how it came in and on what the writer has become, and colours all
 * answers. A text that is already in `said` is drawn once more, then left out. The id is still empty.
 */
export function drawnReview(
  job: SampleJob,
  asked: readonly AskedQuestion[],
  quality: Quality,
  day: number,
  random: Random,
  said: Set<string>,
): SampleReview {
  const source = random.weighted(SOURCES, ([, weight]) => weight)[0];
  const relationship = random.weighted(source === 'organic' ? PASSERS_BY : CLIENTS, ([, weight]) => weight)[0];
  const offered = random.chance(source === 'vendor-supplied' ? 0.4 : source === 'invited' ? 0.12 : 0.02);
  const incentive = offered ? 'offered' : random.chance(0.1) ? 'unknown' : 'none';
  const leaning = (source === 'vendor-supplied' ? 0.7 : source === 'organic' ? -0.3 : 0) + (offered ? 0.35 : 0);
  const left = relationship === 'former-client' ? -0.5 : 0;
  const mishap = random.chance(0.07) ? -1.7 : 0;
  const mood = leaning + left + mishap + random.normal() * 0.7;
  // Who never was a client has little to tell.
  const outsider = relationship === 'prospect' || relationship === 'other';
  const terse = (random.chance(0.12) ? 0.5 : 1) * (outsider ? 0.3 : 1);

  const cells: string[] = [];
  const answered = new Map<string, number>();
  let sum = 0;
  for (const question of asked) {
    if (!random.chance(question.answered * terse)) {
      cells.push('');
      continue;
    }
    const pace = question.scale.kind === 'duration' ? quality.pace : 0;
    const z = qualityFor(quality, question.criteria) + pace + mood + question.ease + random.normal() * 0.7;
    const { cell, points } = respond(question.scale, z, random);
    cells.push(cell);
    answered.set(question.id, points);
    sum += points;
  }
  const overall = answered.size === 0 ? 0.5 : sum / answered.size;

  const language = random.chance(0.07) ? 'en' : 'zh';
  const writes = random.chance(0.56) && !outsider;
  const voice = job.words.reviews[language];
  const nothing = { text: '', complaints: [] };
  let written = writes ? reviewText(voice, answered, overall, random) : nothing;
  if (said.has(written.text)) written = reviewText(voice, answered, overall, random);
  if (said.has(written.text)) written = nothing;
  if (written.text !== '') said.add(written.text);
  return {
    id: '',
    day,
    monthsAgo: random.chance(0.2) ? -1 : random.weighted([0, 1, 2], (n) => [0.45, 0.4, 0.15][n] ?? 0),
    source,
    relationship,
    incentive,
    reviewer: random.hex(24),
    ...written,
    language: written.text === '' ? '' : language,
    consent: source === 'verified-contract' || source === 'invited' ? `consent-${random.hex(6)}` : '',
    moderation: 'published',
    moderationReason: '',
    cells,
    overall,
  };
}
