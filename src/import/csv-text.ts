/** Our own CSV files: head line, comma, LF, one order of rows whatever the order of the input. */
import { csvText as textOf } from '../write/csv.ts';
import { compare } from './tally.ts';

/** One row of ours by column name; '' = unknown. */
export type CsvRow = Readonly<Record<string, string>>;

/** The rows in the order vendor, `when`, id (code units), so that a new review stands beside its vendor's others. */
export function sortedRows<R extends CsvRow>(rows: readonly R[], when: string): R[] {
  const by = (a: R, b: R, column: string) => compare(a[column] ?? '', b[column] ?? '');
  return [...rows].sort((a, b) => by(a, b, 'vendor') || by(a, b, when) || by(a, b, 'id'));
}

/** CSV text with LF line ends, the last included. Cells are written as they are: these files are data, not spreadsheets. */
export function csvText(columns: readonly string[], rows: readonly CsvRow[]): string {
  return textOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))], '\n');
}
