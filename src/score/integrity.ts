/**
 * Review integrity: what looks odd about the reviews of a vendor. Flags for editors and readers, shown with the score as it
 * would be without the flagged rows; never a deletion.
 */
import type { Dataset } from '../schema/dataset.ts';
import { type FLAG_REASONS, MODERATION_STATES } from '../schema/words.ts';
import { type Burst, findBursts } from './bursts.ts';
import { type ClassGap, classGap } from './class-gap.ts';
import { type Market, scoreMarket } from './market.ts';
import { similarPairs } from './near-duplicates.ts';
import { rowsByVendor } from './row-weights.ts';
import { compareText } from '../schema/order.ts';

export type FlagReason = (typeof FLAG_REASONS)[number];

/** What was found about one vendor. */
export interface VendorFlags {
  vendor: number;
  /** Flagged rows with why, in the order of row ids. */
  rows: readonly { row: number; reasons: readonly FlagReason[] }[];
  bursts: readonly Burst[];
  gap?: ClassGap;
  /** Overall score now and as it would be without the flagged rows; absent where the vendor has no score. */
  score?: number;
  without?: number;
  /** Place likewise, for ranked vendors. */
  place?: number;
  placeWithout?: number;
}

const PUBLISHED = MODERATION_STATES.indexOf('published');

/**
 * Flags published reviews: texts that are nearly the same as another's, rows in a burst, and reviewers who reviewed more
 * vendors than the method allows for. Vendors without flags and gap are left out; the rest in the order of slugs.
 */
export function reviewFlags(dataset: Dataset, market: Market): VendorFlags[] {
  const { reviews } = dataset;
  const reasons = new Map<number, Set<FlagReason>>();
  const flag = (row: number, reason: FlagReason): void => {
    const known = reasons.get(row);
    if (known) known.add(reason);
    else reasons.set(row, new Set([reason]));
  };
  const byVendor = publishedByVendor(dataset);
  flagTexts(dataset, flag);
  flagReuse(dataset, flag);
  const bursts = flagBursts(dataset, byVendor, flag);
  const clean =
    reasons.size === 0 ? market : scoreMarket(dataset, { draws: 0, countsReview: (row) => !reasons.has(row) });
  return byVendor.flatMap((published, v) => {
    const rows = published
      .filter((row) => reasons.has(row))
      .sort((a, b) => compareText(reviews.id[a], reviews.id[b]))
      .map((row) => ({ row, reasons: [...(reasons.get(row) as Set<FlagReason>)].sort() }));
    const gap = classGap(dataset, published);
    if (rows.length === 0 && gap === undefined) return [];
    return [{ vendor: v, rows, bursts: bursts[v] ?? [], ...(gap ? { gap } : {}), ...movement(market, clean, v) }];
  });
}

/** Published rows of each vendor, in an order that no file order changes. */
function publishedByVendor({ reviews, vendors }: Dataset): number[][] {
  const { start, rows } = rowsByVendor(reviews, vendors.length);
  return vendors.map((_, v) =>
    Array.from(rows.subarray(start[v], start[v + 1])).filter((row) => reviews.moderation[row] === PUBLISHED),
  );
}

function flagBursts(
  { reviews, method }: Dataset,
  byVendor: readonly number[][],
  flag: (row: number, reason: FlagReason) => void,
): Burst[][] {
  const daysOf = (rows: readonly number[]): Int32Array => Int32Array.from(rows, (row) => reviews.day[row]).sort();
  const market = daysOf(byVendor.flat());
  return byVendor.map((rows) => {
    const found = findBursts(daysOf(rows), market, method.integrity.burstDays, method.integrity.burstProbability);
    if (found.length === 0) return found;
    for (const row of rows) {
      const day = reviews.day[row];
      if (found.some((b) => day >= b.from && day <= b.to)) flag(row, 'burst');
    }
    return found;
  });
}

function movement(
  market: Market,
  clean: Market,
  v: number,
): Partial<Pick<VendorFlags, 'score' | 'without' | 'place' | 'placeWithout'>> {
  const now = market.scored[v]?.overall;
  const then = clean.scored[v]?.overall;
  const rating = market.ratings[v];
  const cleanRating = clean.ratings[v];
  return {
    ...(now ? { score: now.score } : {}),
    ...(then ? { without: then.score } : {}),
    ...(rating?.kind === 'ranked' ? { place: rating.place } : {}),
    ...(cleanRating?.kind === 'ranked' ? { placeWithout: cleanRating.place } : {}),
  };
}

function flagTexts(dataset: Dataset, flag: (row: number, reason: FlagReason) => void): void {
  const { reviews, method } = dataset;
  // Keys in the order of row ids, so that no order of rows or files changes which pairs are looked at.
  const rows = [...reviews.text.keys()]
    .filter((row) => reviews.moderation[row] === PUBLISHED)
    .sort((a, b) => compareText(reviews.id[a], reviews.id[b]));
  const texts = new Map(rows.map((row, i) => [i, reviews.text.get(row) as string]));
  for (const { a, b } of similarPairs(texts, method.integrity.similarText)) {
    const one = rows[a];
    const other = rows[b];
    // A client who says the same again of the same vendor is not odd, and counts once in any case.
    if (reviews.reviewer[one] === reviews.reviewer[other] && reviews.vendor[one] === reviews.vendor[other]) continue;
    flag(one, 'near-duplicate');
    flag(other, 'near-duplicate');
  }
}

function flagReuse(dataset: Dataset, flag: (row: number, reason: FlagReason) => void): void {
  const { reviews, method } = dataset;
  const vendorsOf = new Map<number, Set<number>>();
  const each = (visit: (row: number) => void): void => {
    for (let row = 0; row < reviews.count; row++) if (reviews.moderation[row] === PUBLISHED) visit(row);
  };
  each((row) => {
    const reviewer = reviews.reviewer[row];
    const known = vendorsOf.get(reviewer);
    if (known) known.add(reviews.vendor[row]);
    else vendorsOf.set(reviewer, new Set([reviews.vendor[row]]));
  });
  each((row) => {
    if ((vendorsOf.get(reviews.reviewer[row])?.size ?? 0) > method.integrity.reviewerVendors)
      flag(row, 'reviewer-reuse');
  });
}
