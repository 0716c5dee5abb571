/**
 * A fictional workspace's `data/`. Pure: the same arguments give the same bytes. A vendor's file depends on its number
 * alone, so that more vendors, at the same mean numbers of reviews and contacts, change nobody's file.
 */
import { askedQuestions } from './asked.ts';
import type { SampleOptions } from './context.ts';
import { jobOf } from './context.ts';
import { codingHead, codingLine, observationHead, observationLine, reviewHead, reviewLine } from './csv-text.ts';
import { dateOf } from './days.ts';
import { makeVendor } from './make-vendor.ts';
import { caseYaml, vendorYaml } from './yaml-text.ts';

/** A piece of a file. Pieces of one path come in order; pieces of different paths may take turns. */
export interface Piece {
  path: string;
  text: string;
}

/** Rows in one CSV file before the next is begun: each stays small enough to open. */
const ROWS_PER_FILE = 200_000;

/** Where rows of a year go: `<folder>/<year>.csv`, then `<year>-2.csv` and so on. */
class YearFiles {
  readonly #folder: string;
  readonly #head: string;
  readonly #rows = new Map<string, number>();

  constructor(folder: string, head: string) {
    this.#folder = folder;
    this.#head = head;
  }

  /** Adds a row; returns the piece of text and the file that it belongs to. */
  add(day: number, text: string): Piece {
    const year = dateOf(day).slice(0, 4);
    const rows = this.#rows.get(year) ?? 0;
    this.#rows.set(year, rows + 1);
    const file = Math.floor(rows / ROWS_PER_FILE);
    const path = `${this.#folder}/${year}${file === 0 ? '' : `-${file + 1}`}.csv`;
    return { path, text: rows % ROWS_PER_FILE === 0 ? this.#head + text : text };
  }
}

/** All files piece by piece, so that any number of rows can be written without holding them. Throws as `jobOf`. */
export function* samplePieces(options: SampleOptions): Generator<Piece, void, undefined> {
  const job = jobOf(options);
  const asked = askedQuestions(job);
  const reviews = new YearFiles('data/reviews', reviewHead(job.questionnaire));
  const observations = new YearFiles('data/observations', observationHead(job.questionnaire));
  const codings = new YearFiles('data/codings', codingHead());
  for (let index = 0; index < job.vendors; index += 1) {
    const vendor = makeVendor(job, asked, index);
    yield { path: `data/vendors/${vendor.slug}.yaml`, text: vendorYaml(vendor.file) };
    for (const { id, ...file } of vendor.cases) yield { path: `data/cases/${id}.yaml`, text: caseYaml(file) };
    for (const review of vendor.reviews) yield reviews.add(review.day, reviewLine(vendor.slug, review));
    for (const row of vendor.observations) yield observations.add(row.day, observationLine(vendor.slug, row));
    for (const coding of vendor.codings) yield codings.add(coding.day, codingLine(vendor.slug, coding));
  }
}

/** All files whole, by path, in the order of their paths. For sizes that fit into memory. Throws as `jobOf`. */
export function generateSample(options: SampleOptions): Map<string, string> {
  const parts = new Map<string, string[]>();
  for (const { path, text } of samplePieces(options)) {
    const list = parts.get(path);
    if (list === undefined) parts.set(path, [text]);
    else list.push(text);
  }
  const paths = [...parts.keys()].sort((a, b) => (a < b ? -1 : 1));
  return new Map(paths.map((path) => [path, (parts.get(path) ?? []).join('')]));
}
