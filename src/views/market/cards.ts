/** The few figures of each vendor that lists and market-wide summaries need, in one pass and without building score trees. */
import type { Dataset } from '../../schema/dataset.ts';
import type { Tier } from '../../schema/method.ts';
import type { Fact } from '../../score/facts.ts';
import type { CriterionOutline, DimensionScore, Estimate, Rating, VendorOutline } from '../../score/types.ts';
import type { Inputs } from './inputs.ts';
import { oncePer } from '../format/once.ts';

/** Figures of one vendor. */
export interface Card {
  rating: Rating;
  overall: Estimate | undefined;
  /** Estimates by `framework` and `framework/dimension`. */
  estimates: ReadonlyMap<string, Estimate>;
  /** Keys of dimensions whose estimate rests on too little evidence. */
  insufficient: ReadonlySet<string>;
  /** Dimensions with evidence, and dimensions, over all frameworks. */
  covered: number;
  dimensions: number;
  reviews: number;
  observations: number;
  /** Of the criteria that it has shown, whole per cent with evidence better than its own word; undefined when none is shown. */
  verified: number | undefined;
}

/** How many participating vendors meet or partly meet a facet, of those to whom it applies. */
export interface FacetCount {
  met: number;
  partly: number;
  of: number;
}

/** What one pass over all vendors finds. */
export interface MarketFigures {
  /** By vendor index. */
  cards: readonly Card[];
  /** By `framework/criterion/facet`. */
  facets: ReadonlyMap<string, FacetCount>;
}

const figuresOf = oncePer((market: Inputs['market']) =>
  oncePer((dataset: Dataset): MarketFigures => {
    const facets = new Map<string, FacetCount>();
    const cards = dataset.vendors.map((_, v) => {
      const criteria = market.criteria(v);
      countFacets(facets, criteria);
      return card(market.outline(v), criteria);
    });
    return { cards, facets };
  }),
);

/** The figures of a market. */
export function marketFigures(inputs: Inputs): MarketFigures {
  return inputs.market.figures ?? figuresOf(inputs.market)(inputs.dataset);
}

/** The figures of one vendor. Throws when there is no vendor of that index. */
export function cardOf(inputs: Inputs, vendor: number): Card {
  const found = marketFigures(inputs).cards[vendor];
  if (found === undefined) throw new RangeError(`no vendor has the index ${vendor}`);
  return found;
}

function card(scores: VendorOutline, criteria: readonly CriterionOutline[]): Card {
  const estimates = new Map<string, Estimate>();
  const untold = new Set<string>();
  for (const framework of scores.frameworks) {
    if (framework.estimate !== undefined) estimates.set(framework.id, framework.estimate);
    for (const d of framework.dimensions) {
      if (d.estimate !== undefined) estimates.set(`${framework.id}/${d.id}`, d.estimate);
      if (d.estimate !== undefined && !d.covered) untold.add(`${framework.id}/${d.id}`);
    }
  }
  return {
    rating: scores.rating,
    overall: scores.overall,
    estimates,
    insufficient: untold,
    covered: scores.frameworks.reduce((sum, f) => sum + f.covered, 0),
    dimensions: scores.frameworks.reduce((sum, f) => sum + f.dimensions.length, 0),
    reviews: scores.reviews,
    observations: scores.observations,
    verified: verifiedShare(criteria),
  };
}

function verifiedShare(criteria: readonly CriterionOutline[]): number | undefined {
  let shown = 0;
  let verified = 0;
  for (const { fact } of criteria) {
    const tiers = fact === undefined ? [] : tiersShown(fact);
    if (tiers.length === 0) continue;
    shown += 1;
    if (tiers.some((tier) => tier !== 'declared')) verified += 1;
  }
  return shown === 0 ? undefined : Math.round((100 * verified) / shown);
}

/** The credibility tiers behind whatever a fact shows. */
function tiersShown(fact: Fact): Tier[] {
  if (fact.facets.length > 0) return fact.facets.flatMap((f) => (f.credit > 0 ? [f.tier] : []));
  return fact.state === 'shown' && fact.tier !== undefined ? [fact.tier] : [];
}

function countFacets(facets: Map<string, FacetCount>, criteria: readonly CriterionOutline[]): void {
  for (const { framework, id, fact } of criteria) {
    for (const facet of fact?.facets ?? []) {
      if (facet.state === 'not-applicable') continue;
      const key = `${framework}/${id}/${facet.facet}`;
      const count = facets.get(key) ?? { met: 0, partly: 0, of: 0 };
      count.of += 1;
      if (facet.state === 'met') count.met += 1;
      if (facet.state === 'partly') count.partly += 1;
      facets.set(key, count);
    }
  }
}

/** `not-shown`: what the vendor could show and did not counts as nothing. `market`: what only others can report is taken from the market. */
export type InsufficientEvidence = 'not-shown' | 'market';

/** What replaces the evidence that a dimension lacks; undefined when it has enough, or has no score. */
export function insufficientEvidence({
  covered,
  estimate,
  criteria,
}: Pick<DimensionScore, 'covered' | 'estimate' | 'criteria'>): InsufficientEvidence | undefined {
  if (covered || estimate === undefined) return undefined;
  const silent = criteria.some((c) => c.state === 'not-shown' || c.measures.some((m) => m.state === 'not-shown'));
  return silent ? 'not-shown' : 'market';
}
