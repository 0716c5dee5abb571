/**
 * In a receipt: the criteria with the vendor's answers, and what every survey measure comes to for one vendor, with the
 * market's prior that it is drawn to.
 */
import { factsSd, gradients } from '../../score/composite.ts';
import type { LinearDimension } from '../../score/dimensions.ts';
import type { ScoredVendor } from '../../score/scored-vendor.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import type { ReceiptMeasure, ReceiptAnswer, ReceiptCriterion } from '../../schema/api.ts';
import { ownScale } from '../../score/posteriors.ts';
import { oncePer } from '../format/once.ts';
import { questionOf, readingOf, useOf, goalpostsShown } from './frameworks-file.ts';
import type { Vendor } from '../../schema/dataset.ts';
import type { Answer } from '../../schema/vendor.ts';
import type { PlannedCriterion } from '../../score/plan.ts';
import type { CriterionScore, FacetScore, MeasureScore } from '../../score/types.ts';

/** Coefficients by measure id. */
type Coefficients = Record<string, number>;

/** What moves a score: each measure by its coefficient, and the facts by what they may be off. */
interface Moved {
  coefficients: Coefficients;
  factSd: number;
}

/** What moves a vendor's dimensions, frameworks and overall score, in the order of the plan. */
export interface VendorCoefficients {
  /** `slopes`: points of the framework and of the overall score for each point of the dimension. */
  dimensions: readonly (Moved & { slopes: { framework: number; overall: number } })[];
  frameworks: readonly Moved[];
  overall: Moved;
}

/** Of a dimension: its linear coefficients. Above: the gradient by dimensions times these, summed over dimensions. */
export function vendorCoefficients({ dataset, market }: ScoredWorkspace, own: ScoredVendor): VendorCoefficients {
  const { plan } = market;
  const scores = own.dimensions.map((d) => d.score);
  const rows = gradients(plan, dataset.method, scores, own.composite);
  const overall = rows[plan.frameworks.length];
  const idOf = (m: number): string => plan.measures[m]?.id ?? '';
  const moved = (dimensions: readonly LinearDimension[], gradient: Float64Array): Moved => ({
    coefficients: combined(dimensions, gradient, idOf),
    factSd: factsSd(dimensions, gradient),
  });
  return {
    dimensions: own.dimensions.map((dimension, d) => ({
      coefficients: combined([dimension], Float64Array.of(1), idOf),
      factSd: dimension.factSd,
      slopes: { framework: rows[plan.dimensions[d]?.framework ?? -1]?.[d] ?? 0, overall: overall[d] },
    })),
    frameworks: plan.frameworks.map((_, f) => moved(own.dimensions, rows[f])),
    overall: moved(own.dimensions, overall),
  };
}

function combined(
  dimensions: readonly LinearDimension[],
  gradient: Float64Array,
  idOf: (m: number) => string,
): Coefficients {
  const byMeasure = new Map<number, number>();
  dimensions.forEach((dimension, d) => {
    const slope = gradient[d];
    if (slope === 0) return;
    dimension.measures.forEach((m, i) => byMeasure.set(m, (byMeasure.get(m) ?? 0) + slope * dimension.coefficients[i]));
  });
  return Object.fromEntries([...byMeasure].map(([m, c]) => [idOf(m), c] as const));
}

/** The part of a measure that is the same for every vendor. */
type MeasureHead = Pick<
  ReceiptMeasure,
  'id' | 'source' | 'question' | 'kind' | 'goalposts' | 'good' | 'window' | 'channels' | 'scenarios' | 'prior'
>;

const headsOf = oncePer((scoring: ScoredWorkspace): readonly (MeasureHead | undefined)[] =>
  scoring.market.plan.measures.map((_, m) => measureHead(scoring, m)),
);

/** Every measure with data in the market, for vendor `v`. */
export function receiptMeasures(scoring: ScoredWorkspace, v: number): ReceiptMeasure[] {
  const { market } = scoring;
  const { posteriors, summaries, plan } = market;
  return headsOf(scoring).flatMap((head, m) => {
    const measure = plan.measures[m];
    if (!head || !measure) return [];
    const at = v * posteriors.measures + m;
    const weight = posteriors.weight[at];
    const censored = summaries.censored[at];
    return {
      ...head,
      state: weight > 0 ? 'told' : 'estimated',
      count: posteriors.count[at],
      weight,
      ...(censored > 0 ? { censored } : {}),
      squaredWeight: posteriors.squaredWeight[at],
      ageWeight: posteriors.ageWeight[at],
      sum: posteriors.sum[at],
      mean: posteriors.mean[at],
      sd: posteriors.sd[at],
      rowShare: posteriors.rowShare[at],
      value: ownScale(measure, posteriors.mean[at]),
      points: posteriors.points[at],
      pointsSd: posteriors.pointsSd[at],
    };
  });
}

function measureHead({ dataset, market }: ScoredWorkspace, m: number): MeasureHead | undefined {
  const measure = market.plan.measures[m];
  const prior = market.posteriors.priors[m];
  if (!measure || !prior) return undefined;
  const scope = measure.source === 'observation' ? useOf(dataset.questionnaire, measure.id) : undefined;
  const asked = scope?.item ?? questionOf(dataset.questionnaire, measure.question);
  const goalposts = asked.kind === 'duration' ? (scope?.use.goalposts ?? asked.goalposts) : undefined;
  return {
    id: measure.id,
    source: measure.source,
    question: measure.question,
    kind: measure.kind,
    goalposts: goalpostsShown(measure.goalposts, goalposts),
    ...readingOf(asked),
    ...(scope?.use.channels ? { channels: scope.use.channels } : {}),
    ...(scope?.use.scenarios ? { scenarios: scope.use.scenarios } : {}),
    prior: {
      mu: prior.mu,
      k: prior.k,
      variance: prior.variance,
      drift: prior.drift,
      ...(prior.between === undefined ? {} : { between: prior.between }),
      loadings: market.posteriors.loadings[m] ?? { vendors: 0, rows: 0 },
      source: prior.source,
    },
  };
}

type VendorMeasure = Extract<MeasureScore, { source: 'vendor' }>;

/** A criterion's part of the receipt; `planned` is the same criterion in the plan, `factSd` the spread of its answer's points. */
export function receiptCriterion(
  scoring: ScoredWorkspace,
  vendor: Vendor,
  planned: PlannedCriterion,
  score: CriterionScore,
  factSd: number | undefined,
): ReceiptCriterion {
  const answer = vendor.answers[planned.framework]?.[planned.id];
  const own = score.measures.find((m) => m.source === 'vendor');
  return {
    id: score.id,
    weight: score.share,
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
  scoring: ScoredWorkspace,
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
  const given = answer?.facets?.[facet.facet];
  const earns = facet.credit > 0;
  return {
    id: facet.facet,
    state: facet.state,
    credit: facet.credit,
    credibility: earns ? facet.credibility : undefined,
    tier: earns ? facet.tier : undefined,
    evidence: typeof given === 'object' ? given.evidence : undefined,
    reason: typeof given === 'object' ? given.reason : undefined,
  };
}
