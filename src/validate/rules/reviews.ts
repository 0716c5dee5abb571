/** Rules of `data/reviews/`: rows into the columns of a `ReviewTable`. */
import type { Rules } from '../../schema/problem.ts';

import type { RawCsv } from '../../load/raw.ts';
import type { ReviewTable } from '../../schema/dataset.ts';
import { dayNumber, dayText, monthOfDay, monthText } from '../../schema/day.ts';
import { SOURCE_CLASSES } from '../../schema/method.ts';
import type { Questionnaire } from '../../schema/questionnaire.ts';
import { INCENTIVES, MODERATION_STATES, RELATIONSHIPS, REVIEW_DEFAULTS, reviewColumns } from '../../schema/review.ts';
import { answerTo, choiceOf, dayUpTo, month } from '../cell-decoders.ts';
import { CodedColumn, Growing, IdColumn, KeyColumn } from '../columns.ts';
import { TextColumn } from '../text-column.ts';
import type { Report } from '../report.ts';
import { type CellFaults, readTable } from '../table.ts';

export const REVIEWS_RULES = {
  'collection-unknown': {
    severity: 'error',
    en: [
      '"{found}"',
      'a collection in content/questionnaire.yaml: {list}; or an empty cell',
      'correct the id, or declare the collection',
    ],
    zh: ['“{found}”', 'content/questionnaire.yaml 中的收集批次之一：{list}；也可留空', '改正编号，或先申明这个批次'],
  },
  'collection-period': {
    severity: 'error',
    en: [
      '{found}',
      'a day of collection {collection}, {from} to {to}',
      'check the day, leave the column collection empty, or correct the period in content/questionnaire.yaml',
    ],
    zh: [
      '{found}',
      '收集批次 {collection} 的日期，{from} 至 {to}',
      '核对日期，或把 collection 列留空，或改正 content/questionnaire.yaml 中的起止日期',
    ],
  },
  'days-discounted': {
    severity: 'warning',
    en: [
      '{found} reviews that share a day with others of the same vendor (vendors: {vendors}) and count as at most {most}',
      'reviews of different days',
      'if they were collected by one survey, declare a collection in content/questionnaire.yaml and name it in the column collection; if the true days are known, write them; else nothing need be done',
    ],
    zh: [
      '{found} 条评价（{vendors} 家）与同一家的其他评价日期相同，至多算 {most} 条',
      '日期各不相同的评价',
      '如果是同一次问卷收回的，请在 content/questionnaire.yaml 申明收集批次，并写在 collection 列；知道真实日期的，请写真实日期；否则不必改动',
    ],
  },
} as const satisfies Rules;

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
        const { id: found, from, to } = collections[collection.values.at(row)];
        faults.add(i, 'reviewed_on', 'collection-period', { found: dayText(on), collection: found, from, to });
      }
      const then = experienced.values.at(row);
      if (then === -1) continue;
      const reviewed = monthOfDay(day.values.at(row));
      if (then > reviewed) {
        faults.add(i, 'experienced_in', 'date-order', {
          other: 'reviewed_on',
          limit: monthText(reviewed),
          found: monthText(then),
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

/** Of the rows `from` up to `to` (excluded) of a table of reviews: what shares a day, and what it comes to. */
export interface SharedDays {
  /** Reviews that share their day with others of the same vendor. */
  reviews: number;
  /** Vendors that they are about. */
  vendors: number;
  /** For how many reviews they count at most, rounded up. */
  most: number;
  /** The first of these rows. */
  first: number;
}

interface Dated {
  vendor: ArrayLike<number>;
  /** Days since 1970-01-01. */
  day: ArrayLike<number>;
}

/** Below this share of the rows, and below this number of reviews, a loss is not worth a warning: some always meet by chance. */
const LEAST_SHARE = 0.1;
const LEAST_REVIEWS = 5;

// Days of all years that a date can have (0..9999) lie between -2^22 and 2^22.
const keyOf = ({ vendor, day }: Dated, row: number): number => vendor[row] * 2 ** 23 + day[row] + 2 ** 22;

/** Number of reviews of each vendor on each day, among rows 0 up to `count` that `discounted` chooses. */
export function reviewsByDay(
  table: Dated,
  count: number,
  discounted: (row: number) => boolean,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    if (!discounted(row)) continue;
    const key = keyOf(table, row);
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

/**
 * What rows `from` up to `to` lose by sharing days. A day of n reviews counts for at most n / (1 + r (n - 1)), which it reaches
 * when each has full weight; so each of them counts for at most 1 / (1 + r (n - 1)).
 * @param discounted whether a row counts and may be discounted: published and of no collection.
 * @param byDay from `reviewsByDay`; may include rows of other files.
 * @param correlation r of the method, 0..1.
 * @returns undefined when little or nothing is lost: less than a tenth of the rows that `discounted` chooses, or less than 5 reviews.
 */
export function sharedDays(
  table: Dated,
  [from, to]: readonly [number, number],
  discounted: (row: number) => boolean,
  byDay: ReadonlyMap<number, number>,
  correlation: number,
): SharedDays | undefined {
  const vendors = new Set<number>();
  let [all, reviews, most, first] = [0, 0, 0, -1];
  for (let row = from; row < to; row++) {
    if (!discounted(row)) continue;
    all += 1;
    const sameDay = byDay.get(keyOf(table, row)) ?? 1;
    if (sameDay === 1) continue;
    if (reviews === 0) first = row;
    reviews += 1;
    vendors.add(table.vendor[row]);
    most += 1 / (1 + correlation * (sameDay - 1));
  }
  const lost = reviews - most;
  if (lost < LEAST_REVIEWS || lost < LEAST_SHARE * all) return undefined;
  // Sums of quotients end a hair above or below a whole number.
  return { reviews, vendors: vendors.size, most: Math.ceil(most - 1e-9), first };
}
