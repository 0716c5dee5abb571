/** A vendor's standing: the places that the evidence allows, out of how many, and its group. */
import type { Rating } from '../score/types.ts';
import type { Inputs } from './inputs.ts';

/** Standing of a ranked vendor. */
export interface Standing {
  /** Best place that the evidence allows, 1.. */
  low: number;
  /** Worst place that the evidence allows. */
  high: number;
  /** How many vendors are ranked. */
  of: number;
  /** 1 = first group: nobody is ahead of it for sure. */
  group: number;
  /** Probability of the first place, 0..1. */
  first: number;
}

/** Standing of a vendor; absent when it is not ranked. */
export function standing(inputs: Inputs, rating: Rating): Standing | undefined {
  if (rating.kind !== 'ranked') return undefined;
  const { low, high, group, first } = rating;
  return { low, high, group, first, of: inputs.market.ranked.length };
}
