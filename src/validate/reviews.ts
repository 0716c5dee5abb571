/** `data/reviews/*.csv`: rows into the columns of a `ReviewTable`. */
import type { RawCsv } from '../load/raw.ts';
import type { ReviewTable } from '../schema/dataset.ts';
import { SOURCE_CLASSES } from '../schema/method.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';
import { INCENTIVES, MODERATION_STATES, RELATIONSHIPS, REVIEW_DEFAULTS, reviewColumns } from '../schema/review.ts';
import { answerTo, choiceOf, dayUpTo, month } from './cell-decoders.ts';
import type { CellFaults } from './cell-faults.ts';
import { CodedColumn } from './column-coded.ts';
import { IdColumn } from './column-id.ts';
import { KeyColumn } from './column-key.ts';
import { TextColumn } from './column-text.ts';
import { monthOfDay } from './dates.ts';
import type { Report } from './report.ts';
import { readTable } from './table.ts';

const int32 = (length: number): Int32Array => new Int32Array(length);
const uint8 = (length: number): Uint8Array => new Uint8Array(length);
const float64 = (length: number): Float64Array => new Float64Array(length);

/**
 * Reads all reviews.
 * @param slugs vendors in the order of the dataset.
 * @param questionnaire undefined when it is faulty: then only the fixed columns are read.
 * @param asOf the last day that may be named; undefined when it is not known.
 */
export function readReviews(
  files: readonly RawCsv[],
  slugs: readonly string[],
  questionnaire: Questionnaire | undefined,
  asOf: string | undefined,
  report: Report,
): ReviewTable {
  const id = new IdColumn();
  const vendor = new CodedColumn('vendor', 'required', int32, choiceOf(slugs, 'vendor-unknown'), slugs.length);
  const day = new CodedColumn('reviewed_on', 'required', int32, dayUpTo(asOf));
  const experienced = new CodedColumn('experienced_in', -1, int32, month);
  const source = new CodedColumn('source', 'required', uint8, choiceOf(SOURCE_CLASSES));
  const relationship = new CodedColumn('relationship', RELATIONSHIPS.indexOf(REVIEW_DEFAULTS.relationship), uint8, choiceOf(RELATIONSHIPS));
  const incentive = new CodedColumn('incentive', INCENTIVES.indexOf(REVIEW_DEFAULTS.incentive), uint8, choiceOf(INCENTIVES));
  const moderation = new CodedColumn('moderation', 'required', uint8, choiceOf(MODERATION_STATES));
  const reviewer = new KeyColumn('reviewer', true);
  const text = new TextColumn('text', reviewColumns.text, { longest: 4000, lines: true, published: true });
  const language = new TextColumn('language', reviewColumns.language, { longest: 0, lines: false, published: false });
  const consent = new TextColumn('consent', reviewColumns.consent, { longest: 64, lines: false, published: false, keep: false });
  const reason = new TextColumn('moderation_reason', reviewColumns.moderation_reason, { longest: 300, lines: false, published: true });
  const answers = (questionnaire?.questions ?? []).map((q) => new CodedColumn(q.id, NaN, float64, answerTo(q)));
  const fixed = [id, vendor, day, experienced, source, relationship, incentive, reviewer, text, language, consent, moderation, reason];

  const withheld = MODERATION_STATES.indexOf('withheld');
  const checkRows = (base: number, rows: number, faults: CellFaults): void => {
    for (let i = 0; i < rows; i++) {
      const row = base + i;
      if (moderation.values.at(row) === withheld && !reason.texts.has(row)) {
        faults.add(i, 'moderation_reason', 'reason-needed', { found: 'withheld' });
      }
      const then = experienced.values.at(row);
      if (then === -1) continue;
      const reviewed = monthOfDay(day.values.at(row));
      if (then > reviewed) {
        faults.add(i, 'experienced_in', 'date-order', { other: 'reviewed_on', limit: monthName(reviewed), found: monthName(then) });
      }
    }
  };
  const count = readTable(files, { columns: [...fixed, ...answers], check: checkRows, open: questionnaire === undefined }, report);
  return {
    count,
    id: id.ids,
    vendor: vendor.values.first(count),
    day: day.values.first(count),
    experienced: experienced.values.first(count),
    source: source.values.first(count),
    relationship: relationship.values.first(count),
    incentive: incentive.values.first(count),
    moderation: moderation.values.first(count),
    reviewer: reviewer.values.first(count),
    answers: answers.map((a) => a.values.first(count)),
    text: text.texts,
    language: language.texts,
    moderationReason: reason.texts,
  };
}

function monthName(month: number): string {
  return `${1970 + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}
