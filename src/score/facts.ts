/** The facts of a criterion: what the vendor's own answer, weighed by its evidence, is worth. */
import type { Goalposts, Method, Tier } from '../schema/method.ts';
import type { Answer, AnswerState, Evidence, FacetAnswer, VendorFile } from '../schema/vendor.ts';
import { TIERS } from '../schema/words.ts';
import { type Compared, comparedDeviation, comparedPoints, directedError, directedNumber } from './comparison.ts';
import { type GivenNumber, givenNumber } from './given-number.ts';
import { pointsDeviation, pointsOf } from './goalposts.ts';
import type { PlannedCriterion } from './plan.ts';
import type { FacetScore, FactState } from './types.ts';

/** What a criterion's answer is worth. `points` is 0..100, and NaN when the state leaves it out of both sums. */
export interface Fact {
  state: FactState;
  points: number;
  /** Standard deviation of the points, since a claim may not hold and a number may have an error; 0 when nothing is claimed, or all is observed and exact. */
  sd: number;
  /** Credibility of a level or number, 0..1, and the tier that it comes from. */
  credibility?: number;
  tier?: Tier;
  /** What a number was compared with, where the method compares vendors with one another. */
  compared?: Compared;
  facets: FacetScore[];
}

/** The vendor's evidence by id, each with the tier that still holds on the day of scoring. */
export type EvidenceTiers = ReadonlyMap<string, Tier>;

/**
 * The tiers of a vendor's evidence on day `asOf` (YYYY-MM-DD): a piece whose `expires` lies before that day falls to
 * the method's `expired` tier, if that is lower than its own.
 */
export function tiersOn(evidence: readonly Evidence[], method: Method, asOf: string): EvidenceTiers {
  return new Map(
    evidence.map((e) => {
      const expired = e.expires !== undefined && e.expires < asOf;
      return [e.id, expired ? lower(e.tier, method.facts.expired) : e.tier] as const;
    }),
  );
}

function lower(a: Tier, b: Tier): Tier {
  return TIERS.indexOf(a) > TIERS.indexOf(b) ? a : b;
}

/**
 * Scores one criterion's answer. A blank is worth 0 (`not-shown`) or leaves both sums (`unknown`), as the method says.
 * checklist: 100 x sum(state credit x credibility) / (facets that apply); level: its points x credibility; number:
 * points by goalposts, or by `compared`, x credibility; a number that too few state leaves both sums. Credibility is taken as
 * the probability that a claim holds, so the points are an expected value, and come with the standard deviation that goes with
 * it and with the error of a number. Undefined when the criterion has no facts measure.
 */
export function scoreFact(
  criterion: PlannedCriterion,
  answers: VendorFile['answers'],
  tiers: EvidenceTiers,
  method: Method,
  compared?: Compared,
): Fact | undefined {
  const measure = criterion.criterion.measure;
  if (!measure) return undefined;
  const answer = answers[criterion.framework]?.[criterion.id];
  if (answer?.state === 'not-applicable') return { state: 'not-applicable', points: Number.NaN, sd: 0, facets: [] };
  if (measure.kind === 'checklist') return scoreChecklist(criterion, answer, tiers, method);
  if (measure.kind === 'level') {
    const points = measure.levels.find((l) => l.id === answer?.level)?.points;
    return points === undefined ? { ...blank(method), sd: 0, facets: [] } : backed(points, 0, answer, tiers, method);
  }
  const given = givenNumber(answer, measure.per, method.uncertainty.interval);
  if (given === undefined || !criterion.goalposts) return { ...blank(method), sd: 0, facets: [] };
  const { goalposts } = criterion;
  if (method.normalisation !== 'goalposts') return scoreCompared(goalposts, given, answer, tiers, method, compared);
  return backed(
    pointsOf(goalposts, given.value),
    pointsDeviation(goalposts, given.value, given.error),
    answer,
    tiers,
    method,
  );
}

/** A number compared with those of other vendors. */
function scoreCompared(
  goalposts: Goalposts,
  { value, error }: GivenNumber,
  answer: Answer | undefined,
  tiers: EvidenceTiers,
  method: Method,
  compared: Compared | undefined,
): Fact {
  const directed = directedNumber(goalposts, value);
  const points = compared && comparedPoints(compared, directed, method.withinMarket);
  if (compared === undefined || points === undefined)
    return { state: 'unknown', points: Number.NaN, sd: 0, facets: [], ...(compared && { compared }) };
  const sd = comparedDeviation(compared, directed, directedError(goalposts, value, error), method.withinMarket);
  return { ...backed(points, sd, answer, tiers, method), compared };
}

