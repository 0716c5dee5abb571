/** Rows of the ranking table as the page has them, and what is shown in them while the ranking is filtered, sorted or rescored. */
import { type ComponentChildren, render } from 'preact';
import { rankingLabels } from '../../i18n/labels/rankings.ts';
import { interval } from '../../i18n/numbers.ts';
import { type LiveRow, normalInterval } from '../../views/market/live-ranking.ts';
import { bar, points } from '../../views/format/round.ts';
import { language } from '../page.ts';
import { isIn } from './form.ts';
import { dimensionScore, type Facets, frameworkScore, type Market, type Rescored } from './market.ts';

/** A row of the table, or an entry of a list below it. */
export interface Row {
  element: HTMLElement;
  slug: string;
  name: string;
  /** Where it is, as the page has it; undefined for a vendor without an office. */
  office: { element: HTMLElement; text: string } | undefined;
  /** Keys of places, the main office's first, and of services; see `views/browser/facets-file.ts`. */
  places: readonly string[];
  services: readonly string[];
}

/** A cell that changes, and what the page has in it. */
interface Cell {
  cell: HTMLTableCellElement;
  own: readonly Node[];
  text: string;
}

/** A row of the table. */
export interface TableRow extends Row {
  element: HTMLTableRowElement;
  place: Cell;
  score: Cell;
  frameworks: readonly Cell[];
}

/** Full-width letters and upper case find the same as plain ones. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** An entry of a list. */
export function rowOf(element: HTMLElement): Row {
  const link = element.querySelector('a');
  const office = element.querySelector<HTMLElement>('a ~ small');
  return {
    element,
    office: office === null ? undefined : { element: office, text: office.textContent },
    slug: /\/vendors\/([^/]+)\//.exec(link?.pathname ?? '')?.[1] ?? '',
    name: fold(link?.textContent ?? ''),
    places: (element.dataset['p'] ?? '').split(' '),
    services: (element.dataset['s'] ?? '').split(' '),
  };
}

/** A row of the table; `frameworks` is the number of its framework columns. Throws when it has no cells for them. */
export function tableRowOf(element: HTMLTableRowElement, frameworks: number): TableRow {
  const cells = [...element.querySelectorAll('td')].slice(0, frameworks + 2);
  const [place, score, ...rest] = cells.map((cell) => ({ cell, own: [...cell.childNodes], text: cell.textContent }));
  if (place === undefined || score === undefined) throw new Error('a row of the ranking has no cells');
  return { ...rowOf(element), element, place, score, frameworks: rest };
}

/**
 * Shows where a vendor is: its main office, as the page has it; of one that is in the chosen place with another office alone, that
 * office too, as on the page of that place.
 * @param place key of the chosen place; undefined for any.
 * @param nameOf name of a city by its key.
 */
export function showOffice(
  { office, places: [main, ...others] }: Row,
  place: string | undefined,
  nameOf: (key: string) => string | undefined,
): void {
  if (office === undefined) return;
  const here = place === undefined || isIn(main, place) ? undefined : others.find((key) => isIn(key, place));
  const name = here === undefined ? undefined : nameOf(here);
  const text = name === undefined ? office.text : rankingLabels[language].mainElsewhere(name, office.text);
  if (office.element.textContent !== text) office.element.textContent = text;
}

/** What figures are made from; parts are undefined while they are not loaded or not wanted. */
export interface Figures {
  facets: Facets | undefined;
  market: Market | undefined;
  rescored: Rescored | undefined;
  /** The ranking made anew, by slug. */
  live: ReadonlyMap<string, LiveRow> | undefined;
  /** The sentence, beside places among those filtered, on the published places in the whole market. */
  besides: (market: string) => string;
  /** Dimension that rows are sorted by. */
  dimension: number | undefined;
  /** Coverage of the intervals, 0..1. */
  coverage: number;
  /** Ids of the frameworks in the order of their columns. */
  frameworks: readonly (string | undefined)[];
}

/** Shows in a row what the figures say, and where they say nothing what the page has. */
export function showFigures(row: TableRow, figures: Figures): void {
  const { facets, market, rescored, live, besides, dimension, coverage, frameworks } = figures;
  const { place, slug } = row;
  const at = facets?.at.get(slug);
  const own = live?.get(slug);
  // Where the list is not the whole market, the page has the places in it beside the list's own.
  const inMarket = rescored === undefined ? besides(place.cell.dataset['m'] ?? place.text) : '';
  show(place, own && [interval(own.from, own.to), inMarket !== '' && <small>{inMarket}</small>]);
  if (dimension !== undefined && market !== undefined && at !== undefined) {
    const score = dimensionScore(market, at, dimension);
    show(row.score, scoreOf(score, market.dimensionSd(at, dimension), coverage));
  } else if (rescored !== undefined && live !== undefined)
    show(row.score, scoreOf(own?.score ?? Number.NaN, own?.sd ?? 0, coverage));
  else show(row.score, undefined);
  // The published framework scores hold as long as the weights inside the frameworks are the published ones.
  const changed = rescored?.own.factors.some((factor) => factor !== 1) === true && at !== undefined;
  row.frameworks.forEach(({ cell, text }, f) => {
    const score = changed ? frameworkScore(rescored, at, frameworks[f]) : undefined;
    const shown = score === undefined ? text : Number.isNaN(score) ? '–' : String(Math.round(score));
    if (cell.textContent !== shown) cell.textContent = shown;
  });
}

/** Shows `content` in a cell, or what the page has in it. */
function show({ cell, own }: Cell, content: ComponentChildren): void {
  const isOwn = cell.firstChild === own[0];
  if (content !== undefined) {
    if (isOwn) cell.replaceChildren();
    render(content, cell);
  } else if (!isOwn) {
    render(null, cell);
    cell.replaceChildren(...own);
  }
}

/** A score with its interval, as bar and text; a dash where there is none (NaN). */
function scoreOf(score: number, sd: number, coverage: number) {
  if (Number.isNaN(score)) return <b>–</b>;
  const rounded = points({ ...normalInterval(score, sd, coverage), sd: 0 });
  const { stem, block, notch } = bar(rounded);
  return (
    <>
      <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <path d={stem} />
        <path class="n" d={block} />
        {notch !== undefined && <path class="o" d={notch} />}
      </svg>
      <b>{rounded.score}</b>
      <i>{`${rounded.low}–${rounded.high}`}</i>
    </>
  );
}
