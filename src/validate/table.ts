/** Rules of any CSV table, and the reading of files into columns: the header, then each column batch by batch. */
import type { RawCsv } from '../load/raw.ts';
import type { Rules } from '../schema/problem.ts';
import type { Column } from './columns.ts';
import { amongst } from './nearest.ts';
import type { Params, Report } from './report.ts';
import type { RuleId } from './rules.ts';

export const TABLES_RULES = {
  'csv-empty': {
    severity: 'error',
    en: ['an empty file', 'a header line', 'add the header line, or take the file out'],
    zh: ['空文件', '有表头的文件', '补上表头，或删除该文件'],
  },
  'csv-delimiter': {
    severity: 'error',
    en: ['cells separated by "{found}"', 'cells separated by commas', 'save the file as CSV with commas'],
    zh: ['用“{found}”分隔的单元格', '以英文逗号分隔的单元格', '另存为以逗号分隔的 CSV'],
  },
  'csv-header-duplicate': {
    severity: 'error',
    en: ['the column "{found}" twice', 'every column once', 'take out one of the two columns'],
    zh: ['重复的列“{found}”', '不重复的列', '删除其中一列'],
  },
  'csv-header-unknown': {
    severity: 'error',
    en: [
      'the column "{found}"',
      'a fixed column, or the id of a question in content/questionnaire.yaml ({list})',
      'rename the column or take it out',
    ],
    zh: ['列“{found}”', '固定列，或 content/questionnaire.yaml 中的问题编号（{list}）', '改列名，或删除该列'],
  },
  'csv-header-missing': {
    severity: 'error',
    en: ['no column "{expected}"', 'the column "{expected}" in the header line', 'add the column'],
    zh: ['没有“{expected}”列', '含“{expected}”一列的表头', '补上这一列'],
  },
  'csv-ragged': {
    severity: 'error',
    en: [
      '{found} cells',
      '{expected} cells, as in the header line',
      'put texts that hold commas or line breaks in quotes; fill up with empty cells',
    ],
    zh: ['{found} 个单元格', '与表头一致的 {expected} 个', '含逗号或换行的文字要加引号；空缺处留空单元格'],
  },
  'csv-more': {
    severity: 'error',
    en: [
      'more problems of the same kind than are listed: {found} ({of})',
      'none',
      'mend the ones listed, then check again',
    ],
    zh: ['另有 {found} 处同类问题（{of}）', '没有同类问题', '先改好已列出的，再检查一遍'],
  },
  number: {
    severity: 'error',
    en: ['"{found}"', 'a plain number such as 4 or 3.5, or an empty cell for unknown', 'write digits only'],
    zh: ['“{found}”', '普通数字，如 4 或 3.5（未答留空）', '只写数字'],
  },
  'rating-range': {
    severity: 'error',
    en: [
      '{found}',
      'a value from {low} to {high}, or an empty cell for unknown',
      'check the scale; an unanswered question stays empty',
    ],
    zh: ['{found}', '{low} 至 {high} 之间的值（未答留空）', '核对量程；没有回答的题留空'],
  },
  duration: {
    severity: 'error',
    en: [
      '"{found}"',
      'minutes (0 or more), "{never}" for never answered, or an empty cell for unknown',
      'write the minutes as a number',
    ],
    zh: ['“{found}”', '分钟数（0 或以上）；一直没有答复写 {never}，不知道则留空', '写成分钟数'],
  },
} as const satisfies Rules;

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
  faults.report(report);
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

/** Params, or how to make them: a suggestion among thousands of ids is looked for only when it will be listed. */
export type LazyParams = Params | (() => Params);

interface Fault {
  line: number;
  column: string;
  /** Number of the cell; undefined for a fault of the whole row. */
  cell: number | undefined;
  rule: RuleId;
  params: Params;
}

/** Faults of one rule in one column of one file that are listed; of the rest the number is given. */
export const MAX_LISTED = 200;

export class CellFaults {
  readonly #csv: RawCsv;
  readonly #faults: Fault[] = [];
  readonly #counts = new Map<string, number>();
  /** Number of the cell of each column of this file. */
  readonly #cells: ReadonlyMap<string, number>;
  #lines: ArrayLike<number> = [];

  constructor(csv: RawCsv, cells: ReadonlyMap<string, number>) {
    this.#csv = csv;
    this.#cells = cells;
  }

  /** Path of the file that is read. */
  get path(): string {
    return this.#csv.path;
  }

  /** Line on which row `row` of the batch begins. */
  line(row: number): number {
    return this.#lines[row] ?? 0;
  }

  /** Names the rows that are read next by the lines on which they begin. */
  enter(lines: ArrayLike<number>): void {
    this.#lines = lines;
  }

  /** A fault of the cell in `column` (or of the whole row, when it is empty) of row `row` of the batch. */
  add(row: number, column: string, rule: RuleId, params: LazyParams): void {
    this.addAt(this.#lines[row] ?? 0, column, rule, params, this.#cells.get(column));
  }

  /** A fault of the record on line `line`; of its cell number `cell`, when that is given. */
  addAt(line: number, column: string, rule: RuleId, params: LazyParams, cell?: number): void {
    const key = `${rule} ${column}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    if (count <= MAX_LISTED)
      this.#faults.push({ line, column, cell, rule, params: typeof params === 'function' ? params() : params });
  }

  /** Gives all of them to the report, with their places. */
  report(report: Report): void {
    const { path } = this.#csv;
    const wanted = this.#faults.map(({ line, cell }) => ({ line, cell: cell ?? 0 }));
    const columns = wanted.length === 0 ? [] : this.#csv.columns(wanted);
    for (const [i, { line, column, cell, rule, params }] of this.#faults.entries()) {
      report.add({ path, line, column: cell === undefined ? 0 : (columns[i] ?? 0), field: column, rule, params });
    }
    for (const [key, count] of this.#counts) {
      if (count <= MAX_LISTED) continue;
      const [rule = '', column = ''] = key.split(' ');
      report.add({
        path,
        line: 0,
        column: 0,
        field: column,
        rule: 'csv-more',
        params: { found: count - MAX_LISTED, of: rule },
      });
    }
  }
}
