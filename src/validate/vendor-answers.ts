/** Answers refer to criteria and facets that exist, in the way that the criterion is measured. */
import type { Path } from '../load/raw.ts';
import type { Criterion } from '../schema/framework.ts';
import { ANSWER_STATES } from '../schema/words.ts';
import type { Answer } from '../schema/vendor.ts';
import type { FrameworkIndex, Known } from './known.ts';
import { amongst } from './nearest.ts';
import type { Report } from './report.ts';
import { valueAt } from './value-at.ts';
import type { VendorRule } from './vendor.ts';
import type { RawYaml } from '../load/raw.ts';

export const answerRule: VendorRule = ({ file, data }, known, report) => {
  for (const [frameworkId, answers] of Object.entries(data.answers)) {
    const at = ['answers', frameworkId];
    if (!known.frameworks.has(frameworkId)) unknownFramework(file, at, known, report);
    const index = known.frameworks.get(frameworkId);
    if (index !== undefined) frameworkAnswers(file, at, index, answers, report);
  }
  stateAdvice(file, known, report);
};

/** Says by which part a criterion is answered where somebody gave it the state of a facet: the shape alone cannot tell. */
function stateAdvice(file: RawYaml, known: Known, report: Report): void {
  const written = valueAt(file.value, ['answers']);
  for (const frameworkId of typeof written === 'object' ? Object.keys(written ?? {}) : []) {
    const given = valueAt(written, [frameworkId]);
    for (const id of typeof given === 'object' ? Object.keys(given ?? {}) : []) {
      const answer = valueAt(given, [id]);
      const state = typeof answer === 'string' ? answer : valueAt(answer, ['state']);
      const criterion = known.frameworks.get(frameworkId)?.criteria.get(id);
      if (criterion?.measure === undefined || typeof state !== 'string') continue;
      const at = ['answers', frameworkId, id];
      const example = WHOLE.includes(state) ? `state: ${state}` : exampleOf(criterion, state);
      if (typeof answer === 'string') report.refine(file, at, 'type', { example: `{ ${example} }` });
      else report.refine(file, [...at, 'state'], 'answer-state', { expected: PART[criterion.measure.kind], example });
    }
  }
}

/** How a criterion is answered for which somebody wrote `given`. */
function exampleOf({ measure, facets }: Criterion, given: string): string {
  if (measure?.kind === 'number') return 'value: …';
  if (measure?.kind === 'level') return `level: ${measure.levels.find((l) => l.id === given)?.id ?? '…'}`;
  const state = ANSWER_STATES.find((s) => s === given) ?? '…';
  return `facets: { ${facets
    .slice(0, 2)
    .map((facet) => `${facet.id}: ${state}`)
    .join(', ')}${facets.length > 2 ? ', …' : ''} }`;
}

/** States that a whole criterion may have. */
const WHOLE: readonly string[] = ['not-applicable', 'unknown'];

function unknownFramework(file: RawYaml, at: Path, known: Known, report: Report): void {
  report.yaml(file, at, 'framework-unknown', amongst(String(at[1]), known.frameworks.keys()), 'key');
}

function frameworkAnswers(
  file: RawYaml,
  at: Path,
  index: FrameworkIndex,
  answers: Readonly<Record<string, Answer>>,
  report: Report,
): void {
  for (const [id, answer] of Object.entries(answers)) {
    const criterion = index.criteria.get(id);
    if (criterion === undefined) {
      report.yaml(
        file,
        [...at, id],
        'criterion-unknown',
        { ...amongst(id, index.criteria.keys()), framework: index.framework.id },
        'key',
      );
    } else {
      criterionAnswer(file, [...at, id], criterion, answer, report);
    }
  }
}

/** Keys that a number may be made of. */
const NUMBER_PARTS = ['value', 'error', 'numerator', 'denominator'] as const;

/** What an answer may hold by the kind of its criterion's measure. */
const PART = { checklist: 'facets', level: 'level', number: 'value' } as const;

