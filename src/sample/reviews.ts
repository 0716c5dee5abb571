/** All reviews of one vendor, and what became of them. */
import type { AskedQuestion } from './asked.ts';
import type { Part } from './cast.ts';
import { popularity } from './cast.ts';
import type { SampleJob } from './context.ts';
import { dayOf } from './days.ts';
import type { Names } from './names.ts';
import type { Quality } from './quality.ts';
import type { Random } from './random.ts';
import { stream } from './random.ts';
import type { SampleReview } from './review-draw.ts';
import { drawnReview } from './review-draw.ts';
import { suspiciousReviews } from './suspicious.ts';

/** Reviews older than this many days are rare enough to leave out. */
const OLDEST = 1000;

/** All reviews of vendor number `index`, oldest first. */
export function reviewsOf(
  job: SampleJob,
  asked: readonly AskedQuestion[],
  index: number,
  part: Part,
  quality: Quality,
  names: Names,
): SampleReview[] {
  const random = stream(job.seed, 'reviews', index);
  const times = part.reviews ?? popularity(job.seed, index);
  const count = Math.round(times * job.reviewsPerVendor);
  const today = dayOf(job.asOf);
  const out: SampleReview[] = [];
  const said = new Set<string>();
  for (let i = 0; i < count; i += 1) {
    const age = Math.floor(OLDEST * (1 - random.unit() ** 0.45));
    const review = drawnReview(job, asked, quality, today - age, random, said);
    // Some clients write again.
    const earlier = i > 0 && random.chance(0.03) ? out[random.int(0, i - 1)] : undefined;
    if (earlier !== undefined) review.reviewer = earlier.reviewer;
    moderated(job, review, age, random);
    out.push(review);
  }
  if (part.burst === true || part.ring === true) out.push(...suspiciousReviews(job, asked, index, part, names));
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
  const waits = random.chance(0.55);
  const reason = random.pick(job.words.reviews.withheld);
  if (withheld) {
    review.moderation = 'withheld';
    review.moderationReason = reason;
    review.text = '';
    review.complaints = [];
    review.language = '';
    review.cells = review.cells.map(() => '');
  } else if (age < 8 && waits) review.moderation = 'pending';
}
