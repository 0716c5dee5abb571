/** Planned misconduct, so that whoever looks for it has something to find: a week of praise, and a ring of reviewers. */
import type { AskedQuestion } from './asked.ts';
import type { Part } from './cast.ts';
import type { SampleJob } from './context.ts';
import { dayOf } from './days.ts';
import type { Names } from './names.ts';
import { stream } from './random.ts';
import { respond } from './response.ts';
import { praiseText } from './review-text.ts';
import type { SampleReview } from './review-draw.ts';

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
export function suspiciousReviews(
  job: SampleJob,
  asked: readonly AskedQuestion[],
  index: number,
  part: Part,
  names: Names,
): SampleReview[] {
  const random = stream(job.seed, 'suspicious', index);
  const burst = part.burst === true;
  const ring = random.shuffled(ringKeys(job.seed, index));
  const count = burst ? 24 : random.int(5, 7);
  const start = dayOf(job.asOf) - 61;
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
