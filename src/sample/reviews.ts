/** All reviews of one vendor, and what became of them. */
import type { SourceClass } from '../schema/method.ts';
import type { Incentive, Moderation, Relationship } from '../schema/review.ts';
import type { Language } from '../schema/text.ts';
import { popularity } from './archetypes.ts';
import type { SampleJob, Subject } from './context.ts';
import { type Quality, qualityFor } from './quality.ts';
import { type Random, stream } from './random.ts';
import { type PreparedQuestion, respond } from './response.ts';
import { praiseText, reviewText } from './review-text.ts';

/** Reviews older than this many days are rare enough to leave out. */
const OLDEST = 1000;

/** All reviews of vendor number `index`, oldest first. */
export function reviewsOf(subject: Subject, asked: readonly PreparedQuestion[]): SampleReview[] {
  const { job, index, archetype, quality, today } = subject;
  const random = stream(job.seed, 'reviews', index);
  const times = archetype.reviews ?? popularity(job.seed, index);
  const count = Math.round(times * job.reviewsPerVendor);
  const out: SampleReview[] = [];
  const usedTexts = new Set<string>();
  for (let i = 0; i < count; i += 1) {
    const age = Math.floor(OLDEST * (1 - random.unit() ** 0.45));
    const review = drawnReview(job, asked, quality, today - age, random, usedTexts);
    // Some clients write again.
    const earlier = i > 0 && random.chance(0.03) ? out[random.int(0, i - 1)] : undefined;
    if (earlier !== undefined) review.reviewer = earlier.reviewer;
    moderated(job, review, age, random);
    out.push(review);
  }
  if (archetype.burst === true || archetype.ring === true) out.push(...suspiciousReviews(subject, asked));
  out.sort((a, b) => a.day - b.day);
  const prefix = `r${String(index + 1).padStart(4, '0')}`;
  out.forEach((review, i) => {
    review.id = `${prefix}-${String(i + 1).padStart(4, '0')}`;
  });
  return out;
}

/** Some are withheld: what they said is gone, that they were there and why they are not shown stays. New ones wait. */
function moderated(job: SampleJob, review: SampleReview, age: number, random: Random): void {
  const withheld = random.chance(0.018);
  const recent = random.chance(0.55);
  const reason = random.pick(job.words.reviews.withheld);
  if (withheld) {
    review.moderation = 'withheld';
    review.moderationReason = reason;
    review.text = '';
    review.complaints = [];
    review.language = '';
    review.cells = review.cells.map(() => '');
  } else if (age < 8 && recent) review.moderation = 'pending';
}

/** One review as somebody writes it: answers, text and circumstances. */
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
 * answers. A text that is already in `usedTexts` is drawn once more, then left out. The id is still empty.
 */
function drawnReview(
  job: SampleJob,
  asked: readonly PreparedQuestion[],
  quality: Quality,
  day: number,
  random: Random,
  usedTexts: Set<string>,
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
  if (usedTexts.has(written.text)) written = reviewText(voice, answered, overall, random);
  if (usedTexts.has(written.text)) written = nothing;
  if (written.text !== '') usedTexts.add(written.text);
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

// Planned misconduct, so that the integrity checks have something to find: a week of praise, and a ring of reviewers.

/** Reviewers who work together; one ring for each forty vendors. */
const RING = 12;

function ringKeys(seed: string, index: number): string[] {
  const random = stream(seed, 'ring', Math.floor(index / 40));
  return Array.from({ length: RING }, () => random.hex(24));
}

/**
 * The burst's vendor gets two dozen top reviews within six days, half of them under keys of the ring; a vendor that the
 * ring also serves gets five to seven within two months of it. The same index gives the same rows.
 */
function suspiciousReviews(
  { job, index, archetype, names, today }: Subject,
  asked: readonly PreparedQuestion[],
): SampleReview[] {
  const random = stream(job.seed, 'suspicious', index);
  const burst = archetype.burst === true;
  const ring = random.shuffled(ringKeys(job.seed, index));
  const count = burst ? 24 : random.int(5, 7);
  const start = today - 61;
  const out: SampleReview[] = [];
  for (let i = 0; i < count; i += 1) {
    const day = burst ? start + random.int(0, 5) : start + random.int(-30, 30);
    // Nobody in a hurry answers every question, and everything is perfect.
    const cells = asked.map((question) => (random.chance(0.6) ? respond(question.scale, 3.5, random).cell : ''));
    const text = random.chance(burst ? 0.9 : 0.5)
      ? praiseText(job.words.reviews.zh, { brand: names.brand.zh }, random)
      : '';
    out.push({
      id: '',
      day,
      monthsAgo: random.chance(0.6) ? -1 : 0,
      source: random.chance(0.5) ? 'vendor-supplied' : 'organic',
      relationship: random.chance(0.6) ? 'unknown' : 'current-client',
      incentive: random.chance(0.7) ? 'unknown' : 'none',
      reviewer: burst && i >= RING ? random.hex(24) : (ring[i % RING] ?? ''),
      text,
      complaints: [],
      language: text === '' ? '' : 'zh',
      consent: '',
      moderation: 'published',
      moderationReason: '',
      cells,
      overall: 1,
    });
  }
  return out;
}
