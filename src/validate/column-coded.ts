/** A column whose cells stand for numbers: choices, dates, ratings, durations, names of vendors. */
import type { CellBatch } from '../load/raw.ts';
import type { RuleId } from './rules.ts';
import type { CellFaults, LazyParams } from './table.ts';
import { type Column, Growing } from './column.ts';
import { isPart } from './text-numbers.ts';

/** The number that a cell (never empty) stands for, or what is wrong with it. */
export type Decode = (cell: string) => number | { rule: RuleId; params: LazyParams };

/** Cells remembered unless asked otherwise; a power of two. Most columns have few different cells. */
const SLOTS = 8192;

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

  take({ bytes, starts, ends, stride, count, slice }: CellBatch, cell: number, base: number, faults: CellFaults): void {
    const values = this.values.room(base + count);
    const single = this.#single;
    const cells = this.#cells;
    const mask = cells.length - 1;
    for (let i = 0, k = cell * stride; i < count; i++, k++) {
      const start = starts[k] ?? 0;
      const end = ends[k] ?? 0;
      const length = end - start;
      let value: number;
      if (length === 0) {
        value = this.#empty;
        if (this.required) faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
      } else if (length === 1) {
        const code = bytes[start] ?? 0;
        value = code < 128 ? (single[code] ?? NaN) : NaN;
        if (Number.isNaN(value)) {
          value = this.#decoded(slice(start, end), i, faults);
          if (code < 128) single[code] = value;
        }
      } else {
        const slot = slotOf(bytes, end, length) & mask;
        if (isPart(cells[slot] ?? '', bytes, start, end)) {
          value = this.#numbers[slot] ?? NaN;
        } else {
          const written = slice(start, end);
          value = this.#decoded(written, i, faults);
          // Bytes are compared with characters, so only plain ASCII may be kept for comparing.
          if (!Number.isNaN(value) && written.length === length) {
            cells[slot] = written;
            this.#numbers[slot] = value;
          }
        }
      }
      values[base + i] = value;
    }
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

/**
 * Length and a few bytes from the end tell nearly all cells of a column apart, and cost less than a hash of all.
 * The product spreads them (Knuth's multiplicative hashing: the high bits are the mixed ones).
 */
function slotOf(bytes: Uint8Array, end: number, length: number): number {
  let sum = length + (bytes[end - 1] ?? 0) * 31 + (bytes[end - 2] ?? 0) * 961;
  if (length > 2) sum += (bytes[end - 3] ?? 0) * 29791;
  if (length > 3) sum += (bytes[end - 4] ?? 0) * 923521;
  // Of a date these are the tens of the month and the ones of the year.
  if (length > 7) sum += (bytes[end - 5] ?? 0) * 28629151 + (bytes[end - 7] ?? 0) * 887503681;
  return Math.imul(sum, 0x9e3779b1) >>> 12;
}
