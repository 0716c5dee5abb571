/** `api/v1/vendors/<slug>.json`: everything that a vendor's published numbers are computed from. */
import type { Receipt, ReceiptDimension, ReceiptContact, ReceiptReview } from '../../schema/api.ts';
import type { Case, Dataset, Vendor } from '../../schema/dataset.ts';
import { FACTS } from '../../score/draws.ts';
import { tiersOn } from '../../score/facts.ts';
import type { ScoredVendor } from '../../score/scored-vendor.ts';
import { SHARED } from '../../score/correlation.ts';
import type { DimensionScore, FrameworkScore } from '../../score/types.ts';
import { oncePer } from '../format/once.ts';
import { bothPages } from './addresses.ts';
import { type VendorCoefficients, vendorCoefficients, receiptMeasures, receiptCriterion } from './receipt-survey.ts';
import { estimateShown, standingShown } from './vendors-file.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { SOURCE_CLASSES } from '../../schema/method.ts';
import { INCENTIVES, MODERATION_STATES } from '../../schema/review.ts';
import { dayText } from '../../schema/day.ts';
import { rowsOf } from '../market/rows.ts';
import { cellsOf, clock } from './csv-rows.ts';

/** One vendor on its way into a receipt. */
interface Traced {
  scoring: ScoredWorkspace;
  vendor: Vendor;
  own: ScoredVendor;
  coefficients: VendorCoefficients;
}

/** The receipt of the vendor with index `v`. @throws RangeError when there is none. */
export function receipt(scoring: ScoredWorkspace, v: number): Receipt {
  const { dataset, market } = scoring;
  const vendor = dataset.vendors[v];
  if (!vendor) throw new RangeError(`no vendor ${v}`);
  const scores = market.of(v);
  const own = market.scored[v];
  const traced = own && { scoring, vendor, own, coefficients: vendorCoefficients(scoring, own) };
  return {
    slug: vendor.slug,
    name: vendor.name,
    status: vendor.status,
    asOf: dataset.release.asOf,
    methodology: dataset.method.version,
    pages: bothPages(dataset.site, `/vendors/${vendor.slug}/`),
    ...standingShown(scores),
    bounds: scores.bounds,
    coefficients: scores.overall && traced?.coefficients.overall.coefficients,
    factSd: scores.overall && traced?.coefficients.overall.factSd,
    overlap: traced && market.posteriors.overlap[v],
    counted: { reviews: scores.reviews, observations: scores.observations },
    rules: rulesOf(dataset),
    frameworks: traced ? scores.frameworks.map((framework, f) => frameworkShown(traced, framework, f)) : [],
    measures: traced ? receiptMeasures(scoring, v) : [],
    evidence: evidenceShown(dataset, vendor),
    rows: { reviews: receiptReviews(scoring, v), observations: receiptContacts(scoring, v) },
    summary: dataset.summaries?.byVendor.get(v),
    profile: profileOf(vendor),
    replies: vendor.replies,
    cases: (casesOf(dataset).get(vendor.slug) ?? []).map(({ vendor: _vendor, ...rest }) => rest),
  };
}

const rulesOf = oncePer(({ method }: Dataset): Receipt['rules'] => {
  const { shrinkage: _shrinkage, ...reviews } = method.reviews;
  const { fallback: _fallback, ...observations } = method.observations;
  return {
    facts: method.facts,
    coverage: method.coverage,
    aggregation: method.aggregation,
    normalisation: method.normalisation,
    withinMarket: method.withinMarket,
    uncertainty: method.uncertainty,
    reviews,
    observations,
    drawNames: { facts: FACTS, ...SHARED },
  };
});

function frameworkShown(traced: Traced, score: FrameworkScore, f: number): Receipt['frameworks'][number] {
  const planned = traced.scoring.market.plan.frameworks[f];
  return {
    id: score.id,
    weight: score.share,
    estimate: score.estimate && estimateShown(score.estimate),
    covered: score.covered,
    needed: score.needed,
    coefficients: traced.coefficients.frameworks[f]?.coefficients ?? {},
    factSd: traced.coefficients.frameworks[f]?.factSd ?? 0,
    dimensions: score.dimensions.map((dimension, d) => dimensionShown(traced, dimension, planned?.dimensions[d] ?? -1)),
  };
}

