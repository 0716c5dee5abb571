/** Places under weights drawn at random: rank acceptability (SMAA-2; Lahdelma & Salminen 2001) of fixed scores. */
import { hashText, word } from './hash.ts';
import { kendallTau } from './kendall.ts';
import { type WeighedPlan, type Weights, placesAmong, plannedWeights } from './reweighted.ts';

/** Places of some vendors, in the order in which they were given, under weights drawn at random. */
export interface WeightDraws {
  draws: number;
  /** `acceptability[i][r]`: share of the draws in which vendor i has place r + 1 among all that were scored. */
  acceptability: readonly Float64Array[];
  /** Band of places that leaves out fewer than 5 % of the draws at either end. */
  low: Int32Array;
  high: Int32Array;
  /** Share of the draws in which the vendor has its published place, and in which it is at most one place away from it. */
  held: Float64Array;
  steady: Float64Array;
  /** Mean of Kendall's tau-b with the published order, over draws that tell anybody apart; absent when none does. */
  tau?: number;
}

/** Share of the draws that a band may leave out at either end. */
const TAIL = 0.05;

/** A weight in draw `draw`, from the plan's own weight and the seed of what it weighs. */
export type WeightRule = (own: number, seed: number, draw: number) => number;

/** The own weight times a factor spread evenly over `low`..`high`. */
export function perturbed(low: number, high: number): WeightRule {
  return (own, seed, draw) => own * (low + (high - low) * unit(seed, draw));
}

/**
 * Evenly from all sets of weights that sum to 1: exponential draws, which need only be rescaled (Devroye 1986, chapter XI);
 * the means do that. What weighs nothing in the plan goes on weighing nothing.
 */
export const anyWeight: WeightRule = (own, seed, draw) => (own === 0 ? 0 : -Math.log(1 - unit(seed, draw)));

/** A number in [0, 1). */
function unit(seed: number, counter: number): number {
  return word(seed, counter) / 2 ** 32;
}

/** Draws weights `draws` times and counts places of the first `published.length` vendors that `score` scores. */
export function drawWeights(
  plan: WeighedPlan,
  vendors: number,
  score: (weights: Weights, into: Float64Array) => void,
  published: readonly number[],
  { seed, draws, rule }: { seed: string; draws: number; rule: WeightRule },
): WeightDraws {
  const own = plannedWeights(plan);
  const frameworkSeeds = plan.frameworks.map((f) => hashText(`${seed}/${f.id}`));
  const dimensionSeeds = plan.dimensions.map((d) =>
    hashText(`${seed}/${plan.frameworks[d.framework]?.id ?? ''}/${d.id}`),
  );
  const weights = plannedWeights(plan);
  const scores = new Float64Array(vendors);
  const scratch = new Float64Array(vendors);
  const counts = published.map(() => new Int32Array(vendors));
  const held = new Float64Array(published.length);
  const steady = new Float64Array(published.length);
  let tauSum = 0;
  let tauCount = 0;
  for (let b = 0; b < draws; b++) {
    dimensionSeeds.forEach((s, d) => (weights.dimensions[d] = rule(own.dimensions[d], s, b)));
    frameworkSeeds.forEach((s, f) => (weights.frameworks[f] = rule(own.frameworks[f], s, b)));
    score(weights, scores);
    const places = placesAmong(scores, published.length, scratch);
    for (let i = 0; i < places.length; i++) {
      const place = places[i];
      counts[i]![place - 1]! += 1;
      const moved = Math.abs(place - published[i]);
      if (moved === 0) held[i]! += 1;
      if (moved <= 1) steady[i]! += 1;
    }
    const tau = kendallTau(published, Array.from(places));
    if (tau !== undefined) {
      tauSum += tau;
      tauCount += 1;
    }
  }
  return {
    draws,
    acceptability: counts.map((row) => Float64Array.from(row, (n) => n / draws)),
    low: Int32Array.from(counts, (row) => reached(row, draws * TAIL)),
    high: Int32Array.from(counts, (row) => vendors + 1 - reached(row.toReversed(), draws * TAIL)),
    held: held.map((n) => n / draws),
    steady: steady.map((n) => n / draws),
    ...(tauCount === 0 ? {} : { tau: tauSum / tauCount }),
  };
}

/** The first place at which at least `share` draws have been met. */
function reached(counts: Int32Array, share: number): number {
  let seen = 0;
  for (let r = 0; r < counts.length; r++) {
    seen += counts[r];
    if (seen > 0 && seen >= share - 1e-9) return r + 1;
  }
  return counts.length;
}

/** Where one vendor stands over the draws; the places that no draw gave it are left out at both ends of `shares`. */
export interface PlaceBand {
  low: number;
  high: number;
  held: number;
  steady: number;
  /** Place that the first of `shares` is about. */
  from: number;
  shares: number[];
}

/** The band of vendor `i`. */
export function placeBand(draws: WeightDraws, i: number): PlaceBand {
  const shares = draws.acceptability[i];
  const first = shares.findIndex((share) => share > 0);
  const last = shares.findLastIndex((share) => share > 0);
  return {
    low: draws.low[i],
    high: draws.high[i],
    held: draws.held[i],
    steady: draws.steady[i],
    from: first + 1,
    shares: [...shares.subarray(first, last + 1)],
  };
}
