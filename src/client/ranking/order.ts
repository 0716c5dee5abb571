/** Groups and order of the rows of the ranking. Pure. */
import { inGroups } from '../../score/ranks.ts';
import type { TableRow } from './rows.tsx';

/** Rows of one group, in their order; group 0 for rows without one. */
export interface Run<R> {
  group: number;
  rows: readonly R[];
}

/** The published groups without the rows that are not `chosen`. */
export function keptOf(published: readonly Run<TableRow>[], chosen: readonly TableRow[]): Run<TableRow>[] {
  const kept = new Set(chosen);
  return published.map((run) => ({ group: run.group, rows: run.rows.filter((row) => kept.has(row)) }));
}

/** Rows in groups as a ranking made anew has them, in its order; rows it does not hold come last, without a group. */
export function regrouped(
  ranking: readonly { row: TableRow | undefined; group: number }[],
  chosen: readonly TableRow[],
): Run<TableRow>[] {
  const known = ranking.flatMap(({ row, group }) => (row === undefined ? [] : [{ row, group }]));
  const runs = inGroups(known, ({ group }) => group).map(({ group, rows }) => ({
    group,
    rows: rows.map(({ row }) => row),
  }));
  const ranked = new Set(ranking.map(({ row }) => row));
  const unranked = chosen.filter((row) => !ranked.has(row));
  return unranked.length === 0 ? runs : [...runs, { group: 0, rows: unranked }];
}

/** All rows in one run by `valueOf`, equal ones in their order before, those without a value (NaN) last. */
export function sorted(
  runs: readonly Run<TableRow>[],
  valueOf: (row: TableRow) => number,
  way: 'up' | 'down',
): Run<TableRow>[] {
  const sign = way === 'up' ? 1 : -1;
  const keyed = runs.flatMap((run) => run.rows).map((row) => ({ row, value: valueOf(row) }));
  keyed.sort(
    (a, b) => Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value)) || sign * (a.value - b.value) || 0,
  );
  return [{ group: 0, rows: keyed.map((k) => k.row) }];
}

/** The number that the page has in a column of a row; NaN when there is none. */
export function pageNumber(row: TableRow, column: number): number {
  const cell = row.element.querySelectorAll('td')[column];
  return Number.parseFloat(cell?.dataset['v'] ?? cell?.textContent ?? '');
}
