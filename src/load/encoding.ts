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
  const text = found.encoding === 'utf-8' ? buffer.toString('utf8') : iconv.decode(buffer, found.encoding, { stripBOM: false });
  const problem = found.problem ?? (damaged(text, found.encoding) ? 'encoding-broken' : undefined);
  return problem === undefined ? { text, encoding: found.encoding } : { text, encoding: found.encoding, problem };
}

/**
 * Decodes a file piece by piece, cut after a line feed where the encoding allows it, so that the whole text is never
 * in memory at once. The pieces joined are the text.
 * @param size about how many bytes a piece takes.
 */
export function* decodePieces(bytes: Uint8Array, found: Detected, size = 1 << 16): Generator<string> {
  const buffer = asBuffer(bytes);
  if (found.encoding === 'utf-8') {
    for (let at = found.skip; at < buffer.length; ) {
      // A line feed byte is never part of another UTF-8 character, so this is a safe place to cut.
      const feed = buffer.indexOf(10, Math.min(at + size, buffer.length));
      const end = feed === -1 ? buffer.length : feed + 1;
      yield buffer.toString('utf8', at, end);
      at = end;
    }
    return;
  }
  const decoder = iconv.getDecoder(found.encoding, { stripBOM: false });
  for (let at = found.skip; at < buffer.length; at += size) yield decoder.write(buffer.subarray(at, at + size));
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield rest;
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

/** Whether decoding left replacement characters, or halves of characters, behind. UTF-8 is judged by its bytes instead. */
function damaged(text: string, encoding: string): boolean {
  return encoding !== 'utf-8' && (text.includes('\uFFFD') || !text.isWellFormed());
}
