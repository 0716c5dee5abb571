/** Reads CSV files into columns: the header, then each column batch by batch. */
import type { RawCsv } from '../load/raw.ts';
import { CellFaults } from './cell-faults.ts';
import type { Column } from './column.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';

/** Checks of whole rows, once their cells are in the columns: `count` rows from entry `base` on. */
export type RowCheck = (base: number, count: number, faults: CellFaults) => void;

export interface TableForm {
  columns: readonly Column[];
  check: RowCheck;
  /** Whether a file may have columns that are not known: when the questionnaire, which names them, is faulty itself. */
  open: boolean;
}

/** Reads all files into the columns, in the order given. Returns the number of rows. */
export function readTable(files: readonly RawCsv[], form: TableForm, report: Report): number {
  let count = 0;
  for (const csv of files) count += readFile(csv, form, count, report);
  return count;
}

function readFile(csv: RawCsv, form: TableForm, base: number, report: Report): number {
  const cells = new Map<string, number>();
  const faults = new CellFaults(csv, cells);
  let width = 0;
  let count = 0;
  const textFaults = csv.read({
    header: (header, line) => {
      width = header.length;
      return readHeader(header, line, form, cells, faults);
    },
    batch: (batch) => {
      faults.enter(batch.lines);
      for (const column of form.columns) {
        const cell = cells.get(column.name);
        if (cell === undefined) column.skip(base + count, batch.count);
        else column.take(batch, cell, base + count, faults);
      }
      form.check(base + count, batch.count, faults);
      count += batch.count;
    },
    ragged: (line, found) => faults.addAt(line, '', 'csv-ragged', { found, expected: width }),
  });
  for (const { rule, line } of textFaults) faults.addAt(line, '', rule, {});
  faults.tell(report);
  return count;
}

/** Notes which cell belongs to which column. Returns whether the rows can be read at all. */
function readHeader(
  header: readonly string[],
  line: number,
  { columns, open }: TableForm,
  cells: Map<string, number>,
  faults: CellFaults,
): boolean {
  if (header.length === 0) {
    faults.addAt(0, '', 'csv-empty', {});
    return false;
  }
  const separator = header.length === 1 ? /[;\t|]/.exec(header[0] ?? '')?.[0] : undefined;
  if (separator !== undefined) {
    faults.addAt(line, '', 'csv-delimiter', { found: separator });
    return false;
  }
  const names = new Set(columns.map((c) => c.name));
  for (const [i, name] of header.entries()) {
    if (!names.has(name)) {
      if (!open) faults.addAt(line, '', 'csv-header-unknown', amongst(name, names), i);
    } else if (cells.has(name)) faults.addAt(line, '', 'csv-header-duplicate', { found: name }, i);
    else cells.set(name, i);
  }
  for (const { name, required } of columns) {
    if (required && !cells.has(name)) faults.addAt(line, '', 'csv-header-missing', { expected: name });
  }
  return true;
}
