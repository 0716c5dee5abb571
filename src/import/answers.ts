/** Records to answers of vendors: one record may answer many criteria, and several records may answer for one vendor. */
import type { Criterion, Framework } from '../schema/framework.ts';
import type { MappedAnswer, Mapping } from '../schema/mapping.ts';
import { ANSWER_STATES } from '../schema/vendor.ts';
import { compileCell } from './cell.ts';
import type { Columns, Make } from './cell.ts';
import type { LeftOut } from './tally.ts';
import { numberReader, PLAIN_NUMBER, type Tools } from './step.ts';
import type { OnLeftOut } from './select.ts';
import type { Row } from './sheet.ts';
import { id } from '../schema/text.ts';
import type { VendorBook } from './vendors.ts';

export type AnswersMapping = Extract<Mapping, { target: 'answers' }>;

/** Keys of a number in an answer: a value and its error, or the two counts of a ratio. */
export const NUMBER_KEYS = ['value', 'error', 'numerator', 'denominator'] as const;

/** One criterion's answer from the rows so far; exactly one of number, level and facets is used. */
export interface ReportedAnswer extends Partial<Record<(typeof NUMBER_KEYS)[number], number>> {
  level?: string;
  facets?: Record<string, string>;
  evidence: readonly string[];
}

/** Answers of one vendor by `<framework>/<criterion>`. */
export type ReportedAnswers = Map<string, ReportedAnswer>;

/** A single part of a criterion's answer, as a mapping makes it. */
interface AnswerPart {
  criterion: string;
  evidence: readonly string[];
  /** What the row says here: something, nothing, or something that cannot be used. */
  read: (row: Row) => RowAnswer | Refusal | undefined;
}

/** What a row says about one part of an answer. */
interface RowAnswer {
  field: string;
  text: string;
  put: (answer: ReportedAnswer) => void;
  /** Whether an earlier row said something else here. */
  conflicts: (before: ReportedAnswer) => boolean;
}

interface Refusal {
  /** The criterion with `value`, `level` and so on, as a field name for reports. */
  field: string;
  why: LeftOut;
}

const readNumber = numberReader(PLAIN_NUMBER);
const FACET_STATES: ReadonlySet<string> = new Set(ANSWER_STATES.filter((state) => state !== 'not-applicable'));

/** Criterion that `ref` (`<framework>/<criterion>`) names, if there is one. */
export function criterionOf(frameworks: readonly Framework[], ref: string): Criterion | undefined {
  const [frameworkId, criterionId] = ref.split('/');
  const dimensions = frameworks.find((f) => f.id === frameworkId)?.dimensions ?? [];
  return dimensions.flatMap((d) => d.criteria).find((c) => c.id === criterionId);
}

/** Answers by vendor. A record is left out as a whole, before any of it counts. An empty cell answers nothing. */
export function answersFromRows(
  mapping: AnswersMapping,
  rows: readonly Row[],
  frameworks: readonly Framework[],
  book: VendorBook,
  column: Columns,
  tools: Tools,
  onLeftOut: OnLeftOut,
): Map<string, ReportedAnswers> {
  const slugOf = compileCell(mapping.vendor, column, tools);
  const parts = mapping.answers.flatMap((answer) => partsOf(answer, frameworks, column, tools));
  const byVendor = new Map<string, ReportedAnswers>();
  for (const row of rows) {
    const refused = take(row);
    if (refused !== undefined) onLeftOut(row, refused.field, refused.why);
  }
  return inMappingOrder(byVendor, mapping);

  function take(row: Row): Refusal | undefined {
    const slug = slugOf(row);
    if (typeof slug !== 'string') return { field: 'vendor', why: slug };
    if (slug === '') return { field: 'vendor', why: { out: 'error', reason: 'required-empty', found: '' } };
    if (!id.safeParse(slug).success)
      return { field: 'vendor', why: { out: 'error', reason: 'not-allowed', found: slug } };
    if (mapping.existing === 'keep' && book.exists(slug))
      return { field: 'vendor', why: { out: 'skip', reason: 'vendor-exists', found: slug } };
    const answers: ReportedAnswers = byVendor.get(slug) ?? new Map<string, ReportedAnswer>();
    const all: [AnswerPart, RowAnswer][] = [];
    for (const part of parts) {
      const given = part.read(row);
      if (given === undefined) continue;
      if ('why' in given) return given;
      const before = answers.get(part.criterion);
      if (before !== undefined && given.conflicts(before))
        return { field: given.field, why: { out: 'error', reason: 'answered-twice', found: given.text } };
      all.push([part, given]);
    }
    const refused = book.admit(slug, row);
    if (refused !== undefined) return refused;
    byVendor.set(slug, answers);
    for (const [part, given] of all) {
      const answer = answers.get(part.criterion) ?? { evidence: part.evidence };
      given.put(answer);
      answers.set(part.criterion, answer);
    }
    return undefined;
  }
}

