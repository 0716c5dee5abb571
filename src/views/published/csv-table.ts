/** Tables as CSV text that Excel and programs alike can open. */
import { csvText } from '../../write/csv.ts';
import { csvSafe } from './csv-safe.ts';

/** A cell: text is made safe, numbers are written as they are, undefined is an empty cell. */
export type CsvCell = string | number | boolean | undefined;

/**
 * UTF-8 text with a byte order mark (without it Excel garbles Chinese) and CRLF line ends (RFC 4180). `rows` is read once.
 * Every row has as many cells as `head`.
 */
export function csvTable(head: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  function* all(): Generator<(string | number)[]> {
    yield head.map(csvSafe);
    for (const row of rows) yield row.map(cellText);
  }
  return `\uFEFF${csvText(all(), '\r\n')}`;
}

function cellText(cell: CsvCell): string | number {
  if (cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'string' ? csvSafe(cell) : cell;
}

/** Several ids or names in one cell. */
export function listCell(items: readonly string[]): string {
  return items.join('; ');
}
