/** Guessing the encoding of bytes that carry no mark, from the pattern of the bytes. */

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
export function utf16ByPattern(bytes: Uint8Array): string | undefined {
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
export function guessFromHighBytes(bytes: Uint8Array): Detected {
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
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) pairs++;
    else others++;
    if (trail >= 0x40) i++;
  }
  return pairs / Math.max(1, pairs + others);
}

/** Length of the valid UTF-8 character at `i`, 1..4; 0 when there is none. */
function utf8Length(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] ?? 0;
  if (lead < 0x80) return 1;
  const n = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
  if (n === 0 || lead >= 0xf5) return 0;
  for (let k = 1; k < n; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  return n;
}
