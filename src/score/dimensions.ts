/**
 * From criteria to dimensions. A dimension is linear in the points of the survey measures, so it is kept as a constant (the facts)
 * and one coefficient for each measure; scores, spreads and posterior draws all come from these two.
 */
import type { Method } from '../schema/method.ts';
import type { Fact } from './facts.ts';
import type { Moments } from './normalise.ts';
import type { Plan } from './plan.ts';

/** One dimension of one vendor: score = base + sum of coefficient x points of measure. */
export interface LinearDimension {
  /** Part that the vendor's facts make up. */
  base: number;
  /** Measures that count here and with what coefficient. */
  measures: number[];
  coefficients: number[];
  /** Standard deviation of `base`, in points of the dimension: claims may not hold. */
  factSd: number;
  /** Points of facts and of reviews alone, 0..100; NaN when there are none. */
  facts: number;
  reviews: number;
  /** 0..100; NaN when nothing measures it for this vendor. */
  score: number;
  /** Where the method standardises dimensions: the market's mean and standard deviation before, and the score before. */
  standard?: Moments & { score: number };
}

/** What of a criterion's facts enters a dimension. */
type CountedFact = Pick<Fact, 'points' | 'sd'> & Partial<Pick<Fact, 'state'>>;

/** Points of each measure of each vendor, and which measures anybody in the market has rows of. */
export interface MeasurePoints {
  measures: number;
  points: Float64Array;
  priors: readonly (object | undefined)[];
}

/**
 * Builds the dimensions of vendor `v`: D = lambda F + (1 - lambda) R, or whichever exists. F is the weighted mean over
 * criteria of the plain mean of the criterion's facts and observed measures; R the weighted mean over criteria of the plain
 * mean of its review questions. A criterion that does not apply leaves both sums.
 */
export function linearDimensions(
  plan: Plan,
  method: Method,
  facts: readonly (CountedFact | undefined)[],
  posteriors: MeasurePoints,
  v: number,
): LinearDimension[] {
  const active = (measures: readonly number[]): number[] => measures.filter((m) => posteriors.priors[m] !== undefined);
  const at = v * posteriors.measures;
  return plan.dimensions.map((dimension) => {
    const factTerms = { base: 0, variance: 0, weight: 0, measures: new Map<number, number>() };
    const reviewTerms = { base: 0, variance: 0, weight: 0, measures: new Map<number, number>() };
    for (const c of dimension.criteria) {
      const criterion = plan.criteria[c];
      const fact = facts[c];
      if (!criterion || criterion.share === 0 || fact?.state === 'not-applicable') continue;
      const own = fact !== undefined && !Number.isNaN(fact.points);
      addCriterion(factTerms, criterion.share, own ? fact : undefined, active(criterion.observed));
      addCriterion(reviewTerms, criterion.share, undefined, active(criterion.reviewed));
    }
    return blend(factTerms, reviewTerms, method.facts.share, posteriors.points, at);
  });
}

interface Terms {
  base: number;
  /** Variance of `base`. */
  variance: number;
  weight: number;
  measures: Map<number, number>;
}

/** Adds a criterion's parts, in equal shares, to the sums of its dimension. */
function addCriterion(terms: Terms, weight: number, fact: CountedFact | undefined, measures: readonly number[]): void {
  const parts = measures.length + (fact === undefined ? 0 : 1);
  if (parts === 0) return;
  terms.weight += weight;
  if (fact !== undefined) {
    terms.base += (weight * fact.points) / parts;
    terms.variance += ((weight * fact.sd) / parts) ** 2;
  }
  for (const m of measures) terms.measures.set(m, (terms.measures.get(m) ?? 0) + weight / parts);
}

function blend(facts: Terms, reviews: Terms, lambda: number, points: Float64Array, at: number): LinearDimension {
  const F = valueOf(facts, points, at);
  const R = valueOf(reviews, points, at);
  const factShare = Number.isNaN(F) ? 0 : Number.isNaN(R) ? 1 : lambda;
  const reviewShare = Number.isNaN(R) ? 0 : 1 - factShare;
  const coefficients = new Map<number, number>();
  const spread = (terms: Terms, share: number): void => {
    if (share === 0) return;
    for (const [m, w] of terms.measures) coefficients.set(m, (coefficients.get(m) ?? 0) + (share * w) / terms.weight);
  };
  spread(facts, factShare);
  spread(reviews, reviewShare);
  const score = factShare + reviewShare === 0 ? Number.NaN : factShare * orZero(F) + reviewShare * orZero(R);
  return {
    base: facts.weight === 0 ? 0 : (factShare * facts.base) / facts.weight,
    factSd: facts.weight === 0 ? 0 : (factShare * Math.sqrt(facts.variance)) / facts.weight,
    measures: [...coefficients.keys()],
    coefficients: [...coefficients.values()],
    facts: F,
    reviews: R,
    score,
  };
}

function valueOf(terms: Terms, points: Float64Array, at: number): number {
  if (terms.weight === 0) return Number.NaN;
  let sum = terms.base;
  for (const [m, w] of terms.measures) sum += w * points[at + m];
  return sum / terms.weight;
}

function orZero(x: number): number {
  return Number.isNaN(x) ? 0 : x;
}

/**
 * A dimension on the scale of its standard scores: `centre` + `spread` x (score - mean) / sd, with the market's mean and
 * standard deviation taken as known. A score beyond 0..100 is moved to the end.
 */
export function standardised(dimension: LinearDimension, moments: Moments, { withinMarket }: Method): LinearDimension {
  if (Number.isNaN(dimension.score)) return dimension;
  const { mean, sd } = moments;
  const { centre, spread } = withinMarket;
  const slope = sd > 0 ? spread / sd : 0;
  const moved = (x: number): number => centre + slope * (x - mean);
  const score = moved(dimension.score);
  const cut = score - Math.min(100, Math.max(0, score));
  return {
    base: moved(dimension.base) - cut,
    factSd: slope * dimension.factSd,
    measures: dimension.measures,
    coefficients: dimension.coefficients.map((c) => slope * c),
    facts: moved(dimension.facts),
    reviews: moved(dimension.reviews),
    score: score - cut,
    standard: { ...moments, score: dimension.score },
  };
}
