/** One CSV file of the workspace: its bytes, read as often as asked, and the places of its cells. */
import { pieces } from './csv.ts';
import { scanCells } from './csv-scan.ts';
import { DAMAGE, decodePieces, type Detected } from './encoding.ts';
import type { RawCsv, TextFault } from './raw.ts';

/** A CSV file over bytes that are already known to be `encoding`. */
export function csvFile(path: string, bytes: Uint8Array, encoding: Detected): RawCsv {
  return {
    path,
    bytes: bytes.length,
    read: (reader) => {
      // `broken` is filled by `plainBytes`: it is looked at only after that.
      const broken: TextFault[] = [];
      const plain = plainBytes(bytes, encoding, broken);
      return [...broken, ...scanCells(plain, reader)];
    },
    columns: (wanted) => cellColumns(decodePieces(bytes, encoding), wanted),
  };
}

/** The file as UTF-8 with line feeds as line ends; nearly always the very bytes. */
function plainBytes(bytes: Uint8Array, encoding: Detected, broken: TextFault[]): Uint8Array {
  const isUtf8 = encoding.encoding === 'utf-8';
  if (isUtf8 && encoding.problem === undefined && !bytes.includes(CARRIAGE_RETURN))
    return bytes.subarray(encoding.skip);
  const text = decodePieces(bytes, encoding);
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  // UTF-8 has been checked as a whole.
  for (const piece of pieces(isUtf8 ? text : watched(text, broken))) parts.push(encoder.encode(piece));
  return Buffer.concat(parts);
}

const CARRIAGE_RETURN = 13;

/** Passes pieces on and notes, once, the first line with bytes that mean nothing or with half a character of UTF-16. */
function* watched(pieces: Iterable<string>, broken: TextFault[]): Generator<string> {
  let line = 1;
  for (const piece of pieces) {
    const at = broken.length === 0 ? piece.search(DAMAGE) : -1;
    if (at !== -1) broken.push({ rule: 'encoding-broken', line: line + piece.slice(0, at).split('\n').length - 1 });
    if (broken.length === 0) line += piece.split('\n').length - 1;
    yield piece;
  }
}

/** See `RawCsv.columns`. Only the first line of each wanted record is looked at. */
function cellColumns(pieces: Iterable<string>, wanted: readonly { line: number; cell: number }[]): number[] {
  const lines = linesOf(pieces, new Set(wanted.map(({ line }) => line)));
  return wanted.map(({ line, cell }) => cellStart(lines.get(line) ?? '', cell));
}

/** The wanted lines of a text, by number from 1. */
function linesOf(pieces: Iterable<string>, numbers: ReadonlySet<number>): Map<number, string> {
  const found = new Map<number, string>();
  let number = 1;
  let line = '';
  let held = false;
  for (const piece of pieces) {
    const text: string = held && piece.startsWith('\n') ? piece.slice(1) : piece;
    held = text.endsWith('\r');
    const parts = text.split(/\r\n|\r|\n/);
    for (const [i, part] of parts.entries()) {
      line += part;
      if (i === parts.length - 1) break;
      if (numbers.has(number)) found.set(number, line);
      number++;
      line = '';
    }
  }
  if (numbers.has(number)) found.set(number, line);
  return found;
}

/** Where cell `cell` begins in a line, from 1; 0 when the line ends, perhaps inside quotes, before it. */
function cellStart(line: string, cell: number): number {
  let at = 0;
  for (let k = 0; k < cell; k++) {
    if (line[at] === '"') {
      at++;
      while (at < line.length && (line[at] !== '"' || line[at + 1] === '"')) at += line[at] === '"' ? 2 : 1;
    }
    const comma = line.indexOf(',', at);
    if (comma === -1) return 0;
    at = comma + 1;
  }
  return at + 1;
}
