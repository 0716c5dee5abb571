/**
 * Puts hostile texts into every field, lets the workspace be read and validated, takes out what was refused, and goes on
 * until the rest is accepted. What remains is a whole workspace of texts that the site has to show harmlessly.
 */
import { expect } from 'vitest';
import Papa from 'papaparse';
import { problemLine } from '../../src/validate/problem-text.ts';
import type { Dataset } from '../../src/schema/dataset.ts';
import { type Problem } from '../../src/schema/problem.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { REVIEWS_ON_VENDOR_PAGE } from '../../src/views/pages/vendor/cases.ts';
import { edited, rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';
import * as f from './fields.ts';
import type { Field, Json } from './fields.ts';

/** One harmless file or row with the texts that it still carries. */
interface Carrier {
  /** The hostile text. */
  text: string;
  number: number;
  blank: () => Json;
  fields: Set<Field>;
}

/** A text that a field may carry. */
export interface Accepted {
  /** The file, such as `data/vendors/h-7.yaml`. */
  path: string;
  /** Number of the text; files about it bear it in their names and rows in their ids. */
  number: number;
  field: string;
  text: string;
}

/** What came of it. */
export interface Outcome {
  /** Texts in fields. */
  tried: number;
  refused: number;
  /** How often each rule refused one. */
  rules: Map<string, number>;
  /** The workspace that was accepted, and what it says. */
  files: Map<string, string>;
  dataset: Dataset;
  /** Every text that was accepted. */
  accepted: readonly Accepted[];
}

/** Vendors with more reviews than their own page shows. */
export const LONG_LISTS = 30;

/** Rows in one CSV file: no more than the faults of one kind that are told singly. */
const ROWS = 150;

/** Workspaces of the trial begin with these. */
export function stage(): Map<string, string> {
  const files = tinyWorkspace();
  for (const path of [...files.keys()]) if (/^data\/(?!release|evidence)/.test(path)) files.delete(path);
  edited(
    files,
    'content/directory.yaml',
    'contacts:\n',
    'contacts:\n  - { id: chat, name: { zh: 在线, en: Chat }, kind: text }\n',
  );
  return files;
}

export class Trial {
  readonly #yaml = new Map<string, Carrier>();
  readonly #rows = new Map<string, { head: readonly string[]; rows: Carrier[] }>();
  tried = 0;

  constructor(texts: readonly string[]) {
    texts.forEach((text, n) => {
      const slug = `h-${n}`;
      this.#add(`data/vendors/${slug}.yaml`, text, n, () => f.vendorFile(n), f.VENDOR_FIELDS);
      this.#add(
        `data/vendors/k-${n}.yaml`,
        text,
        n,
        () => ({ ...f.vendorFile(n), name: { zh: `键${n}号` }, replies: [] }),
        f.VENDOR_KEYS,
      );
      this.#add(`data/vendors/w-${n}.yaml`, text, n, () => f.withdrawnFile(n), f.WITHDRAWN_FIELDS);
      this.#add(`data/cases/c-${n}.yaml`, text, n, () => f.caseOf(slug), f.CASE_FIELDS);
      for (const field of f.CASE_ABOUT_FIELDS)
        this.#add(`data/cases/${field.name.replace('.', '-')}-${n}.yaml`, text, n, () => f.caseOf(slug), [field]);
      const part = Math.floor(n / ROWS);
      // The vendor answers the oldest of its reviews. With enough newer ones it is on the page of all reviews only.
      this.#addRow(
        `data/reviews/p-${part}.csv`,
        text,
        n,
        () => ({ ...f.reviewRow(f.answeredReview(n), slug), reviewed_on: '2026-05-20' }),
        [],
      );
      for (let more = 0; n < LONG_LISTS && more < REVIEWS_ON_VENDOR_PAGE; more++)
        this.#addRow(
          `data/reviews/m-${n}.csv`,
          text,
          n,
          () => ({ ...f.reviewRow(`m-${n}-${more}`, slug), text: `第${more}次` }),
          [],
        );
      // An empty cell is no text, and half a character cannot be written in UTF-8.
      if (text === '' || !text.isWellFormed()) return;
      this.#addRow(`data/reviews/r-${part}.csv`, text, n, () => f.reviewRow(`r-${n}`, slug), f.REVIEW_FIELDS);
      this.#addRow(`data/reviews/w-${part}.csv`, text, n, () => f.withheldRow(`w-${n}`, slug), f.WITHHELD_FIELDS);
      this.#addRow(
        `data/observations/o-${part}.csv`,
        text,
        n,
        () => f.observationRow(`o-${n}`, slug),
        f.OBSERVATION_FIELDS,
      );
    });
  }

  /** Runs it to its end. @throws what is not a refusal with a place that can be found. */
  run(): Outcome {
    const rules = new Map<string, number>();
    let refused = 0;
    for (let round = 0; ; round++) {
      expect(round, 'every round refuses something').toBeLessThan(12);
      const files = this.#files();
      const { dataset, problems: all } = validateWorkspace(rawFrom(files));
      if (dataset !== undefined)
        return { tried: this.tried, refused, rules, files, dataset, accepted: this.#accepted() };
      const problems = all.filter((p) => p.severity === 'error');
      const before = refused;
      const rows = new Map([...this.#rows.keys()].map((path) => [path, rowsByLine(files.get(path) ?? '')]));
      const dropped = new Map<Carrier, Set<Field>>();
      for (const problem of problems) {
        expect(problemLine(problem, 'en')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B]/u);
        const [carrier, fields] = this.#blamed(problem, rows);
        const gone = dropped.get(carrier) ?? new Set();
        dropped.set(carrier, gone);
        for (const field of fields) {
          if (gone.has(field)) continue;
          gone.add(field);
          refused++;
          rules.set(problem.rule, (rules.get(problem.rule) ?? 0) + 1);
        }
      }
      for (const [carrier, fields] of dropped) for (const field of fields) carrier.fields.delete(field);
      expect(refused, 'every problem is of a field that carries a text').toBeGreaterThan(before);
    }
  }

  #add(path: string, text: string, number: number, blank: () => Json, fields: readonly Field[]): void {
    this.#yaml.set(path, { text, number, blank, fields: new Set(fields) });
    this.tried += fields.length;
  }

  #addRow(path: string, text: string, number: number, blank: () => Json, fields: readonly Field[]): void {
    const file = this.#rows.get(path) ?? { head: Object.keys(blank()), rows: [] };
    this.#rows.set(path, file);
    file.rows.push({ text, number, blank, fields: new Set(fields) });
    this.tried += fields.length;
  }

  #files(): Map<string, string> {
    const files = stage();
    for (const [path, carrier] of this.#yaml) {
      // The vendor of the other files stays, whatever it carries.
      if (carrier.fields.size > 0 || path.startsWith('data/vendors/h-'))
        files.set(path, f.yamlText(filled(carrier), carrier.number));
    }
    for (const [path, { head, rows }] of this.#rows)
      files.set(
        path,
        Papa.unparse(
          { fields: [...head], data: rows.map((row) => head.map((column) => filled(row)[column])) },
          { quotes: true, newline: '\n' },
        ) + '\n',
      );
    return files;
  }

  /** Which text a problem is about. @throws when it is about none. */
  #blamed({ path, field, line, rule }: Problem, lines: ReadonlyMap<string, readonly number[]>): [Carrier, Field[]] {
    const table = this.#rows.get(path);
    const carrier = this.#yaml.get(path) ?? table?.rows[lines.get(path)?.[line] ?? -1];
    const found = carrier === undefined ? [] : [...carrier.fields].filter((one) => one.blamed(field, carrier.text));
    // A fault of a record as a whole is a fault of whichever cell has it.
    if (carrier !== undefined && rule === 'csv-nul') return [carrier, [...carrier.fields]];
    if (carrier === undefined || found.length === 0)
      throw new Error(`nobody put anything there: ${path}:${line} ${field} [${rule}] ${JSON.stringify(carrier?.text)}`);
    return [carrier, found];
  }

  #accepted(): Accepted[] {
    const rows = [...this.#rows].flatMap(([path, table]) => table.rows.map((row) => [path, row] as const));
    return [...this.#yaml, ...rows].flatMap(([path, { text, number, fields }]) =>
      [...fields].map(({ name }) => ({ path, number, field: name, text })),
    );
  }
}

function filled({ blank, fields, text }: Carrier): Json {
  const file = blank();
  for (const field of fields) field.put(file, text);
  return file;
}

/** The row, from 0, that each line of a table belongs to, the first line at 1; every cell is quoted. */
function rowsByLine(csv: string): number[] {
  const rows = [-1, -1];
  let row = -1;
  let quoted = false;
  for (const character of csv) {
    if (character === '"') quoted = !quoted;
    if (character !== '\n') continue;
    if (!quoted) row++;
    rows.push(row);
  }
  return rows;
}
