/** Rows of the ranking table as the page has them, and what a script shows in them for a while. */
import { rankingLabels } from '../../i18n/labels/rankings.ts';
import type { Language } from '../../i18n/language.ts';
import { interval } from '../../i18n/numbers.ts';
import { bar } from '../../views/format/bar.ts';
import type { Points } from '../../views/format/round.ts';
import { drawn, make } from '../dom.ts';

/** A row of the table, or an entry of a list below it. */
export interface Row {
  element: HTMLElement;
  slug: string;
  name: string;
  /** Where it is, as the page has it; undefined for a vendor without an office. */
  office: { element: HTMLElement; text: string } | undefined;
  /** Keys of places, the main office's first, and of services; see `views/browser/filters.ts`. */
  places: readonly string[];
  services: readonly string[];
}

/** A row of the table. */
export interface TableRow extends Row {
  element: HTMLTableRowElement;
  /** Cells that change, and what the page had in them. `market`: its places in the whole market, as text. */
  place: { cell: HTMLTableCellElement; own: readonly Node[]; market: string };
  score: { cell: HTMLTableCellElement; own: readonly Node[] };
  frameworks: readonly { cell: HTMLTableCellElement; text: string }[];
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
  const cells = [...element.querySelectorAll('td')];
  const [place, score, ...rest] = cells;
  if (place === undefined || score === undefined) throw new Error('a row of the ranking has no cells');
  return {
    ...rowOf(element),
    element,
    // Where the list is not the whole market, the places in it stand beside the list's own.
    place: { cell: place, own: [...place.childNodes], market: place.dataset['m'] ?? place.textContent },
    score: { cell: score, own: [...score.childNodes] },
    frameworks: rest.slice(0, frameworks).map((cell) => ({ cell, text: cell.textContent })),
  };
}

/** What a row shows instead of what the page has; absent parts are as in the page. */
export interface Shown {
  /** Places among those shown; `besides` is what is told of the places in the whole market. */
  places?: { from: number; to: number; besides?: (market: string) => string };
  points?: Points | 'none';
  frameworks?: readonly (number | undefined)[];
}

/** Shows it. */
export function showIn(row: TableRow, shown: Shown): void {
  showPlaces(row, shown.places);
  if (shown.points === undefined) {
    if (row.score.cell.firstChild !== row.score.own[0]) row.score.cell.replaceChildren(...row.score.own);
  } else
    row.score.cell.replaceChildren(...(shown.points === 'none' ? [make('b', '', {}, '–')] : scoreNodes(shown.points)));
  row.frameworks.forEach(({ cell, text }, f) => {
    const score = shown.frameworks?.[f];
    setText(cell, shown.frameworks === undefined ? text : score === undefined ? '–' : String(score));
  });
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
  language: Language,
): void {
  if (office === undefined) return;
  const here = place === undefined || isIn(main, place) ? undefined : others.find((key) => isIn(key, place));
  const name = here === undefined ? undefined : nameOf(here);
  setText(office.element, name === undefined ? office.text : rankingLabels[language].mainElsewhere(name, office.text));
}

/** Whether a city's key is of a place: of that city, or of the region around it. */
export function isIn(key: string | undefined, place: string): boolean {
  return key === place || key?.startsWith(`${place}.`) === true;
}

function showPlaces({ place: { cell, own, market } }: TableRow, places: Shown['places']): void {
  if (places === undefined) {
    if (cell.firstChild !== own[0]) cell.replaceChildren(...own);
    return;
  }
  const among = interval(places.from, places.to);
  const besides = places.besides?.(market) ?? '';
  if (cell.textContent !== `${among}${besides}`)
    cell.replaceChildren(among, ...(besides === '' ? [] : [make('small', '', {}, besides)]));
}

function setText(cell: HTMLElement, text: string): void {
  if (cell.textContent !== text) cell.textContent = text;
}

function scoreNodes(points: Points): Node[] {
  const { stem, block, notch } = bar(points);
  const paths = [
    drawn('path', { d: stem }),
    drawn('path', { class: 'n', d: block }),
    ...(notch === undefined ? [] : [drawn('path', { class: 'o', d: notch })]),
  ];
  return [
    drawn('svg', { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, ...paths),
    make('b', '', {}, String(points.score)),
    make('i', '', {}, `${points.low}–${points.high}`),
  ];
}
