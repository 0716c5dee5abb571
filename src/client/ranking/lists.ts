/** The lists below the ranking: those without a rank. The first entries that match are shown, others when asked for. */
import type { Language } from '../../i18n/language.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import { make } from '../dom.ts';
import { type Row, rowOf } from './rows.ts';

/** Entries of a list that are shown at first and by each press of its button. */
const ENTRIES = 50;

/** A list below the table. */
export interface RankingList {
  /** Id of its heading. */
  anchor: string;
  /** Shows the entries that match, all of them when `whole`. Returns how many match. */
  show: (matches: (row: Row) => boolean, whole: boolean) => number;
  /** All entries. */
  readonly rows: readonly Row[];
  /** Number of entries that match. */
  readonly count: number;
}

/** The lists of the page. */
export function openLists(language: Language): RankingList[] {
  return [...document.querySelectorAll<HTMLElement>('[data-rows]')].map((element) => openList(element, language));
}

function openList(element: HTMLElement, language: Language): RankingList {
  const section = element.closest<HTMLElement>('section') ?? element;
  const rows = [...element.children].map((entry) => rowOf(entry as HTMLElement));
  const more = make('button', 'plain', { type: 'button' });
  const place = make('p', 'after-table', { hidden: '' }, more);
  element.after(place);
  let matching: readonly Row[] = rows;
  let most = ENTRIES;

  const draw = (limit: number): void => {
    const shown = new Set(matching.slice(0, limit));
    for (const row of rows) if (row.element.hidden === shown.has(row)) row.element.hidden = !shown.has(row);
    const hidden = matching.length - shown.size;
    place.hidden = hidden === 0;
    more.textContent = weightLabels[language].more(number(Math.min(hidden, ENTRIES)));
    section.hidden = shown.size === 0;
  };
  more.addEventListener('click', () => {
    most += ENTRIES;
    draw(most);
  });

  return {
    rows,
    anchor: section.querySelector('h2')?.id ?? '',
    show: (matches, whole) => {
      const next = rows.filter(matches);
      if (next.length !== matching.length) most = ENTRIES;
      matching = next;
      draw(whole ? Infinity : most);
      return next.length;
    },
    get count() {
      return matching.length;
    },
  };
}
