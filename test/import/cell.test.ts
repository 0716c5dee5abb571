import { describe, expect, it } from 'vitest';
import { compileCell } from '../../src/import/cell.ts';
import { cell } from '../../src/schema/mapping-cell.ts';
import { firstRow, reader, sheetOf, tools } from './invented.ts';

/** Makes one cell from one row of `name: value` columns. */
function make(input: unknown, row: Record<string, string>) {
  const sheet = sheetOf(Object.keys(row).join('|'), Object.values(row).join('|'));
  return compileCell(cell.parse(input), reader(sheet), tools)(firstRow(sheet));
}

describe('where a cell comes from', () => {
  it('one column, trimmed; missing-value tokens are unknown and pass every step', () => {
    expect(make({ from: 'a' }, { a: ' x ' })).toBe('x');
    expect(make({ from: 'a', steps: [{ do: 'scale', from: [0, 10], to: [1, 5] }] }, { a: '?' })).toBe('');
  });

  it('several columns joined, the empty ones left out', () => {
    expect(make({ from: ['a', 'b', 'c'], join: '-' }, { a: 'x', b: '?', c: 'z' })).toBe('x-z');
  });

  it('a constant, or the number of the record', () => {
    expect(make({ value: 7 }, { a: 'x' })).toBe('7');
    expect(make({ rowNumber: { prefix: 'r-' } }, { a: 'x' })).toBe('r-1');
  });

  it('a column that is not there is told at once', () => {
    expect(() => make({ from: 'nope' }, { a: 'x' })).toThrow(RangeError);
  });
});

describe('conditions', () => {
  const graded = {
    when: [{ column: 'form', is: 'new' }],
    from: 'mark',
    steps: [{ do: 'scale', from: [0, 10], to: [0, 100] }],
    otherwise: { from: 'mark', steps: [{ do: 'scale', from: [0, 5], to: [0, 100] }] },
  };

  it('choose between two ways to read one column', () => {
    expect(make(graded, { form: 'new', mark: '4' })).toBe('40');
    expect(make(graded, { form: 'old', mark: '4' })).toBe('80');
  });

  it('leave the cell empty when they fail and nothing else is named', () => {
    expect(make({ when: [{ column: 'a', filled: true }], value: 'yes' }, { a: '?' })).toBe('');
  });

  it.each([
    [{ column: 'n', between: [1, 3] }, { n: '3' }, true],
    [{ column: 'n', between: [1, 3] }, { n: '3.1' }, false],
    [{ column: 'n', between: [1, 3] }, { n: '?' }, false],
    [{ column: 'd', between: ['2026-01-01', '2026-01-31'], formats: ['D/M/YYYY'] }, { d: '31/1/2026' }, true],
    [{ column: 'd', between: ['2026-01-01', '2026-01-31'], formats: ['D/M/YYYY'] }, { d: '1/2/2026' }, false],
    [{ column: 'a', in: ['x', 2] }, { a: '2' }, true],
    [{ column: 'a', notIn: ['x'] }, { a: 'y' }, true],
    [{ column: 'a', notIn: ['x'] }, { a: '?' }, false],
    [{ column: 'a', filled: false }, { a: '?' }, true],
    [
      {
        any: [
          { column: 'a', is: 'x' },
          { column: 'b', is: 'y' },
        ],
      },
      { a: 'no', b: 'y' },
      true,
    ],
    [
      {
        any: [
          { column: 'a', is: 'x' },
          { column: 'b', is: 'y' },
        ],
      },
      { a: 'no', b: 'no' },
      false,
    ],
  ])('%j of %j is %s', (condition, row, holds) => {
    expect(make({ when: [condition], value: 'held' }, row)).toBe(holds ? 'held' : '');
  });
});

describe('minutes between two columns', () => {
  const wait = {
    minutes: {
      start: { from: 'sent', formats: ['D/M/YYYY H:mm'] },
      end: { from: 'answered', formats: ['iso'] },
      never: [{ column: 'state', is: 'open' }],
    },
  };

  it('are counted across formats and days', () => {
    expect(make(wait, { sent: '28/2/2026 23:30', answered: '2026-03-01 00:15', state: 'done' })).toBe('45');
  });

  it('are "none" when it never came, and unknown when that is not sure', () => {
    expect(make(wait, { sent: '28/2/2026 23:30', answered: '?', state: 'open' })).toBe('none');
    expect(make(wait, { sent: '28/2/2026 23:30', answered: '?', state: 'done' })).toBe('');
  });

  it('are never negative', () => {
    const row = { sent: '28/2/2026 23:30', answered: '2026-02-28 23:00', state: 'done' };
    expect(make(wait, row)).toMatchObject({ out: 'error', reason: 'negative-minutes' });
    expect(make({ minutes: { ...wait.minutes, negative: 'empty' } }, row)).toBe('');
  });
});

describe('sums and rates', () => {
  it('add columns, divide and multiply', () => {
    expect(make({ sum: { of: ['a', 'b'] } }, { a: '1', b: '2.5' })).toBe('3.5');
    expect(make({ sum: { of: ['a'], over: ['b'], times: 1000, decimals: 2 } }, { a: '1', b: '3' })).toBe('333.33');
  });

  it('draw small numbers to a known rate', () => {
    // (0 + 2) / (10 + 90): nobody complained, but ten customers prove little.
    expect(make({ sum: { of: ['a'], plus: 2, over: ['b'], overPlus: 90 } }, { a: '0', b: '10' })).toBe('0.02');
  });

  it('are unknown as soon as a part is, and when divided by nothing', () => {
    expect(make({ sum: { of: ['a', 'b'] } }, { a: '1', b: '?' })).toBe('');
    expect(make({ sum: { of: ['a'], over: ['b'] } }, { a: '1', b: '0' })).toBe('');
    expect(make({ sum: { of: ['a'] } }, { a: 'one' })).toMatchObject({ out: 'error', reason: 'not-number' });
  });
});
