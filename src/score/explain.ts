/** One vendor's scores as a tree, from the overall score down to each measure: what pages, receipts and people read. */
import type { Dataset } from '../schema/dataset.ts';
import type { FactMeasure } from '../schema/framework.ts';
import { scoreBounds } from './bounds.ts';
import type { Fact } from './facts.ts';
import { givenNumber } from './given-number.ts';
import type { Market } from './market.ts';
import { normalQuantile } from './normal.ts';
import { ownScale } from './posteriors.ts';
import { dimensionSd } from './composite.ts';
import type { ScoredVendor } from './scored-vendor.ts';
import type {
  CriterionOutline,
  CriterionScore,
  DimensionOutline,
  DimensionScore,
  Estimate,
  FrameworkOutline,
  FrameworkScore,
  MeasureScore,
  VendorOutline,
  VendorScores,
} from './types.ts';

/** The tree of vendor `v`. @throws RangeError when there is no such vendor. */
export function explainVendor(dataset: Dataset, market: Market, v: number): VendorScores {
  const own = market.scored[v];
  const bounds = own && scoreBounds(market.plan, dataset.method, own, market.posteriors, v);
  return {
    ...identity(dataset, market, v),
    ...(bounds ? { bounds } : {}),
    frameworks: own ? market.plan.frameworks.map((_, f) => frameworkScore(dataset, market, own, v, f)) : [],
    ...rowCounts(market, v),
  };
}

/**
 * The tree of vendor `v` down to its dimensions, without the bounds: a small part of the cost of the whole tree, for lists that
 * hold all vendors. @throws RangeError when there is no such vendor.
 */
export function outlineVendor(dataset: Dataset, market: Market, v: number): VendorOutline {
  const own = market.scored[v];
  return {
    ...identity(dataset, market, v),
    frameworks: own ? market.plan.frameworks.map((_, f) => frameworkOutline(dataset, market, own, v, f)) : [],
    ...rowCounts(market, v),
  };
}

function identity(dataset: Dataset, market: Market, v: number): Pick<VendorScores, 'slug' | 'rating' | 'overall'> {
  const vendor = dataset.vendors[v];
  const rating = market.ratings[v];
  if (!vendor || !rating) throw new RangeError(`no vendor ${v}`);
  const overall = market.scored[v]?.overall;
  return { slug: vendor.slug, rating, ...(overall ? { overall } : {}) };
}

function rowCounts({ counted }: Market, v: number): Pick<VendorScores, 'reviews' | 'observations'> {
  return { reviews: counted.reviews[v], observations: counted.observations[v] };
}

function frameworkScore(dataset: Dataset, market: Market, own: ScoredVendor, v: number, f: number): FrameworkScore {
  const { dimensions, ...outline } = frameworkOutline(dataset, market, own, v, f);
  const planned = market.plan.frameworks[f]?.dimensions ?? [];
  return {
    ...outline,
    dimensions: dimensions.map((dimension, i) => dimensionScore(dataset, market, own, v, planned[i], dimension)),
  };
}

function frameworkOutline(dataset: Dataset, market: Market, own: ScoredVendor, v: number, f: number): FrameworkOutline {
  const framework = market.plan.frameworks[f];
  if (!framework) throw new RangeError(`no framework ${f}`);
  const estimate = own.frameworks[f];
  return {
    id: framework.id,
    share: framework.share,
    ...(estimate ? { estimate } : {}),
    covered: framework.dimensions.filter((d) => own.coverage.covered[d] === 1).length,
    needed: framework.needed,
    dimensions: framework.dimensions.map((d) => dimensionOutline(dataset, market, own, v, d)),
  };
}

function dimensionScore(
  dataset: Dataset,
  market: Market,
  own: ScoredVendor,
  v: number,
  d: number,
  outline: DimensionOutline,
): DimensionScore {
  return {
    ...outline,
    criteria: (market.plan.dimensions[d]?.criteria ?? []).map((c) => criterionScore(dataset, market, own, v, c)),
  };
}

function dimensionOutline(dataset: Dataset, market: Market, own: ScoredVendor, v: number, d: number): DimensionOutline {
  const dimension = market.plan.dimensions[d];
  const linear = own.dimensions[d];
  if (!dimension || !linear) throw new RangeError(`no dimension ${d}`);
  const sd = dimensionSd(market.plan, linear, market.posteriors, v);
  return {
    id: dimension.id,
    theme: dimension.theme,
    share: dimension.share,
    covered: own.coverage.covered[d] === 1,
    evidenced: own.coverage.shares[d],
    ...known('facts', linear.facts),
    ...known('reviews', linear.reviews),
    ...(Number.isNaN(linear.score)
      ? {}
      : { estimate: interval(linear.score, sd, dataset.method.uncertainty.interval) }),
    ...(linear.standard ? { standard: linear.standard } : {}),
  };
}

/** Score plus and minus the normal quantile of its spread, cut to 0..100. */
export function interval(score: number, sd: number, coverage: number): Estimate {
  const z = normalQuantile((1 + coverage) / 2);
  return { score, sd, low: Math.max(0, score - z * sd), high: Math.min(100, score + z * sd) };
}

