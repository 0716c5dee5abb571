/** The one writer of CSV text: for downloads, imported tables and the sample. */
import Papa from 'papaparse';

/** Rows that are turned into text at a time, so that a long table is never held in memory twice. */
const CHUNK = 5000;

/** RFC 4180 text of the rows, quoted where needed; every row ends with `newline`. `rows` is read once. */
export function csvText(rows: Iterable<readonly (string | number)[]>, newline: '\n' | '\r\n'): string {
  const parts: string[] = [];
  let chunk: (readonly (string | number)[])[] = [];
  const flush = (): void => {
    if (chunk.length > 0) parts.push(Papa.unparse(chunk as (string | number)[][], { newline }) + newline);
    chunk = [];
  };
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length >= CHUNK) flush();
  }
  flush();
  return parts.join('');
}
