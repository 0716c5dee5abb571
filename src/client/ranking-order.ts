/** In which groups and order the rows of the ranking stand. */
import type { TableRow } from './ranking-rows.ts';
import type { Run } from './ranking-table.ts';

/** The published groups without the rows that are not `chosen`. */
export function keptOf(published: readonly Run<TableRow>[], chosen: readonly TableRow[]): Run<TableRow>[] {
  const kept = new Set(chosen);
  return published.map((run) => ({ group: run.group, rows: run.rows.filter((row) => kept.has(row)) }));
}

/** Rows in groups as a ranking made anew has them, best first; rows it does not hold come last, without a group. */
export function regrouped(ranking: readonly { row: TableRow | undefined; group: number }[], chosen: readonly TableRow[]): Run<TableRow>[] {
  const runs: { group: number; rows: TableRow[] }[] = [];
  for (const { row, group } of ranking) {
    if (row === undefined) continue;
    const last = runs.at(-1);
    if (last?.group === group) last.rows.push(row);
    else runs.push({ group, rows: [row] });
  }
  const ranked = new Set(ranking.map(({ row }) => row));
  const unranked = chosen.filter((row) => !ranked.has(row));
  return unranked.length === 0 ? runs : [...runs, { group: 0, rows: unranked }];
}

/** All rows in one run by `valueOf`, equal ones as they stood, those without a value (NaN) last. */
export function sorted(runs: readonly Run<TableRow>[], valueOf: (row: TableRow) => number, way: 'up' | 'down'): Run<TableRow>[] {
  const sign = way === 'up' ? 1 : -1;
  const keyed = runs.flatMap((run) => run.rows).map((row) => ({ row, value: valueOf(row) }));
  keyed.sort((a, b) => Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value)) || sign * (a.value - b.value) || 0);
  return [{ group: 0, rows: keyed.map((k) => k.row) }];
}

/** The number that the page has in a column of a row; NaN when there is none. */
export function pageNumber(row: TableRow, column: number): number {
  const cell = row.element.querySelectorAll('td')[column];
  return Number.parseFloat(cell?.dataset['v'] ?? cell?.textContent ?? '');
}
