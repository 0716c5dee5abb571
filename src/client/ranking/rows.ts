/** Rows of the ranking table as the page has them, and what a script shows in them for a while. */
import { interval } from '../../i18n/numbers.ts';
import { type Points, bar } from '../../views/format/round.ts';
import { drawn, make } from '../dom.ts';

/** A row of the table, or an entry of a list below it. */
export interface Row {
  element: HTMLElement;
  slug: string;
  name: string;
  /** Keys of places and services, see `views/browser/facets-file.ts`. */
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
  return {
    element,
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
