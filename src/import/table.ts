/** Records to rows of our review or observation table, and that table's columns. */
import * as z from 'zod';
import type { Mapping } from '../schema/mapping.ts';
import { NEVER, OBSERVATION_REQUIRED, observationColumns } from '../schema/observation.ts';
import { type ObservedItem, type Question, type Questionnaire, YES_NO } from '../schema/questionnaire.ts';
import { REVIEW_REQUIRED, reviewColumns } from '../schema/review.ts';
import { personalData } from '../validate/personal-data.ts';
import { csvText as textOf } from '../write/csv.ts';
import { type Columns, compileCell } from './cell.ts';
import { numberReader, PLAIN_NUMBER, type Tools } from './step.ts';
import type { OnLeftOut } from './select.ts';
import type { Row } from './sheet.ts';
import type { LeftOut } from './tally.ts';
import { compareText } from '../schema/order.ts';
import { descriptionOf } from '../schema/text.ts';
import type { VendorBook } from './vendors.ts';

type TableMapping = Extract<Mapping, { target: 'reviews' | 'observations' }>;

/**
 * Rows of ours, in the order of the file. A record is left out when one of its cells is, when a required cell is empty, when
 * a cell may not stand in its column, when its day is outside of its collection, or when its id was there before.
 */
export function tableRows(
  mapping: TableMapping,
  rows: readonly Row[],
  target: TargetColumns,
  book: VendorBook,
  column: Columns,
  tools: Tools,
  onLeftOut: OnLeftOut,
): CsvRow[] {
  const makers = target.names.flatMap((name) => {
    const cell = mapping.columns[name];
    return cell === undefined
      ? []
      : [{ name, make: compileCell(cell, column, tools), required: target.required.includes(name) }];
  });
  const ids = new Set<string>();
  const taken: CsvRow[] = [];
  for (const row of rows) {
    const ours: Record<string, string> = {};
    const refused =
      fill(row, ours) ?? outsidePeriod(ours) ?? repeated(ours['id'] ?? '') ?? book.admit(ours['vendor'] ?? '', row);
    if (refused !== undefined) {
      onLeftOut(row, refused.field, refused.why);
      continue;
    }
    ids.add(ours['id'] ?? '');
    taken.push(ours);
  }
  return taken;

  function fill(row: Row, ours: Record<string, string>): Refused | undefined {
    for (const { name, make, required } of makers) {
      const made = make(row);
      if (typeof made !== 'string') return { field: name, why: made };
      if (made === '' && !required) continue;
      const why = cellFault(name, made, target);
      if (why !== undefined) return { field: name, why };
      ours[name] = made;
    }
    return undefined;
  }

  /** Dates of our tables are written YYYY-MM-DD, so their order is that of texts. */
  function outsidePeriod(ours: Readonly<Record<string, string>>): Refused | undefined {
    const period = target.periods.get(ours['collection'] ?? '');
    const day = ours[target.when] ?? '';
    if (period === undefined || (day >= period.from && day <= period.to)) return undefined;
    return { field: target.when, why: { out: 'error', reason: 'outside-collection', found: day } };
  }

  function repeated(id: string): Refused | undefined {
    return ids.has(id) ? { field: 'id', why: { out: 'error', reason: 'id-repeated', found: id } } : undefined;
  }
}

interface Refused {
  field: string;
  why: LeftOut;
}

/** Columns in which people write freely: what they must not hold, git could not forget. */
const FREE_TEXT: ReadonlySet<string> = new Set(['text', 'consent', 'moderation_reason']);

/** What is wrong with a cell that must or does hold something. Of personal data the report names the kind, never the data. */
function cellFault(name: string, text: string, target: TargetColumns): LeftOut | undefined {
  if (text === '') return { out: 'error', reason: 'required-empty', found: '' };
  if (!target.fits(name, text)) return { out: 'error', reason: 'not-allowed', found: text };
  const [personal] = FREE_TEXT.has(name) ? personalData(text) : [];
  return personal === undefined ? undefined : { out: 'error', reason: 'personal-data', found: personal.rule };
}

interface TargetColumns {
  /** All names, in the order in which they are written. */
  names: readonly string[];
  required: readonly string[];
  /** Whether a text that is not empty may stand in the column. */
  fits: (column: string, text: string) => boolean;
  /** Everything that the column may hold, when it is a short list; else nothing. */
  choices: (column: string) => readonly string[];
  /** In a few words, what the column holds. */
  describe: (column: string) => string;
  /** Days that a row of a collection may have, by the collection's id. */
  periods: ReadonlyMap<string, { from: string; to: string }>;
  /** Column of the day or minute, by which rows are sorted. */
  when: string;
}

