/** Which vendors have more reviews to read than their own page shows. */
import { MODERATION_STATES } from '../../../schema/review.ts';
import type { Inputs } from '../../inputs.ts';
import { REVIEWS_ON_VENDOR_PAGE } from './review-limit.ts';

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
    const vendor = reviews.vendor[row] ?? 0;
    counts[vendor] = (counts[vendor] ?? 0) + 1;
  }
  return vendors.flatMap((_, v) => ((counts[v] ?? 0) > REVIEWS_ON_VENDOR_PAGE ? [v] : []));
}
