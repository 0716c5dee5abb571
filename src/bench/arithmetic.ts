/** The least that drawing a market can cost on the machine at hand, so that scoring can be told in multiples of it. */
import { addNormalDraws, drawSeed } from '../score/draws.ts';
import type { Market } from '../score/market.ts';

/** How many sums a market's draws are: one for each ranked vendor, measure that counts and draw. */
export interface DrawCount {
  vendors: number;
  measures: number;
  draws: number;
}

/** The sums of a scored market; `draws` as the method says. */
export function drawCount(market: Market, draws: number): DrawCount {
  return {
    vendors: market.rankedCount,
    measures: market.posteriors.priors.filter((prior) => prior !== undefined).length,
    draws,
  };
}

/** As many multiplications and additions over typed arrays, nothing else. Gives their sum, so that none is left out. */
export function multiplyAdds({ vendors, measures, draws }: DrawCount): number {
  const deviates = Float64Array.from({ length: draws }, (_, b) => Math.sin(b + 1));
  const into = new Float64Array(draws);
  for (let v = 0; v < vendors; v++) {
    for (let m = 0; m < measures; m++) {
      const coefficient = (v + m) % 7;
      for (let b = 0; b < draws; b++) into[b]! += coefficient * (deviates[b] as number);
    }
  }
  return total(into);
}

/** As many independent normal draws, each added once: hash, table and sum, without posteriors, scores or ranks. */
export function normalDraws({ vendors, measures, draws }: DrawCount): number {
  const into = new Float64Array(draws);
  for (let v = 0; v < vendors; v++) {
    for (let m = 0; m < measures; m++) addNormalDraws(into, 1, drawSeed('bench', String(v), String(m)));
  }
  return total(into);
}

function total(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x, 0);
}
