/**
 * Bytes to text: finds the encoding of a file that strangers saved with whatever program they had.
 * Order of belief: byte order mark, the encoding asked for, NUL pattern of UTF-16, valid UTF-8, GB18030, Windows-1252.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessFromHighBytes, utf16ByPattern, type Detected, type EncodingProblem } from './encoding-guess.ts';

export type { Detected, EncodingProblem } from './encoding-guess.ts';

/** Text with the encoding that it came in. The text has no byte order mark; its line ends are as in the file. */
export interface Decoded {
  text: string;
  encoding: string;
  problem?: EncodingProblem;
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/**
 * Finds the encoding. A byte order mark wins over `asked`, because it is never there by chance.
 * @throws RangeError when `asked` is not a known encoding.
 */
export function detectEncoding(bytes: Uint8Array, asked?: string): Detected {
  if (asked !== undefined && !iconv.encodingExists(asked)) throw new RangeError(`unknown encoding: ${asked}`);
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return checked(bytes, encoding, mark.length);
  }
  if (asked !== undefined) return checked(bytes, isUtf8Name(asked) ? 'utf-8' : asked, 0);
  const wide = utf16ByPattern(bytes);
  if (wide !== undefined) return checked(bytes, wide, 0);
  if (isUtf8(bytes)) return { encoding: 'utf-8', skip: 0 };
  return guessFromHighBytes(bytes);
}

/**
 * Decodes a whole file. For files of hundreds of megabytes use `decodePieces`.
 * @param encoding the encoding when it is known; else it is detected.
 * @throws RangeError when `encoding` is not a known encoding.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): Decoded {
  const found = detectEncoding(bytes, encoding);
  const buffer = asBuffer(bytes).subarray(found.skip);
  const text = decoded(buffer, found.encoding);
  const problem = found.problem ?? (isDamaged(text, found.encoding) ? 'encoding-broken' : undefined);
  return problem === undefined ? { text, encoding: found.encoding } : { text, encoding: found.encoding, problem };
}

/**
 * Decodes a file piece by piece, cut after a line feed where the encoding allows it and never within a character, so that the
 * whole text is never in memory at once. The pieces joined are the text.
 * @param size about how many bytes a piece takes.
 */
export function* decodePieces(bytes: Uint8Array, found: Detected, size = 1 << 16): Generator<string> {
  const buffer = asBuffer(bytes);
  if (!IN_WIDE_UNITS.test(found.encoding)) {
    for (let at = found.skip; at < buffer.length;) {
      // A line feed byte is never part of another character, so this is a safe place to cut. The streaming decoder of iconv-lite
      // is no way round: of a GB 18030 character of four bytes that is cut in two it may lose what follows.
      const feed = buffer.indexOf(10, Math.min(at + size, buffer.length));
      const end = feed === -1 ? buffer.length : feed + 1;
      yield decoded(buffer.subarray(at, end), found.encoding);
      at = end;
    }
    return;
  }
  const decoder = iconv.getDecoder(found.encoding, { stripBOM: false });
  // Half a character at the end of a piece goes with its other half, so that it is not taken for damage.
  let half = '';
  for (let at = found.skip; at < buffer.length; at += size) {
    const piece = half + decoder.write(buffer.subarray(at, at + size));
    half = /[\uD800-\uDBFF]$/.exec(piece)?.[0] ?? '';
    yield piece.slice(0, piece.length - half.length);
  }
  const rest = half + (decoder.end() ?? '');
  if (rest !== '') yield rest;
}

/** Encodings in which a byte of 10 may be half of another character than a line feed. */
const IN_WIDE_UNITS = /^(?:utf-?(?:16|32|7)|ucs-?[24])/i;

function decoded(bytes: Buffer, encoding: string): string {
  return encoding === 'utf-8' ? bytes.toString('utf8') : iconv.decode(bytes, encoding, { stripBOM: false });
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function isUtf8Name(name: string): boolean {
  return /^utf-?8$/i.test(name);
}

function checked(bytes: Uint8Array, encoding: string, skip: number): Detected {
  const broken = encoding === 'utf-8' ? !isUtf8(bytes) : encoding.startsWith('utf-16') && bytes.length % 2 === 1;
  return broken ? { encoding, skip, problem: 'encoding-broken' } : { encoding, skip };
}

/** What decoding leaves of bytes that mean nothing: a replacement character, or half a character of UTF-16. */
export const DAMAGE = /\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether decoding left damage behind. UTF-8 is judged by its bytes instead: there, U+FFFD may be in the file itself. */
export function isDamaged(text: string, encoding: string): boolean {
  return encoding !== 'utf-8' && DAMAGE.test(text);
}
