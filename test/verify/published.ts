/** What a market publishes, as a stranger downloads it: JSON text, parsed. */
import type { Receipt } from '../../src/schema/api.ts';
import type { Dataset } from '../../src/schema/dataset.ts';
import { apiFiles } from '../../src/views/published/files.ts';
import { receipt } from '../../src/views/published/receipt.ts';
import type { ScoredWorkspace } from '../../src/score/market.ts';
import type { Difference } from '../../src/verify/difference.ts';
import { type MarketContext, checkMarket } from '../../src/verify/market.ts';
import { type Recomputed, checkReceipt, recompute } from '../../src/verify/receipt.ts';
import { smallMarket, throughJson } from '../views/published/small-market.ts';

export interface Published {
  receipts: Receipt[];
  context: MarketContext;
}

/** The published files of a scored dataset. */
export function publishedBy(scoring: ScoredWorkspace): Published {
  return {
    receipts: scoring.dataset.vendors.map((_, v) => throughJson(receipt(scoring, v))),
    context: throughJson({
      frameworks: apiFiles.frameworks(scoring),
      methodology: apiFiles.methodology(scoring),
      vendors: apiFiles.vendors(scoring),
    }) as MarketContext,
  };
}

/** The published files of the small market, with parts of its dataset replaced. */
export function published(change: Partial<Dataset> = {}): Published {
  return publishedBy(smallMarket(change));
}

/** All differences in a market in which one receipt was replaced by `tampered`; the others are recomputed once for all calls. */
export function differencesWith({ receipts, context }: Published): (tampered: Receipt) => readonly Difference[] {
  const honest = new Map<string, Recomputed>(receipts.map((r) => [r.slug, recompute(r, context)] as const));
  return (tampered) => {
    const { differences, recomputed } = checkReceipt(tampered, context);
    const market = checkMarket(context);
    for (const r of receipts) {
      if (r.slug === tampered.slug) market.add(tampered, recomputed);
      else market.add(r, honest.get(r.slug) as Recomputed);
    }
    return [...differences, ...market.finish().differences];
  };
}

/** A deep copy with one value changed; `path` leads to it by keys and places. */
export function changed<T>(value: T, path: readonly (string | number)[], to: (old: unknown) => unknown): T {
  const copy = throughJson(value);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1) as string | number;
  at[last] = to(at[last]);
  return copy;
}
