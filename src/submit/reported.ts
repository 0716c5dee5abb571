/** What others have reported about a vendor so far: from its published receipt, or worked out as if it had been scored all along. */
import type { ReceiptMeasure } from '../schema/api.ts';
import type { SubmitMarket, SubmitPrior, SubmitRules, SubmitTold } from '../schema/submit-files.ts';
import { type Overlap, fallbackLoadings } from '../score/correlation.ts';
import type { VendorRows } from '../score/one-vendor.ts';
import { compilePlan } from '../score/plan.ts';
import { posteriors } from '../score/posteriors.ts';
import { PERIODS, emptySummaries } from '../score/summaries.ts';
import type { RowStatsById } from './standing.ts';

/** Statistics of the rows about a vendor; with the market's priors where these would be others than are published. */
export interface Reported {
  rows: RowStatsById;
  overlap: Overlap;
  priors?: Readonly<Record<string, SubmitPrior>>;
}

const NO_OVERLAP: Overlap = { review: 1, observation: 1 };

/** A vendor that nobody has reported anything about. */
export const NOTHING_REPORTED: Reported = { rows: {}, overlap: NO_OVERLAP };

/** What a vendor's published receipt says of its rows. */
export function reportedInReceipt({
  measures,
  overlap,
}: {
  measures: readonly (Pick<ReceiptMeasure, 'id'> & VendorRows)[];
  overlap?: Overlap | undefined;
}): Reported {
  const rows = measures.map(
    ({ id, count, weight, squaredWeight, sum, ageWeight }) =>
      [id, { count, weight, squaredWeight, sum, ageWeight }] as const,
  );
  return { rows: Object.fromEntries(rows), overlap: overlap ?? NO_OVERLAP };
}

/** Whether anybody has reported anything about a vendor. */
export function isReportedOn(file: SubmitTold, slug: string): boolean {
  return file.vendors.some(([own, , statistics]) => own === slug && statistics.length > 0);
}

/**
 * What a vendor that joins the scored ones brings along: its rows, and the market's priors with these rows among them. How errors of
 * measures correlate is taken from the market without it.
 */
export function joining(
  rules: SubmitRules,
  { priors: published }: Pick<SubmitMarket, 'priors'>,
  file: SubmitTold,
  slug: string,
): Reported {
  const plan = compilePlan(rules.frameworks, rules.questionnaire, rules.method);
  const size = plan.measures.length;
  const summaries = emptySummaries(file.vendors.length, size);
  file.vendors.forEach(([, , statistics], v) => {
    for (const { measure, periods, ...sums } of statistics) {
      const at = v * size + measure;
      for (const [key, value] of Object.entries(sums)) summaries[key as keyof typeof sums][at] = value;
      for (const [key, values] of Object.entries(periods))
        summaries.periods[key as keyof typeof periods].set(values, at * PERIODS);
    }
  });
  const scored = Uint8Array.from(file.vendors, ([own, isScored]) => (isScored || own === slug ? 1 : 0));
  const known = posteriors(summaries, plan, rules.method, scored);
  const v = file.vendors.findIndex(([own]) => own === slug);
  const rows: Record<string, VendorRows> = {};
  const priors: Record<string, SubmitPrior> = {};
  const fallback = fallbackLoadings(rules.method);
  plan.measures.forEach(({ id }, m) => {
    const prior = known.priors[m];
    if (prior === undefined) return;
    const at = v * size + m;
    const loadings = Object.hasOwn(published, id) ? published[id]?.loadings : undefined;
    priors[id] = { ...prior, loadings: loadings ?? fallback };
    if (v === -1) return;
    const column = (key: 'count' | 'weight' | 'squaredWeight' | 'sum' | 'ageWeight'): number => known[key][at];
    rows[id] = {
      count: column('count'),
      weight: column('weight'),
      squaredWeight: column('squaredWeight'),
      sum: column('sum'),
      ageWeight: column('ageWeight'),
    };
  });
  return { rows, overlap: file.vendors[v]?.[3] ?? NO_OVERLAP, priors };
}
