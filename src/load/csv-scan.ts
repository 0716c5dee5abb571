/**
 * The fast way through the project's own CSV files: cells as places in the text, no string and no array for each. Reads
 * plain and properly quoted cells by itself; the header, and records quoted in any other way, are read by PapaParse, as
 * foreign files are (csv.ts). A test holds that the cells are always those that PapaParse gives.
 */
import Papa from 'papaparse';
import { type CsvFault, isBlank, pieces } from './csv.ts';
import type { CsvReader } from './raw.ts';

const QUOTE = 34;
const COMMA = 44;
const FEED = 10;

/** Longest record in UTF-16 units: an unclosed quote must not swallow a gigabyte. */
const LONGEST = 1_000_000;

/** A record that goes on in the next piece; one that PapaParse has to read. */
const UNFINISHED = -1;
const ODD = -2;

/** A record of empty cells, as spreadsheets leave behind. */
const ALL_EMPTY = /^(?:"")?(?:,(?:"")?)*$/;

/** Reads a whole file. Returns the faults of its text, in order of lines. */
export function scanCells(texts: Iterable<string>, reader: CsvReader): CsvFault[] {
  const scanner = new Scanner(reader);
  for (const piece of pieces(texts)) {
    scanner.add(piece, false);
    if (scanner.stopped) return scanner.faults;
  }
  scanner.add('', true);
  if (!scanner.hasHeader) reader.header([], 0);
  return scanner.faults.sort((a, b) => a.line - b.line);
}

class Scanner {
  readonly faults: CsvFault[] = [];
  stopped = false;
  readonly #reader: CsvReader;
  readonly #papa = new Papa.Parser({ delimiter: ',', newline: '\n', quoteChar: '"', fastMode: false, preview: 1 });
  #rest = '';
  /** Line on which the next record begins. */
  #line = 1;
  /** Cells of the header; 0 before it was read. */
  #width = 0;
  // The batch under construction.
  #text = '';
  #count = 0;
  #stride = 1 << 10;
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #lines = new Int32Array(1 << 10);
  #doubled = new Set<number>();

  constructor(reader: CsvReader) {
    this.#reader = reader;
  }

  get hasHeader(): boolean {
    return this.#width > 0;
  }

  add(piece: string, last: boolean): void {
    this.#noteNul(piece);
    const text = this.#rest + piece;
    this.#text = text;
    let at = 0;
    while (at < text.length && !this.stopped) {
      let next = this.#width === 0 ? ODD : this.#record(at, last);
      if (next === ODD) next = this.#byPapa(at, last);
      if (next === UNFINISHED) break;
      at = next;
    }
    this.#flush();
    this.#rest = text.slice(at);
    if (this.#rest.length > LONGEST) {
      this.#fault('csv-record');
      this.stopped = true;
    }
  }

  /** Reads the record at `from`; returns where the next begins, or `UNFINISHED`, or `ODD`. */
  #record(from: number, last: boolean): number {
    const text = this.#text;
    const { length } = text;
    const width = this.#width;
    if (this.#count === this.#stride) this.#grow();
    const row = this.#count;
    const stride = this.#stride;
    const starts = this.#starts;
    const ends = this.#ends;
    let doubled: number[] | undefined;
    let feeds = 0;
    let cell = 0;
    let at = from;
    for (;;) {
      let start = at;
      let end: number;
      if (text.charCodeAt(at) === QUOTE) {
        start++;
        end = text.indexOf('"', start);
        let isDoubled = false;
        while (end !== -1 && text.charCodeAt(end + 1) === QUOTE) {
          isDoubled = true;
          end = text.indexOf('"', end + 2);
        }
        // A quote at the very end may be the first of two.
        if (end === -1 || end + 1 === length) {
          if (!last) return UNFINISHED;
          if (end === -1) return ODD;
        }
        at = end + 1;
        if (at < length && text.charCodeAt(at) !== COMMA && text.charCodeAt(at) !== FEED) return ODD;
        for (let feed = text.indexOf('\n', start); feed !== -1 && feed < end; feed = text.indexOf('\n', feed + 1)) feeds++;
        if (isDoubled) (doubled ??= []).push(cell * stride + row);
      } else {
        for (let code = text.charCodeAt(at); code !== COMMA && code !== FEED && at < length; ) code = text.charCodeAt(++at);
        if (at === length && !last) return UNFINISHED;
        end = at;
      }
      if (cell < width) {
        starts[cell * stride + row] = start;
        ends[cell * stride + row] = end;
      }
      cell++;
      if (at >= length || text.charCodeAt(at) === FEED) break;
      at++;
    }
    const line = this.#line;
    this.#line += 1 + feeds;
    // Only a record that begins with an empty cell, or has a single one, can be blank.
    const blank = cell === 1 ? text.slice(starts[row], ends[row]).trim() === '' : starts[row] === ends[row] && ALL_EMPTY.test(text.slice(from, at));
    if (blank) return Math.min(at + 1, length);
    if (cell === width) {
      for (const k of doubled ?? []) this.#doubled.add(k);
      this.#lines[this.#count++] = line;
    } else {
      this.#reader.ragged(line, cell);
    }
    return Math.min(at + 1, length);
  }

