/** Lays the rows of the ranking out in groups, each held together by its bracket, or in one flat list. */
import type { Language } from '../../i18n/language.ts';
import { rankingLabels } from '../../i18n/labels/rankings.ts';
import { number } from '../../i18n/numbers.ts';
import { make } from '../dom.ts';
import type { TableRow } from './rows.ts';

/** Rows of one group, in their order; group 0 for rows without one. */
export interface Run<R> {
  group: number;
  rows: readonly R[];
}

/** What is laid out. */
export interface Arranged {
  shown: readonly TableRow[];
  /** How many rows of `runs` are left out because there are more than `most`. */
  hidden: number;
}

/**
 * Shows the first `most` rows of `runs` in the table, with the groups that they are in, and hides all others. Only rows that
 * are shown, or were shown before, are touched: browsers lay out hundreds of rows too slowly to follow a finger.
 */
export function arrange(
  table: HTMLTableElement,
  runs: readonly Run<TableRow>[],
  { flat, most, language }: { flat: boolean; most: number; language: Language },
): Arranged {
  const t = rankingLabels[language];
  const away = hiddenBody(table);
  const bodies = [...table.tBodies].filter((body) => body !== away);
  for (const bracket of table.querySelectorAll('tbody:not([hidden]) th.g')) bracket.remove();
  const before = bodies.flatMap((body) => [...body.rows]);
  const shown: TableRow[] = [];
  let used = 0;
  for (const run of runs) {
    const rows = run.rows.slice(0, Math.max(0, most - shown.length));
    const [first] = rows;
    if (first === undefined) continue;
    shown.push(...rows);
    const body = bodies[used] ?? make('tbody', '', {});
    if (bodies[used] === undefined) away.before(body);
    used += 1;
    body.replaceChildren(...rows.map((row) => row.element));
    if (flat) continue;
    const name = run.group === 0 ? '' : number(run.group);
    const label = run.group === 0 ? '' : t.group(name, number(run.rows.length));
    first.element.prepend(make('th', 'g', { scope: 'rowgroup', rowspan: String(rows.length), 'data-l': label }, name));
  }
  const kept = new Set(shown.map((row) => row.element));
  away.append(...before.filter((row) => !kept.has(row)));
  for (const body of bodies.slice(used)) body.remove();
  table.classList.toggle('flat', flat);
  return { shown, hidden: runs.reduce((sum, run) => sum + run.rows.length, 0) - shown.length };
}

/** The last body of the table, which holds the rows that are not shown: other scripts of the page still find them. */
function hiddenBody(table: HTMLTableElement): HTMLTableSectionElement {
  const last = table.tBodies[table.tBodies.length - 1];
  if (last?.hidden === true) return last;
  const body = make('tbody', '', { hidden: '' });
  table.append(body);
  return body;
}
