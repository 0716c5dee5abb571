/** In a receipt: one criterion with the vendor's answer and the measures that count for it. */
import type { ReceiptAnswer, ReceiptCriterion } from '../../schema/api.ts';
import type { Vendor } from '../../schema/dataset.ts';
import type { Answer } from '../../schema/vendor.ts';
import type { PlannedCriterion } from '../../score/plan.ts';
import type { CriterionScore, FacetScore, MeasureScore } from '../../score/types.ts';
import { goalpostsShown } from './goalposts-shown.ts';
import type { Scoring } from './standings.ts';

type VendorMeasure = Extract<MeasureScore, { source: 'vendor' }>;

/** A criterion's part of the receipt; `planned` is the same criterion in the plan, `factSd` the spread of its answer's points. */
export function receiptCriterion(
  scoring: Scoring,
  vendor: Vendor,
  planned: PlannedCriterion,
  score: CriterionScore,
  factSd: number | undefined,
): ReceiptCriterion {
  const answer = vendor.answers[planned.framework]?.[planned.id];
  const own = score.measures.find((m) => m.source === 'vendor');
  return {
    id: score.id,
    weight: score.weight,
    state: score.state,
    facts: score.facts,
    reviews: score.reviews,
    score: score.score,
    evidenced: score.evidenced,
    answer: own ? answerShown(scoring, planned, own, answer, factSd) : undefined,
    observed: idsFrom(score, 'observation'),
    reviewed: idsFrom(score, 'review'),
    reason: answer?.reason,
    note: answer?.note,
  };
}

function idsFrom(score: CriterionScore, source: MeasureScore['source']): string[] {
  return score.measures.flatMap((m) => (m.source === source ? [m.measure] : []));
}

function answerShown(
  scoring: Scoring,
  planned: PlannedCriterion,
  own: VendorMeasure,
  answer: Answer | undefined,
  sd: number | undefined,
): ReceiptAnswer {
  const counts = own.state === 'shown' || own.state === 'not-shown';
  const base = { state: own.state, points: counts ? own.points : undefined, sd: counts ? sd : undefined };
  if (own.kind === 'checklist') {
    return {
      kind: 'checklist',
      ...base,
      facets: own.facets.map((facet) => facetShown(facet, answer)),
      evidence: answer?.evidence ?? [],
    };
  }
  const { tiers } = scoring.dataset.method.facts;
  const backed = { credibility: own.tier && tiers[own.tier], tier: own.tier, evidence: [...own.evidence] };
  const { measure } = planned.criterion;
  if (own.kind === 'level') {
    const levels = measure?.kind === 'level' ? measure.levels : [];
    return {
      kind: 'level',
      ...base,
      level: own.level,
      levelPoints: levels.find((l) => l.id === own.level)?.points,
      ...backed,
    };
  }
  if (measure?.kind !== 'number' || !planned.goalposts) throw new Error(`${planned.id} is measured by no number`);
  const { numerator, denominator } = answer ?? {};
  const ratio = numerator === undefined ? {} : { numerator, denominator };
  return {
    kind: 'number',
    ...base,
    value: own.value,
    ...ratio,
    error: own.error,
    goalposts: goalpostsShown(planned.goalposts, measure.goalposts),
    compared: own.compared,
    ...backed,
  };
}

/** Credibility only where the state earns something: it changes nothing elsewhere. Evidence only where it is the facet's own. */
function facetShown(
  facet: FacetScore,
  answer: Answer | undefined,
): Extract<ReceiptAnswer, { kind: 'checklist' }>['facets'][number] {
  const told = answer?.facets?.[facet.facet];
  const earns = facet.credit > 0;
  return {
    id: facet.facet,
    state: facet.state,
    credit: facet.credit,
    credibility: earns ? facet.credibility : undefined,
    tier: earns ? facet.tier : undefined,
    evidence: typeof told === 'object' ? told.evidence : undefined,
    reason: typeof told === 'object' ? told.reason : undefined,
  };
}
