/** One CSV file of the workspace: its bytes, read as often as asked, and the places of its cells. */
import Papa from 'papaparse';
import { type CsvFault, isBlank, pieces } from './csv.ts';
import { DAMAGE, decodePieces, type Detected } from './encoding.ts';
import type { CsvReader, RawCsv, TextFault } from './raw.ts';

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

const QUOTE = 34;
const COMMA = 44;
const FEED = 10;

/** Longest record in bytes: an unclosed quote must not swallow a gigabyte. */
const LONGEST = 1_000_000;

/** Records in one batch. */
const BATCH = 512;

/** Bytes that PapaParse is given first for one record; most are shorter, and each costs the decoding of so many. */
const FIRST_LOOK = 512;

/** A record that PapaParse has to read. */
const ODD = -1;

/** A record of empty cells, as spreadsheets leave behind. */
const ALL_EMPTY = /^(?:"")?(?:,(?:"")?)*$/;

/**
 * Reads a whole file by places in the bytes, without a string and an array for each cell: plain and properly quoted cells here,
 * the header and records quoted in any other way by PapaParse. A test holds that the cells are those that PapaParse gives;
 * decision 0029 has the figures.
 * @param bytes UTF-8 without a byte order mark, with line feeds as line ends.
 * @returns the faults of its text, in order of lines; of several NULs the first.
 */
function scanCells(bytes: Uint8Array, reader: CsvReader): CsvFault[] {
  const scanner = new Scanner(bytes, reader);
  scanner.read();
  return scanner.faults.sort((a, b) => a.line - b.line);
}

class Scanner {
  readonly faults: CsvFault[] = [];
  readonly #bytes: Buffer;
  readonly #reader: CsvReader;
  readonly #papa = new Papa.Parser({ delimiter: ',', newline: '\n', quoteChar: '"', fastMode: false, preview: 1 });
  readonly #slice = (start: number, end: number): string => this.#bytes.toString('utf8', start, end);
  /** Line on which the next record begins. */
  #line = 1;
  /** Cells of the header. */
  #width = 0;
  // The batch under construction.
  #count = 0;
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  readonly #lines = new Int32Array(BATCH);
  #doubled = new Set<number>();

