/** Reading CSV text: what a record is, on which line it begins, and what is told of damaged text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords, guessDelimiter, readBatches, readCsv } from '../../src/load/csv.ts';
import { decodePieces, decodeText, detectEncoding } from '../../src/load/encoding.ts';

/** Records and first lines by PapaParse alone: `step` with `meta.cursor`, on text whose line ends are LF already. */
function byPapaAlone(text: string): { rows: string[][]; lines: number[] } {
  const plain = text.replace(/\r\n?/g, '\n');
  const rows: string[][] = [];
  const lines: number[] = [];
  let [line, read] = [1, 0];
  Papa.parse<string[]>(plain, {
    newline: '\n',
    delimiter: ',',
    step: ({ data, meta }) => {
      if (data.length !== 1 || data[0]?.trim() !== '') {
        rows.push(data);
        lines.push(line);
      }
      line += plain.slice(read, meta.cursor).split('\n').length - 1;
      read = meta.cursor;
    },
  });
  return { rows, lines };
}

describe('records of a CSV text', () => {
  it('begin on their true line, quoted line breaks and blank lines counted', () => {
    const { rows, lines, faults } = csvRecords('a,b\n\n"1\n2",x\n3,"y\n\nz"\n  \n4,w\n');
    expect(rows).toEqual([
      ['a', 'b'],
      ['1\n2', 'x'],
      ['3', 'y\n\nz'],
      ['4', 'w'],
    ]);
    expect(lines).toEqual([1, 3, 5, 9]);
    expect(faults).toEqual([]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('are the same with line ends %s', (_, end) => {
    const { rows, lines } = csvRecords(['a,b', '"x', 'y",1', 'z,2'].join(end));
    expect(rows).toEqual([
      ['a', 'b'],
      ['x\ny', '1'],
      ['z', '2'],
    ]);
    expect(lines).toEqual([1, 2, 4]);
  });

  it('keep doubled quotes, commas and empty cells', () => {
    expect(csvRecords('"say ""hi"", twice",,\n').rows).toEqual([['say "hi", twice', '', '']]);
  });

  it('may be of any width: raggedness is the business of whoever knows the header', () => {
    expect(csvRecords('a,b\n1\n1,2,3\n').rows.map((r) => r.length)).toEqual([2, 1, 3]);
  });

  it('are what PapaParse alone gives, wherever the text is cut into pieces', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.constantFrom('', '"a"', '"a,b"', '"a\nb"', '"a""b"', '"', 'a"b', '"a"b', '\r\n', '，'),
    );
    const text = fc
      .array(
        fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(',')),
        { maxLength: 8 },
      )
      .map((rows) => rows.join('\n'));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (csv, size) => {
        const pieces = csv.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const cut: { rows: string[][]; lines: number[] } = { rows: [], lines: [] };
        readBatches(pieces, (rows, lines) => {
          cut.rows.push(...rows);
          cut.lines.push(...lines);
        });
        const { rows, lines } = csvRecords(csv);
        expect({ rows, lines }).toEqual(byPapaAlone(csv));
        expect(cut).toEqual({ rows, lines });
      }),
      { numRuns: 1000, seed: 20261031 },
    );
  });

  it('can be left before the end', () => {
    const seen: string[] = [];
    readCsv('1\n2\n3\n', ([first]) => seen.push(first ?? '') < 2);
    expect(seen).toEqual(['1', '2']);
  });
});

describe('faults of a CSV text', () => {
  it('name the line of a quote that is never closed', () => {
    expect(csvRecords('a\nb\n"c\nd\n').faults).toEqual([{ rule: 'csv-quote', line: 3 }]);
  });

  it('name the line of text after a closing quote', () => {
    expect(csvRecords('a,b\n"x"y,1\nz,2\n').faults).toEqual([{ rule: 'csv-quote', line: 2 }]);
  });

  it('name the line of a NUL', () => {
    expect(csvRecords('a\n"b\nc\0d"\ne\0\n').faults).toEqual([{ rule: 'csv-nul', line: 3 }]);
  });

  it('end the reading at a record that an unclosed quote has made endless', () => {
    const rows: string[][] = [];
    const faults = readBatches(`a\n"${'x\n'.repeat(200_000)}`, (batch) => rows.push(...batch), { maxRecord: 100_000 });
    expect(faults).toEqual([{ rule: 'csv-record', line: 2 }]);
    expect(rows).toEqual([['a']]);
  });
});

describe('the delimiter', () => {
  it.each([
    ['comma', 'a,b\n1,2\n', ','],
    ['semicolon', 'a;b\n1;2\n', ';'],
    ['tab', 'a\tb\n1\t2\n', '\t'],
    ['one column', 'a\n1\n', ','],
  ])('is found: %s', (_, text, expected) => {
    expect(guessDelimiter(text)).toBe(expected);
  });
});

const hostile = process.env['HENGPING_HOSTILE'];
const title = hostile === undefined ? 'hostile files (skipped: HENGPING_HOSTILE names no folder)' : 'hostile files';
describe.skipIf(hostile === undefined)(title, () => {
  const folders = ['csv-spectrum/csvs', 'messy'].map((folder) => join(hostile ?? '', folder));
  const files =
    hostile === undefined ? [] : folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));

  it.each(files)('%s is read as PapaParse reads it, and whole however it is cut', (file) => {
    const bytes = readFileSync(file);
    const { text } = decodeText(bytes);
    expect([...decodePieces(bytes, detectEncoding(bytes), 101)].join('')).toBe(text);
    const { rows, lines } = csvRecords(text);
    expect({ rows, lines }).toEqual(byPapaAlone(text));
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(readSpectrum(hostile))('%s says what its JSON says', (_, csv, json) => {
    const [header = [], ...rows] = csvRecords(decodeText(csv).text).rows;
    const records = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
    // The reader makes every line end an LF, in quoted cells too.
    const expected = JSON.parse(json.replaceAll('\\r\\n', '\\n')) as unknown;
    expect(records).toEqual(Array.isArray(expected) ? expected : [expected]);
  });

  it.each([
    ['客户.gbk.csv', 'gb18030', '客户ID'],
    ['日期表.gbk.csv', 'gb18030', '日期'],
    ['utf-16le_encoded.csv', 'utf-16le', 'Organisation_code'],
    ['utf8bom.csv', 'utf-8', 'kitten'],
  ])('%s is %s and begins with its first column', (name, encoding, first) => {
    const decoded = decodeText(readFileSync(join(hostile ?? '', 'messy', name)));
    expect(decoded).toMatchObject({ encoding });
    expect(decoded.problem).toBeUndefined();
    expect(csvRecords(decoded.text).rows[0]?.[0]).toBe(first);
  });

  it.each(['characters.csv', 'spanish_chars.csv', 'sparse_with_column_errors.csv'])(
    '%s is neither UTF nor GB 18030, and that is said',
    (name) => {
      expect(decodeText(readFileSync(join(hostile ?? '', 'messy', name))).problem).toBe('encoding-unsure');
    },
  );
});

function readSpectrum(folder: string | undefined): [string, Buffer, string][] {
  if (folder === undefined) return [];
  const all = readdirSync(join(folder, 'csv-spectrum/json')).map((name) => name.replace(/\.json$/, ''));
  // The two files of this name hold different telephone numbers.
  const names = all.filter((name) => name !== 'location_coordinates');
  return names.map((name) => [
    name,
    readFileSync(join(folder, 'csv-spectrum/csvs', `${name}.csv`)),
    readFileSync(join(folder, 'csv-spectrum/json', `${name}.json`), 'utf8'),
  ]);
}
