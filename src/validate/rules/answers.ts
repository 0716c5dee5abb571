/** Rules of a vendor's answers: they refer to criteria and facets that exist, in the way that the criterion is measured. */
import type { Rules } from '../../schema/problem.ts';

import type { RawYaml } from '../../load/raw.ts';
import type { Criterion } from '../../schema/framework.ts';
import { type Path, valueAt } from '../../schema/plain-data.ts';
import type { Answer } from '../../schema/vendor.ts';
import { ANSWER_STATES } from '../../schema/words.ts';
import { amongst } from '../nearest.ts';
import type { Report } from '../report.ts';
import type { FrameworkIndex, References } from './references.ts';
import type { VendorRule } from './vendor.ts';

export const ANSWERS_RULES = {
  'reason-needed': {
    severity: 'error',
    en: ['"{found}" without a reason', 'a published reason', 'add the reason'],
    zh: ['“{found}”而没有理由', '公开的理由', '补上理由'],
  },
  'facet-unknown': {
    severity: 'error',
    en: ['"{found}"', 'a facet of {criterion}: {list}', 'write the id of a facet'],
    zh: ['“{found}”', '指标 {criterion} 的要点之一：{list}', '改成要点编号'],
  },
  'level-unknown': {
    severity: 'error',
    en: ['"{found}"', 'a level of this criterion: {list}', 'write one of these'],
    zh: ['“{found}”', '该指标的等级之一：{list}', '改成其中一个'],
  },
  'answer-state': {
    severity: 'error',
    en: [
      'state: {found} for a whole criterion',
      'a state there only if it is not-applicable or unknown; otherwise answer by {expected|part}',
      'write {expected|part} instead of this line',
    ],
    zh: [
      '整项写 state: {found}',
      '整项的 state 只写 not-applicable 或 unknown；其余用 {expected|part}回答',
      '把这一行改写成 {expected|part}',
    ],
  },
  'answer-kind': {
    severity: 'error',
    en: ['"{found}" for a criterion that is measured by {kind|measure}', '{expected}', 'answer with {expected}'],
    zh: ['以“{found}”回答按{kind|measure}计量的指标', '{expected}', '改用 {expected} 回答'],
  },
  'answer-unmeasured': {
    severity: 'error',
    en: [
      'an answer to a criterion that only customers and observers can judge',
      "no answer of the vendor's own",
      'take it out',
    ],
    zh: ['回答了只能由客户和观察员评判的指标', '服务商不作答', '删除'],
  },
  'answer-empty': {
    severity: 'error',
    en: ['an answer that says nothing', '{expected}, or a state', 'answer with {expected}, or take out the criterion'],
    zh: ['没有内容的回答', '{expected} 或 state', '用 {expected} 回答，或删除该指标'],
  },
  'answer-conflict': {
    severity: 'error',
    en: [
      '"{found}" beside state: {state}',
      'either a state for the whole criterion or the answer itself',
      'keep one of the two',
    ],
    zh: ['既写了“{found}”，又写了 state: {state}', '整项状态与具体回答之一', '保留其中一个'],
  },
  'number-twice': {
    severity: 'error',
    en: [
      '"{found}" beside {other}',
      'either value (with error where it is known) or numerator and denominator',
      'keep one of the two',
    ],
    zh: ['已有 {other}，又写了“{found}”', 'value（知道时附 error）与 numerator、denominator 二者之一', '保留其中一个'],
  },
  'number-part': {
    severity: 'error',
    en: ['"{found}" without {expected}', 'value with error, or numerator with denominator', 'add {expected}'],
    zh: ['有“{found}”而没有 {expected}', 'error 与 value 同写，numerator 与 denominator 同写', '补上 {expected}'],
  },
  'numerator-large': {
    severity: 'error',
    en: ['{found}', 'not more than denominator ({limit})', 'swap the two, or correct them'],
    zh: ['{found}', '不大于 denominator（{limit}）', '对调两个数，或改正'],
  },
  'ratio-no-per': {
    severity: 'error',
    en: [
      '"{found}" for a criterion that takes no ratio',
      'value: the number itself, in its unit',
      "answer with value, or ask an editor to write per: at the criterion's measure",
    ],
    zh: [
      '以“{found}”回答不收比率的指标',
      'value：按单位写出的数值',
      '改用 value 回答，或请编辑在该指标的 measure 里写上 per:',
    ],
  },
} as const satisfies Rules;

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
function stateAdvice(file: RawYaml, known: References, report: Report): void {
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

function unknownFramework(file: RawYaml, at: Path, known: References, report: Report): void {
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