  constructor(bytes: Uint8Array, reader: CsvReader) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#reader = reader;
  }

  read(): void {
    const { length } = this.#bytes;
    this.#noteNul();
    let at = this.#header();
    while (at < length) {
      const next = this.#record(at);
      at = next === ODD ? this.#byPapa(at) : next;
    }
    this.#flush();
  }

  /** The first record that is not blank. Returns where the next begins, or the end when the reader wants no more. */
  #header(): number {
    const { length } = this.#bytes;
    for (let at = 0; at < length;) {
      const line = this.#line;
      const { row, next } = this.#oneByPapa(at);
      at = next;
      if (row === undefined) return length;
      if (isBlank(row)) continue;
      this.#width = row.length;
      this.#starts = new Int32Array(this.#width * BATCH);
      this.#ends = new Int32Array(this.#width * BATCH);
      return this.#reader.header(row, line) ? at : length;
    }
    this.#reader.header([], 0);
    return length;
  }

  /** Reads the record at `from`; returns where the next begins, or `ODD`. */
  #record(from: number): number {
    const bytes = this.#bytes;
    const { length } = bytes;
    const width = this.#width;
    const row = this.#count;
    const starts = this.#starts;
    const ends = this.#ends;
    let doubled: number[] | undefined;
    let feeds = 0;
    let cell = 0;
    let at = from;
    for (;;) {
      let start = at;
      if (at < length && bytes[at] === QUOTE) {
        start = ++at;
        let isDoubled = false;
        for (; at < length; at++) {
          const byte = bytes[at];
          if (byte === FEED) feeds++;
          if (byte !== QUOTE) continue;
          if (at + 1 >= length || bytes[at + 1] !== QUOTE) break;
          isDoubled = true;
          at++;
        }
        if (at >= length || at - from > LONGEST) return ODD;
        if (at + 1 < length && bytes[at + 1] !== COMMA && bytes[at + 1] !== FEED) return ODD;
        if (isDoubled) (doubled ??= []).push(cell * BATCH + row);
        if (cell < width) ends[cell * BATCH + row] = at;
        at++;
      } else {
        // Never past the end: a read there would make every read slow.
        for (; at < length; at++) {
          const byte = bytes[at];
          if (byte === COMMA || byte === FEED) break;
        }
        if (cell < width) ends[cell * BATCH + row] = at;
      }
      if (cell < width) starts[cell * BATCH + row] = start;
      cell++;
      if (at >= length || bytes[at] === FEED) break;
      at++;
    }
    const line = this.#line;
    this.#line += 1 + feeds;
    // Only a record that begins with an empty cell, or has a single one, can be blank.
    const blank =
      cell === 1
        ? this.#slice(starts[row], ends[row]).trim() === ''
        : starts[row] === ends[row] && ALL_EMPTY.test(this.#slice(from, at));
    if (blank) return at + 1;
    if (cell === width) {
      for (const k of doubled ?? []) this.#doubled.add(k);
      this.#lines[row] = line;
      if (++this.#count === BATCH) this.#flush();
    } else {
      this.#reader.ragged(line, cell);
    }
    return at + 1;
  }

  /** The same by PapaParse, for whatever is quoted in a way of its own. */
  #byPapa(from: number): number {
    const line = this.#line;
    const { row, next } = this.#oneByPapa(from);
    if (row !== undefined && !isBlank(row) && row.some((cell) => cell !== '')) {
      this.#flush();
      if (row.length === this.#width) this.#single(row, line);
      else this.#reader.ragged(line, row.length);
    }
    return next;
  }

  /** One record by PapaParse, and where the next begins. No record, and the end of the file, when it is too long. */
  #oneByPapa(from: number): { row?: string[]; next: number } {
    const { length } = this.#bytes;
    for (let size = FIRST_LOOK; ; size *= 8) {
      let end = Math.min(from + Math.min(size, LONGEST), length);
      while (end < length && ((this.#bytes[end] ?? 0) & 0xc0) === 0x80) end--;
      const input = this.#slice(from, end);
      const parsed = this.#papa.parse(input, 0, end < length) as {
        data: string[][];
        errors: readonly unknown[];
        meta: { cursor: number };
      };
      const [row] = parsed.data;
      if (row === undefined && end < length) {
        if (size < LONGEST) continue;
        this.#fault('csv-record');
        return { next: length };
      }
      if (parsed.errors.length > 0) this.#fault('csv-quote');
      const read = input.slice(0, parsed.meta.cursor);
      this.#line += Math.max(1, read.split('\n').length - 1);
      return { ...(row === undefined ? {} : { row }), next: from + Buffer.byteLength(read) };
    }
  }

  /** A batch of one record whose cells are strings already. */
  #single(row: readonly string[], line: number): void {
    const bytes = Buffer.from(row.join(''));
    const lengths = row.map((cell) => Buffer.byteLength(cell));
    const ends = new Int32Array(row.length);
    for (let i = 0, end = 0; i < row.length; i++) ends[i] = end += lengths[i] ?? 0;
    const starts = ends.map((end, i) => end - (lengths[i] ?? 0));
    const slice = (start: number, end: number): string => bytes.toString('utf8', start, end);
    this.#reader.batch({
      bytes,
      starts,
      ends,
      stride: 1,
      count: 1,
      lines: Int32Array.of(line),
      doubled: new Set(),
      slice,
    });
  }

  #flush(): void {
    if (this.#count === 0) return;
    const doubled = this.#doubled;
    const batch = {
      bytes: this.#bytes,
      starts: this.#starts,
      ends: this.#ends,
      stride: BATCH,
      count: this.#count,
      lines: this.#lines,
      doubled,
      slice: this.#slice,
    };
    this.#count = 0;
    if (doubled.size > 0) this.#doubled = new Set();
    this.#reader.batch(batch);
  }

  #noteNul(): void {
    const nul = this.#bytes.indexOf(0);
    if (nul === -1) return;
    let line = 1;
    for (let feed = this.#bytes.indexOf(FEED); feed !== -1 && feed < nul; feed = this.#bytes.indexOf(FEED, feed + 1))
      line++;
    this.#fault('csv-nul', line);
  }

  #fault(rule: CsvFault['rule'], line = this.#line): void {
    const before = this.faults.at(-1);
    if (before?.rule !== rule || before.line !== line) this.faults.push({ rule, line });
  }
}