  /** The same by PapaParse: the header, and whatever is quoted in a way of its own. */
  #byPapa(from: number, last: boolean): number {
    const input = this.#text.slice(from);
    const { data, errors, meta } = this.#papa.parse(input, 0, !last) as { data: string[][]; errors: readonly unknown[]; meta: { cursor: number } };
    const [row] = data;
    if (row === undefined) return UNFINISHED;
    if (errors.length > 0) this.#fault('csv-quote');
    const line = this.#line;
    this.#line += Math.max(1, input.slice(0, meta.cursor).split('\n').length - 1);
    if (this.#width === 0) {
      if (isBlank(row)) return from + meta.cursor;
      this.#width = row.length;
      this.#starts = new Int32Array(this.#width * this.#stride);
      this.#ends = new Int32Array(this.#width * this.#stride);
      this.stopped = !this.#reader.header(row, line);
    } else if (!isBlank(row) && row.some((cell) => cell !== '')) {
      this.#flush();
      if (row.length === this.#width) this.#single(row, line);
      else this.#reader.ragged(line, row.length);
    }
    return from + meta.cursor;
  }

  /** A batch of one record whose cells are strings already. */
  #single(row: readonly string[], line: number): void {
    const ends = new Int32Array(row.length);
    for (let i = 0, end = 0; i < row.length; i++) ends[i] = end += row[i]?.length ?? 0;
    const starts = ends.map((end, i) => end - (row[i]?.length ?? 0));
    this.#reader.batch({ text: row.join(''), starts, ends, stride: 1, count: 1, lines: Int32Array.of(line), doubled: new Set() });
  }

  #flush(): void {
    if (this.#count === 0) return;
    const batch = { text: this.#text, starts: this.#starts, ends: this.#ends, stride: this.#stride, count: this.#count, lines: this.#lines, doubled: this.#doubled };
    this.#count = 0;
    if (batch.doubled.size > 0) this.#doubled = new Set();
    this.#reader.batch(batch);
  }

  /** Hands on what there is when the records of one piece are very many, so that places never move. */
  #grow(): void {
    this.#flush();
    if (this.#stride > 1 << 14) return;
    this.#stride *= 2;
    this.#starts = new Int32Array(this.#width * this.#stride);
    this.#ends = new Int32Array(this.#width * this.#stride);
    this.#lines = new Int32Array(this.#stride);
  }

  #noteNul(piece: string): void {
    const nul = piece.indexOf('\0');
    if (nul !== -1) this.#fault('csv-nul', this.#line + (this.#rest + piece.slice(0, nul)).split('\n').length - 1);
  }

  #fault(rule: CsvFault['rule'], line = this.#line): void {
    const before = this.faults.at(-1);
    if (before?.rule !== rule || before.line !== line) this.faults.push({ rule, line });
  }
}
