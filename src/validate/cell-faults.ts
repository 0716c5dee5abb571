/** Collects what is wrong with cells while a file is read, and finds their places once it has been. */
import type { RawCsv } from '../load/raw.ts';
import type { RuleId } from '../schema/rules.ts';
import type { Params, Report } from './report.ts';

/** Params, or how to make them: a suggestion among thousands of ids is looked for only when it will be told. */
export type LazyParams = Params | (() => Params);

interface Fault {
  line: number;
  column: string;
  /** Number of the cell; undefined for a fault of the whole row. */
  cell: number | undefined;
  rule: RuleId;
  params: Params;
}

/** Faults of one rule in one column of one file that are told singly; the rest are told by their number. */
export const TOLD_SINGLY = 200;

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
    if (count <= TOLD_SINGLY)
      this.#faults.push({ line, column, cell, rule, params: typeof params === 'function' ? params() : params });
  }

  /** Gives all of them to the report, with their places. */
  tell(report: Report): void {
    const { path } = this.#csv;
    const wanted = this.#faults.map(({ line, cell }) => ({ line, cell: cell ?? 0 }));
    const columns = wanted.length === 0 ? [] : this.#csv.columns(wanted);
    for (const [i, { line, column, cell, rule, params }] of this.#faults.entries()) {
      report.add({ path, line, column: cell === undefined ? 0 : (columns[i] ?? 0), field: column, rule, params });
    }
    for (const [key, count] of this.#counts) {
      if (count <= TOLD_SINGLY) continue;
      const [rule = '', column = ''] = key.split(' ');
      report.add({
        path,
        line: 0,
        column: 0,
        field: column,
        rule: 'csv-more',
        params: { found: count - TOLD_SINGLY, of: rule },
      });
    }
  }
}
