import { describe, expect, it } from 'vitest';
import { readSheet } from '../../src/import/sheet.ts';

describe('reading a foreign CSV', () => {
  it('numbers records and knows the line on which each starts, across quoted line breaks and blank lines', () => {
    const { sheet } = readSheet('a,b\r\n1,"two\r\nlines"\r\n\r\n3,4\r\n', ',');
    expect(sheet.columns).toEqual(['a', 'b']);
    expect(sheet.rows).toEqual([
      { line: 2, number: 1, cells: ['1', 'two\nlines'] },
      { line: 5, number: 2, cells: ['3', '4'] },
    ]);
  });

  it('marks ragged records, forgiving empty cells at the end', () => {
    const { sheet } = readSheet('a,b\n1\n1,2,,\n1,2,3\n', ',');
    expect(sheet.rows.map((r) => r.fault)).toEqual(['ragged', undefined, 'ragged']);
  });

  it('marks records with a NUL, and those whose quotes do not close, which swallow what follows', () => {
    const { sheet } = readSheet('a,b\n1,2\n3,4\u0000\n5,"6"x\n7,8\n', ',');
    expect(sheet.rows.map((r) => r.fault)).toEqual([undefined, 'broken', 'broken']);
  });

  it('divides cells by the delimiter that it is told', () => {
    expect(readSheet('a;b;c\n1;2,5;3\n', ';').sheet.rows[0]?.cells).toEqual(['1', '2,5', '3']);
    expect(readSheet('a|b\n1|2\n', '|').sheet.rows[0]?.cells).toEqual(['1', '2']);
  });

  it('keeps no more cells than it is told, and says so; a record counts as eight more', () => {
    // The head line and one record: 2 + 8 each.
    const { sheet, tooMany } = readSheet('a,b\n1,2\n3,4\n', ',', 20);
    expect([sheet.rows.length, tooMany]).toEqual([1, true]);
    expect(readSheet('a,b\n1,2\n', ',', 20).tooMany).toBe(false);
  });

  it('has no columns when the file is empty', () => {
    expect(readSheet('', ',').sheet).toEqual({ columns: [], rows: [] });
  });
});
