/** Finding out in which encoding strangers saved a file. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodePieces, decodeText, detectEncoding } from '../../src/load/encoding.ts';

const TEXT = 'id,评价\nr-1,回复很快，也说得清楚\nr-2,Große Café\n';
const CHINESE = 'id,评价\nr-1,回复很快，也说得清楚\nr-2,下次还来\n';
const bytes = (text: string, encoding: string, bom = false): Buffer => iconv.encode(text, encoding, { addBOM: bom });

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', bytes(TEXT, 'utf-8'), 'utf-8', TEXT],
    ['UTF-8 with a mark', bytes(TEXT, 'utf-8', true), 'utf-8', TEXT],
    ['UTF-16LE with a mark', bytes(TEXT, 'utf-16le', true), 'utf-16le', TEXT],
    ['UTF-16BE with a mark', bytes(TEXT, 'utf-16be', true), 'utf-16be', TEXT],
    ['UTF-16LE without a mark', bytes(TEXT, 'utf-16le'), 'utf-16le', TEXT],
    ['UTF-16BE without a mark', bytes(TEXT, 'utf-16be'), 'utf-16be', TEXT],
    ['GBK', bytes(CHINESE, 'gbk'), 'gb18030', CHINESE],
    [
      'GB 18030 with a character of four bytes',
      bytes(`${CHINESE}r-3,㐀\n`, 'gb18030'),
      'gb18030',
      `${CHINESE}r-3,㐀\n`,
    ],
    ['plain ASCII', bytes('id,x\n1,2\n', 'ascii'), 'utf-8', 'id,x\n1,2\n'],
    ['nothing at all', new Uint8Array(), 'utf-8', ''],
  ])('is found: %s', (_, input, encoding, text) => {
    expect(decodeText(input)).toEqual({ text, encoding });
  });

  it('is taken as told, unless a byte order mark says otherwise', () => {
    expect(decodeText(bytes('café', 'latin1'), 'latin1')).toEqual({ text: 'café', encoding: 'latin1' });
    expect(decodeText(bytes(TEXT, 'utf-8', true), 'gb18030')).toEqual({ text: TEXT, encoding: 'utf-8' });
    expect(() => decodeText(new Uint8Array(), 'klingon')).toThrow(RangeError);
  });

  it('is UTF-8 still when a few bytes are damaged, and that is said', () => {
    const damaged = Buffer.concat([bytes(TEXT.repeat(3), 'utf-8'), Buffer.from([0xff, 0x0a])]);
    expect(decodeText(damaged)).toMatchObject({ encoding: 'utf-8', problem: 'encoding-broken' });
  });

  it('is GB 18030 when only some of its characters could be UTF-8 by chance', () => {
    // 模 is C4 A3 and 目 is C4 BF, two characters of UTF-8 each of two bytes; the two bytes of 好 before a line feed are none.
    const text = '模目模目模目模目,好\n';
    expect(decodeText(bytes(text, 'gb18030'))).toEqual({ text, encoding: 'gb18030' });
  });

  it('is broken when a UTF-16 file has half a pair', () => {
    for (const [encoding, half] of [
      ['utf-16le', [0x3d, 0xd8]],
      ['utf-16le', [0x00, 0xde]],
      ['utf-16be', [0xd8, 0x3d]],
    ] as const) {
      const damaged = Buffer.concat([bytes(TEXT, encoding, true), Buffer.from(half), bytes(TEXT, encoding)]);
      expect(decodeText(damaged)).toMatchObject({ encoding, problem: 'encoding-broken' });
    }
  });

  it('is broken when a UTF-16 file has half a character', () => {
    expect(decodeText(bytes(TEXT, 'utf-16le', true).subarray(0, -1))).toMatchObject({
      encoding: 'utf-16le',
      problem: 'encoding-broken',
    });
  });

  it('is called unsure when it is a guess: Western, or Chinese of another standard', () => {
    expect(decodeText(bytes('id,naïve café déjà vu\n', 'latin1'))).toEqual({
      text: 'id,naïve café déjà vu\n',
      encoding: 'windows-1252',
      problem: 'encoding-unsure',
    });
    expect(decodeText(bytes('編號,評價\n一,記帳很快，客服回覆也很快\n', 'big5')).problem).toBe('encoding-unsure');
  });

  it('is not taken for UTF-16 because of a stray NUL', () => {
    expect(detectEncoding(bytes(`id,vendor\nr1,a\0b\n${'r2,plain\n'.repeat(20)}`, 'ascii'))).toEqual({
      encoding: 'utf-8',
      skip: 0,
    });
  });
});

describe('decoding piece by piece', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'])('gives the whole text, characters uncut: %s', (encoding) => {
    const text = CHINESE.repeat(7);
    for (const size of [1, 2, 3, 5, 64]) {
      const pieces = [...decodePieces(bytes(text, encoding), { encoding, skip: 0 }, size)];
      expect(pieces.join('')).toBe(text);
      expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
    }
  });

  it.each(['utf-16le', 'utf-16be', 'gb18030'])('does not cut a character of two halves: %s', (encoding) => {
    for (const size of [1, 2, 3, 5]) {
      const pieces = [...decodePieces(bytes('a😀b\n😀\n', encoding), { encoding, skip: 0 }, size)];
      expect(pieces.join('')).toBe('a😀b\n😀\n');
      expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
    }
  });
});
