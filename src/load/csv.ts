/**
 * CSV text to records, by PapaParse, with the true first line of every record. Knows nothing of headers or columns.
 *
 * The text goes to PapaParse in pieces of about 64 KiB: rows die young, which halves the time of a large file, and a
 * piece without any quote takes PapaParse's fast mode. Line ends (CRLF, CR, LF) all become LF, inside quoted cells too.
 */
import Papa from 'papaparse';

/** What is wrong with the text itself; the records are still given as PapaParse understands them. */
export interface CsvFault {
  /**
   * `csv-quote`: a quote that is never closed, or text after a closing quote. `csv-nul`: a NUL character.
   * `csv-record`: a record longer than `maxRecord`, which ends the reading.
   */
  rule: 'csv-quote' | 'csv-nul' | 'csv-record';
  /** First line of the record, from 1; for `csv-nul` the line of the NUL. */
  line: number;
}

/** Records in file order: `rows[i]` begins at line `lines[i]`. Blank lines are left out. The arrays are the receiver's. */
export type OnBatch = (rows: string[][], lines: number[]) => void;

export interface CsvOptions {
  /** Between cells; one character. Default a comma. See `guessDelimiter`. */
  delimiter?: string;
  /** Longest record, in UTF-16 units. Default 1,000,000: an unclosed quote must not swallow a gigabyte. */
  maxRecord?: number;
}

/** What PapaParse's own parser returns, and hands to `step` row by row. */
interface Parsed {
  data: string[][];
  errors: readonly unknown[];
  meta: { cursor: number };
}

/** About how many UTF-16 units PapaParse is given at a time. */
const PIECE = 1 << 16;

/**
 * Reads records in batches; the fastest way through a large file.
 * @param text a text, or its pieces in order, cut anywhere.
 * @returns every fault, in order of lines.
 */
export function readBatches(text: string | Iterable<string>, onBatch: OnBatch, options: CsvOptions = {}): CsvFault[] {
  const reader = new BatchReader(onBatch, options);
  for (const piece of pieces(typeof text === 'string' ? [text] : text)) {
    reader.add(piece, false);
    if (reader.stopped) break;
  }
  if (!reader.stopped) reader.add('', true);
  return reader.faults.sort((a, b) => a.line - b.line);
}

/**
 * Reads records one by one. `onRecord` gets the cells and the record's first line (from 1); returning `false` from it
 * hides the rest of the records from it.
 * @returns every fault, in order of lines.
 */
export function readCsv(
  text: string | Iterable<string>,
  onRecord: (cells: string[], line: number) => void | boolean,
  options: CsvOptions = {},
): CsvFault[] {
  let going = true;
  const each: OnBatch = (rows, lines) => {
    for (let i = 0; going && i < rows.length; i++) going = onRecord(rows[i] ?? [], lines[i] ?? 0) !== false;
  };
  return readBatches(text, each, options);
}

/** All records of a text at once: cells, first lines, faults. */
export function csvRecords(
  text: string,
  options: CsvOptions = {},
): { rows: string[][]; lines: number[]; faults: CsvFault[] } {
  const rows: string[][] = [];
  const lines: number[] = [];
  const each = (cells: string[], line: number): void => {
    rows.push(cells);
    lines.push(line);
  };
  return { rows, lines, faults: readCsv(text, each, options) };
}

/** The delimiter that PapaParse finds most even in the first lines: comma, tab, semicolon, bar; comma when in doubt. */
export function guessDelimiter(text: string): string {
  const head = text.slice(0, PIECE);
  const wholeLines = head.slice(0, head.lastIndexOf('\n') + 1);
  const parsed = Papa.parse<string[]>(wholeLines === '' ? head : wholeLines, { preview: 50, skipEmptyLines: true });
  return parsed.meta.delimiter;
}

