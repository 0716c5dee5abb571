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

/** One criterion's answer as told so far; exactly one of the three parts is used. */
export interface ToldAnswer {
  value?: number;
  level?: string;
  facets?: Record<string, string>;
  evidence: readonly string[];
}

/** Answers of one vendor by `<framework>/<criterion>`. */
export type ToldAnswers = Map<string, ToldAnswer>;

/** A single told thing: where it goes and its text. */
interface Part {
  criterion: string;
  /** `value`, `level` or the facet's id, as a field name for reports. */
  field: string;
  make: Make;
  fits: (text: string) => boolean;
  put: (answer: ToldAnswer, text: string) => void;
  /** Whether something else has been told here before. */
  conflicts: (answer: ToldAnswer, text: string) => boolean;
  evidence: readonly string[];
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

  function take(row: Row): { field: string; why: LeftOut } | undefined {
    const slug = slugOf(row);
    if (typeof slug !== 'string') return { field: 'vendor', why: slug };
    if (slug === '') return { field: 'vendor', why: { out: 'error', reason: 'required-empty', found: '' } };
    if (!id.safeParse(slug).success) return { field: 'vendor', why: { out: 'error', reason: 'not-allowed', found: slug } };
    if (mapping.existing === 'keep' && book.exists(slug)) return { field: 'vendor', why: { out: 'skip', reason: 'vendor-exists', found: slug } };
    const answers: ToldAnswers = byVendor.get(slug) ?? new Map<string, ToldAnswer>();
    const told: [Part, string][] = [];
    for (const part of parts) {
      const made = part.make(row);
      if (typeof made !== 'string') return { field: part.field, why: made };
      if (made === '') continue;
      if (!part.fits(made)) return { field: part.field, why: { out: 'error', reason: 'not-allowed', found: made } };
      const before = answers.get(part.criterion);
      if (before !== undefined && part.conflicts(before, made)) return { field: part.field, why: { out: 'error', reason: 'answered-twice', found: made } };
      told.push([part, made]);
    }
    const refused = book.admit(slug, row);
    if (refused !== undefined) return refused;
    byVendor.set(slug, answers);
    for (const [part, text] of told) {
      const answer = answers.get(part.criterion) ?? { evidence: part.evidence };
      part.put(answer, text);
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
      new Map(refs.flatMap((ref) => {
        const told = answers.get(ref);
        return told === undefined ? [] : [[ref, told] as const];
      })),
    ]),
  );
}

function partsOf(answer: MappedAnswer, frameworks: readonly Framework[], column: Columns, tools: Tools): Part[] {
  const { criterion, evidence } = answer;
  if (answer.value !== undefined) {
    return [{
      criterion, evidence, field: `${criterion}.value`,
      make: compileCell(answer.value, column, tools),
      fits: (text) => readNumber(text) !== undefined,
      put: (told, text) => { told.value = Number(text); },
      conflicts: (told, text) => told.value !== undefined && told.value !== Number(text),
    }];
  }
  if (answer.level !== undefined) {
    const measure = criterionOf(frameworks, criterion)?.measure;
    const levels = new Set(measure?.kind === 'level' ? measure.levels.map((l) => l.id) : []);
    return [{
      criterion, evidence, field: `${criterion}.level`,
      make: compileCell(answer.level, column, tools),
      fits: (text) => levels.has(text),
      put: (told, text) => { told.level = text; },
      conflicts: (told, text) => told.level !== undefined && told.level !== text,
    }];
  }
  return Object.entries(answer.facets ?? {}).map(([facet, cell]) => ({
    criterion, evidence, field: `${criterion}.facets.${facet}`,
    make: compileCell(cell, column, tools),
    fits: (text) => FACET_STATES.has(text),
    put: (told, text) => { told.facets = { ...told.facets, [facet]: text }; },
    conflicts: (told, text) => (told.facets?.[facet] ?? text) !== text,
  }));
}
