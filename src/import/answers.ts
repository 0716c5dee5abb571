/** Records to answers of vendors: one record may answer many criteria, and several records may answer for one vendor. */
import type { Criterion, Framework } from '../schema/framework.ts';
import type { MappedAnswer, Mapping } from '../schema/mapping.ts';
import { ANSWER_STATES } from '../schema/vendor.ts';
import { compileCell } from './cell.ts';
import type { Columns, Make } from './cell.ts';
import type { LeftOut } from './left-out.ts';
import { numberReader, PLAIN_NUMBER } from './number-text.ts';
import type { OnLeftOut } from './select.ts';
import type { Row } from './sheet.ts';
import type { Tools } from './step.ts';
import { id } from '../schema/text.ts';
import type { VendorBook } from './vendor-book.ts';

export type AnswersMapping = Extract<Mapping, { target: 'answers' }>;

/** Keys of a number in an answer: a value and its error, or the two counts of a ratio. */
export const NUMBER_KEYS = ['value', 'error', 'numerator', 'denominator'] as const;

/** One criterion's answer as told so far; exactly one of number, level and facets is used. */
export interface ToldAnswer extends Partial<Record<(typeof NUMBER_KEYS)[number], number>> {
  level?: string;
  facets?: Record<string, string>;
  evidence: readonly string[];
}

/** Answers of one vendor by `<framework>/<criterion>`. */
export type ToldAnswers = Map<string, ToldAnswer>;

/** A single part of a criterion's answer, as a mapping makes it. */
interface Part {
  criterion: string;
  evidence: readonly string[];
  /** What the row tells here: something, nothing, or something that cannot be used. */
  tell: (row: Row) => Told | Refusal | undefined;
}

/** What a row tells about one part of an answer. */
interface Told {
  field: string;
  text: string;
  put: (answer: ToldAnswer) => void;
  /** Whether something else has been told here before. */
  conflicts: (before: ToldAnswer) => boolean;
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
export function tellAnswers(
  mapping: AnswersMapping,
  rows: readonly Row[],
  frameworks: readonly Framework[],
  book: VendorBook,
  column: Columns,
  tools: Tools,
  onLeftOut: OnLeftOut,
): Map<string, ToldAnswers> {
  const slugOf = compileCell(mapping.vendor, column, tools);
  const parts = mapping.answers.flatMap((answer) => partsOf(answer, frameworks, column, tools));
  const byVendor = new Map<string, ToldAnswers>();
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
    const answers: ToldAnswers = byVendor.get(slug) ?? new Map<string, ToldAnswer>();
    const all: [Part, Told][] = [];
    for (const part of parts) {
      const told = part.tell(row);
      if (told === undefined) continue;
      if ('why' in told) return told;
      const before = answers.get(part.criterion);
      if (before !== undefined && told.conflicts(before))
        return { field: told.field, why: { out: 'error', reason: 'answered-twice', found: told.text } };
      all.push([part, told]);
    }
    const refused = book.admit(slug, row);
    if (refused !== undefined) return refused;
    byVendor.set(slug, answers);
    for (const [part, told] of all) {
      const answer = answers.get(part.criterion) ?? { evidence: part.evidence };
      told.put(answer);
      answers.set(part.criterion, answer);
    }
    return undefined;
  }
}

/** The order of the mapping, whatever the order of the records. */
function inMappingOrder(byVendor: ReadonlyMap<string, ToldAnswers>, mapping: AnswersMapping): Map<string, ToldAnswers> {
  const refs = [...new Set(mapping.answers.map((answer) => answer.criterion))];
  return new Map(
    [...byVendor].map(([slug, answers]) => [
      slug,
      new Map(
        refs.flatMap((ref) => {
          const told = answers.get(ref);
          return told === undefined ? [] : [[ref, told] as const];
        }),
      ),
    ]),
  );
}

function partsOf(answer: MappedAnswer, frameworks: readonly Framework[], column: Columns, tools: Tools): Part[] {
  const { criterion, evidence } = answer;
  if (answer.value !== undefined || answer.numerator !== undefined)
    return [{ criterion, evidence, tell: numberTeller(answer, column, tools) }];
  if (answer.level !== undefined) {
    const measure = criterionOf(frameworks, criterion)?.measure;
    const levels = new Set(measure?.kind === 'level' ? measure.levels.map((l) => l.id) : []);
    const make = compileCell(answer.level, column, tools);
    return [
      {
        criterion,
        evidence,
        tell: textTeller(`${criterion}.level`, make, levels, (level) => ({
          put: (told) => {
            told.level = level;
          },
          conflicts: (before) => before.level !== undefined && before.level !== level,
        })),
      },
    ];
  }
  return Object.entries(answer.facets ?? {}).map(([facet, cell]) => ({
    criterion,
    evidence,
    tell: textTeller(`${criterion}.facets.${facet}`, compileCell(cell, column, tools), FACET_STATES, (state) => ({
      put: (told) => {
        told.facets = { ...told.facets, [facet]: state };
      },
      conflicts: (before) => (before.facets?.[facet] ?? state) !== state,
    })),
  }));
}

/** Tells the text of a cell that is one of `allowed`. */
function textTeller(
  field: string,
  make: Make,
  allowed: ReadonlySet<string>,
  use: (text: string) => Pick<Told, 'put' | 'conflicts'>,
): Part['tell'] {
  return (row) => {
    const text = make(row);
    if (typeof text !== 'string') return { field, why: text };
    if (text === '') return undefined;
    return allowed.has(text) ? { field, text, ...use(text) } : refused(field, 'not-allowed', text);
  };
}

/**
 * Tells a number: a value with its error, whose cell may be empty, or the two counts of a ratio, of which a row gives both or
 * neither. The rules are those of a vendor file: error >= 0, 0 <= numerator <= denominator, denominator > 0.
 */
function numberTeller(answer: MappedAnswer, column: Columns, tools: Tools): Part['tell'] {
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
      put: (told) => Object.assign(told, numbers),
      conflicts: (before) => NUMBER_KEYS.some((key) => before[key] !== numbers[key]),
    };
  };
}

function refused(field: string, reason: LeftOut['reason'], found: string): Refusal {
  return { field, why: { out: 'error', reason, found } };
}
