/** Text of a foreign CSV to a sheet: the head line, and every record with the line on which it starts. */
import { readCsv } from '../load/csv.ts';
import type { CsvFault } from '../load/csv.ts';
import type { Row, Sheet } from './sheet.ts';

/** A sheet, and the line where reading had to stop because one record had no end. */
export interface ReadSheet {
  sheet: Sheet;
  stoppedAt?: number;
}

/**
 * Reads the text, whole or in pieces. Blank lines are left out. Records that cannot be told apart safely are marked with their
 * fault: another number of cells than the head line (empty ones at the end are forgiven), quotes that do not close, NUL characters.
 * @param delimiter one character.
 */
export function readSheet(text: string | Iterable<string>, delimiter: string): ReadSheet {
  let columns: readonly string[] | undefined;
  const rows: Row[] = [];
  const faults = readCsv(
    text,
    (cells, line) => {
      if (columns === undefined) columns = cells.map((name) => name.trim());
      else rows.push(row(cells, line, rows.length + 1, columns.length));
    },
    { delimiter },
  );
  const stopped = faults.find((fault) => fault.rule === 'csv-record');
  const sheet = { columns: columns ?? [], rows: marked(rows, faults) };
  return stopped === undefined ? { sheet } : { sheet, stoppedAt: stopped.line };
}

function row(cells: string[], line: number, number: number, width: number): Row {
  while (cells.length > width && cells.at(-1)?.trim() === '') cells.pop();
  return cells.length === width ? { line, number, cells } : { line, number, cells, fault: 'ragged' };
}

/** Puts each fault of the text on the record in whose lines it lies. */
function marked(rows: Row[], faults: readonly CsvFault[]): Row[] {
  for (const { line } of faults) {
    const at = rows.findLastIndex((r) => r.line <= line);
    const found = rows[at];
    if (found !== undefined) rows[at] = { ...found, fault: 'broken' };
  }
  return rows;
}
