/**
 * Review integrity: what looks odd about the reviews of a vendor. Flags for editors and readers, shown with the score as it
 * would be without the flagged rows; never a deletion.
 */
import type { Dataset } from '../schema/dataset.ts';
import { SOURCE_CLASSES, type SourceClass } from '../schema/method.ts';
import { MODERATION_STATES } from '../schema/review.ts';
import { type Burst, findBursts } from './bursts.ts';
import { type Market, scoreMarket } from './market.ts';
import { similarPairs } from './near-duplicates.ts';
import { rowsByVendor } from './row-weights.ts';

export type FlagReason = 'near-duplicate' | 'burst' | 'reviewer-reuse';

/** How far vendor-supplied reviews lie above verified ones, on the 0..1 share of each rating's scale. */
export interface ClassGap {
  supplied: number;
  verified: number;
  suppliedCount: number;
  verifiedCount: number;
}

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
  const { reviews, method } = dataset;
  const reasons = new Map<number, Set<FlagReason>>();
  const flag = (row: number, reason: FlagReason): void => {
    const known = reasons.get(row);
    if (known) known.add(reason);
    else reasons.set(row, new Set([reason]));
  };
  flagTexts(dataset, flag);
  flagReuse(dataset, flag);
  const byVendor = rowsByVendor(reviews, dataset.vendors.length);
  const bursts = dataset.vendors.map((_, v) => {
    const rows = [...byVendor.rows.subarray(byVendor.start[v], byVendor.start[v + 1])].filter((r) => reviews.moderation[r] === PUBLISHED);
    const found = findBursts(rows.map((r) => reviews.day[r] as number), method.integrity.burstDays, method.integrity.burstProbability);
    for (const row of rows) {
      const day = reviews.day[row] as number;
      if (found.some((b) => day >= b.from && day <= b.to)) flag(row, 'burst');
    }
    return found;
  });
  const clean = reasons.size === 0 ? market : scoreMarket(dataset, { draws: 0, countsReview: (row) => !reasons.has(row) });
  return dataset.vendors.flatMap((_, v) => {
    const rows = [...byVendor.rows.subarray(byVendor.start[v], byVendor.start[v + 1])]
      .filter((row) => reasons.has(row))
      .sort((a, b) => ((reviews.id[a] as string) < (reviews.id[b] as string) ? -1 : 1))
      .map((row) => ({ row, reasons: [...(reasons.get(row) as Set<FlagReason>)].sort() }));
    const gap = classGap(dataset, byVendor.rows.subarray(byVendor.start[v], byVendor.start[v + 1]));
    if (rows.length === 0 && gap === undefined) return [];
    return [{ vendor: v, rows, bursts: bursts[v] ?? [], ...(gap ? { gap } : {}), ...movement(market, clean, v) }];
  });
}

function movement(market: Market, clean: Market, v: number): Partial<Pick<VendorFlags, 'score' | 'without' | 'place' | 'placeWithout'>> {
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
    .sort((a, b) => ((reviews.id[a] as string) < (reviews.id[b] as string) ? -1 : 1));
  const texts = new Map(rows.map((row, i) => [i, reviews.text.get(row) as string]));
  for (const { a, b } of similarPairs(texts, method.integrity.similarText)) {
    flag(rows[a] as number, 'near-duplicate');
    flag(rows[b] as number, 'near-duplicate');
  }
}

function flagReuse(dataset: Dataset, flag: (row: number, reason: FlagReason) => void): void {
  const { reviews, method } = dataset;
  const vendorsOf = new Map<number, Set<number>>();
  const each = (visit: (row: number) => void): void => {
    for (let row = 0; row < reviews.count; row++) if (reviews.moderation[row] === PUBLISHED) visit(row);
  };
  each((row) => {
    const reviewer = reviews.reviewer[row] as number;
    const known = vendorsOf.get(reviewer);
    if (known) known.add(reviews.vendor[row] as number);
    else vendorsOf.set(reviewer, new Set([reviews.vendor[row] as number]));
  });
  each((row) => {
    if ((vendorsOf.get(reviews.reviewer[row] as number)?.size ?? 0) > method.integrity.reviewerVendors) flag(row, 'reviewer-reuse');
  });
}

/** Reviews of each class that a gap needs before it says anything. */
const GAP_LEAST = 5;
/** Share of the scale from which a gap is worth showing. */
const GAP_SHOWN = 0.1;

/** The gap between vendor-supplied and verified reviews, when there are enough of both and it is wide. */
function classGap(dataset: Dataset, rows: Int32Array): ClassGap | undefined {
  const supplied = classMean(dataset, rows, 'vendor-supplied');
  const verified = classMean(dataset, rows, 'verified-contract');
  if (supplied.count < GAP_LEAST || verified.count < GAP_LEAST || supplied.mean - verified.mean < GAP_SHOWN) return undefined;
  return { supplied: supplied.mean, verified: verified.mean, suppliedCount: supplied.count, verifiedCount: verified.count };
}

/** Mean over reviews of one class of each review's mean rating, as a share 0..1 of the scales; reviews without ratings do not count. */
function classMean(dataset: Dataset, rows: Int32Array, sourceClass: SourceClass): { mean: number; count: number } {
  const { reviews, questionnaire } = dataset;
  const index = SOURCE_CLASSES.indexOf(sourceClass);
  let sum = 0;
  let count = 0;
  for (const row of rows) {
    if (reviews.moderation[row] !== PUBLISHED || reviews.source[row] !== index) continue;
    const shares = questionnaire.questions.flatMap((question, q) => {
      const value = reviews.answers[q]?.[row] ?? Number.NaN;
      return question.kind === 'rating' && !Number.isNaN(value) ? [(value - question.low) / (question.high - question.low)] : [];
    });
    if (shares.length === 0) continue;
    sum += shares.reduce((total, x) => total + x, 0) / shares.length;
    count += 1;
  }
  return { mean: count === 0 ? 0 : sum / count, count };
}
