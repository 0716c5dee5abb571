/** From the answers and measures of a receipt to its scores, by the published formulas alone (arithmetic aggregation). */
import type { Receipt, ReceiptAnswer, ReceiptCriterion, ReceiptDimension } from '../../../src/schema/api.ts';
import { pointsOf } from './recompute-rows.ts';

/** Mean of the values that there are, weighted; undefined without any. */
function weightedMean(parts: readonly { weight: number; value: number | undefined }[]): number | undefined {
  const known = parts.filter((p) => p.value !== undefined && p.weight > 0);
  const total = known.reduce((sum, p) => sum + p.weight, 0);
  return total === 0 ? undefined : known.reduce((sum, p) => sum + p.weight * (p.value as number), 0) / total;
}

function blend(receipt: Receipt, facts: number | undefined, reviews: number | undefined): number | undefined {
  const lambda = receipt.rules.facts.share;
  return facts === undefined ? reviews : reviews === undefined ? facts : lambda * facts + (1 - lambda) * reviews;
}

/** Points of the vendor's own answer; undefined when it leaves both sums. */
export function answerPoints({ rules, evidence }: Receipt, answer: ReceiptAnswer): number | undefined {
  const best = (ids: readonly string[]): number =>
    Math.max(rules.facts.tiers.declared, ...ids.map((id) => rules.facts.tiers[evidence.find((e) => e.id === id)?.counts ?? 'declared']));
  const blank = rules.facts.missing === 'not-shown' ? 0 : undefined;
  if (answer.state === 'not-applicable') return undefined;
  if (answer.kind === 'checklist') {
    const credit = { met: 1, partly: rules.facts.partly, 'not-met': 0, unknown: 0, 'not-applicable': 0 };
    const applying = answer.facets.filter((f) => f.state !== 'not-applicable' && (blank !== undefined || f.state !== 'unknown'));
    if (!applying.some((f) => f.state !== 'unknown')) return blank;
    return (100 * applying.reduce((sum, f) => sum + credit[f.state] * best(f.evidence ?? answer.evidence), 0)) / applying.length;
  }
  const stated = answer.kind === 'level' ? answer.levelPoints : answer.value === undefined ? undefined : pointsOf(answer.goalposts, answer.value);
  return stated === undefined ? blank : stated * best(answer.evidence);
}

/** Facts, reviews and score of a criterion. */
export function rescoredCriterion(receipt: Receipt, criterion: ReceiptCriterion): Pick<ReceiptCriterion, 'facts' | 'reviews' | 'score'> {
  const points = (ids: readonly string[]): (number | undefined)[] => ids.map((id) => receipt.measures.find((m) => m.id === id)?.points);
  const mean = (values: readonly (number | undefined)[]): number | undefined => weightedMean(values.map((value) => ({ weight: 1, value })));
  const facts = mean([criterion.answer && answerPoints(receipt, criterion.answer), ...points(criterion.observed)]);
  const reviews = mean(points(criterion.reviewed));
  return { facts, reviews, score: blend(receipt, facts, reviews) };
}

/** Facts, reviews, score and covered share of a dimension. */
export function rescoredDimension(receipt: Receipt, { criteria }: ReceiptDimension): { facts: number | undefined; reviews: number | undefined; score: number | undefined; evidenced: number } {
  const facts = weightedMean(criteria.map((c) => ({ weight: c.weight, value: c.facts })));
  const reviews = weightedMean(criteria.map((c) => ({ weight: c.weight, value: c.reviews })));
  const applying = criteria.filter((c) => c.answer?.state !== 'not-applicable');
  return { facts, reviews, score: blend(receipt, facts, reviews), evidenced: weightedMean(applying.map((c) => ({ weight: c.weight, value: evidenced(receipt, c) ? 1 : 0 }))) ?? 0 };
}

/** Whether a criterion counts as evidence: answered, or told of often enough. */
export function evidenced({ measures, rules }: Receipt, criterion: ReceiptCriterion): boolean {
  const enough = (ids: readonly string[], least: number): boolean => ids.some((id) => (measures.find((m) => m.id === id)?.count ?? 0) >= least);
  return criterion.answer?.state === 'shown' || enough(criterion.reviewed, rules.coverage.reviews) || enough(criterion.observed, rules.coverage.observations);
}

/** Score from what it is made of. */
export function meanScore(parts: readonly { weight: number; estimate?: { score: number } | undefined }[]): number | undefined {
  return weightedMean(parts.map((p) => ({ weight: p.weight, value: p.estimate?.score })));
}

/** Standard deviation that the coefficients give. */
export function spread({ measures }: Receipt, coefficients: Readonly<Record<string, number>>): number {
  return Math.sqrt(Object.entries(coefficients).reduce((sum, [id, c]) => sum + (c * (measures.find((m) => m.id === id)?.pointsSd ?? Number.NaN)) ** 2, 0));
}
