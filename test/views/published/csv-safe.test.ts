import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvSafe } from '../../../src/views/published/csv-safe.ts';

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
