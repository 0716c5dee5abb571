/** Every vendor's scores down to its dimensions, without the tree below them: for the lists that hold all vendors. */
import type { Market, ScoredWorkspace } from '../../score/market.ts';
import type { VendorOutline } from '../../score/types.ts';
import { oncePer } from '../format/once.ts';

/** One vendor without the tree below its dimensions. */
export type Standing = VendorOutline;

const outlines = oncePer((market: Market): readonly Standing[] => market.ratings.map((_, v) => market.outline(v)));

/** Outlines in the order of `Dataset.vendors`, made once, however many lists there are. */
export function standings({ market }: ScoredWorkspace): readonly Standing[] {
  return outlines(market);
}
