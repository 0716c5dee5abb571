/** Which vendor each review belongs to and of which day it is, for those reviews that replies and cases refer to. */
import type { CaseFile } from '../schema/case.ts';
import type { VendorFile } from '../schema/vendor.ts';
import type { ReviewTable } from '../schema/dataset.ts';
import type { Checked } from './shape.ts';

/** Slug of the vendor and day of the review, in days since 1970-01-01, by review id. */
export type ReviewOwners = ReadonlyMap<string, { vendor: string; day: number }>;

/** One pass over the reviews, and none when nobody refers to any. */
export function reviewOwners(
  reviews: ReviewTable,
  slugs: readonly string[],
  vendors: readonly Checked<VendorFile>[],
  cases: readonly Checked<CaseFile>[],
): ReviewOwners {
  const wanted = new Set<string>();
  for (const { data } of vendors) for (const { to } of data.replies) if ('review' in to) wanted.add(to.review);
  for (const { data } of cases) if ('review' in data.about) wanted.add(data.about.review);
  const owners = new Map<string, { vendor: string; day: number }>();
  if (wanted.size === 0) return owners;
  for (let i = 0; i < reviews.count; i++) {
    const id = reviews.id[i] ?? '';
    if (wanted.has(id)) owners.set(id, { vendor: slugs[reviews.vendor[i] ?? -1] ?? '', day: reviews.day[i] as number });
  }
  return owners;
}
