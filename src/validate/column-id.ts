/** The ids of the rows: in their form, and each once in the whole table. */
import { rowId } from '../schema/review.ts';
import { patternOf } from './cell-form.ts';
import type { CellFaults } from './cell-faults.ts';
import { type Column, detached } from './column.ts';

const FORM = patternOf(rowId);

export class IdColumn implements Column {
  readonly name = 'id';
  readonly required = true;
  readonly ids: string[] = [];
  // A set holds at most 2^24 entries; four of them hold what a gigabyte of rows can.
  readonly #seen = Array.from({ length: 4 }, () => new Set<string>());

  take(rows: readonly string[][], cell: number, base: number, faults: CellFaults): void {
    for (let i = 0; i < rows.length; i++) {
      const id = detached(rows[i]?.[cell] ?? '');
      this.ids[base + i] = id;
      if (id === '') {
        faults.add(i, this.name, 'required', { found: '', expected: 'cell' });
        continue;
      }
      const seen = this.#seen[id.charCodeAt(id.length - 1) & 3] ?? new Set<string>();
      const before = seen.size;
      seen.add(id);
      if (seen.size === before) faults.add(i, this.name, 'duplicate-id', { found: id });
      else if (!FORM.test(id)) faults.add(i, this.name, 'row-id', { found: id });
    }
  }

  skip(base: number, count: number): void {
    for (let i = 0; i < count; i++) this.ids[base + i] = '';
  }
}
