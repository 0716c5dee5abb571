/** What a dimension without enough evidence is scored on instead: such a figure says nothing against anybody else's. */
import type { DimensionScore } from '../score/types.ts';

/** `not-shown`: what the vendor could show and did not counts as nothing. `market`: what only others can tell is taken from the market. */
export type Untold = 'not-shown' | 'market';

/** What stands in for the evidence that a dimension lacks; undefined when it has enough, or has no score. */
export function untoldOf({
  covered,
  estimate,
  criteria,
}: Pick<DimensionScore, 'covered' | 'estimate' | 'criteria'>): Untold | undefined {
  if (covered || estimate === undefined) return undefined;
  const silent = criteria.some((c) => c.state === 'not-shown' || c.measures.some((m) => m.state === 'not-shown'));
  return silent ? 'not-shown' : 'market';
}
