/** What page models are made from: the workspace and as much of its scores as they read; a `ScoredWorkspace` is one. */
import type { Dataset } from '../../schema/dataset.ts';
import type { Market } from '../../score/market.ts';
import type { MarketFigures } from './cards.ts';

export interface Inputs {
  readonly dataset: Dataset;
  readonly market: Pick<Market, 'of' | 'outline' | 'criteria' | 'ranked'> & {
    /** Weight of every review, 0..1, in the order of the table. */
    readonly weights: { readonly reviews: ArrayLike<number> };
    /** Figures of all vendors, where they were found before; `marketFigures` finds them otherwise. */
    readonly figures?: MarketFigures;
  };
}
