/**
 * Closed lists of words that shapes and scoring share. They stand apart from the shapes so that what runs in a browser
 * needs no zod for them.
 */

/** Who brought a review in. */
export const SOURCE_CLASSES = ['verified-contract', 'invited', 'organic', 'vendor-supplied'] as const;
/** Credibility of evidence, best first. */
export const TIERS = ['observed', 'documented', 'declared'] as const;
export const INCENTIVES = ['none', 'offered', 'unknown'] as const;
export const MODERATION_STATES = ['published', 'withheld', 'pending'] as const;
/** Why a published review is flagged for editors. */
export const FLAG_REASONS = ['near-duplicate', 'burst', 'reviewer-reuse'] as const;

/** How a vendor is here: in the directory only, assessed, or gone. */
export const VENDOR_STATUSES = ['listed', 'participating', 'withdrawn'] as const;
/** Who the statements of a vendor file come from. */
export const FILE_SOURCES = ['vendor', 'editor', 'register', 'collector'] as const;
export const ANSWER_STATES = ['met', 'partly', 'not-met', 'not-applicable', 'unknown'] as const;
export const PRICE_PERIODS = ['month', 'quarter', 'year', 'once', 'hour'] as const;

/** What an editor may have to see to, in the order in which it matters to readers. */
export const FRESHNESS_KINDS = [
  'licence-expired',
  'case-overdue',
  'reviews-pending',
  'evidence-expired',
  'reviews-unusual',
  'vendor-silent',
  'licence-unchecked',
  'evidence-stale',
  'case-open',
  'price-old',
  'price-missing',
  'text-one-language',
] as const;
export type FreshnessKind = (typeof FRESHNESS_KINDS)[number];