/** Columns of `target` under this questionnaire. */
export function targetColumns(target: 'reviews' | 'observations', questionnaire: Questionnaire): TargetColumns {
  const { observations } = questionnaire;
  const fixed = target === 'reviews' ? reviewColumns : observationColumns;
  const questions = target === 'reviews' ? questionnaire.questions : (observations?.items ?? []);
  const asked = new Map(questions.map((q) => [q.id, q]));
  const listed = new Map([
    ['channel', new Set(observations?.channels.map((c) => c.id))],
    ['scenario', new Set(observations?.scenarios.map((s) => s.id))],
  ]);
  const shapes = new Map(Object.entries(fixed));
  const lists =
    target === 'observations' ? listed : new Map([['collection', new Set(questionnaire.collections.map((c) => c.id))]]);
  return {
    names: [...shapes.keys(), ...asked.keys()],
    required: target === 'reviews' ? REVIEW_REQUIRED : OBSERVATION_REQUIRED,
    periods: new Map(questionnaire.collections.map((c) => [c.id, c])),
    when: target === 'reviews' ? 'reviewed_on' : 'sent_at',
    fits: (column, text) => {
      const question = asked.get(column);
      if (question !== undefined) return fitsQuestion(question, text);
      return (shapes.get(column)?.safeParse(text).success ?? false) && (lists.get(column)?.has(text) ?? true);
    },
    describe: (column) => {
      const question = asked.get(column);
      if (question?.kind === 'rating') return `${question.low} … ${question.high}`;
      if (question?.kind === 'duration') return `0 …, ${NEVER}`;
      const shape = shapes.get(column);
      const about = shape && descriptionOf(shape);
      return about === undefined ? '…' : `${about.en} / ${about.zh}`;
    },
    choices: (column) => {
      if (asked.get(column)?.kind === 'share') return YES_NO;
      const shape = shapes.get(column);
      return shape instanceof z.ZodEnum ? shape.options.map(String) : [...(lists.get(column) ?? [])];
    },
  };
}

const read = numberReader(PLAIN_NUMBER);

/** rating: a number on its scale; share: yes or no; duration: minutes from 0, or `none`. */
function fitsQuestion(question: Question | ObservedItem, text: string): boolean {
  if (question.kind === 'share') return (YES_NO as readonly string[]).includes(text);
  if (question.kind === 'duration' && text === NEVER) return true;
  const value = read(text);
  if (value === undefined) return false;
  if (question.kind === 'duration') return value >= 0;
  return value >= Math.min(question.low, question.high) && value <= Math.max(question.low, question.high);
}

/** A row with the same id is the same review only if these columns are unchanged. */
const SAME = ['vendor', 'reviewed_on', 'reviewer', 'text'] as const;

interface Carried {
  rows: CsvRow[];
  /** Ids of moderated rows that the new file no longer has. */
  lost: string[];
  /** How many reviews keep a moderation that the mapping would not give them. */
  count: number;
}

const moderationOf = (row: CsvRow) => ({
  moderation: row['moderation'] ?? 'published',
  moderation_reason: row['moderation_reason'] ?? '',
});

/** Whether an editor has decided about the row: it is neither pending nor simply published. */
const isDecided = (row: CsvRow) => {
  const { moderation, moderation_reason } = moderationOf(row);
  return moderation_reason !== '' || (moderation !== 'published' && moderation !== 'pending');
};

/**
 * Puts the moderation of `earlier` rows on the same rows of `rows`: importing a file again must not undo what editors decided
 * about its reviews, be it withheld, or published where the mapping says pending.
 */
export function carryModeration(earlier: readonly CsvRow[], rows: readonly CsvRow[]): Carried {
  const before = new Map(earlier.map((row) => [row['id'] ?? '', row]));
  const left = new Set(earlier.filter(isDecided).map((row) => row['id'] ?? ''));
  let count = 0;
  const carried = rows.map((row) => {
    const id = row['id'] ?? '';
    const old = before.get(id);
    if (old === undefined || SAME.some((column) => (old[column] ?? '') !== (row[column] ?? ''))) return row;
    left.delete(id);
    const [kept, mapped] = [moderationOf(old), moderationOf(row)];
    if (kept.moderation === mapped.moderation && kept.moderation_reason === mapped.moderation_reason) return row;
    count += 1;
    return { ...row, ...kept };
  });
  return { rows: carried, lost: [...left], count };
}

/** One row of ours by column name; '' = unknown. */
export type CsvRow = Readonly<Record<string, string>>;

/** The rows in the order vendor, `when`, id (code units), so that a new review is placed beside its vendor's others. */
export function sortedRows<R extends CsvRow>(rows: readonly R[], when: string): R[] {
  const by = (a: R, b: R, column: string) => compareText(a[column] ?? '', b[column] ?? '');
  return [...rows].sort((a, b) => by(a, b, 'vendor') || by(a, b, when) || by(a, b, 'id'));
}

/** CSV text with LF line ends, the last included. Cells are written as they are: these files are data, not spreadsheets. */
export function csvText(columns: readonly string[], rows: readonly CsvRow[]): string {
  return textOf([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))], '\n');
}
