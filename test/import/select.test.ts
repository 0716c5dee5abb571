import { describe, expect, it } from 'vitest';
import { selectRows } from '../../src/import/select.ts';
import type { Sheet } from '../../src/import/sheet.ts';
import type { RowStep } from '../../src/schema/mapping.ts';
import { reader, sheetOf } from './invented.ts';

const log = sheetOf(
  'ticket|step|state|at',
  't1|0|new|1/1/2026 10:00',
  't2|0|new|1/1/2026 10:05',
  't1|10|closed|2/1/2026 10:00',
  't1|9|solved|1/1/2026 12:00',
  '?|0|new|1/1/2026 10:00',
);

function select(sheet: Sheet, ...steps: RowStep[]) {
  const left: string[] = [];
  const rows = selectRows(sheet.rows, steps, reader(sheet), (row, _column, why) =>
    left.push(`${row.line} ${why.out} ${why.reason}`),
  );
  return { kept: rows.map((row) => `${row.cells[0]} ${row.cells[2]}`), left: left.sort() };
}

describe('one record of each key', () => {
  it('is the last of the file when nothing else is said', () => {
    expect(select(log, { do: 'keep', which: 'last', per: 'ticket' })).toEqual({
      kept: ['t2 new', 't1 solved'],
      left: ['2 skip superseded', '4 skip superseded', '6 error key-empty'],
    });
  });

  it('is the one with the highest number, not the highest text', () => {
    expect(select(log, { do: 'keep', which: 'last', per: 'ticket', by: { column: 'step' } }).kept).toEqual([
      't2 new',
      't1 closed',
    ]);
  });

  it('can go by time, and can be the first', () => {
    const by = { column: 'at', formats: ['D/M/YYYY H:mm'] };
    expect(select(log, { do: 'keep', which: 'last', per: 'ticket', by }).kept).toEqual(['t2 new', 't1 closed']);
    expect(select(log, { do: 'keep', which: 'first', per: ['ticket'], by }).kept).toEqual(['t1 new', 't2 new']);
  });

  it('takes the later record of the file among equals', () => {
    const equal = sheetOf('k|n|s', 'a|1|early', 'a|1|late');
    expect(select(equal, { do: 'keep', which: 'last', per: 'k', by: { column: 'n' } }).kept).toEqual(['a late']);
    expect(select(equal, { do: 'keep', which: 'first', per: 'k', by: { column: 'n' } }).kept).toEqual(['a early']);
  });
});

describe('steps in order', () => {
  it('filter before or after choosing, with different outcomes', () => {
    const open = { do: 'where', all: [{ column: 'state', notIn: ['closed'] }] } as const satisfies RowStep;
    const last = { do: 'keep', which: 'last', per: 'ticket', by: { column: 'step' } } as const satisfies RowStep;
    expect(select(log, { ...open, all: [...open.all].map((c) => ({ ...c, notIn: [...c.notIn] })) }, last).kept).toEqual(
      ['t2 new', 't1 solved'],
    );
    expect(select(log, last, { do: 'where', all: [{ column: 'state', notIn: ['closed'] }] }).kept).toEqual(['t2 new']);
  });
});
