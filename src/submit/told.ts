/** What others have told about a vendor so far: from its published receipt, or worked out as if it had been scored all along. */
import type { ReceiptMeasure } from '../schema/api.ts';
import type { SubmitPrior, SubmitRules, SubmitTold } from '../schema/submit-files.ts';
import { compilePlan } from '../score/plan.ts';
import { posteriors } from '../score/posteriors.ts';
import { emptySummaries } from '../score/summaries.ts';
import type { ToldById } from './standing.ts';

/** Rows told about a vendor; with the market's priors where these would be others than are published. */
export interface Known {
  told: ToldById;
  priors?: Readonly<Record<string, SubmitPrior>>;
}

/** A vendor that nobody has told anything about. */
export const NOTHING_TOLD: Known = { told: {} };

/** The counted rows of each measure of a receipt. */
export function toldIn(measures: readonly Pick<ReceiptMeasure, 'id' | 'count' | 'weight' | 'sum'>[]): ToldById {
  return Object.fromEntries(measures.map(({ id, count, weight, sum }) => [id, { count, weight, sum }]));
}

/** Whether anybody has told anything about a vendor. */
export function isToldOf(file: SubmitTold, slug: string): boolean {
  return file.vendors.some(([own, , statistics]) => own === slug && statistics.length > 0);
}

/** What a vendor that joins the scored ones brings along: its rows, and the market's priors with these rows among them. */
export function joining(rules: SubmitRules, file: SubmitTold, slug: string): Known {
  const plan = compilePlan(rules.frameworks, rules.questionnaire, rules.method);
  const size = plan.measures.length;
  const summaries = emptySummaries(file.vendors.length, size);
  file.vendors.forEach(([, , statistics], v) => {
    for (const [m, count, weight, sum, squares, censored] of statistics) {
      const at = v * size + m;
      summaries.count[at] = count;
      summaries.weight[at] = weight;
      summaries.sum[at] = sum;
      summaries.squares[at] = squares;
      summaries.censored[at] = censored;
    }
  });
  const scored = Uint8Array.from(file.vendors, ([own, isScored]) => (isScored || own === slug ? 1 : 0));
  const { count, weight, sum, priors } = posteriors(summaries, plan, rules.method, scored);
  const v = file.vendors.findIndex(([own]) => own === slug);
  const told: Record<string, ToldById[string]> = {};
  const found: Record<string, SubmitPrior> = {};
  plan.measures.forEach(({ id }, m) => {
    const prior = priors[m];
    if (prior === undefined) return;
    const at = v * size + m;
    found[id] = prior;
    if (v !== -1) told[id] = { count: count[at] as number, weight: weight[at] as number, sum: sum[at] as number };
  });
  return { told, priors: found };
}
