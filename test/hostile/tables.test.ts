/** Tables as strangers save them: in any of the usual encodings the same dataset, and what cannot be read is told, never guessed. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { requireDataset, validateWorkspace } from '../../src/validate/workspace.ts';
import { rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

const REVIEWS = 'data/reviews/2026.csv';
const LONG = '服务很周到，账目清楚，按时报税，遇到问题当天就有人回复，今后还会继续合作。';

/** The reviews as bytes, in a workspace whose reviews hold enough Chinese to tell an encoding by. */
function workspace(encode: (text: string) => Uint8Array): Map<string, string | Uint8Array> {
  const files: Map<string, string | Uint8Array> = tinyWorkspace();
  return files.set(REVIEWS, encode(String(files.get(REVIEWS)).replace('"回复快,\n也客气"', `"${LONG}\n也客气"`)));
}

function rulesOf(files: ReadonlyMap<string, string | Uint8Array>): string[] {
  return validateWorkspace(rawFrom(files)).problems.map((p) => p.rule);
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const texts = (encode: (text: string) => Uint8Array): string[] => [
  ...requireDataset(validateWorkspace(rawFrom(workspace(encode)))).reviews.text.values(),
];

describe('a table of reviews', () => {
  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8 with a byte order mark', (text) => utf8(`\uFEFF${text}`)],
    ['UTF-8 with Windows line ends', (text) => utf8(text.replaceAll('\n', '\r\n'))],
    ['old Mac line ends', (text) => utf8(text.replaceAll('\n', '\r'))],
    ['GBK', (text) => iconv.encode(text, 'gbk')],
    ['GB18030', (text) => iconv.encode(text, 'gb18030')],
    ['UTF-16, little end first, with a mark', (text) => iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16, big end first, with a mark', (text) => iconv.encode(text, 'utf-16be', { addBOM: true })],
  ])('in %s is the same', (_, encode) => {
    expect(texts(encode)).toEqual(texts(utf8));
    expect(texts(encode)[0]).toBe(`${LONG}\n也客气`);
  });

  it.each<[string, (text: string) => Uint8Array, string]>([
    ['half a character', (text) => Buffer.concat([utf8(text), Buffer.from([0xe4, 0xb8])]), 'encoding-broken'],
    [
      'an odd number of bytes in UTF-16',
      (text) => iconv.encode(text, 'utf-16le', { addBOM: true }).subarray(0, -1),
      'encoding-broken',
    ],
    ['a NUL', (text) => utf8(text.replace('Fine', 'Fi\0ne')), 'csv-nul'],
    ['a quote that is never closed', (text) => utf8(text.replace('Fine', '"Fine')), 'csv-quote'],
    ['a cell too many', (text) => utf8(text.replace('4,no,none', '4,no,none,=1+1')), 'csv-ragged'],
    ['a cell too few', (text) => utf8(text.replace('4,no,none', '4,no')), 'csv-ragged'],
    ['semicolons', (text) => utf8(text.replaceAll(',', ';')), 'csv-delimiter'],
    ['a formula for an id', (text) => utf8(text.replace('r-2,', '=1+1,')), 'row-id'],
    [
      'a program in place of a table',
      () => Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
      'encoding-unsure',
    ],
    ['a review of blanks alone', (text) => utf8(text.replace('Fine', '   ')), 'blank-text'],
    [
      'a review of line breaks and full-width blanks',
      (text) => utf8(text.replace('Fine', '"\n\u3000 \n"')),
      'blank-text',
    ],
    ['nothing at all', () => new Uint8Array(), 'csv-empty'],
  ])('with %s is told', (_, encode, rule) => {
    expect(rulesOf(workspace(encode))).toContain(rule);
  });
});
