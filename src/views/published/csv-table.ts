/** Tables as CSV text that Excel and programs alike can open. */
import Papa from 'papaparse';
import { csvSafe } from './csv-safe.ts';

/** A cell: text is made safe, numbers are written as they are, undefined is an empty cell. */
export type CsvCell = string | number | boolean | undefined;

/** Rows that are turned into text at a time, so that a long table never stands in memory twice as cells. */
const CHUNK = 5000;

/**
 * UTF-8 text with a byte order mark (without it Excel garbles Chinese) and CRLF line ends (RFC 4180). `rows` is read once.
 * Every row has as many cells as `head`.
 */
export function csvTable(head: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const parts: string[] = [];
  let chunk: (string | number)[][] = [head.map(csvSafe)];
  const flush = (): void => {
    if (chunk.length > 0) parts.push(Papa.unparse(chunk, { newline: '\r\n' }));
    chunk = [];
  };
  for (const row of rows) {
    chunk.push(row.map(cellText));
    if (chunk.length >= CHUNK) flush();
  }
  flush();
  return `\uFEFF${parts.join('\r\n')}\r\n`;
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
