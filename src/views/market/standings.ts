/** Every vendor's scores down to its dimensions, without the tree below them: for the lists that hold all vendors. */
import type { Dataset } from '../../schema/dataset.ts';
import type { Market } from '../../score/market.ts';
import type { DimensionScore, FrameworkScore, VendorScores } from '../../score/types.ts';
import { oncePer } from '../format/once.ts';

/** A dataset with its whole market. */
export interface Scoring {
  readonly dataset: Dataset;
  readonly market: Market;
}

/** A dimension without its criteria. */
export type DimensionStanding = Omit<DimensionScore, 'criteria'>;

/** One vendor without the tree below its dimensions. */
export type Standing = Omit<VendorScores, 'frameworks'> & {
  frameworks: readonly (Omit<FrameworkScore, 'dimensions'> & { dimensions: readonly DimensionStanding[] })[];
};

const slim = oncePer((market: Market): readonly Standing[] =>
  market.ratings.map((_, v) => {
    const scores = market.of(v);
    return {
      ...scores,
      frameworks: scores.frameworks.map((framework) => ({
        ...framework,
        dimensions: framework.dimensions.map(({ criteria: _criteria, ...dimension }) => dimension),
      })),
    };
  }),
);

/** Standings in the order of `Dataset.vendors`; `market.of` is asked once for each vendor, however many lists there are. */
export function standings({ market }: Scoring): readonly Standing[] {
  return slim(market);
}