/** The order of the mapping, whatever the order of the records. */
function inMappingOrder(
  byVendor: ReadonlyMap<string, ReportedAnswers>,
  mapping: AnswersMapping,
): Map<string, ReportedAnswers> {
  const refs = [...new Set(mapping.answers.map((answer) => answer.criterion))];
  return new Map(
    [...byVendor].map(([slug, answers]) => [
      slug,
      new Map(
        refs.flatMap((ref) => {
          const answer = answers.get(ref);
          return answer === undefined ? [] : [[ref, answer] as const];
        }),
      ),
    ]),
  );
}

function partsOf(answer: MappedAnswer, frameworks: readonly Framework[], column: Columns, tools: Tools): AnswerPart[] {
  const { criterion, evidence } = answer;
  if (answer.value !== undefined || answer.numerator !== undefined)
    return [{ criterion, evidence, read: numberReaderOf(answer, column, tools) }];
  if (answer.level !== undefined) {
    const measure = criterionOf(frameworks, criterion)?.measure;
    const levels = new Set(measure?.kind === 'level' ? measure.levels.map((l) => l.id) : []);
    const make = compileCell(answer.level, column, tools);
    return [
      {
        criterion,
        evidence,
        read: textReaderOf(`${criterion}.level`, make, levels, (level) => ({
          put: (answer) => {
            answer.level = level;
          },
          conflicts: (before) => before.level !== undefined && before.level !== level,
        })),
      },
    ];
  }
  return Object.entries(answer.facets ?? {}).map(([facet, cell]) => ({
    criterion,
    evidence,
    read: textReaderOf(`${criterion}.facets.${facet}`, compileCell(cell, column, tools), FACET_STATES, (state) => ({
      put: (answer) => {
        answer.facets = { ...answer.facets, [facet]: state };
      },
      conflicts: (before) => (before.facets?.[facet] ?? state) !== state,
    })),
  }));
}

/** Reads the text of a cell that is one of `allowed`. */
function textReaderOf(
  field: string,
  make: Make,
  allowed: ReadonlySet<string>,
  use: (text: string) => Pick<RowAnswer, 'put' | 'conflicts'>,
): AnswerPart['read'] {
  return (row) => {
    const text = make(row);
    if (typeof text !== 'string') return { field, why: text };
    if (text === '') return undefined;
    return allowed.has(text) ? { field, text, ...use(text) } : refused(field, 'not-allowed', text);
  };
}

/**
 * Reads a number: a value with its error, whose cell may be empty, or the two counts of a ratio, of which a row gives both or
 * neither. The rules are those of a vendor file: error >= 0, 0 <= numerator <= denominator, denominator > 0.
 */
function numberReaderOf(answer: MappedAnswer, column: Columns, tools: Tools): AnswerPart['read'] {
  const cells = NUMBER_KEYS.flatMap((key) => {
    const cell = answer[key];
    return cell === undefined
      ? []
      : [{ key, field: `${answer.criterion}.${key}`, make: compileCell(cell, column, tools) }];
  });
  return (row) => {
    const numbers: Partial<Record<(typeof NUMBER_KEYS)[number], number>> = {};
    const texts: string[] = [];
    const empty: string[] = [];
    for (const { key, field, make } of cells) {
      const text = make(row);
      if (typeof text !== 'string') return { field, why: text };
      if (text === '') {
        if (key !== 'error') empty.push(field);
        continue;
      }
      const number = readNumber(text);
      if (number === undefined || (key !== 'value' && number < 0) || (key === 'denominator' && number === 0))
        return refused(field, 'not-allowed', text);
      numbers[key] = number;
      texts.push(text);
    }
    const [first] = cells;
    if (texts.length === 0 || first === undefined) return undefined;
    if (empty[0] !== undefined) return refused(empty[0], 'required-empty', '');
    const { numerator, denominator } = numbers;
    if (numerator !== undefined && denominator !== undefined && numerator > denominator)
      return refused(first.field, 'not-allowed', texts.join(' / '));
    return {
      field: first.field,
      text: texts.join(' / '),
      put: (answer) => Object.assign(answer, numbers),
      conflicts: (before) => NUMBER_KEYS.some((key) => before[key] !== numbers[key]),
    };
  };
}

function refused(field: string, reason: LeftOut['reason'], found: string): Refusal {
  return { field, why: { out: 'error', reason, found } };
}
