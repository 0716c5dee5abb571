/**
 * Bytes to text: finds the encoding of a file that strangers saved with whatever program they had.
 * Order of belief: byte order mark, the encoding asked for, NUL pattern of UTF-16, valid UTF-8, GB18030, Windows-1252.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** Text with the encoding that it came in. The text has no byte order mark; its line ends are as in the file. */
interface Decoded {
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

/**
 * `encoding-broken`: some bytes mean nothing in the encoding, and U+FFFD stands for them.
 * `encoding-unsure`: neither UTF-8 nor plausibly Chinese; the text is a guess and may be wrong.
 */
export type EncodingProblem = 'encoding-broken' | 'encoding-unsure';

/** What the bytes are written in. */
export interface Detected {
  /** Name as iconv-lite knows it: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `windows-1252`, or the one asked for. */
  encoding: string;
  /** Length of the byte order mark to leave out, in bytes. */
  skip: number;
  problem?: EncodingProblem;
}

/** Bytes looked at for a pattern; it needs no more. */
const SAMPLE = 1 << 18;

/** UTF-16 without a mark: digits, commas and line feeds have a NUL on one side, always the same one. */
function utf16ByPattern(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  const nul = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nul[i & 1] = (nul[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nul;
  const enough = Math.max(2, length / 20);
  if (odd >= enough && even * 20 <= odd) return 'utf-16le';
  if (even >= enough && odd * 20 <= even) return 'utf-16be';
  return undefined;
}

/**
 * Not UTF-8 as it stands: a UTF-8 file with a few damaged bytes, Chinese in GB18030, or another old encoding.
 * Everyday Chinese lies in the GB 2312 zone, where both bytes are 0xA1 or more; in Western text high bytes stand alone,
 * and in Big5 half of the second bytes are below 0x7F.
 */
function guessFromHighBytes(bytes: Uint8Array): Detected {
  const { characters, loose } = countUtf8(bytes);
  if (characters > 0 && characters >= loose * 10) return { encoding: 'utf-8', skip: 0, problem: 'encoding-broken' };
  const share = gbShare(bytes);
  if (share >= 0.7) return { encoding: 'gb18030', skip: 0 };
  return { encoding: share >= 0.4 ? 'gb18030' : 'windows-1252', skip: 0, problem: 'encoding-unsure' };
}

/** Valid characters of several bytes, and bytes that belong to none. */
function countUtf8(bytes: Uint8Array): { characters: number; loose: number } {
  let characters = 0;
  let loose = 0;
  for (let i = 0; i < bytes.length;) {
    const n = utf8Length(bytes, i);
    if (n > 1) characters++;
    else if (n === 0) loose++;
    i += Math.max(n, 1);
  }
  return { characters, loose };
}

/** Share, 0..1, of the characters beyond ASCII that are everyday Chinese when read as GB18030. */
function gbShare(bytes: Uint8Array): number {
  let pairs = 0;
  let others = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i];
    if (lead < 0x80) continue;
    const trail = bytes[i + 1];
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) pairs++;
    else others++;
    if (trail >= 0x40) i++;
  }
  return pairs / Math.max(1, pairs + others);
}

/** Length of the valid UTF-8 character at `i`, 1..4; 0 when there is none. */
function utf8Length(bytes: Uint8Array, i: number): number {
  const lead = bytes[i];
  if (lead < 0x80) return 1;
  const n = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (n === 0 || lead >= 0xf5) return 0;
  for (let k = 1; k < n; k++) if ((bytes[i + k] & 0xc0) !== 0x80) return 0;
  return n;
}
