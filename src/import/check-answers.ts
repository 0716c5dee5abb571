/** Answers of a mapping against the frameworks: the criterion is there and is measured as the mapping answers it. */
import type { Path } from '../schema/plain-data.ts';
import type { Criterion, Framework } from '../schema/framework.ts';
import type { MappedAnswer } from '../schema/mapping.ts';
import { ANSWER_STATES } from '../schema/vendor.ts';
import { amongst } from '../validate/nearest.ts';
import { criterionOf } from './answers.ts';
import type { AnswersMapping } from './answers.ts';
import type { MappingFault } from './mapping-fault.ts';

const STATES: readonly string[] = ANSWER_STATES.filter((state) => state !== 'not-applicable');

/** Faults under `answers`. */
export function checkAnswers(mapping: AnswersMapping, frameworks: readonly Framework[]): MappingFault[] {
  const entries = mapping.evidence.map((entry) => entry.id);
  return mapping.answers.flatMap((answer, i) => {
    const path: Path = ['answers', i];
    const faults = answer.evidence.flatMap((found, k): MappingFault[] =>
      entries.includes(found)
        ? []
        : [{ path: [...path, 'evidence', k], rule: 'evidence-unknown', params: amongst(found, entries) }],
    );
    const criterion = criterionOf(frameworks, answer.criterion);
    if (criterion !== undefined) return [...faults, ...checkPart(answer, criterion, path)];
    return [...faults, { path: [...path, 'criterion'], ...missing(answer.criterion, frameworks) }];
  });
}

function missing(ref: string, frameworks: readonly Framework[]): Pick<MappingFault, 'rule' | 'params'> {
  const [frameworkId = '', criterionId = ''] = ref.split('/');
  const framework = frameworks.find((f) => f.id === frameworkId);
  if (framework === undefined)
    return {
      rule: 'framework-unknown',
      params: amongst(
        frameworkId,
        frameworks.map((f) => f.id),
      ),
    };
  const ids = framework.dimensions.flatMap((d) => d.criteria).map((c) => c.id);
  return { rule: 'criterion-unknown', params: { ...amongst(criterionId, ids), framework: frameworkId } };
}

/** Whether the answer's part is the one that the criterion's measure takes, and its constants are possible. */
function checkPart(answer: MappedAnswer, criterion: Criterion, path: Path): MappingFault[] {
  const part =
    answer.value !== undefined
      ? 'value'
      : answer.numerator !== undefined
        ? 'numerator'
        : answer.level !== undefined
          ? 'level'
          : 'facets';
  const measure = criterion.measure;
  const expected =
    measure === undefined ? '' : ({ number: 'value', level: 'level', checklist: 'facets' } as const)[measure.kind];
  if (part === 'numerator' && measure?.kind === 'number') {
    return measure.per === undefined
      ? [{ path: [...path, part], rule: 'ratio-no-per', params: { found: part }, key: true }]
      : [];
  }
  if (part !== expected) {
    return [
      {
        path: [...path, part],
        rule: 'mapping-answer',
        params: { found: part, expected: expected === '' ? '-' : expected, criterion: answer.criterion },
        key: true,
      },
    ];
  }
  const constant = (value: unknown, candidates: readonly string[], at: Path): MappingFault[] =>
    typeof value !== 'string' || candidates.includes(value)
      ? []
      : [{ path: at, rule: 'mapping-constant', params: { ...amongst(value, candidates), column: answer.criterion } }];
  if (measure?.kind === 'level')
    return constant(
      answer.level?.value,
      measure.levels.map((l) => l.id),
      [...path, 'level', 'value'],
    );
  const facets = criterion.facets.map((facet) => facet.id);
  return Object.entries(answer.facets ?? {}).flatMap(([facet, cell]) => {
    const at: Path = [...path, 'facets', facet];
    if (!facets.includes(facet))
      return [
        {
          path: at,
          rule: 'facet-unknown' as const,
          params: { ...amongst(facet, facets), criterion: answer.criterion },
          key: true as const,
        },
      ];
    return constant(cell.value, STATES, [...at, 'value']);
  });
}
