import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvFiles } from '../../../src/views/published/csv-files.ts';
import { csvTable, csvSafe } from '../../../src/views/published/csv-table.ts';
import type { CsvTable } from '../../../src/views/published/resources.ts';
import { smallMarket } from './small-market.ts';
import fc from 'fast-check';

const scoring = smallMarket();

/** Rows of a written table, by column. */
function read(table: CsvTable): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(csvFiles[table](scoring).slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

describe('a CSV table', () => {
  it.each(Object.keys(csvFiles) as CsvTable[])(
    '%s starts with a byte order mark, ends lines with CRLF and has equally long rows',
    (table) => {
      const text = csvFiles[table](scoring);
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text.endsWith('\r\n')).toBe(true);
      const { data } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
      expect(new Set(data.map((row) => row.length)).size).toBe(1);
    },
  );

  it('comes out whole however many rows it has', () => {
    const rows = Array.from({ length: 12_001 }, (_, i) => [i, `名 "${i}",\n`]);
    const back = Papa.parse<string[]>(csvTable(['n', 'name'], rows).slice(1), { skipEmptyLines: true }).data;
    expect(back).toHaveLength(12_002);
    expect(back[12_001]).toEqual(['12000', '名 "12000",\n']);
  });

  it('writes negative numbers as numbers and text that looks like one as text', () => {
    expect(csvTable(['a', 'b'], [[-1.5, '-1.5']])).toBe("\uFEFFa,b\r\n-1.5,'-1.5\r\n");
  });
});

describe('vendors.csv', () => {
  it('has every vendor with an unrounded score, a place, or why there is none', () => {
    const rows = read('vendors');
    expect(rows).toHaveLength(15);
    expect(rows.filter((r) => r['place'] !== '')).toHaveLength(scoring.market.rankedCount);
    expect(rows.find((r) => r['slug'] === 'z-gone')).toMatchObject({
      status: 'withdrawn',
      unrated: 'withdrawn',
      score: '',
    });
    expect(Number(rows[0]?.['score'])).toBe(scoring.market.of(0).overall?.score);
  });
});

describe('scores.csv', () => {
  it('has a row for each participating vendor and dimension', () => {
    expect(read('scores')).toHaveLength(13 * 3);
  });
});

describe('reviews.csv', () => {
  const rows = read('reviews');

  it('has published reviews and tombstones, nothing pending, and no key of a person', () => {
    expect(rows).toHaveLength(95);
    expect(Object.keys(rows[0] ?? {})).not.toContain('reviewer');
    expect(rows.map((r) => r['moderation'])).not.toContain('pending');
  });

  it('shows of a withheld review only that it was there and why it went', () => {
    const stone = rows.find((r) => r['moderation'] === 'withheld') ?? {};
    const filled = Object.entries(stone)
      .filter(([, value]) => value !== '')
      .map(([key]) => key);
    expect(filled).toEqual(['id', 'vendor', 'reviewed_on', 'moderation', 'moderation_reason']);
  });

  it('makes text harmless that a spreadsheet would run', () => {
    expect(rows.find((r) => r['id'] === 'r3-1')?.['text']).toBe("'=1+3");
    expect(rows.find((r) => r['id'] === 'r3-2')?.['text']).toBe("很清楚，\n'＝cmd");
  });

  it('gives the weight that each counts with', () => {
    for (const row of rows.filter((r) => r['moderation'] === 'published')) {
      const at = scoring.dataset.reviews.id.indexOf(row['id']);
      expect(Number(row['row_weight'])).toBe(scoring.market.weights.reviews[at]);
    }
  });
});

describe('observations.csv', () => {
  it('has every contact in the words of the input', () => {
    const rows = read('observations');
    expect(rows).toHaveLength(60);
    expect(rows.find((r) => r['id'] === 'o1-0')).toMatchObject({
      vendor: 'vendor-01',
      channel: 'chat',
      scenario: 'urgent',
      sent_at: '2026-06-30 09:05',
      'first-reply': 'none',
    });
  });
});

describe('criteria.csv', () => {
  it('has weights that sum to 1 over the whole', () => {
    const rows = read('criteria');
    expect(rows).toHaveLength(5);
    expect(rows.reduce((sum, r) => sum + Number(r['weight_overall']), 0)).toBeCloseTo(1, 12);
  });
});

describe('a cell of text', () => {
  it.each([
    '=1+1',
    '+86 21 5555',
    '-2+3',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '﹦1',
    '  =1',
    '\u3000=1',
    '\u00A0=1',
    '\u200B=1',
    '\uFEFF=1',
    ' \t ＝1',
    '\n=1',
    '\r\n=1',
    '\u0000=1',
  ])('gets an apostrophe when it would start a formula: %j', (text) => {
    expect(csvSafe(text)).toMatch(/^'/);
    expect(csvSafe(text).replaceAll("'", '')).toBe(text);
  });

  it.each(['', '清楚', 'a=b', '1-2', 'me@here', '3.5', ' plain', '“=1”', '二\n三', "'=1"])(
    'stays as it is otherwise: %j',
    (text) => {
      expect(csvSafe(text)).toBe(text);
    },
  );

  it('gets one before each of its lines that would start a formula', () => {
    expect(csvSafe('good\n=1\r\n  +2\nend')).toBe("good\n'=1\r\n'  +2\nend");
  });

  it('is not changed by making it safe twice', () => {
    fc.assert(
      fc.property(text(), (t) => csvSafe(csvSafe(t)) === csvSafe(t)),
      { numRuns: 2000 },
    );
  });

  it('loses nothing but gains apostrophes, and no line starts with a sign afterwards', () => {
    fc.assert(
      fc.property(text(), (t) => {
        const safe = csvSafe(t);
        expect(safe.replaceAll("'", '')).toBe(t.replaceAll("'", ''));
        for (const line of safe.split(/[\r\n]/)) expect(line.normalize('NFKC').trimStart()).not.toMatch(/^[=+\-@]/);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Text made of what matters here more often than chance would have it. */
function text(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom('=', '+', '-', '@', '＝', '＠', ' ', '\t', '\r', '\n', '\u3000', "'", 'a', '中', '1'))
    .map((parts) => parts.join(''));
}
