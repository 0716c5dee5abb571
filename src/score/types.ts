/** What scoring gives back. Unrounded numbers on 0..100 unless said otherwise; rounding is the business of `views/`. */
import type { Tier } from '../schema/method.ts';
import type { AnswerState } from '../schema/vendor.ts';
import type { Bounds } from './bounds.ts';
import type { Compared } from './comparison.ts';
import type { Fact } from './facts.ts';
import type { Moments } from './normalise.ts';

/** A score with how sure it is: the 5 % and 95 % points (or as the method's `interval` says) and its standard deviation. */
export interface Estimate {
  /** 0..100. */
  score: number;
  /** Standard deviation in points; 0 when nothing about it is uncertain. */
  sd: number;
  /** Lower end of the interval, 0..100. */
  low: number;
  /** Upper end of the interval, 0..100. */
  high: number;
}

/** Where a measure's figure comes from. */
export type MeasureSource = 'vendor' | 'review' | 'observation';

/** One measure of one criterion for one vendor, with what is needed to recompute it. */
export type MeasureScore =
  | { measure: string; kind: 'checklist'; source: 'vendor'; state: FactState; points: number; facets: FacetScore[] }
  | {
      measure: string;
      kind: 'level';
      source: 'vendor';
      state: FactState;
      points: number;
      level?: string;
      tier?: Tier;
      evidence: readonly string[];
    }
  | {
      measure: string;
      kind: 'number';
      source: 'vendor';
      state: FactState;
      points: number;
      value?: number;
      error?: number;
      compared?: Compared;
      tier?: Tier;
      evidence: readonly string[];
    }
  | {
      measure: string;
      kind: 'rating' | 'share' | 'duration';
      source: 'review' | 'observation';
      /** `estimated`: nobody has told yet, so the market's mean stands in, with a wide interval. */
      state: 'told' | 'estimated';
      /** Id of the question or observed item. */
      question: string;
      points: number;
      sd: number;
      /** Rows that count (weight above 0). */
      count: number;
      /** Sum of their weights. */
      weight: number;
      /** Posterior mean on the measure's own scale (rating value, share 0..1, minutes). */
      value: number;
      /** Weighted mean of the rows alone, on the same scale; absent without rows. */
      rawMean?: number;
      /** The market's mean that it is drawn to, on the same scale, and with the weight of how many rows. */
      market: number;
      k: number;
    };

/** Whether the vendor's own answer counts. */
export type FactState = 'shown' | 'not-shown' | 'not-applicable' | 'unknown';

/** One facet in a checklist. */
export interface FacetScore {
  facet: string;
  state: AnswerState;
  /** What the state is worth before credibility: 1, the method's `partly`, or 0. */
  credit: number;
  /** Credibility factor of the best evidence, 0..1. */
  credibility: number;
  /** Tier that the factor belongs to, after expiry. */
  tier: Tier;
  /** Ids of the vendor's evidence that stand behind it. */
  evidence: readonly string[];
}

/** One criterion for one vendor. `score` is absent when nothing measures it for this vendor. */
export interface CriterionScore {
  id: string;
  /** Weight within its dimension, as a share of 1. */
  share: number;
  state: 'shown' | 'not-shown' | 'not-applicable' | 'unknown' | 'told' | 'estimated' | 'unmeasured';
  facts?: number;
  reviews?: number;
  score?: number;
  /** Whether it counts as evidence for coverage. */
  evidenced: boolean;
  measures: MeasureScore[];
}

export interface DimensionScore {
  id: string;
  theme: string;
  /** Weight within its framework, as a share of 1. */
  share: number;
  covered: boolean;
  /** Share of its criteria's weight that has evidence, 0..1. */
  evidenced: number;
  facts?: number;
  reviews?: number;
  estimate?: Estimate;
  /** Where the method standardises dimensions: the market's mean and standard deviation before, and the score before. */
  standard?: Moments & { score: number };
  criteria: CriterionScore[];
}

export interface FrameworkScore {
  id: string;
  /** Weight within the overall score, as a share of 1. */
  share: number;
  estimate?: Estimate;
  covered: number;
  needed: number;
  dimensions: DimensionScore[];
}

/** Why a vendor has no rank. */
export type UnratedReason =
  | { kind: 'listed' }
  | { kind: 'withdrawn' }
  | { kind: 'coverage'; framework: string; have: number; need: number; missing: readonly string[] };

export type Rating =
  | {
      kind: 'ranked';
      /** 1 + number of ranked vendors with a higher score; equal scores share a place. */
      place: number;
      /** Best and worst rank that the evidence allows (pairwise, method's `tie`). */
      low: number;
      high: number;
      /** Ranks at the two ends of the interval over the posterior draws. */
      drawn: { low: number; high: number };
      /** Ranks that hold for all vendors at once with the probability of the method's `interval`. */
      joint: { low: number; high: number };
      /** 1 = the first group, which holds the truly best with the probability of the method's `interval`; 2 = the same among the rest, and so on. */
      group: number;
      /** Share of the draws in which it is first, and among the best three, 0..1. */
      first: number;
      topThree: number;
    }
  | { kind: 'unrated'; reasons: readonly UnratedReason[] };

/** Everything about one vendor. */
export interface VendorScores {
  slug: string;
  rating: Rating;
  /** Present whenever the vendor is participating and anything measures it, ranked or not. */
  overall?: Estimate;
  /** The overall score if all that is open turned out worst, or best; present with `overall`. */
  bounds?: Bounds;
  frameworks: FrameworkScore[];
  /** Counted reviews (moderation published, weight above 0) and timed contacts. */
  reviews: number;
  observations: number;
}

/** A dimension without its criteria. */
export type DimensionOutline = Omit<DimensionScore, 'criteria'>;

/** A framework without the tree below its dimensions. */
export type FrameworkOutline = Omit<FrameworkScore, 'dimensions'> & { dimensions: readonly DimensionOutline[] };

/** A vendor's scores down to its dimensions, without its bounds. */
export type VendorOutline = Omit<VendorScores, 'frameworks' | 'bounds'> & { frameworks: readonly FrameworkOutline[] };

/** A criterion of a vendor without the tree of its measures. */
export interface CriterionOutline {
  framework: string;
  id: string;
  /** What the vendor's own answer is worth; absent when the criterion has no facts measure. */
  fact?: Fact;
  /** Points from facts and observations, and from reviews; absent where there are none. */
  facts?: number;
  reviews?: number;
}
