/** Who leads on a score, and how everybody is spread. */
import type { Language } from '../../schema/text.ts';
import type { Bar } from '../format/bar.ts';
import { bar } from '../format/bar.ts';
import type { Inputs } from '../inputs.ts';
import { cityName, mainOffice } from '../format/names.ts';
import type { Points } from '../format/round.ts';
import { points } from '../format/round.ts';
import type { Said } from '../format/say.ts';
import { say } from '../format/say.ts';
import type { Spread } from './spread.ts';

/** One vendor near the top. */
export interface Leader {
  slug: string;
  name: Said;
  city: string | undefined;
  points: Points;
  bar: Bar;
}

/** The best `most` of a spread, of those with enough evidence on it. */
export function leaders({ dataset }: Inputs, spread: Spread, language: Language, most: number): Leader[] {
  return spread.marks
    .filter((m) => m.told)
    .slice(0, most)
    .flatMap(({ vendor, estimate }) => {
      const own = dataset.vendors[vendor];
      if (own === undefined) return [];
      const office = mainOffice(own);
      const shown = points(estimate);
      return [
        {
          slug: own.slug,
          name: say(own.name, language),
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

/** The histogram of a spread; undefined when nobody has a score. */
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
