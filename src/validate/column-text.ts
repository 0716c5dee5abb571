/** A column of free text, kept by row where there is any, or only looked at. */
import type * as z from 'zod';
import type { CellFaults } from './cell-faults.ts';
import { type Column, detached } from './column.ts';
import { personalData } from './personal-data.ts';
import { ruleOf, type Issue } from './shape-rule.ts';

/** Everyday text: nothing in it can be a hidden character, so most cells need no closer look. */
const EVERYDAY = /^[\x20-\x7e\u3001-\u3011\u4e00-\u9fff\uff01-\uff1f“”‘’—…·]*$/;

export interface TextColumnOptions {
  /** Longest text in UTF-16 units for which the pattern of everyday text is enough. */
  longest: number;
  /** Whether the texts are published, and so must hold no personal data. */
  published: boolean;
  /** Whether the texts are kept. Default true. */
  keep?: boolean;
}

export class TextColumn implements Column {
  readonly name: string;
  readonly required = false;
  readonly texts = new Map<number, string>();
  readonly #schema: z.ZodType<string>;
  readonly #options: TextColumnOptions;
  /** Texts seen last that were right: references and reasons repeat. */
  #last = '';

  constructor(name: string, schema: z.ZodType<string>, options: TextColumnOptions) {
    this.name = name;
    this.#schema = schema;
    this.#options = options;
  }

  take(rows: readonly string[][], cell: number, base: number, faults: CellFaults): void {
    for (let i = 0; i < rows.length; i++) {
      const text = rows[i]?.[cell] ?? '';
      if (text === '') continue;
      if (text !== this.#last && this.#isRight(text, i, faults)) this.#last = detached(text);
      if (this.#options.keep !== false) this.texts.set(base + i, detached(text));
    }
  }

  skip(): void {
    // An absent text is no entry.
  }

  #isRight(text: string, row: number, faults: CellFaults): boolean {
    const { longest, published } = this.#options;
    const everyday = text.length <= longest && EVERYDAY.test(text) && text.charCodeAt(0) !== 32 && text.charCodeAt(text.length - 1) !== 32;
    const issue = everyday ? undefined : this.#schema.safeParse(text).error?.issues[0];
    if (issue !== undefined) {
      const { rule, params } = ruleOf(issue as unknown as Issue, text);
      faults.add(row, this.name, rule, params);
    }
    const personal = published ? personalData(text) : [];
    for (const { rule, found } of personal) faults.add(row, this.name, rule, { found });
    return issue === undefined && personal.length === 0;
  }
}