/** The criteria of vendor `v` in the order of the plan, without the trees of their measures; empty for a vendor without scores. */
export function outlineCriteria(
  dataset: Pick<Dataset, 'method'>,
  market: Pick<Market, 'plan' | 'posteriors' | 'scored'>,
  v: number,
): CriterionOutline[] {
  const own = market.scored[v];
  if (own === undefined) return [];
  return market.plan.criteria.map(({ framework, id }, c) => {
    const { facts, reviews } = criterionParts(dataset, market, own, v, c);
    const fact = own.facts[c];
    return { framework, id, ...(fact ? { fact } : {}), ...known('facts', facts), ...known('reviews', reviews) };
  });
}

/** Points of a criterion from facts and from reviews, and blended; NaN where there are none. */
function criterionParts(
  { method }: Pick<Dataset, 'method'>,
  { plan, posteriors }: Pick<Market, 'plan' | 'posteriors'>,
  own: ScoredVendor,
  v: number,
  c: number,
): { facts: number; reviews: number; score: number } {
  const criterion = plan.criteria[c];
  if (!criterion) throw new RangeError(`no criterion ${c}`);
  const fact = own.facts[c];
  const excluded = fact?.state === 'not-applicable';
  const pointsOf = (measures: readonly number[]): number[] =>
    excluded
      ? []
      : measures.flatMap((m) =>
          plan.measures[m] && posteriors.priors[m] ? [posteriors.points[v * posteriors.measures + m]] : [],
        );
  const facts = mean([...(fact && !Number.isNaN(fact.points) ? [fact.points] : []), ...pointsOf(criterion.observed)]);
  const reviews = mean(pointsOf(criterion.reviewed));
  const lambda = method.facts.share;
  return {
    facts,
    reviews,
    score: Number.isNaN(facts) ? reviews : Number.isNaN(reviews) ? facts : lambda * facts + (1 - lambda) * reviews,
  };
}

function criterionScore(dataset: Dataset, market: Market, own: ScoredVendor, v: number, c: number): CriterionScore {
  const criterion = market.plan.criteria[c];
  if (!criterion) throw new RangeError(`no criterion ${c}`);
  const fact = own.facts[c];
  const survey = (indexes: readonly number[]): MeasureScore[] =>
    fact?.state === 'not-applicable' ? [] : indexes.flatMap((m) => surveyMeasure(market, v, m));
  const observed = survey(criterion.observed);
  const reviewed = survey(criterion.reviewed);
  const { facts, reviews, score } = criterionParts(dataset, market, own, v, c);
  return {
    id: criterion.id,
    share: criterion.share,
    state: stateOf(fact, [...observed, ...reviewed]),
    ...known('facts', facts),
    ...known('reviews', reviews),
    ...known('score', score),
    evidenced: own.coverage.evidenced[c] === 1,
    measures: [
      ...(fact ? [factMeasure(dataset, v, criterion.framework, criterion.id, fact, criterion.criterion.measure)] : []),
      ...observed,
      ...reviewed,
    ],
  };
}

/** The vendor's own answer says most; without one, whether others have told anything. */
function stateOf(fact: Fact | undefined, survey: readonly MeasureScore[]): CriterionScore['state'] {
  const told = survey.some((m) => m.state === 'told');
  if (fact?.state === 'shown' || fact?.state === 'not-applicable') return fact.state;
  if (told) return 'told';
  if (fact) return fact.state;
  return survey.length > 0 ? 'estimated' : 'unmeasured';
}

function factMeasure(
  dataset: Dataset,
  v: number,
  framework: string,
  id: string,
  fact: Fact,
  measure: FactMeasure | undefined,
): MeasureScore {
  const answer = dataset.vendors[v]?.answers[framework]?.[id];
  const base = {
    measure: `${framework}/${id}`,
    source: 'vendor' as const,
    state: fact.state,
    points: Number.isNaN(fact.points) ? 0 : fact.points,
  };
  const credibility = { ...(fact.tier ? { tier: fact.tier } : {}), evidence: answer?.evidence ?? [] };
  if (measure?.kind === 'level')
    return { ...base, kind: 'level', ...(answer?.level === undefined ? {} : { level: answer.level }), ...credibility };
  if (measure?.kind === 'number') {
    const compared = fact.compared ? { compared: fact.compared } : {};
    const given = givenNumber(answer, measure.per, dataset.method.uncertainty.interval);
    return {
      ...base,
      kind: 'number',
      ...(given && { value: given.value }),
      ...(given && given.error > 0 && { error: given.error }),
      ...compared,
      ...credibility,
    };
  }
  return { ...base, kind: 'checklist', facets: fact.facets };
}

function surveyMeasure(market: Market, v: number, m: number): MeasureScore[] {
  const { posteriors, plan } = market;
  const measure = plan.measures[m];
  const prior = posteriors.priors[m];
  if (!measure || !prior) return [];
  const at = v * posteriors.measures + m;
  const weight = posteriors.weight[at];
  return [
    {
      measure: measure.id,
      kind: measure.kind,
      source: measure.source,
      state: weight > 0 ? 'told' : 'estimated',
      question: measure.question,
      points: posteriors.points[at],
      sd: posteriors.pointsSd[at],
      count: posteriors.count[at],
      weight,
      value: ownScale(measure, posteriors.mean[at]),
      ...(weight > 0 ? { rawMean: ownScale(measure, posteriors.sum[at] / weight) } : {}),
      market: ownScale(measure, prior.mu),
      k: prior.k,
    },
  ];
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** `{ [key]: value }`, or nothing for NaN: a score that does not exist is absent, never a special number. */
function known<K extends string>(key: K, value: number): { [P in K]?: number } {
  return Number.isNaN(value) ? {} : ({ [key]: value } as { [P in K]?: number });
}