function criterionAnswer(file: RawYaml, at: Path, criterion: Criterion, answer: Answer, report: Report): void {
  const kind = criterion.measure?.kind;
  if (kind === undefined) {
    report.yaml(file, at, 'answer-unmeasured', {}, 'key');
    return;
  }
  for (const part of ['facets', 'level', ...NUMBER_PARTS] as const) {
    if (answer[part] === undefined) continue;
    if (part !== PART[kind] && !(kind === 'number' && part !== 'facets' && part !== 'level'))
      report.yaml(file, [...at, part], 'answer-kind', { kind, expected: PART[kind] }, 'key');
    if (answer.state !== undefined) report.yaml(file, [...at, part], 'answer-conflict', { state: answer.state }, 'key');
  }
  const given =
    kind === 'number' ? NUMBER_PARTS.some((part) => answer[part] !== undefined) : answer[PART[kind]] !== undefined;
  if (answer.state === undefined && !given) report.yaml(file, at, 'answer-empty', { expected: PART[kind] }, 'key');
  if (answer.state === 'not-applicable' && answer.reason === undefined)
    report.yaml(file, [...at, 'state'], 'reason-needed', {});
  if (criterion.measure?.kind === 'number') numberAnswer(file, at, criterion.measure.per, answer, report);
  if (kind === 'checklist') facetAnswers(file, [...at, 'facets'], criterion, answer, report);
  if (criterion.measure?.kind === 'level' && answer.level !== undefined) {
    const levels = criterion.measure.levels.map((l) => l.id);
    if (!levels.includes(answer.level))
      report.yaml(file, [...at, 'level'], 'level-unknown', amongst(answer.level, levels));
  }
}

/** A number is given once, as a value or as a ratio, and whole. @param per what a ratio is multiplied by; undefined where none is taken. */
function numberAnswer(
  file: RawYaml,
  at: Path,
  per: number | undefined,
  { value, error, numerator, denominator }: Answer,
  report: Report,
): void {
  const ratio = numerator !== undefined ? 'numerator' : denominator !== undefined ? 'denominator' : undefined;
  if (value !== undefined && ratio !== undefined)
    return report.yaml(file, [...at, ratio], 'number-twice', { other: 'value' }, 'key');
  if (error !== undefined && ratio !== undefined)
    return report.yaml(file, [...at, 'error'], 'number-twice', { other: ratio }, 'key');
  if (error !== undefined && value === undefined)
    return report.yaml(file, [...at, 'error'], 'number-part', { expected: 'value' }, 'key');
  if (ratio === undefined) return;
  if (per === undefined) return report.yaml(file, [...at, ratio], 'ratio-no-per', {}, 'key');
  if (numerator === undefined)
    return report.yaml(file, [...at, ratio], 'number-part', { expected: 'numerator' }, 'key');
  if (denominator === undefined)
    return report.yaml(file, [...at, ratio], 'number-part', { expected: 'denominator' }, 'key');
  if (numerator > denominator) report.yaml(file, [...at, 'numerator'], 'numerator-large', { limit: denominator });
}

function facetAnswers(file: RawYaml, at: Path, criterion: Criterion, answer: Answer, report: Report): void {
  const ids = criterion.facets.map((f) => f.id);
  const facets = Object.entries(answer.facets ?? {});
  if (answer.facets !== undefined && facets.length === 0)
    report.yaml(file, at, 'answer-empty', { expected: 'facets' }, 'key');
  for (const [id, said] of facets) {
    if (!ids.includes(id))
      report.yaml(file, [...at, id], 'facet-unknown', { ...amongst(id, ids), criterion: criterion.id }, 'key');
    const state = typeof said === 'string' ? said : said.state;
    const reason = typeof said === 'string' ? undefined : said.reason;
    // The criterion's own reason speaks for its facets too.
    if (state === 'not-applicable' && reason === undefined && answer.reason === undefined) {
      report.yaml(file, [...at, id], 'reason-needed', { found: state });
    }
  }
}
