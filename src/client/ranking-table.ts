/** Lays the rows of the ranking out in groups, each held together by its bracket, or in one flat list. */
import type { Language } from '../i18n/language.ts';
import { rankingLabels } from '../i18n/labels/rankings.ts';
import { number } from '../i18n/numbers.ts';
import { make } from './dom.ts';
import type { TableRow } from './ranking-rows.ts';

/** Rows of one group, in their order; group 0 for rows without one. */
export interface Run<R> {
  group: number;
  rows: readonly R[];
}

/**
 * Puts the rows of `runs` into the table and hides all others. At most `most` are shown.
 * @returns how many more there are.
 */
export function arrange(table: HTMLTableElement, published: readonly HTMLTableSectionElement[], runs: readonly Run<TableRow>[], { flat, most, language }: { flat: boolean; most: number; language: Language }): number {
  const t = rankingLabels[language];
  const wanted = new Set(runs.flatMap((run) => run.rows.map((row) => row.element)));
  const rest = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !wanted.has(row));
  for (const bracket of table.querySelectorAll('tbody th.g')) bracket.remove();
  let left = most;
  const bodies = runs.flatMap((run, i) => {
    if (run.rows.length === 0) return [];
    const shown = Math.max(0, Math.min(run.rows.length, left));
    left -= shown;
    const body = published[i] ?? make('tbody', '', {});
    body.hidden = shown === 0;
    run.rows.forEach((row, at) => (row.element.hidden = at >= shown));
    body.replaceChildren(...run.rows.map((row) => row.element));
    if (!flat && shown > 0) {
      const name = run.group === 0 ? '' : number(run.group);
      const label = run.group === 0 ? '' : t.group(name, number(run.rows.length));
      run.rows[0]?.element.prepend(make('th', 'g', { scope: 'rowgroup', rowspan: String(shown), 'data-l': label }, name));
    }
    return [body];
  });
  // Rows that are not wanted stay in the table, out of sight.
  const away = make('tbody', '', {}, ...rest);
  away.hidden = true;
  for (const row of rest) row.hidden = true;
  for (const body of [...table.tBodies]) body.remove();
  table.append(...bodies, away);
  table.classList.toggle('flat', flat);
  return wanted.size - [...wanted].filter((row) => !row.hidden).length;
}
