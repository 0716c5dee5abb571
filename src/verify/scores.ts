/** From answers and measures to criteria and dimensions. */
import type { Receipt, ReceiptCriterion, ReceiptDimension } from '../schema/api.ts';
import type { Method } from '../schema/method.ts';
import { normalQuantile } from '../score/normal.ts';
import { type Loadings, type Overlap, jointVariance } from '../score/correlation.ts';
import { type CountedTiers, type Reanswered, reanswer } from './answers.ts';
import { type Open, boundedAnswer } from './bounds.ts';
import type { PublishedCriterion, PublishedDimension } from './context.ts';
import type { Remeasured } from './measures.ts';

/** What everything above the rows is computed from. */
export interface Basis {
  method: Method;
  tiers: CountedTiers;
  /** The survey measures that anyone in the market has told something about, by id. */
  measures: ReadonlyMap<string, Remeasured & { loadings: Loadings }>;
  /** How much the measures rest on the same rows. */
  overlap: Overlap;
  /** What open answers are worth, for the bounds of a score; absent = what the method says. */
  open?: Open;
}

export type Recriterion = Pick<
  ReceiptCriterion,
  'id' | 'weight' | 'state' | 'facts' | 'reviews' | 'score' | 'evidenced' | 'observed' | 'reviewed'
> & { answer: Reanswered | undefined };