/** Points, with standard deviation `error` if the claim holds, as far as the evidence behind the answer is credible. */
function backed(points: number, error: number, answer: Answer | undefined, tiers: EvidenceTiers, method: Method): Fact {
  const tier = bestTier(answer?.evidence ?? [], tiers);
  const credibility = method.facts.tiers[tier];
  return {
    state: 'shown',
    points: points * credibility,
    sd: claimSd(points, error, credibility),
    credibility,
    tier,
    facets: [],
  };
}

/**
 * Standard deviation of points that are 0 unless a claim holds, which it does with probability `credibility` = c, and which
 * then have the standard deviation `error`: c (points^2 + error^2) - (c points)^2 is their variance.
 */
function claimSd(points: number, error: number, credibility: number): number {
  return Math.hypot(points * doubt(credibility), Math.sqrt(credibility) * error);
}

function scoreChecklist(
  criterion: PlannedCriterion,
  answer: Answer | undefined,
  tiers: EvidenceTiers,
  method: Method,
): Fact {
  const facets = criterion.criterion.facets.map((facet) =>
    scoreFacet(facet.id, answer?.facets?.[facet.id], answer?.evidence ?? [], tiers, method),
  );
  const leaveBlankOut = method.facts.missing === 'leave-out';
  let applying = 0;
  let sum = 0;
  let answered = 0;
  for (const facet of facets) {
    if (facet.state === 'not-applicable') continue;
    if (facet.state === 'unknown') {
      if (leaveBlankOut) continue;
    } else answered += 1;
    applying += 1;
    sum += facet.credit * facet.credibility;
  }
  if (facets.length > 0 && facets.every((f) => f.state === 'not-applicable')) {
    return { state: 'not-applicable', points: Number.NaN, sd: 0, facets };
  }
  if (answered === 0) return { ...blank(method), sd: 0, facets };
  return { state: 'shown', points: (100 * sum) / applying, sd: (100 * creditSd(facets)) / applying, facets };
}

/** Standard deviation of a claim that holds with probability `credibility`: sqrt(c (1 - c)). */
function doubt(credibility: number): number {
  return Math.sqrt(credibility * (1 - credibility));
}

/**
 * Standard deviation of the sum of credits. Facets of one criterion are mostly backed by the same document, so those of one
 * tier hold or fall together; tiers are independent of each other.
 */
function creditSd(facets: readonly FacetScore[]): number {
  const byTier = new Map<Tier, { credits: number; credibility: number }>();
  for (const facet of facets) {
    const same = byTier.get(facet.tier) ?? { credits: 0, credibility: facet.credibility };
    same.credits += facet.credit;
    byTier.set(facet.tier, same);
  }
  let variance = 0;
  for (const tier of TIERS) {
    const { credits, credibility } = byTier.get(tier) ?? { credits: 0, credibility: 1 };
    variance += (credits * doubt(credibility)) ** 2;
  }
  return Math.sqrt(variance);
}

function scoreFacet(
  id: string,
  given: FacetAnswer | undefined,
  shared: readonly string[],
  tiers: EvidenceTiers,
  method: Method,
): FacetScore {
  const state: AnswerState = given === undefined ? 'unknown' : typeof given === 'string' ? given : given.state;
  const evidence = (typeof given === 'object' ? given.evidence : undefined) ?? shared;
  const credit = state === 'met' ? 1 : state === 'partly' ? method.facts.partly : 0;
  const tier = bestTier(evidence, tiers);
  return { facet: id, state, credit, credibility: method.facts.tiers[tier], tier, evidence };
}

/** The most credible tier among the named evidence; an answer without evidence is declared. */
function bestTier(ids: readonly string[], tiers: EvidenceTiers): Tier {
  let best: Tier = 'declared';
  for (const id of ids) {
    const tier = tiers.get(id);
    if (tier !== undefined && TIERS.indexOf(tier) < TIERS.indexOf(best)) best = tier;
  }
  return best;
}

function blank(method: Method): { state: FactState; points: number } {
  return method.facts.missing === 'not-shown'
    ? { state: 'not-shown', points: 0 }
    : { state: 'unknown', points: Number.NaN };
}
