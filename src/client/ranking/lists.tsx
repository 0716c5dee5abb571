/** The lists below the ranking: those without a rank. The first entries that match are shown, others when asked for. */
import { render } from 'preact';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import { language } from '../page.ts';
import { button } from '../ui.tsx';
import { type Row, rowOf } from './rows.tsx';

/** Entries of a list that are shown at first and by each press of its button. */
const ENTRIES = 50;

/** A list below the table. */
export class RankingList {
  /** Id of its heading. */
  readonly anchor: string;
  readonly #section: HTMLElement;
  /** All entries. */
  readonly rows: readonly Row[];
  readonly #after = document.createElement('p');
  #matching: readonly Row[];
  #most = ENTRIES;

  constructor(element: HTMLElement) {
    this.#section = element.closest<HTMLElement>('section') ?? element;
    this.anchor = this.#section.querySelector('h2')?.id ?? '';
    this.rows = [...element.children].map((entry) => rowOf(entry as HTMLElement));
    this.#matching = this.rows;
    this.#after.className = 'after-table';
    element.after(this.#after);
  }

  /** Number of entries that match. */
  get count(): number {
    return this.#matching.length;
  }

  /** Shows the entries that match, all of them when `whole`. */
  show(matches: (row: Row) => boolean, whole: boolean): void {
    const next = this.rows.filter(matches);
    if (next.length !== this.count) this.#most = ENTRIES;
    this.#matching = next;
    this.#draw(whole ? Infinity : this.#most);
  }

  #draw(limit: number): void {
    const shown = new Set(this.#matching.slice(0, limit));
    for (const row of this.rows) if (row.element.hidden === shown.has(row)) row.element.hidden = !shown.has(row);
    const hidden = this.count - shown.size;
    const more = (): void => this.#draw((this.#most += ENTRIES));
    this.#after.hidden = hidden === 0;
    render(button(weightLabels[language].more(number(Math.min(hidden, ENTRIES))), more), this.#after);
    this.#section.hidden = shown.size === 0;
  }
}
