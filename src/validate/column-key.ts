/** A column of hashes that stand for persons; each person gets a dense number in order of first sight. */
import type { CellBatch } from '../load/raw.ts';
import type { CellFaults } from './table.ts';
import { type Column, Growing } from './column.ts';
import { HexNumbers } from './hex-numbers.ts';

export class KeyColumn implements Column {
  readonly name: string;
  readonly required: boolean;
  /** Number of the person; -1 when not told. */
  readonly values = new Growing((length) => new Int32Array(length));
  readonly #numbers = new HexNumbers();

  constructor(name: string, required: boolean) {
    this.name = name;
    this.required = required;
  }

  take({ bytes, starts, ends, stride, count, slice }: CellBatch, cell: number, base: number, faults: CellFaults): void {
    const numbers = this.#numbers;
    const values = this.values.room(base + count);
    for (let i = 0, k = cell * stride; i < count; i++, k++) {
      const [start, end] = [starts[k] ?? 0, ends[k] ?? 0];
      if (start === end) {
        values[base + i] = -1;
        if (this.required) faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
        continue;
      }
      const number = numbers.of(bytes, start, end);
      values[base + i] = number;
      if (number === -1) faults.add(i, this.name, 'person-key', { found: slice(start, end) });
    }
  }

  skip(base: number, count: number): void {
    this.values.fill(base, count, -1);
  }
}
