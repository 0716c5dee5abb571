/** The figures that a row shows while the ranking is filtered, sorted or weighed otherwise than published. */
import { type LiveRow, normalInterval } from '../../views/market/live-ranking.ts';
import { type Points, points } from '../../views/format/round.ts';
import { dimensionScore, frameworkScore, type Weighed } from './figures.ts';
import type { Facets, Market } from './files.ts';
import type { Shown } from './rows.ts';

/** What figures are made from; parts are undefined while they are not loaded or not wanted. */
export interface Painting {
  facets: Facets | undefined;
  market: Market | undefined;
  weighed: Weighed | undefined;
  /** The ranking made anew, by slug. */
  live: ReadonlyMap<string, LiveRow> | undefined;
  /** What is told, beside places among those filtered, of the published places in the whole market. */
  besides: (market: string) => string;
  /** Dimension that rows are sorted by. */
  dimension: number | undefined;
  /** Coverage of the intervals, 0..1. */
  coverage: number;
  /** Ids of the frameworks in the order of their columns. */
  frameworks: readonly (string | undefined)[];
}

/** What the row of `slug` shows instead of what the page has. */
export function shownFor(
  slug: string,
  { facets, market, weighed, live, besides, dimension, coverage, frameworks }: Painting,
): Shown {
  const at = facets?.at.get(slug);
  const figures = live?.get(slug);
  const shown: Shown = {};
  if (figures !== undefined) shown.places = weighed === undefined ? { ...figures, besides } : figures;
  if (dimension !== undefined && market !== undefined && at !== undefined) {
    const score = dimensionScore(market, at, dimension);
    shown.points = Number.isNaN(score)
      ? 'none'
      : rounded(normalInterval(score, market.dimensionSd(at, dimension), coverage));
  } else if (weighed !== undefined && live !== undefined)
    shown.points = figures === undefined ? 'none' : rounded(normalInterval(figures.score, figures.sd, coverage));
  // The published framework scores stand as long as nobody weighs what is inside a framework.
  if (weighed !== undefined && at !== undefined && weighed.own.factors.some((f) => f !== 1))
    shown.frameworks = frameworks.map((id) => wholeOrNone(frameworkScore(weighed, at, id)));
  return shown;
}

function rounded(estimate: { score: number; low: number; high: number }): Points {
  return points({ ...estimate, sd: 0 });
}

function wholeOrNone(score: number): number | undefined {
  return Number.isNaN(score) ? undefined : Math.round(score);
}