/** `at` is the dimension's index in the plan. */
function dimensionShown(
  { scoring, vendor, own, coefficients }: Traced,
  score: DimensionScore,
  at: number,
): ReceiptDimension {
  const { plan } = scoring.market;
  const planned = plan.dimensions[at];
  if (!planned) throw new RangeError(`no dimension ${score.id}`);
  const moved = coefficients.dimensions[at];
  return {
    id: score.id,
    theme: score.theme,
    weight: score.share,
    covered: score.covered,
    evidenced: score.evidenced,
    facts: score.facts,
    reviews: score.reviews,
    estimate: score.estimate && estimateShown(score.estimate),
    standard: score.standard,
    base: own.dimensions[at]?.base ?? 0,
    factSd: moved?.factSd ?? 0,
    slopes: moved?.slopes ?? { framework: 0, overall: 0 },
    coefficients: moved?.coefficients ?? {},
    criteria: score.criteria.flatMap((criterion, c) => {
      const inPlan = plan.criteria[planned.criteria[c] ?? -1];
      return inPlan
        ? receiptCriterion(scoring, vendor, inPlan, criterion, own.facts[planned.criteria[c] ?? -1]?.sd)
        : [];
    }),
  };
}

function evidenceShown({ method, release }: Dataset, vendor: Vendor): Receipt['evidence'] {
  const tiers = tiersOn(vendor.evidence, method, release.asOf);
  return vendor.evidence.map((e) => ({ ...e, counts: tiers.get(e.id) ?? e.tier }));
}

function profileOf(vendor: Vendor): Receipt['profile'] {
  const {
    slug: _slug,
    name: _name,
    status: _status,
    answers: _answers,
    evidence: _evidence,
    replies: _replies,
    ...profile
  } = vendor;
  return profile;
}

const casesOf = oncePer((dataset: Dataset): ReadonlyMap<string, readonly Case[]> =>
  Map.groupBy(dataset.cases, (c) => c.vendor),
);

const PUBLISHED = MODERATION_STATES.indexOf('published');

/** Published reviews of vendor `v`, newest first. A review that a newer one of the same reviewer replaces names that one. */
export function receiptReviews({ dataset, market }: ScoredWorkspace, v: number): ReceiptReview[] {
  const { reviews, questionnaire } = dataset;
  const kept = new Map<number, number>();
  return rowsOf(reviews, v).flatMap((row) => {
    if (reviews.moderation[row] !== PUBLISHED) return [];
    const weight = market.weights.reviews[row];
    const reviewer = reviews.reviewer[row];
    const newer = kept.get(reviewer);
    const collection = questionnaire.collections[reviews.collection[row]]?.id;
    if (weight > 0) kept.set(reviewer, row);
    return {
      id: reviews.id[row],
      on: dayText(reviews.day[row]),
      source: SOURCE_CLASSES[reviews.source[row]],
      incentive: INCENTIVES[reviews.incentive[row]],
      ...(collection === undefined ? {} : { collection }),
      weight,
      ...(weight === 0 && newer !== undefined ? { supersededBy: reviews.id[newer] } : {}),
      answers: cellsOf(questionnaire.questions, reviews.answers, row),
    };
  });
}

/** Timed contacts of vendor `v`, newest first. */
function receiptContacts({ dataset, market }: ScoredWorkspace, v: number): ReceiptContact[] {
  const { observations, questionnaire } = dataset;
  const observed = questionnaire.observations;
  if (!observed) return [];
  return rowsOf(observations, v).map((row) => ({
    id: observations.id[row],
    at: `${dayText(observations.day[row])} ${clock(observations.minute[row])}`,
    channel: observed.channels[observations.channel[row]]?.id ?? '',
    scenario: observed.scenarios[observations.scenario[row]]?.id ?? '',
    weight: market.weights.observations[row],
    values: cellsOf(observed.items, observations.values, row),
  }));
}
