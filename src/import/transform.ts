/** The whole import, from a table in memory to the files that are to be written. Pure: it reads and writes nothing. */
import type { Mapping } from '../schema/mapping.ts';
import { dayNumber } from '../schema/day.ts';
import { reviewsByDay, sharedDays } from '../validate/rules/reviews.ts';
import type { SharedDays } from '../validate/rules/reviews.ts';
import { answersFromRows } from './answers.ts';
import type { ReportedAnswers } from './answers.ts';
import { carryModeration, type CsvRow, csvText, sortedRows, tableRows, targetColumns } from './table.ts';
import { selectRows } from './select.ts';
import type { OnLeftOut } from './select.ts';
import { columnReader } from './sheet.ts';
import type { Row, Sheet } from './sheet.ts';
import type { Tools } from './step.ts';
import { Tallier } from './tally.ts';
import type { Tally } from './tally.ts';
import {
  compileDraft,
  mergedVendorText,
  type NameDiffers,
  newVendorText,
  VendorBook,
  type VendorFiles,
} from './vendors.ts';
import type { ImportTarget } from './files.ts';

export interface ImportInput {
  /** Id of the mapping, which names the table that is written. */
  id: string;
  /** A mapping without faults (see `check.ts`). */
  mapping: Mapping;
  sheet: Sheet;
  workspace: ImportTarget;
  vendorFiles: VendorFiles;
  /** Rows of the table that an earlier import wrote; none on the first. */
  earlier: readonly CsvRow[];
  tools: Tools;
}

export interface ImportOutput {
  /** Paths from the workspace's root, in the order of the paths. */
  files: { path: string; text: string }[];
  tally: Tally;
  created: string[];
  kept: string[];
  differing: NameDiffers[];
  /** Moderation decisions carried over from the earlier table. */
  carried: number;
  /** Moderated rows of the earlier table that the new one does not have. */
  lost: string[];
  /** Reviews written that will count for much less than their number, because they share days; undefined when there are none. */
  sharedDays?: SharedDays;
}

/** Runs an import. @throws Error when an existing vendor file that answers go into cannot be read as YAML. */
export function transform(input: ImportInput): ImportOutput {
  const { mapping, sheet, workspace, tools } = input;
  const column = columnReader(sheet.columns, mapping.source.missing);
  const tallier = new Tallier();
  const leaveOut: OnLeftOut = (row, where, why) => {
    tallier.leaveOut(row, where, why);
  };
  const whole = sheet.rows.filter((row) => {
    if (row.fault !== undefined) leaveOut(row, '', { out: 'error', reason: row.fault, found: extent(row) });
    return row.fault === undefined;
  });
  const rows = selectRows(whole, mapping.rows, column, leaveOut);
  const book = new VendorBook(input.vendorFiles, compileDraft(mapping.vendors, column, tools), mapping.vendors.create);
  const files: ImportOutput['files'] = [];
  let carried = { count: 0, lost: [] as string[] };
  let shared: SharedDays | undefined;
  let answers = new Map<string, ReportedAnswers>();
  if (mapping.target === 'answers') {
    answers = answersFromRows(mapping, rows, workspace.frameworks, book, column, tools, leaveOut);
  } else {
    const target = targetColumns(mapping.target, workspace.questionnaire);
    const made = tableRows(mapping, rows, target, book, column, tools, leaveOut);
    const kept =
      mapping.target === 'reviews' ? carryModeration(input.earlier, made) : { rows: made, count: 0, lost: [] };
    const moderated = kept.count > 0 ? ['moderation', 'moderation_reason'] : [];
    const written = new Set([...Object.keys(mapping.columns), ...target.required, ...moderated]);
    const names = target.names.filter((name) => written.has(name));
    files.push({ path: tablePath(mapping.target, input.id), text: csvText(names, sortedRows(kept.rows, target.when)) });
    carried = kept;
    if (mapping.target === 'reviews') shared = sharedDaysOf(kept.rows, workspace.dayCorrelation);
  }
  const evidence = mapping.target === 'answers' ? mapping.evidence : [];
  for (const [slug, draft] of book.created) {
    files.push({
      path: vendorPath(slug),
      text: newVendorText(draft, answers.get(slug) ?? new Map<string, never>(), evidence),
    });
  }
  for (const slug of book.kept) {
    const reported = answers.get(slug);
    if (reported === undefined || reported.size === 0) continue;
    files.push({ path: vendorPath(slug), text: mergedVendorText(input.vendorFiles(slug) ?? '', reported, evidence) });
  }
  return {
    files,
    tally: tallier.tally(sheet.rows.length),
    created: book.created.map(([slug]) => slug),
    kept: book.kept,
    differing: book.differing,
    carried: carried.count,
    lost: carried.lost,
    ...(shared === undefined ? {} : { sharedDays: shared }),
  };
}

/** What these reviews lose by sharing days, once those that are pending are published. */
function sharedDaysOf(rows: readonly CsvRow[], dayCorrelation: number): SharedDays | undefined {
  const numbers = new Map<string, number>();
  const vendor = rows.map(({ vendor: slug = '' }) => {
    const known = numbers.get(slug) ?? numbers.size;
    numbers.set(slug, known);
    return known;
  });
  const table = { vendor, day: rows.map((row) => dayNumber(row['reviewed_on'] ?? '')) };
  const discounted = (row: number): boolean =>
    rows[row]?.['moderation'] !== 'withheld' && (rows[row]?.['collection'] ?? '') === '';
  return sharedDays(table, [0, rows.length], discounted, reviewsByDay(table, rows.length, discounted), dayCorrelation);
}

/** First cell of a record, and the lines that it takes when they are several: an open quote swallows what follows. */
function extent(row: Row): string {
  const breaks = row.cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  const first = row.cells[0] ?? '';
  return breaks === 0 ? first : `${row.line}–${row.line + breaks}: ${first}`;
}

/** Path of the table that a mapping writes. */
export function tablePath(target: 'reviews' | 'observations', id: string): string {
  return `data/${target}/${id}.csv`;
}

/** Path of a vendor's file. */
export function vendorPath(slug: string): string {
  return `data/vendors/${slug}.yaml`;
}
