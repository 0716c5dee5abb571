/** `data/reviews/*.csv`: rows into the columns of a `ReviewTable`. */
import type { RawCsv } from '../load/raw.ts';
import type { ReviewTable } from '../schema/dataset.ts';
import { SOURCE_CLASSES } from '../schema/method.ts';
import type { Collection, Questionnaire } from '../schema/questionnaire.ts';
import { INCENTIVES, MODERATION_STATES, RELATIONSHIPS, REVIEW_DEFAULTS, reviewColumns } from '../schema/review.ts';
import { answerTo, choiceOf, dayUpTo, month } from './cell-decoders.ts';
import type { CellFaults } from './cell-faults.ts';
import { CodedColumn } from './column-coded.ts';
import { IdColumn } from './column-id.ts';
import { KeyColumn } from './column-key.ts';
import { TextColumn } from './column-text.ts';
import { Growing } from './column.ts';
import { dayNumber, monthOfDay } from './dates.ts';
import type { Report } from './report.ts';
import { reviewsByDay, sharedDays } from './shared-days.ts';
import { readTable } from './table.ts';

const int32 = (length: number): Int32Array => new Int32Array(length);
const uint8 = (length: number): Uint8Array => new Uint8Array(length);
const float64 = (length: number): Float64Array => new Float64Array(length);

/**
 * Reads all reviews.
 * @param slugs vendors in the order of the dataset.
 * @param questionnaire undefined when it is faulty: then only the fixed columns are read.
 * @param asOf the last day that may be named; undefined when it is not known.
 * @param dayCorrelation of the method: 0 when reviews of one day are not discounted, or the method is faulty.
 */
export function readReviews(
  files: readonly RawCsv[],
  slugs: readonly string[],
  questionnaire: Questionnaire | undefined,
  asOf: string | undefined,
  dayCorrelation: number,
  report: Report,
): ReviewTable {
  const before = report.count;
  const id = new IdColumn();
  const vendor = new CodedColumn('vendor', 'required', int32, choiceOf(slugs, 'vendor-unknown'), slugs.length);
  const day = new CodedColumn('reviewed_on', 'required', int32, dayUpTo(asOf));
  const experienced = new CodedColumn('experienced_in', -1, int32, month);
  const source = new CodedColumn('source', 'required', uint8, choiceOf(SOURCE_CLASSES));
  const collections = questionnaire?.collections ?? [];
  const ids = collections.map((c) => c.id);
  // Of a faulty questionnaire nobody knows which collections it declares.
  const collection = new CodedColumn(
    'collection',
    -1,
    int32,
    questionnaire === undefined ? () => -1 : choiceOf(ids, 'collection-unknown'),
  );
  const relationship = new CodedColumn(
    'relationship',
    RELATIONSHIPS.indexOf(REVIEW_DEFAULTS.relationship),
    uint8,
    choiceOf(RELATIONSHIPS),
  );
  const incentive = new CodedColumn(
    'incentive',
    INCENTIVES.indexOf(REVIEW_DEFAULTS.incentive),
    uint8,
    choiceOf(INCENTIVES),
  );
  const moderation = new CodedColumn('moderation', 'required', uint8, choiceOf(MODERATION_STATES));
  const reviewer = new KeyColumn('reviewer', true);
  const text = new TextColumn('text', reviewColumns.text, { longest: 4000, lines: true, published: true });
  const language = new TextColumn('language', reviewColumns.language, { longest: 0, lines: false, published: false });
  const consent = new TextColumn('consent', reviewColumns.consent, {
    longest: 64,
    lines: false,
    published: false,
    keep: false,
  });
  const reason = new TextColumn('moderation_reason', reviewColumns.moderation_reason, {
    longest: 300,
    lines: false,
    published: true,
  });
  const answers = (questionnaire?.questions ?? []).map((q) => new CodedColumn(q.id, NaN, float64, answerTo(q)));
  const fixed = [
    id,
    vendor,
    day,
    experienced,
    source,
    collection,
    relationship,
    incentive,
    reviewer,
    text,
    language,
    consent,
    moderation,
    reason,
  ];

  const periods = collections.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
  const lines = new Growing(int32);
  const starts: { path: string; row: number }[] = [];
  const withheld = MODERATION_STATES.indexOf('withheld');
  const checkRows = (base: number, rows: number, faults: CellFaults): void => {
    if (starts.at(-1)?.path !== faults.path) starts.push({ path: faults.path, row: base });
    const lineOf = lines.room(base + rows);
    for (let i = 0; i < rows; i++) {
      const row = base + i;
      lineOf[row] = faults.line(i);
      if (moderation.values.at(row) === withheld && !reason.texts.has(row)) {
        faults.add(i, 'moderation_reason', 'reason-needed', { found: 'withheld' });
      }
      const within = periods[collection.values.at(row)];
      const on = day.values.at(row);
      if (within !== undefined && (on < within.from || on > within.to)) {
        const { id: found, from, to } = collections[collection.values.at(row)] as Collection;
        faults.add(i, 'reviewed_on', 'collection-period', { found: dayName(on), collection: found, from, to });
      }
      const then = experienced.values.at(row);
      if (then === -1) continue;
      const reviewed = monthOfDay(day.values.at(row));
      if (then > reviewed) {
        faults.add(i, 'experienced_in', 'date-order', {
          other: 'reviewed_on',
          limit: monthName(reviewed),
          found: monthName(then),
        });
      }
    }
  };
  const count = readTable(
    files,
    { columns: [...fixed, ...answers], check: checkRows, open: questionnaire === undefined },
    report,
  );
  const table: ReviewTable = {
    count,
    id: id.ids,
    vendor: vendor.values.first(count),
    day: day.values.first(count),
    experienced: experienced.values.first(count),
    source: source.values.first(count),
    collection: collection.values.first(count),
    relationship: relationship.values.first(count),
    incentive: incentive.values.first(count),
    moderation: moderation.values.first(count),
    reviewer: reviewer.values.first(count),
    answers: answers.map((a) => a.values.first(count)),
    text: text.texts,
    language: language.texts,
    moderationReason: reason.texts,
  };
  if (dayCorrelation > 0 && report.count === before) warnOfSharedDays();
  return table;

  /** Tells of each file whose reviews count for much less than their number, at the first of them. */
  function warnOfSharedDays(): void {
    const published = MODERATION_STATES.indexOf('published');
    const discounted = (row: number): boolean => table.moderation[row] === published && table.collection[row] === -1;
    const byDay = reviewsByDay(table, count, discounted);
    for (const [i, { path, row }] of starts.entries()) {
      const shared = sharedDays(table, [row, starts[i + 1]?.row ?? count], discounted, byDay, dayCorrelation);
      if (shared === undefined) continue;
      const { reviews, vendors, most, first } = shared;
      report.add({
        path,
        line: lines.at(first),
        column: 0,
        field: 'reviewed_on',
        rule: 'days-discounted',
        params: { found: reviews, vendors, most },
      });
    }
  }
}

function dayName(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function monthName(month: number): string {
  return `${1970 + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}
