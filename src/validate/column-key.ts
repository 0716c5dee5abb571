/** A column of hashes that stand for persons; each person gets a dense number in order of first sight. */
import { personKey } from '../schema/review.ts';
import { patternOf } from './cell-form.ts';
import type { CellFaults } from './cell-faults.ts';
import { type Column, detached, Growing } from './column.ts';

const FORM = patternOf(personKey);

export class KeyColumn implements Column {
  readonly name: string;
  readonly required: boolean;
  /** Number of the person; -1 when not told. */
  readonly values = new Growing((length) => new Int32Array(length));
  readonly #numbers = new Map<string, number>();
  #scratch = new Float64Array(1024);

  constructor(name: string, required: boolean) {
    this.name = name;
    this.required = required;
  }

  take(rows: readonly string[][], cell: number, base: number, faults: CellFaults): void {
    if (this.#scratch.length < rows.length) this.#scratch = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const key = rows[i]?.[cell] ?? '';
      let number = -1;
      if (key !== '') number = this.#numbers.get(key) ?? this.#added(key, i, faults);
      else if (this.required) faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
      this.#scratch[i] = number;
    }
    this.values.write(base, this.#scratch, rows.length);
  }

  skip(base: number, count: number): void {
    this.values.fill(base, count, -1);
  }

  #added(key: string, row: number, faults: CellFaults): number {
    if (!FORM.test(key)) {
      faults.add(row, this.name, 'person-key', { found: key });
      return -1;
    }
    const number = this.#numbers.size;
    this.#numbers.set(detached(key), number);
    return number;
  }
}