/** One criterion: the plain mean of its answer and observed measures, that of its review measures, and the two blended. */
export function rescoreCriterion(
  basis: Basis,
  criterion: PublishedCriterion,
  told: ReceiptCriterion | undefined,
): Recriterion {
  const { method, measures } = basis;
  const stated = reanswer(criterion, told?.answer, basis.tiers, method);
  const answer = basis.open === undefined ? stated : boundedAnswer(stated, criterion, basis.open);
  const applies = answer?.state !== 'not-applicable';
  const known = (rules: readonly { id: string }[]): Remeasured[] =>
    applies ? rules.flatMap((rule) => measures.get(rule.id) ?? []) : [];
  const observed = known(criterion.measures.observed);
  const reviewed = known(criterion.measures.reviewed);
  const facts = mean([...(answer?.points === undefined ? [] : [answer.points]), ...observed.map((m) => m.points)]);
  const reviews = mean(reviewed.map((m) => m.points));
  return {
    id: criterion.id,
    weight: criterion.weight,
    state: stateOf(answer, [...observed, ...reviewed]),
    facts,
    reviews,
    score: blend(method, facts, reviews),
    evidenced:
      answer?.state === 'shown' ||
      observed.some((m) => m.count >= method.coverage.observations) ||
      reviewed.some((m) => m.count >= method.coverage.reviews),
    answer,
    observed: observed.map((m) => m.id),
    reviewed: reviewed.map((m) => m.id),
  };
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** Facts and reviews in the method's shares, or whichever exists. */
function blend(method: Method, facts: number | undefined, reviews: number | undefined): number | undefined {
  if (facts === undefined || reviews === undefined) return facts ?? reviews;
  return method.facts.share * facts + (1 - method.facts.share) * reviews;
}

function stateOf(answer: Reanswered | undefined, measures: readonly Remeasured[]): Recriterion['state'] {
  if (answer?.state === 'shown' || answer?.state === 'not-applicable') return answer.state;
  if (measures.some((m) => m.state === 'told')) return 'told';
  return answer?.state ?? (measures.length > 0 ? 'estimated' : 'unmeasured');
}

/** A dimension, with what it is linear in: score = base + sum (coefficient x points of measure). */
export interface Redimension extends Omit<
  ReceiptDimension,
  'theme' | 'criteria' | 'coefficients' | 'slopes' | 'standard'
> {
  /** The market's part is as published; `score` is what its criteria give. */
  standard: { mean: number; sd: number; score: number | undefined } | undefined;
  coefficients: ReadonlyMap<string, number>;
  criteria: readonly Recriterion[];
}

/** One dimension from its criteria; `told` is the receipt's, for the answers in it. */
export function rescoreDimension(
  basis: Basis,
  dimension: PublishedDimension,
  told: ReceiptDimension | undefined,
): Redimension {
  const { method } = basis;
  const criteria = dimension.criteria.map((c) =>
    rescoreCriterion(
      basis,
      c,
      told?.criteria.find((own) => own.id === c.id),
    ),
  );
  const applying = criteria.filter((c) => c.weight > 0 && c.answer?.state !== 'not-applicable');
  const factWeight = total(applying.filter((c) => c.facts !== undefined));
  const reviewWeight = total(applying.filter((c) => c.reviews !== undefined));
  const facts = factWeight === 0 ? undefined : weighed(applying, (c) => c.facts) / factWeight;
  const reviews = reviewWeight === 0 ? undefined : weighed(applying, (c) => c.reviews) / reviewWeight;
  const share = facts === undefined ? 0 : reviews === undefined ? 1 : method.facts.share;
  const coefficients = new Map<string, number>();
  let base = 0;
  let variance = 0;
  for (const { weight, answer, observed } of applying) {
    const part = (share * weight) / (factWeight * (observed.length + (answer?.points === undefined ? 0 : 1)));
    if (answer?.points !== undefined) base += part * answer.points;
    if (answer?.sd !== undefined) variance += (part * answer.sd) ** 2;
    for (const id of observed) addTo(coefficients, id, part);
  }
  for (const { weight, reviewed } of applying) {
    for (const id of reviewed) addTo(coefficients, id, ((1 - share) * weight) / (reviewWeight * reviewed.length));
  }
  const score = blend(method, facts, reviews);
  const evidenced = shareWithEvidence(criteria);
  const own = { facts, reviews, score, base, factSd: Math.sqrt(variance), coefficients };
  const given = told?.standard;
  const scaled = given && score !== undefined ? onStandardScale({ ...own, score }, given, method) : own;
  return {
    id: dimension.id,
    weight: dimension.weight,
    // Weights are shares that may sum to a hair under what they stand for.
    covered:
      evidenced > 0 &&
      evidenced >= method.coverage.criteria - 1e-9 &&
      criteria.filter((c) => c.evidenced).length >= method.coverage.minimumCriteria,
    evidenced,
    facts: scaled.facts,
    reviews: scaled.reviews,
    estimate:
      scaled.score === undefined
        ? undefined
        : estimateOf(scaled.score, spread(scaled.factSd, scaled.coefficients, basis), method),
    standard: given && { ...given, score },
    base: scaled.base,
    factSd: scaled.factSd,
    coefficients: scaled.coefficients,
    criteria,
  };
}

/** What a dimension is linear in. */
interface Linear {
  facts: number | undefined;
  reviews: number | undefined;
  score: number;
  base: number;
  factSd: number;
  coefficients: ReadonlyMap<string, number>;
}

/** The same on the scale of standard scores, by the market's mean and standard deviation; cut to 0..100. */
function onStandardScale(
  { facts, reviews, score, base, factSd, coefficients }: Linear,
  { mean, sd }: { mean: number; sd: number },
  { withinMarket }: Method,
): Linear {
  const slope = sd > 0 ? withinMarket.spread / sd : 0;
  const scaled = (x: number): number => withinMarket.centre + slope * (x - mean);
  const whole = Math.min(100, Math.max(0, scaled(score)));
  return {
    facts: facts === undefined ? undefined : scaled(facts),
    reviews: reviews === undefined ? undefined : scaled(reviews),
    score: whole,
    base: scaled(base) + whole - scaled(score),
    factSd: slope * factSd,
    coefficients: new Map([...coefficients].map(([id, c]) => [id, slope * c])),
  };
}

function total(criteria: readonly Recriterion[]): number {
  return criteria.reduce((sum, c) => sum + c.weight, 0);
}

function weighed(criteria: readonly Recriterion[], part: (c: Recriterion) => number | undefined): number {
  return criteria.reduce((sum, c) => sum + c.weight * (part(c) ?? 0), 0);
}

/** Share of the weight of the criteria that apply that has evidence. */
function shareWithEvidence(criteria: readonly Recriterion[]): number {
  const applying = criteria.filter((c) => c.answer?.state !== 'not-applicable');
  const all = total(applying);
  return all === 0 ? 0 : total(applying.filter((c) => c.evidenced)) / all;
}

/** Adds to what a Map holds under `key`, or begins with it; what counts nothing is not listed. */
export function addTo(map: Map<string, number>, key: string, value: number): void {
  if (value !== 0) map.set(key, (map.get(key) ?? 0) + value);
}

/** Standard deviation of a score: that of its facts, and those of its measures as far as they hang together. */
export function spread(
  factSd: number,
  coefficients: ReadonlyMap<string, number>,
  { measures, overlap }: Basis,
): number {
  const parts = [...coefficients].flatMap(([id, c]) => {
    const measure = measures.get(id);
    return measure ? [{ ...measure, spread: c * measure.pointsSd }] : [];
  });
  return Math.sqrt(factSd ** 2 + jointVariance(parts, overlap));
}

/** A score with the interval that its spread gives, cut to 0..100. */
export function estimateOf(score: number, sd: number, method: Method): NonNullable<Receipt['overall']> {
  const z = normalQuantile((1 + method.uncertainty.interval) / 2);
  return { score, sd, low: Math.max(0, score - z * sd), high: Math.min(100, score + z * sd) };
}
