/** A column whose cells stand for numbers: choices, dates, ratings, durations, names of vendors. */
import type { RuleId } from '../schema/rules.ts';
import type { CellFaults, LazyParams } from './cell-faults.ts';
import { type Column, detached, Growing } from './column.ts';

/** The number that a cell (never empty) stands for, or what is wrong with it. */
export type Decode = (cell: string) => number | { rule: RuleId; params: LazyParams };

/** Cells remembered unless asked otherwise; a power of two. Most columns have few different cells. */
const SLOTS = 2048;

export class CodedColumn<A extends Int32Array | Uint8Array | Float64Array> implements Column {
  readonly name: string;
  readonly required: boolean;
  readonly values: Growing<A>;
  readonly #empty: number;
  readonly #decode: Decode;
  /** Cells of one ASCII character, by its code; NaN = not decoded yet. */
  readonly #single = new Float64Array(128).fill(NaN);
  readonly #cells: string[];
  readonly #numbers: Float64Array;
  #scratch = new Float64Array(1024);

  /**
   * @param empty what an empty cell stands for; 'required' when there must be none.
   * @param different about how many different cells there can be.
   */
  constructor(name: string, empty: number | 'required', make: (length: number) => A, decode: Decode, different = 0) {
    this.name = name;
    this.required = empty === 'required';
    this.#empty = empty === 'required' ? NaN : empty;
    this.values = new Growing(make);
    this.#decode = decode;
    let slots = SLOTS;
    while (slots < different * 4 && slots < 1 << 18) slots *= 2;
    this.#cells = new Array<string>(slots).fill('');
    this.#numbers = new Float64Array(slots);
  }

  take(rows: readonly string[][], cell: number, base: number, faults: CellFaults): void {
    if (this.#scratch.length < rows.length) this.#scratch = new Float64Array(rows.length);
    const scratch = this.#scratch;
    const single = this.#single;
    const cells = this.#cells;
    const mask = cells.length - 1;
    for (let i = 0; i < rows.length; i++) {
      const text = rows[i]?.[cell] ?? '';
      const length = text.length;
      let value: number;
      if (length === 0) {
        value = this.#empty;
        if (this.required) faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
      } else if (length === 1) {
        const code = text.charCodeAt(0);
        value = code < 128 ? (single[code] ?? NaN) : NaN;
        if (Number.isNaN(value)) {
          value = this.#decoded(text, i, faults);
          if (code < 128) single[code] = value;
        }
      } else {
        // Length and the last four characters tell nearly all cells of a column apart, and cost less than a hash of all.
        const last = text.charCodeAt(length - 1) + text.charCodeAt(length - 2) * 13;
        const more = length > 4 ? text.charCodeAt(length - 3) * 131 + text.charCodeAt(length - 4) * 1009 : 0;
        const slot = (last + more + length * 4099) & mask;
        if (cells[slot] === text) {
          value = this.#numbers[slot] ?? NaN;
        } else {
          value = this.#decoded(text, i, faults);
          if (!Number.isNaN(value)) {
            cells[slot] = detached(text);
            this.#numbers[slot] = value;
          }
        }
      }
      scratch[i] = value;
    }
    this.values.write(base, scratch, rows.length);
  }

  skip(base: number, count: number): void {
    this.values.fill(base, count, this.#empty);
  }

  /** NaN, and a fault, when the cell stands for nothing. */
  #decoded(text: string, row: number, faults: CellFaults): number {
    const number = this.#decode(text);
    if (typeof number === 'number') return number;
    const { rule, params } = number;
    faults.add(row, this.name, rule, () => ({ found: text, ...(typeof params === 'function' ? params() : params) }));
    return NaN;
  }
}
