/** Counts what happened to every record, with the first examples of each reason. */
import type { Row } from './sheet.ts';
import { compareText } from '../schema/order.ts';

/** One reason for leaving records out. */
interface LeftOutCount {
  reason: Reason;
  out: 'skip' | 'error';
  /** Our column, or the foreign one where rows are chosen; '' when it is of the whole record. */
  column: string;
  count: number;
  /** The first few, in the order of the file. */
  examples: { line: number; found: string }[];
}

export interface Tally {
  read: number;
  taken: number;
  /** Left out on purpose. */
  skipped: number;
  /** Left out because something in them is bad. */
  bad: number;
  /** Most frequent first. */
  reasons: LeftOutCount[];
}

const EXAMPLES = 5;

export class Tallier {
  readonly #counts = new Map<string, LeftOutCount>();
  #skipped = 0;
  #bad = 0;

  /** Notes one record that is left out. Call it once for each such record. */
  leaveOut(row: Pick<Row, 'line'>, column: string, why: LeftOut): void {
    if (why.out === 'error') this.#bad += 1;
    else this.#skipped += 1;
    const key = `${why.out}\u0000${why.reason}\u0000${column}`;
    const count = this.#counts.get(key) ?? { reason: why.reason, out: why.out, column, count: 0, examples: [] };
    this.#counts.set(key, count);
    count.count += 1;
    if (count.examples.length < EXAMPLES) count.examples.push({ line: row.line, found: shown(why.found) });
  }

  /** The counts so far. `read` is the number of records of the file; what was not left out was taken. */
  tally(read: number): Tally {
    const reasons = [...this.#counts.values()].map((count) => ({
      ...count,
      examples: [...count.examples].sort((a, b) => a.line - b.line),
    }));
    reasons.sort((a, b) => b.count - a.count || compareText(a.reason, b.reason) || compareText(a.column, b.column));
    return { read, taken: read - this.#skipped - this.#bad, skipped: this.#skipped, bad: this.#bad, reasons };
  }
}

/** Short and without characters that could act on a terminal. */
function shown(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return short.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Stable names of the reasons; their sentences are in `i18n/import.ts`. */
export type Reason =
  | 'where'
  | 'superseded'
  | 'key-empty'
  | 'ragged'
  | 'broken'
  | 'not-number'
  | 'not-date'
  | 'out-of-range'
  | 'out-of-scale'
  | 'not-in-table'
  | 'slug-empty'
  | 'slug-clash'
  | 'negative-minutes'
  | 'required-empty'
  | 'not-allowed'
  | 'personal-data'
  | 'guessable'
  | 'id-repeated'
  | 'outside-collection'
  | 'vendor-unknown'
  | 'vendor-exists'
  | 'vendor-bad'
  | 'answered-twice';

/** A record that is left out: on purpose (`skip`), or because something in it is bad (`error`). */
export interface LeftOut {
  out: 'skip' | 'error';
  reason: Reason;
  /** What was found, as it stood in the file; may be empty. */
  found: string;
}

/** A cell's text ('' = unknown), or the reason why its record cannot be used. */
export type CellOutcome = string | LeftOut;

/** Turns a step's declared `fallback` into its outcome: an empty cell, or a record left out for `reason`. */
export function fallBack(choice: 'error' | 'empty' | 'skip', reason: Reason, found: string): CellOutcome {
  return choice === 'empty' ? '' : { out: choice, reason, found };
}
