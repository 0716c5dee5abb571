/** A foreign CSV in memory: the head line, and every record with the line on which it starts. */
import { type CsvFault, readCsv } from '../load/csv.ts';

/** One record of the file. */
export interface Row {
  /** Line on which it starts; the first line of the file is 1. */
  line: number;
  /** Number of the record; the first after the head line is 1. */
  number: number;
  cells: readonly string[];
  /** Why it cannot be read at all: another number of cells than the head line, or quotes that do not close. */
  fault?: 'ragged' | 'broken';
}

export interface Sheet {
  columns: readonly string[];
  rows: readonly Row[];
}

/** Reads one column of a row as it is used everywhere: blanks at the ends gone, missing-value tokens as ''. */
export type Read = (row: Row) => string;

/** Makes readers of columns. `missing` holds what else means empty. Throws a RangeError for a column that is not there. */
export function columnReader(columns: readonly string[], missing: readonly string[]): (column: string) => Read {
  const at = new Map(columns.map((name, i) => [name, i]));
  const empty = new Set(missing.map((token) => token.trim()));
  return (column) => {
    const i = at.get(column);
    if (i === undefined) throw new RangeError(`no column ${column}`);
    return (row) => {
      const text = (row.cells[i] ?? '').trim();
      return empty.has(text) ? '' : text;
    };
  };
}

/** A sheet, and the line where reading had to stop because one record had no end. */
export interface ReadSheet {
  sheet: Sheet;
  stoppedAt?: number;
  /** Whether records were left out because there are more cells than `most`. */
  tooMany: boolean;
}

/** Cells that are kept in memory, about a gigabyte. Every record counts as eight more, which is what it takes besides its cells. */
export const MOST_CELLS = 50_000_000;
const RECORD = 8;

/**
 * Reads the text, whole or in pieces. Blank lines are left out. Records that cannot be separated safely are marked with their
 * fault: another number of cells than the head line (empty ones at the end are forgiven), quotes that do not close, NUL characters.
 * @param delimiter one character.
 * @param most see `MOST_CELLS`.
 */
export function readSheet(text: string | Iterable<string>, delimiter: string, most = MOST_CELLS): ReadSheet {
  let kept = 0;
  let columns: readonly string[] | undefined;
  const rows: Row[] = [];
  const faults = readCsv(
    text,
    (cells, line) => {
      kept += cells.length + RECORD;
      if (kept > most) return false;
      if (columns === undefined) columns = cells.map((name) => name.trim());
      else rows.push(row(cells, line, rows.length + 1, columns.length));
      return true;
    },
    { delimiter },
  );
  const stopped = faults.find((fault) => fault.rule === 'csv-record');
  const sheet = { columns: columns ?? [], rows: marked(rows, faults) };
  return { sheet, tooMany: kept > most, ...(stopped === undefined ? {} : { stoppedAt: stopped.line }) };
}

function row(cells: string[], line: number, number: number, width: number): Row {
  while (cells.length > width && cells.at(-1)?.trim() === '') cells.pop();
  return cells.length === width ? { line, number, cells } : { line, number, cells, fault: 'ragged' };
}

/** Puts each fault of the text on the record in whose lines it lies. Both are in the order of lines and are gone through once. */
function marked(rows: Row[], faults: readonly CsvFault[]): Row[] {
  let at = -1;
  for (const { line } of faults) {
    while (at + 1 < rows.length && (rows[at + 1]?.line ?? 0) <= line) at++;
    const found = rows[at];
    if (found !== undefined) rows[at] = { ...found, fault: 'broken' };
  }
  return rows;
}
