/** How scores are spread over the market, and who leads. */
import type { Estimate } from '../../score/types.ts';
import { type MarketFigures, marketFigures } from './cards.ts';
import type { Inputs } from './inputs.ts';
import { oncePer } from '../format/once.ts';
import type { Language } from '../../schema/text.ts';
import { type Points, points, type Bar, bar } from '../format/round.ts';
import { cityName, mainOffice } from '../format/names.ts';
import { type LocalText, localize } from '../format/localize.ts';

/** One vendor's estimate. */
interface Mark {
  /** Index into `Dataset.vendors`. */
  vendor: number;
  estimate: Estimate;
  /** Rests on enough evidence to lead. */
  sufficient: boolean;
}

/** Estimates of all ranked vendors, best first. */
export interface Spread {
  marks: readonly Mark[];
  /** Middle score; undefined without scores. */
  median: number | undefined;
}

/** Spreads of the overall score, of frameworks (`framework`) and of dimensions (`framework/dimension`). */
interface Spreads {
  overall: Spread;
  of(key: string): Spread;
}

const NOTHING: Spread = { marks: [], median: undefined };

const spreadsOf = oncePer((figures: MarketFigures): Spreads => {
  const overall: Mark[] = [];
  const marks = new Map<string, Mark[]>();
  figures.cards.forEach((card, vendor) => {
    if (card.rating.kind !== 'ranked') return;
    if (card.overall !== undefined) overall.push({ vendor, estimate: card.overall, sufficient: true });
    for (const [key, estimate] of card.estimates) {
      const mark = { vendor, estimate, sufficient: !card.insufficient.has(key) };
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

/** One vendor near the top. */
export interface Leader {
  slug: string;
  name: LocalText;
  city: string | undefined;
  points: Points;
  bar: Bar;
}

/** The best `most` of a spread, of those with enough evidence on it. */
export function leaders({ dataset }: Inputs, spread: Spread, language: Language, most: number): Leader[] {
  return spread.marks
    .filter((m) => m.sufficient)
    .slice(0, most)
    .flatMap(({ vendor, estimate }) => {
      const own = dataset.vendors[vendor];
      if (own === undefined) return [];
      const office = mainOffice(own);
      const shown = points(estimate);
      return [
        {
          slug: own.slug,
          name: localize(own.name, language),
          city: office === undefined ? undefined : cityName(dataset.directory, office, language),
          points: shown,
          bar: bar(shown),
        },
      ];
    });
}

/** A spread as a histogram of five-point steps, for a small chart. */
export interface Histogram {
  count: number;
  median: number | undefined;
  /** SVG path of the columns on a canvas of 100 x 20, and of the median's line. */
  columns: string;
  line: string;
  /** Lowest and highest score, whole points. */
  low: number;
  high: number;
}

/** The histogram of a spread; undefined without scores. */
export function histogram(spread: Spread): Histogram | undefined {
  const scores = spread.marks.map((m) => m.estimate.score);
  const highest = scores[0];
  const lowest = scores.at(-1);
  if (highest === undefined || lowest === undefined || spread.median === undefined) return undefined;
  const steps = Array.from(
    { length: 20 },
    (_, i) => scores.filter((s) => Math.min(19, Math.floor(s / 5)) === i).length,
  );
  const tallest = Math.max(...steps);
  const columns = steps
    .flatMap((n, i) => (n === 0 ? [] : [`M${i * 5 + 0.5} 20v-${Math.max(1, Math.round((n / tallest) * 18))}h4V20z`]))
    .join('');
  return {
    count: scores.length,
    median: Math.round(spread.median),
    columns,
    line: `M${Math.round(spread.median)} 0V20`,
    low: Math.round(lowest),
    high: Math.round(highest),
  };
}
