/** Stored values of questions and observed items in the words of the CSV files. */
import { NEVER } from '../../schema/observation.ts';

/** A rating as it is, `yes` or `no`, minutes or `none`; undefined when unknown. */
export function cellOf(
  kind: 'rating' | 'share' | 'duration',
  value: number,
): number | 'yes' | 'no' | 'none' | undefined {
  if (Number.isNaN(value)) return undefined;
  if (kind === 'share') return value === 1 ? 'yes' : 'no';
  return value === Infinity ? NEVER : value;
}

/** All cells of one row that are known, by the id of their column. */
export function cellsOf(
  columns: readonly { id: string; kind: 'rating' | 'share' | 'duration' }[],
  values: readonly Float64Array[],
  row: number,
): Record<string, number | 'yes' | 'no' | 'none'> {
  const cells: Record<string, number | 'yes' | 'no' | 'none'> = {};
  columns.forEach((column, i) => {
    const cell = cellOf(column.kind, values[i]?.[row] ?? Number.NaN);
    if (cell !== undefined) cells[column.id] = cell;
  });
  return cells;
}

/** `HH:MM` of a minute of the day. */
export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
