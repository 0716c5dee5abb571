/** Columns of ids and of persons' keys, and texts by row. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellBatch } from '../../src/load/raw.ts';
import { IdColumn, KeyColumn } from '../../src/validate/columns.ts';
import type { CellFaults } from '../../src/validate/table.ts';
import { RowTexts } from '../../src/validate/text-column.ts';

/** A batch with one column of these cells, as reading gives it. */
function batchOf(cells: readonly string[]): CellBatch {
  const bytes = Buffer.from(cells.join(''));
  const ends = new Int32Array(cells.length);
  for (let i = 0, end = 0; i < cells.length; i++) ends[i] = end += Buffer.byteLength(cells[i] ?? '');
  const starts = ends.map((end, i) => end - Buffer.byteLength(cells[i] ?? ''));
  return {
    bytes,
    starts,
    ends,
    stride: cells.length,
    count: cells.length,
    lines: new Int32Array(cells.length),
    doubled: new Set(),
    slice: (start, end) => bytes.toString('utf8', start, end),
  };
}

/** What a column makes of its cells, in batches of at most 100: the faults, by row. */
function faultsOf(column: IdColumn | KeyColumn, cells: readonly string[]): [row: number, rule: string][] {
  const found: [number, string][] = [];
  for (let base = 0; base < cells.length; base += 100) {
    const faults = { add: (row: number, _: string, rule: string) => found.push([base + row, rule]) };
    column.take(batchOf(cells.slice(base, base + 100)), 0, base, faults as unknown as CellFaults);
  }
  return found;
}

describe('a column of ids', () => {
  it('reports every id that an earlier row of any batch has', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `row-${(i * 7) % 900}`);
    expect(faultsOf(new IdColumn(), ids)).toEqual(ids.slice(900).map((_, i) => [900 + i, 'duplicate-id']));
  });

  it('reports ids in another form, and empty ones, and keeps the ids by row', () => {
    const column = new IdColumn();
    expect(faultsOf(column, ['r-1', '=r', 'é', '', 'R:2/a', 'x'.repeat(65)])).toEqual([
      [1, 'row-id'],
      [2, 'row-id'],
      [3, 'required'],
      [5, 'row-id'],
    ]);
    expect(column.ids[4]).toBe('R:2/a');
  });
});

describe("a column of persons' keys", () => {
  it('numbers keys in the order in which they first come, over all batches', () => {
    const key = fc
      .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 16, maxLength: 64 })
      .map((digits) => digits.join(''));
    const few = fc
      .array(key, { minLength: 1, maxLength: 20 })
      .chain((keys) => fc.array(fc.constantFrom(...keys), { maxLength: 300 }));
    fc.assert(
      fc.property(few, (keys) => {
        const column = new KeyColumn('reviewer', true);
        expect(faultsOf(column, keys)).toEqual([]);
        const order = [...new Set(keys)];
        expect([...column.values.first(keys.length)]).toEqual(keys.map((k) => order.indexOf(k)));
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('tells keys apart that differ in length only', () => {
    const column = new KeyColumn('reviewer', true);
    faultsOf(column, ['0'.repeat(16), '0'.repeat(17), '0'.repeat(24), '0'.repeat(16)]);
    expect([...column.values.first(4)]).toEqual([0, 1, 2, 0]);
  });

  it.each(['abc', '0'.repeat(15), '0'.repeat(65), `${'0'.repeat(15)}G`, `${'0'.repeat(15)}A`, `${'0'.repeat(15)}é`])(
    'reports %s, which is no hash, every time, and gives it no number',
    (key) => {
      const column = new KeyColumn('reviewer', true);
      expect(faultsOf(column, [key, key])).toEqual([
        [0, 'person-key'],
        [1, 'person-key'],
      ]);
      expect([...column.values.first(2)]).toEqual([-1, -1]);
    },
  );

  it('reports an empty cell only where a key is required', () => {
    expect(faultsOf(new KeyColumn('reviewer', true), [''])).toEqual([[0, 'required']]);
    expect(faultsOf(new KeyColumn('observer', false), [''])).toEqual([]);
  });
});

describe('texts by row', () => {
  it('read like a map', () => {
    const texts = new RowTexts();
    texts.add(1, 'one');
    texts.add(4, 'four');
    expect(texts.size).toBe(2);
    expect([texts.get(0), texts.get(1), texts.get(4), texts.get(9)]).toEqual([undefined, 'one', 'four', undefined]);
    expect([texts.has(0), texts.has(4)]).toEqual([false, true]);
    expect([...texts]).toEqual([
      [1, 'one'],
      [4, 'four'],
    ]);
    expect([[...texts.keys()], [...texts.values()]]).toEqual([
      [1, 4],
      ['one', 'four'],
    ]);
    const seen: string[] = [];
    texts.forEach((text, row) => seen.push(`${row}${text}`));
    expect(seen).toEqual(['1one', '4four']);
  });
});
