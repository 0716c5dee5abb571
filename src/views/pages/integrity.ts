/** What looks unusual about reviews: the editors' report, and one vendor's part of it. */
import type { ReviewTable } from '../../schema/dataset.ts';
import type { Language } from '../../schema/text.ts';
import { FLAG_REASONS, MODERATION_STATES } from '../../schema/words.ts';
import type { ClassGap } from '../../score/class-gap.ts';
import { type FlagReason, type VendorFlags, reviewFlags } from '../../score/integrity.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { oncePer } from '../format/once.ts';
import { round } from '../format/round.ts';
import { rowsOf } from '../market/rows.ts';
import { type LocalText, localize } from '../format/localize.ts';
import { dayText } from '../../schema/day.ts';

/** One vendor with something unusual. */
interface UnusualReviews {
  slug: string;
  name: LocalText;
  /** Flagged and all published reviews. */
  flagged: number;
  published: number;
  /** How many rows have each reason; a row may have several. */
  reasons: readonly { reason: FlagReason; count: number }[];
  bursts: readonly { from: string; to: string; count: number; expected: number; probability: number }[];
  /** Mean ratings in points 0..100 of reviews passed on by the vendor and of verified clients; whether the former weigh less. */
  gap: (ClassGap & { lighter: boolean }) | undefined;
  /** Scores to one decimal, with and without the flagged rows; undefined where there is none, or nothing is flagged. */
  score: Movement | undefined;
  place: Movement | undefined;
  /** Flagged rows in the order of their ids. */
  rows: readonly { id: string; on: string; reasons: readonly FlagReason[] }[];
}

/** A figure as it is and as it would be; `without` is undefined where there would be none. */
export interface Movement {
  now: number;
  without: number | undefined;
}

interface IntegrityPage {
  published: number;
  flagged: number;
  vendors: number;
  reasons: readonly { reason: FlagReason; count: number }[];
  rules: { similarText: number; burstDays: number; burstProbability: number; reviewerVendors: number };
  /** Those whose score would change most first. */
  entries: readonly UnusualReviews[];
}

/** Flagged rows that the report names for each vendor; the rest are in its data file. */
export const ROWS_ON_PAGE = 30;

/** The flags of a scored workspace, made once however many pages and files show them. */
export const flags = oncePer(({ dataset, market }: ScoredWorkspace): readonly VendorFlags[] =>
  reviewFlags(dataset, market),
);

const byVendor = oncePer(
  (found: readonly VendorFlags[]): ReadonlyMap<number, VendorFlags> =>
    new Map(found.map((f) => [f.vendor, f] as const)),
);

/** Number of published reviews. */
export function publishedCount({ moderation }: ReviewTable): number {
  return moderation.reduce((n, state) => n + (MODERATION_STATES[state] === 'published' ? 1 : 0), 0);
}

/** The part of the vendor with this index; undefined when nothing about its reviews is unusual. */
export function unusualReviews(
  scoring: ScoredWorkspace,
  vendor: number,
  language: Language,
): UnusualReviews | undefined {
  const found = byVendor(flags(scoring)).get(vendor);
  return found === undefined ? undefined : entry(scoring, found, language);
}

/** The whole report. */
export function integrityPage(scoring: ScoredWorkspace, language: Language): IntegrityPage {
  const found = flags(scoring);
  const { reviews, method } = scoring.dataset;
  const shift = (e: UnusualReviews): number =>
    e.score === undefined ? 0 : Math.abs((e.score.without ?? 0) - e.score.now);
  const entries = found
    .map((f) => entry(scoring, f, language))
    .toSorted((a, b) => shift(b) - shift(a) || b.flagged - a.flagged);
  return {
    published: publishedCount(reviews),
    flagged: found.reduce((sum, f) => sum + f.rows.length, 0),
    vendors: found.filter((f) => f.rows.length > 0).length,
    reasons: reasonsOf(found.flatMap((f) => f.rows)),
    rules: method.integrity,
    entries,
  };
}

function entry({ dataset }: ScoredWorkspace, found: VendorFlags, language: Language): UnusualReviews {
  const { reviews, method } = dataset;
  const { classes } = method.reviews;
  const vendor = dataset.vendors[found.vendor];
  if (vendor === undefined) throw new RangeError(`no vendor has the index ${found.vendor}`);
  const touched = found.rows.length > 0;
  return {
    slug: vendor.slug,
    name: localize(vendor.name, language),
    flagged: found.rows.length,
    published: rowsOf(reviews, found.vendor).filter((row) => MODERATION_STATES[reviews.moderation[row]] === 'published')
      .length,
    reasons: reasonsOf(found.rows),
    bursts: found.bursts.map((b) => ({
      ...b,
      from: dayText(b.from),
      to: dayText(b.to),
      expected: round(b.expected, 1),
    })),
    gap: found.gap && {
      ...found.gap,
      supplied: Math.round(100 * found.gap.supplied),
      verified: Math.round(100 * found.gap.verified),
      lighter: classes['vendor-supplied'] < classes['verified-contract'],
    },
    score: touched ? movement(found.score, found.without, 1) : undefined,
    place: touched ? movement(found.place, found.placeWithout, 0) : undefined,
    rows: found.rows.map(({ row, reasons }) => ({
      id: reviews.id[row],
      on: dayText(reviews.day[row]),
      reasons,
    })),
  };
}

function movement(now: number | undefined, without: number | undefined, digits: number): Movement | undefined {
  if (now === undefined) return undefined;
  return { now: round(now, digits), without: without === undefined ? undefined : round(without, digits) };
}

function reasonsOf(rows: VendorFlags['rows']): { reason: FlagReason; count: number }[] {
  return FLAG_REASONS.map((reason) => ({
    reason,
    count: rows.filter((r) => r.reasons.includes(reason)).length,
  })).filter(({ count }) => count > 0);
}
