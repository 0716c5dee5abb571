/** A vendor's standing, in the whole market or among those of a place or service: the places that the evidence allows, out of how many, and its group. */
import type { Rating } from '../../score/types.ts';
import { cardOf } from './cards.ts';
import type { Inputs } from './inputs.ts';
import { liveRanking } from './live-ranking.ts';

/** Places and group among some vendors. */
export interface PlaceRange {
  /** Best place that the evidence allows, 1.. */
  low: number;
  /** Worst place that the evidence allows. */
  high: number;
  /** How many vendors are ranked here. */
  of: number;
  /** 1 = first group: it may be the best of all. */
  group: number;
}

/** Standing of a ranked vendor in the whole market. */
export interface VendorStanding extends PlaceRange {
  /** Probability of the first place, 0..1. */
  first: number;
  /** Places that hold for all vendors at once with the intervals' certainty; absent where they are those above. */
  joint?: { low: number; high: number };
}

/** Standing of a vendor in the whole market; absent when it is not ranked. */
export function standing(inputs: Inputs, rating: Rating): VendorStanding | undefined {
  if (rating.kind !== 'ranked') return undefined;
  const { low, high, group, first, joint } = rating;
  const wider = joint.low !== low || joint.high !== high;
  return { low, high, group, first, of: inputs.market.ranked.length, ...(wider ? { joint } : {}) };
}

/** The ranked vendors that `belongs` says belong to a list, ranked among themselves, in the order of that list. */
export function placesAmong(
  inputs: Inputs,
  belongs: (vendor: number) => boolean,
): { vendor: number; place: PlaceRange }[] {
  const { ranked } = inputs.market;
  const overall = ranked.map((v) => cardOf(inputs, v).overall);
  const members = ranked.flatMap((v, position) => (belongs(v) ? [position] : []));
  const column = (key: 'score' | 'sd'): number[] => overall.map((e) => e?.[key] ?? Number.NaN);
  const rows = liveRanking(members, column('score'), column('sd'), inputs.dataset.method.uncertainty);
  return rows.map(({ index, from, to, group }) => ({
    vendor: ranked[index],
    place: { low: from, high: to, of: rows.length, group },
  }));
}
