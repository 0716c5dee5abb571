/** How the assessed vendors are spread on each dimension: for medians on bars and for who leads. */
import type { Estimate } from '../../score/types.ts';
import type { MarketFigures } from '../cards.ts';
import { marketFigures } from '../cards.ts';
import type { Inputs } from '../inputs.ts';
import { oncePer } from '../format/once.ts';

/** One vendor's estimate. */
export interface Mark {
  /** Index into `Dataset.vendors`. */
  vendor: number;
  estimate: Estimate;
  /** Rests on enough evidence to lead. */
  told: boolean;
}

/** Estimates of all ranked vendors, best first. */
export interface Spread {
  marks: readonly Mark[];
  /** Middle score; undefined when nobody has one. */
  median: number | undefined;
}

/** Spreads of the overall score, of frameworks (`framework`) and of dimensions (`framework/dimension`). */
export interface Spreads {
  overall: Spread;
  of(key: string): Spread;
}

const NOTHING: Spread = { marks: [], median: undefined };

const spreadsOf = oncePer((figures: MarketFigures): Spreads => {
  const overall: Mark[] = [];
  const marks = new Map<string, Mark[]>();
  figures.cards.forEach((card, vendor) => {
    if (card.rating.kind !== 'ranked') return;
    if (card.overall !== undefined) overall.push({ vendor, estimate: card.overall, told: true });
    for (const [key, estimate] of card.estimates) {
      const mark = { vendor, estimate, told: !card.untold.has(key) };
      const known = marks.get(key);
      if (known === undefined) marks.set(key, [mark]);
      else known.push(mark);
    }
  });
  const spreads = new Map([...marks].map(([key, list]) => [key, spread(list)] as const));
  return { overall: spread(overall), of: (key) => spreads.get(key) ?? NOTHING };
});

/** Spreads over the ranked vendors. */
export function spreads(inputs: Inputs): Spreads {
  return spreadsOf(marketFigures(inputs));
}

function spread(marks: readonly Mark[]): Spread {
  const sorted = marks.toSorted((a, b) => b.estimate.score - a.estimate.score || a.vendor - b.vendor);
  return { marks: sorted, median: median(sorted.map((m) => m.estimate.score)) };
}

/** The middle value of sorted numbers, the mean of the two middle ones when there are two. */
export function median(sorted: readonly number[]): number | undefined {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return undefined;
  const lower = sorted[Math.ceil(middle) - 1] ?? upper;
  return (lower + upper) / 2;
}
