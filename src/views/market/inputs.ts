/** What every view is made from: the workspace and its scores. */
import type { Dataset } from '../../schema/dataset.ts';
import type { CriterionOutline, VendorOutline, VendorScores } from '../../score/types.ts';

/** The scores as views need them; `score/market.ts` gives more. */
export interface Scored {
  /** Scores of the vendor with this index in `Dataset.vendors`. */
  of(vendor: number): VendorScores;
  /** The same without what lies below dimensions: cheap enough to be asked for all vendors. */
  outline(vendor: number): VendorOutline;
  /** The vendor's criteria without their measures; empty for a vendor without scores. */
  criteria(vendor: number): readonly CriterionOutline[];
  /** Indexes of the ranked vendors in the order of lists: by group, then by score. */
  readonly ranked: readonly number[];
  /** Weight of every review, 0..1, in the order of the table. */
  readonly weights: { readonly reviews: ArrayLike<number> };
}

/** A workspace and its scores. */
export interface Inputs {
  readonly dataset: Dataset;
  readonly market: Scored;
}
