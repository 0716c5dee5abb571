/** A column of hashes that stand for persons; each person gets a dense number in order of first sight. */
import type { CellFaults } from './cell-faults.ts';
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

  take(rows: readonly string[][], cell: number, base: number, faults: CellFaults): void {
    const numbers = this.#numbers;
    const values = this.values.room(base + rows.length);
    for (let i = 0; i < rows.length; i++) {
      const key = rows[i]?.[cell] ?? '';
      if (key === '') {
        values[base + i] = -1;
        if (this.required) faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
        continue;
      }
      const number = numbers.of(key);
      values[base + i] = number;
      if (number === -1) faults.add(i, this.name, 'person-key', { found: key });
    }
  }

  skip(base: number, count: number): void {
    this.values.fill(base, count, -1);
  }
}
