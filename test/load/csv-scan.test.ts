/** The fast reading of our own CSV files: always the cells that PapaParse gives, with the lines on which records begin. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { csvRecords, type CsvFault } from '../../src/load/csv.ts';
import { csvFile } from '../../src/load/csv-file.ts';
import { decodeText, detectEncoding } from '../../src/load/encoding.ts';

interface Scanned {
  header: readonly string[];
  rows: string[][];
  lines: number[];
  ragged: string[];
  faults: CsvFault[];
}

function scanned(content: string | Uint8Array): Scanned {
  const found: Scanned = { header: [], rows: [], lines: [], ragged: [], faults: [] };
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const faults = csvFile('x.csv', bytes, detectEncoding(bytes)).read({
    header: (cells) => {
      found.header = cells;
      return true;
    },
    batch: ({ starts, ends, stride, count, lines, doubled, slice }) => {
      for (let r = 0; r < count; r++) {
        const cell = (k: number): string => {
          const raw = slice(starts[k] ?? 0, ends[k] ?? 0);
          return doubled.has(k) ? raw.replaceAll('""', '"') : raw;
        };
        found.rows.push(found.header.map((_, c) => cell(c * stride + r)));
        found.lines.push(lines[r] ?? 0);
      }
    },
    ragged: (line, cells) => found.ragged.push(`${line}: ${cells}`),
  });
  return { ...found, faults: faults as CsvFault[] };
}

/** The same made from PapaParse's records. */
function byPapa(text: string): Scanned {
  const {
    rows: [header = [], ...rows],
    lines: [, ...lines],
    faults,
  } = csvRecords(text);
  const found: Scanned = { header, rows: [], lines: [], ragged: [], faults };
  for (const [i, row] of rows.entries()) {
    if (row.every((cell) => cell === '')) continue;
    if (row.length !== header.length) found.ragged.push(`${lines[i] ?? 0}: ${row.length}`);
    else {
      found.rows.push(row);
      found.lines.push(lines[i] ?? 0);
    }
  }
  return found;
}

const cell = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom(
    '',
    '""',
    '"a"',
    '"a,b"',
    '"a\nb"',
    '"a""b"',
    '""""',
    '"',
    'a"b',
    '"a"b',
    '"a" ',
    ' "a"',
    '"a',
    '\r\n',
    '，',
    'x',
    '12',
  ),
);
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','));
const file = fc
  .tuple(fc.constantFrom('a', 'a,b', 'a,b,c', '"a",b', '\na,b', ''), fc.array(row, { maxLength: 8 }))
  .map(([header, rows]) => [header, ...rows].join('\n'));

describe('scanning a CSV file', () => {
  it('gives what PapaParse gives', () => {
    fc.assert(
      fc.property(file, fc.constantFrom('', '\n', '\r\n'), (text, end) => {
        expect(scanned(text + end), text + end).toEqual(byPapa(text + end));
      }),
      { numRuns: 3000, seed: 20261031 },
    );
  });

  it('gives every line of many short records, and of many long ones', () => {
    const short = `a\n${'x\n'.repeat(100_000)}`;
    expect(scanned(short).lines).toEqual(Array.from({ length: 100_000 }, (_, i) => i + 2));
    const long = `a,b\n${`"${'y\n'.repeat(40_000)}",z\n`.repeat(5)}`;
    expect(scanned(long).lines).toEqual([2, 40_003, 80_004, 120_005, 160_006]);
  });

  it('stops when the header is refused', () => {
    const seen: string[] = [];
    const bytes = new TextEncoder().encode('a;b\n1;2\n');
    csvFile('x.csv', bytes, detectEncoding(bytes)).read({
      header: ([first]) => seen.push(first ?? '') === 0,
      batch: () => seen.push('batch'),
      ragged: () => seen.push('ragged'),
    });
    expect(seen).toEqual(['a;b']);
  });

  it('tells an empty file by a header without cells', () => {
    for (const text of ['', '\n', '\n  \n\n']) expect(scanned(text)).toMatchObject({ header: [], rows: [] });
  });

  it('reads a long record that only PapaParse can read', () => {
    const cells = 'y'.repeat(100_000);
    expect(scanned(`a,b\n"${cells}" ,2\n1,"财${cells}"\n`).rows).toEqual([
      [cells, '2'],
      ['1', `财${cells}`],
    ]);
    expect(scanned(`a,b\n"${'财'.repeat(5000)}" ,2\n3,4\n`).rows).toEqual([
      ['财'.repeat(5000), '2'],
      ['3', '4'],
    ]);
  });

  it('stops at a record that has no end', () => {
    const { rows, faults } = scanned(`a\nb\n"${'x'.repeat(1_100_000)}\nc\n`);
    expect(rows).toEqual([['b']]);
    expect(faults).toEqual([{ rule: 'csv-record', line: 3 }]);
  });
});

const hostile = process.env['HENGPING_HOSTILE'];
const title = hostile === undefined ? 'hostile files (skipped: HENGPING_HOSTILE names no folder)' : 'hostile files';
describe.skipIf(hostile === undefined)(title, () => {
  const folders = ['csv-spectrum/csvs', 'messy'].map((folder) => join(hostile ?? '', folder));
  const files =
    hostile === undefined ? [] : folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));

  it.each(files)('%s is scanned as PapaParse reads it', (path) => {
    const bytes = readFileSync(path);
    expect(scanned(bytes)).toEqual(byPapa(decodeText(bytes).text));
  });
});

describe('a table in another encoding than UTF-8', () => {
  const rows = (encoding: string, part: Uint8Array): Buffer => {
    const lines = 'id,评价\n1,记账很快，客服回复也很快\n';
    const more = '3,公示的价格就是最后的价格\n'.repeat(20);
    return Buffer.concat([
      iconv.encode(lines, encoding, { addBOM: encoding !== 'gb18030' }),
      iconv.encode('2,', encoding),
      part,
      iconv.encode(`\n${more}`, encoding),
    ]);
  };

  it.each([
    // 0xFF begins no character of GB 18030.
    ['gb18030', [0xff]],
    // A high and a low half of a pair, each alone.
    ['utf-16le', [0x3d, 0xd8]],
    ['utf-16le', [0x00, 0xde]],
    ['utf-16be', [0xd8, 0x3d]],
    ['utf-16be', [0xde, 0x00]],
  ] as const)('with bytes that mean nothing is reported with the line: %s %j', (encoding, part) => {
    expect(scanned(rows(encoding, Uint8Array.from(part))).faults).toEqual([{ rule: 'encoding-broken', line: 3 }]);
  });

  it.each(['gb18030', 'utf-16le', 'utf-16be'])(
    'without damage is read without a fault, characters of two halves too: %s',
    (encoding) => {
      // A piece is 65,536 bytes: at every possible place some character lies across its end.
      // Everyday Chinese beside, by which GB 18030 is known.
      const text = `id,x\n${'1,😀😀记账很快客服回复也很快\n'.repeat(4000)}`;
      for (const shift of ['', 'a', 'ab', 'abc']) {
        const { rows: found, faults } = scanned(
          iconv.encode(text.replace('id', `id${shift}`), encoding, { addBOM: encoding !== 'gb18030' }),
        );
        expect(faults).toEqual([]);
        expect(found.every(([, cell]) => cell === '😀😀记账很快客服回复也很快')).toBe(true);
      }
    },
  );
});