/** Pieces of even size with CRLF and CR made LF, also where a cut falls between the two. */
export function* pieces(texts: Iterable<string>): Generator<string> {
  let held = '';
  for (const text of texts) {
    for (let at = 0; at < text.length;) {
      const feed = text.length - at > PIECE ? text.indexOf('\n', at + PIECE) : -1;
      const end = feed === -1 ? text.length : feed + 1;
      let piece = held + text.slice(at, end);
      at = end;
      held = piece.endsWith('\r') ? '\r' : '';
      if (held !== '') piece = piece.slice(0, -1);
      yield piece.includes('\r') ? piece.replace(/\r\n?/g, '\n') : piece;
    }
  }
  if (held !== '') yield '\n';
}

class BatchReader {
  readonly faults: CsvFault[] = [];
  stopped = false;
  readonly #onBatch: OnBatch;
  readonly #maxRecord: number;
  readonly #plain: Papa.Parser;
  readonly #quoted: Papa.Parser;
  /** The beginning of a record that goes on in the next piece. */
  #rest = '';
  /** Line on which the next record begins. */
  #line = 1;
  // What `#step` works on. Fields, because a closure made anew for each piece would keep every piece's rows alive
  // until the next full collection (measured: twice the time, 250 MB more).
  #text = '';
  #read = 0;
  #rows: string[][] = [];
  #lines: number[] = [];

  constructor(onBatch: OnBatch, options: CsvOptions) {
    this.#onBatch = onBatch;
    this.#maxRecord = options.maxRecord ?? 1_000_000;
    const config = { delimiter: options.delimiter ?? ',', newline: '\n' as const, quoteChar: '"' };
    this.#plain = new Papa.Parser({ ...config, fastMode: true });
    this.#quoted = new Papa.Parser({ ...config, step: (row) => this.#step(row as unknown as Parsed) });
  }

  add(piece: string, last: boolean): void {
    this.#noteNul(piece);
    const text = this.#rest + piece;
    const read = text.includes('"') ? this.#readQuoted(text, last) : this.#readPlain(text, last);
    this.#rest = text.slice(read);
    if (this.#rest.length > this.#maxRecord) {
      this.#fault('csv-record', this.#line);
      this.stopped = true;
    }
  }

  /** Without quotes every line is a record. Returns how much was read. */
  #readPlain(text: string, last: boolean): number {
    const { data: rows, meta } = this.#plain.parse(text, 0, !last) as Parsed;
    const lines = new Array<number>(rows.length);
    let kept = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? [];
      if (isBlank(row)) continue;
      rows[kept] = row;
      lines[kept++] = this.#line + i;
    }
    this.#line += rows.length;
    rows.length = kept;
    lines.length = kept;
    if (kept > 0) this.#onBatch(rows, lines);
    return last ? text.length : meta.cursor;
  }

  /** With quotes a record takes the lines up to PapaParse's cursor. Returns how much was read. */
  #readQuoted(text: string, last: boolean): number {
    this.#text = text;
    this.#read = 0;
    this.#rows = [];
    this.#lines = [];
    this.#quoted.parse(text, 0, !last);
    if (this.#rows.length > 0) this.#onBatch(this.#rows, this.#lines);
    return this.#read;
  }

  #step({ data: [row], errors, meta: { cursor } }: Parsed): void {
    if (errors.length > 0) this.#fault('csv-quote', this.#line);
    if (row !== undefined && !isBlank(row)) {
      this.#rows.push(row);
      this.#lines.push(this.#line);
    }
    const text = this.#text;
    for (let feed = text.indexOf('\n', this.#read); feed !== -1 && feed < cursor; feed = text.indexOf('\n', feed + 1))
      this.#line++;
    this.#read = cursor;
  }

  #noteNul(piece: string): void {
    const nul = piece.indexOf('\0');
    if (nul !== -1) this.#fault('csv-nul', this.#line + (this.#rest + piece.slice(0, nul)).split('\n').length - 1);
  }

  #fault(rule: CsvFault['rule'], line: number): void {
    const before = this.faults.at(-1);
    if (before?.rule !== rule || before.line !== line) this.faults.push({ rule, line });
  }
}

/** Whether a record is a blank line. */
export function isBlank(row: readonly string[]): boolean {
  return row.length === 1 && (row[0] === '' || row[0]?.trim() === '');
}
