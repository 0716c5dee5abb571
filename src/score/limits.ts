/** Where the limits of a method bind: standard scores cut at 0 and 100, and scores that a mean raises to its floor. */
import type { Dataset } from '../schema/dataset.ts';
import { directedNumber, uncutComparedPoints } from './comparison.ts';
import { givenNumber } from './given-number.ts';
import type { Market } from './market.ts';
import { FLOOR } from './means.ts';

/** How many figures of the participating vendors a limit changes; each is absent where the method has no such limit. */
export interface BindingLimits {
  /**
   * `zscore`: standard scores of numbers, and of dimensions where these are standardised, of which `count` would lie beyond
   * 0..100. `spread` is the largest one with which none of them would.
   */
  cut?: { count: number; of: number; spread: number };
  /** Geometric and harmonic means: scores of dimensions and frameworks, of which `count` lie below `FLOOR` and count as it. */
  floored?: { count: number; of: number; mean: 'geometric' | 'harmonic' };
}

/** The limits of the dataset's method in its scored market. */
export function bindingLimits(
  dataset: Pick<Dataset, 'method' | 'vendors'>,
  market: Pick<Market, 'plan' | 'scored'>,
): BindingLimits {
  const { method } = dataset;
  return {
    ...(method.normalisation === 'zscore' && { cut: cutScores(dataset, market) }),
    ...(method.aggregation !== 'arithmetic' && { floored: { ...flooredScores(market), mean: method.aggregation } }),
  };
}

function cutScores(
  { method, vendors }: Pick<Dataset, 'method' | 'vendors'>,
  { plan, scored }: Pick<Market, 'plan' | 'scored'>,
): NonNullable<BindingLimits['cut']> {
  const { centre, spread } = method.withinMarket;
  let count = 0;
  let of = 0;
  // The factor by which the spread would have to shrink, 1 where nothing is cut.
  let room = 1;
  const add = (raw: number): void => {
    of += 1;
    if (raw >= 0 && raw <= 100) return;
    count += 1;
    room = Math.min(room, (raw > 100 ? 100 - centre : -centre) / (raw - centre));
  };
  scored.forEach((own, v) => {
    own?.facts.forEach((fact, c) => {
      const {
        criterion: { measure },
        goalposts,
        framework,
        id,
      } = plan.criteria[c];
      if (fact?.compared === undefined || goalposts === undefined || measure?.kind !== 'number') return;
      const given = givenNumber(vendors[v]?.answers[framework]?.[id], measure.per, method.uncertainty.interval);
      const raw =
        given && uncutComparedPoints(fact.compared, directedNumber(goalposts, given.value), method.withinMarket);
      if (raw !== undefined) add(raw);
    });
    for (const { standard } of own?.dimensions ?? []) {
      if (standard !== undefined && standard.sd > 0)
        add(centre + (spread * (standard.score - standard.mean)) / standard.sd);
    }
  });
  return { count, of, spread: room * spread };
}

function flooredScores({ plan, scored }: Pick<Market, 'plan' | 'scored'>): { count: number; of: number } {
  const weighed = scored.flatMap((own) => [
    ...(own?.dimensions ?? []).flatMap(({ score }, d) => ((plan.dimensions[d]?.share ?? 0) > 0 ? [score] : [])),
    ...Array.from(own?.composite.frameworks ?? []).filter((_, f) => (plan.frameworks[f]?.share ?? 0) > 0),
  ]);
  const known = weighed.filter((score) => !Number.isNaN(score));
  return { count: known.filter((score) => score < FLOOR).length, of: known.length };
}
