/** A column of free text, kept by row where there is any, or only looked at. */
import type * as z from 'zod';
import type { CellBatch } from '../load/raw.ts';
import { VISIBLE } from '../schema/text.ts';
import { type Column, isPart } from './columns.ts';
import { personalData } from './personal-data.ts';
import { type Issue, ruleOf } from './rules/shape.ts';
import type { CellFaults } from './table.ts';

/** Texts by row, for tables in which nearly every row may have one: an array behind the interface of a read-only map. */
export class RowTexts implements ReadonlyMap<number, string> {
  /** '' = none. */
  readonly #texts: string[] = [];
  #size = 0;

  /** Rows come in rising order, each once; `text` is not empty. */
  add(row: number, text: string): void {
    while (this.#texts.length < row) this.#texts.push('');
    this.#texts.push(text);
    this.#size++;
  }

  get size(): number {
    return this.#size;
  }

  get(row: number): string | undefined {
    return this.#texts[row] || undefined;
  }

  has(row: number): boolean {
    return this.get(row) !== undefined;
  }

  *entries(): MapIterator<[number, string]> {
    for (const [row, text] of this.#texts.entries()) if (text !== '') yield [row, text];
  }

  *keys(): MapIterator<number> {
    for (const [row] of this.entries()) yield row;
  }

  *values(): MapIterator<string> {
    for (const [, text] of this.entries()) yield text;
  }

  [Symbol.iterator](): MapIterator<[number, string]> {
    return this.entries();
  }

  forEach(each: (text: string, row: number, all: ReadonlyMap<number, string>) => void): void {
    for (const [row, text] of this.entries()) each(text, row, this);
  }
}

/**
 * Everyday text: Latin, Greek and Cyrillic letters, Chinese, kana, common punctuation. None of it is a hidden character,
 * so most cells need no closer look.
 */
const EVERYDAY = String.raw`\x20-\x7e\xa1-\xac\xae-\u024f\u0391-\u045f\u2010-\u2027\u2030-\u205e\u20ac\u3000-\u30ff\u3400-\u9fff\uff01-\uff5e`;
const LINE = new RegExp(`^(?! )[${EVERYDAY}]*(?<! )$`);
const LINES = new RegExp(`^[${EVERYDAY}\\n\\t]*$`);

const PLAIN = /^[\x20\x21\x23-\x7e]{1,64}$/;

export interface TextColumnOptions {
  /** Longest text in UTF-16 units for which everyday characters are all that is asked; 0 = more is asked of every text. */
  longest: number;
  /** Whether there may be line breaks and tabs, and blanks at the ends. */
  lines: boolean;
  /** Whether the texts are published, and so must hold no personal data. */
  published: boolean;
  /** Whether the texts are kept. Default true. */
  keep?: boolean;
}

export class TextColumn implements Column {
  readonly name: string;
  readonly required = false;
  readonly texts = new RowTexts();
  readonly #schema: z.ZodType<string>;
  readonly #options: TextColumnOptions;
  /** The last short text that was right: languages and references repeat, and are kept once. */
  #last = '';

  constructor(name: string, schema: z.ZodType<string>, options: TextColumnOptions) {
    this.name = name;
    this.#schema = schema;
    this.#options = options;
  }

  take(
    { bytes, starts, ends, stride, count, doubled, slice }: CellBatch,
    cell: number,
    base: number,
    faults: CellFaults,
  ): void {
    const keep = this.#options.keep !== false;
    for (let i = 0, k = cell * stride; i < count; i++, k++) {
      const [start, end] = [starts[k], ends[k]];
      if (start === end) continue;
      if (isPart(this.#last, bytes, start, end)) {
        if (keep) this.texts.add(base + i, this.#last);
        continue;
      }
      const written = slice(start, end);
      const text = doubled.has(k) ? written.replaceAll('""', '"') : written;
      // Bytes are compared with characters, so only a plain one may be kept for comparing.
      if (this.#isRight(text, i, faults) && PLAIN.test(written)) this.#last = written;
      if (keep) this.texts.add(base + i, text);
    }
  }

  skip(): void {
    // A missing text has no entry.
  }

  #isRight(text: string, row: number, faults: CellFaults): boolean {
    const { longest, lines, published } = this.#options;
    const everyday = text.length <= longest && (lines ? LINES : LINE).test(text) && VISIBLE.test(text);
    const issue = everyday ? undefined : this.#schema.safeParse(text).error?.issues[0];
    if (issue !== undefined) {
      const { rule, params } = ruleOf(issue as unknown as Issue, text);
      faults.add(row, this.name, rule, params);
    }
    const personal = published ? personalData(text) : [];
    for (const { rule, shown } of personal) faults.add(row, this.name, rule, { found: shown });
    return issue === undefined && personal.length === 0;
  }
}
