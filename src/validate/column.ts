/**
 * Columns of a table that is read in batches. A table of a million rows has tens of millions of cells, so a column does
 * its work in one loop per batch, remembers what it decoded, and keeps numbers in typed arrays.
 */
import type { CellBatch } from '../load/raw.ts';
import type { CellFaults } from './table.ts';

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
