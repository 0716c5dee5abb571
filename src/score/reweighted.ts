/** Overall scores of many vendors under any weights and any mean, fast enough for thousands of draws of weights. */
import type { Market } from './market.ts';
import { type Aggregation, FLOOR } from './means.ts';
import type { PlannedDimension, PlannedFramework } from './plan.ts';
import { SAME } from './ranks.ts';

/** Weights of dimensions and frameworks, by their indexes in the plan; >= 0, of any sum. */
export interface Weights {
  dimensions: Float64Array;
  frameworks: Float64Array;
}

/** What of a plan other weights need: which dimensions belong where, and their own weights. */
export interface WeighedPlan {
  frameworks: readonly Pick<PlannedFramework, 'id' | 'share' | 'dimensions'>[];
  dimensions: readonly Pick<PlannedDimension, 'id' | 'share' | 'framework'>[];
}

/** Scores of dimensions, vendor by vendor: entry `vendor * dimensions + dimension`; NaN = nothing measures it. */
export interface DimensionTable {
  vendors: number;
  dimensions: number;
  values: Float64Array;
}

/** The dimensions of the ranked vendors of a scored market, best vendor first. */
export function rankedTable({ plan, ranked, scored }: Pick<Market, 'plan' | 'ranked' | 'scored'>): DimensionTable {
  const dimensions = plan.dimensions.length;
  const values = new Float64Array(ranked.length * dimensions);
  ranked.forEach((v, i) => scored[v]?.dimensions.forEach((d, at) => (values[i * dimensions + at] = d.score)));
  return { vendors: ranked.length, dimensions, values };
}

/** The plan's own weights. */
export function plannedWeights(plan: WeighedPlan): Weights {
  return {
    dimensions: Float64Array.from(plan.dimensions, (d) => d.share),
    frameworks: Float64Array.from(plan.frameworks, (f) => f.share),
  };
}

/**
 * A function that writes every vendor's overall score under given weights into an array (NaN = no score), as `compose`
 * would. The means are quasi-arithmetic (Hardy, Littlewood & Polya 1934, chapter III): each is the inverse of f of the
 * weighted plain mean of f(x), f = identity, logarithm or reciprocal. So f is taken once, and a mean of means is one of sums.
 */
export function rescorer(
  plan: { frameworks: readonly { dimensions: readonly number[] }[] },
  table: DimensionTable,
  how: Aggregation,
): (weights: Weights, into: Float64Array) => void {
  const values = summable(table.values, how);
  const back = fromSum(how);
  const frameworks = plan.frameworks.map((f) => Int32Array.from(f.dimensions));
  return (weights, into) => {
    for (let v = 0; v < table.vendors; v++) {
      const at = v * table.dimensions;
      let outer = 0;
      let outerWeight = 0;
      for (let f = 0; f < frameworks.length; f++) {
        const dimensions = frameworks[f] as Int32Array;
        let sum = 0;
        let weight = 0;
        for (let i = 0; i < dimensions.length; i++) {
          const d = dimensions[i];
          const x = values[at + d];
          const w = weights.dimensions[d];
          if (Number.isNaN(x)) continue;
          sum += w * x;
          weight += w;
        }
        if (weight === 0) continue;
        const w = weights.frameworks[f];
        outer += (w * sum) / weight;
        outerWeight += w;
      }
      into[v] = outerWeight === 0 ? Number.NaN : back(outer / outerWeight);
    }
  };
}

/** f of scores, as what adds up under a mean: the score itself, its logarithm, its reciprocal. NaN stays. */
export function summable(values: Float64Array, how: Aggregation): Float64Array {
  if (how === 'arithmetic') return values;
  return values.map(how === 'geometric' ? (x) => Math.log(Math.max(FLOOR, x)) : (x) => 1 / Math.max(FLOOR, x));
}

function fromSum(how: Aggregation): (x: number) => number {
  if (how === 'arithmetic') return (x) => x;
  return how === 'geometric' ? Math.exp : (x) => 1 / x;
}

/**
 * Places of the first `count` scores among all: 1 + number of scores higher by more than `SAME`; those without a score
 * (NaN) share the place after all that have one. `sorted` is scratch space as long as `scores`.
 */
export function placesAmong(scores: Float64Array, count: number, sorted: Float64Array): Int32Array {
  for (let i = 0; i < scores.length; i++) sorted[i] = known(scores[i]);
  sorted.sort();
  const places = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const limit = known(scores[i]) + SAME;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle] > limit) high = middle;
      else low = middle + 1;
    }
    places[i] = 1 + sorted.length - low;
  }
  return places;
}

function known(score: number): number {
  return Number.isNaN(score) ? -Infinity : score;
}
