/**
 * Columns of a table that is read in batches. A table of a million rows has tens of millions of cells, so a column does
 * its work in one loop per batch, remembers what it decoded, and keeps numbers in typed arrays.
 */
import type { CellBatch } from '../load/raw.ts';
import { dayNumber } from '../schema/day.ts';
import { MINUTE_STAMP } from '../schema/observation.ts';
import { PERSON_KEY, ROW_ID } from '../schema/review.ts';
import type { RuleId } from './rules.ts';
import type { CellFaults, LazyParams } from './table.ts';

/** One column under construction. Entry `n` belongs to row `n` of the whole table, over all its files. */
export interface Column {
  readonly name: string;
  /** Whether every row must fill it, so that a file must have it. */
  readonly required: boolean;
  /** Takes cell `cell` of each record; the first becomes entry `base`. */
  take(batch: CellBatch, cell: number, base: number, faults: CellFaults): void;
  /** What rows hold whose file lacks the column. */
  skip(base: number, count: number): void;
}

type Numbers = Int32Array | Uint8Array | Float64Array;

/** A typed array that grows. */
export class Growing<A extends Numbers> {
  #values: A;
  readonly #make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#values = make(1024);
  }

  /** The array itself, long enough for entries up to `length`; to be written to before anything else is asked. */
  room(length: number): A {
    if (length > this.#values.length) {
      const larger = this.#make(Math.max(length, this.#values.length * 2));
      larger.set(this.#values);
      this.#values = larger;
    }
    return this.#values;
  }

  fill(base: number, count: number, value: number): void {
    this.room(base + count).fill(value, base, base + count);
  }

  at(index: number): number {
    return this.#values[index] ?? NaN;
  }

  /** The first `count` entries; the rest is given up. */
  first(count: number): A {
    const values = this.room(count);
    // A little room to spare costs less than a copy.
    return (count > values.length * 0.75 ? values.subarray(0, count) : values.slice(0, count)) as A;
  }
}

/** Whether the characters of `one` are the bytes from `start` to `end`. Right for plain ASCII. */
export function isPart(one: string, bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (one.length !== length) return false;
  for (let i = 0; i < length; i++) if (one.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

/** The number that a cell (never empty) means, or what is wrong with it. */
export type Decode = (cell: string) => number | { rule: RuleId; params: LazyParams };

/** Cells remembered unless asked otherwise; a power of two. Most columns have few different cells. */
const SLOTS = 8192;

/** A column whose cells mean numbers: choices, dates, ratings, durations, names of vendors. NaN where a cell is faulty. */
export class CodedColumn<A extends Numbers> implements Column {
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
   * @param empty what an empty cell means; 'required' when there must be none.
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
      const start = starts[k];
      const end = ends[k];
      const length = end - start;
      let value: number;
      if (length === 0) {
        value = this.#empty;
        if (this.required) faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
      } else if (length === 1) {
        const code = bytes[start];
        value = code < 128 ? single[code] : NaN;
        if (Number.isNaN(value)) {
          value = this.#decoded(slice(start, end), i, faults);
          if (code < 128) single[code] = value;
        }
      } else {
        const slot = slotOf(bytes, end, length) & mask;
        if (isPart(cells[slot], bytes, start, end)) {
          value = this.#numbers[slot];
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

  /** NaN, and a fault, when the cell means nothing. */
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
  const back = (n: number): number => bytes[end - n];
  let sum = length + back(1) * 31 + back(2) * 961;
  if (length > 2) sum += back(3) * 29791;
  if (length > 3) sum += back(4) * 923521;
  // Of a date these are the tens of the month and the ones of the year.
  if (length > 7) sum += back(5) * 28629151 + back(7) * 887503681;
  return Math.imul(sum, 0x9e3779b1) >>> 12;
}

/** The ids of the rows: in their form, and each once in the whole table. At most 2^24 of them fit into the set. */
export class IdColumn implements Column {
  readonly name = 'id';
  readonly required = true;
  /** Ids by row, as long as no row is faulty. */
  readonly ids: string[] = [];
  readonly #seen = new Set<string>();

  take({ starts, ends, stride, count, slice }: CellBatch, cell: number, _base: number, faults: CellFaults): void {
    const seen = this.#seen;
    for (let i = 0, k = cell * stride; i < count; i++, k++) {
      const id = slice(starts[k], ends[k]);
      const before = seen.size;
      seen.add(id);
      this.ids.push(id);
      if (id === '') faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
      else if (seen.size === before) faults.add(i, this.name, 'duplicate-id', { found: id });
      else if (!ROW_ID.test(id)) faults.add(i, this.name, 'row-id', { found: id });
    }
  }

  skip(): void {
    // The header lacks the column: the file is faulty, and its ids are not used.
  }
}

/** A column of hashes that stand for persons; each person gets a dense number in order of first sight, at most 2^24 of them. */
export class KeyColumn implements Column {
  readonly name: string;
  readonly required: boolean;
  /** Number of the person; -1 when not given. */
  readonly values = new Growing((length) => new Int32Array(length));
  readonly #numbers = new Map<string, number>();

  constructor(name: string, required: boolean) {
    this.name = name;
    this.required = required;
  }

  take({ starts, ends, stride, count, slice }: CellBatch, cell: number, base: number, faults: CellFaults): void {
    const values = this.values.room(base + count);
    for (let i = 0, k = cell * stride; i < count; i++, k++) {
      const key = slice(starts[k], ends[k]);
      values[base + i] = this.#numberOf(key);
      if (key === '' && this.required) faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
      else if (key !== '' && values[base + i] === -1) faults.add(i, this.name, 'person-key', { found: key });
    }
  }

  skip(base: number, count: number): void {
    this.values.fill(base, count, -1);
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (!PERSON_KEY.test(key)) return -1;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

/** A column of local dates and times to the minute, kept as day and minute of the day. */
export class MinuteColumn implements Column {
  readonly name: string;
  readonly required = true;
  /** Days since 1970-01-01. */
  readonly days = new Growing((length) => new Int32Array(length));
  /** Minute of the day, 0..1439. */
  readonly minutes = new Growing((length) => new Int32Array(length));
  readonly #asOf: string | undefined;

  /** @param asOf the last day that may be named; undefined when it is not known. */
  constructor(name: string, asOf: string | undefined) {
    this.name = name;
    this.#asOf = asOf;
  }

  take({ starts, ends, stride, count, slice }: CellBatch, cell: number, base: number, faults: CellFaults): void {
    const days = this.days.room(base + count);
    const minutes = this.minutes.room(base + count);
    for (let i = 0, k = cell * stride; i < count; i++, k++) {
      const text = slice(starts[k], ends[k]);
      const date = text.slice(0, 10);
      const day = MINUTE_STAMP.test(text) ? dayNumber(date) : NaN;
      days[base + i] = day;
      minutes[base + i] = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
      if (text === '') faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
      else if (Number.isNaN(day)) faults.add(i, this.name, 'minute-stamp', { found: text });
      else if (this.#asOf !== undefined && date > this.#asOf)
        faults.add(i, this.name, 'future-date', { found: text, limit: this.#asOf });
    }
  }

  skip(base: number, count: number): void {
    this.days.fill(base, count, 0);
    this.minutes.fill(base, count, 0);
  }
}
