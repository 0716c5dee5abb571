/** The ids of the rows: in their form, and each once in the whole table. */
import { rowId } from '../schema/review.ts';
import { patternOf } from './cell-form.ts';
import type { CellBatch } from '../load/raw.ts';
import type { CellFaults } from './table.ts';
import type { Column } from './column.ts';
import { TextNumbers } from './text-numbers.ts';

const FORM = patternOf(rowId);

/** ASCII characters that may stand in an id after the first; found out from the pattern, so that there is one truth. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => Number(FORM.test(`a${String.fromCharCode(code)}`)));

export class IdColumn implements Column {
  readonly name = 'id';
  readonly required = true;
  readonly #numbers = new TextNumbers();

  /** Ids by row, as long as no row is faulty. */
  get ids(): readonly string[] {
    return this.#numbers.texts;
  }

  take(
    { bytes, starts, ends, stride, count, slice }: CellBatch,
    cell: number,
    _base: number,
    faults: CellFaults,
  ): void {
    const numbers = this.#numbers;
    for (let i = 0, k = cell * stride; i < count; i++, k++) {
      const before = numbers.texts.length;
      const number = numbers.of(bytes, starts[k] ?? 0, ends[k] ?? 0, slice);
      const id = numbers.texts[number] ?? '';
      if (number < before)
        faults.add(i, this.name, id === '' ? 'required' : 'duplicate-id', { found: id, expected: 'cell' });
      else if (!isPlain(id) && !FORM.test(id))
        faults.add(i, this.name, id === '' ? 'required' : 'row-id', { found: id, expected: 'cell' });
    }
  }

  skip(): void {
    // The header lacks the column: the file is faulty, and nobody will ask for its ids.
  }
}

/** Whether an id is certainly in its form: short, a lower-case letter, then plain characters. */
function isPlain(id: string): boolean {
  const first = id.charCodeAt(0);
  if (id.length > 32 || !(first >= 97 && first <= 122)) return false;
  for (let i = 1; i < id.length; i++) if (PLAIN[id.charCodeAt(i)] !== 1) return false;
  return true;
}
