/** Rules of `content/questionnaire.yaml`, and of two other lists that editors keep: the directory and the contract clauses. */
import type { Rules } from '../../schema/problem.ts';

import type { Contract } from '../../schema/contract.ts';
import { REGIONS_TAKEN, type Directory } from '../../schema/directory.ts';
import { observationColumns } from '../../schema/observation.ts';
import type { Path } from '../../schema/plain-data.ts';
import type { ObservedItem, Question, Questionnaire } from '../../schema/questionnaire.ts';
import { reviewColumns } from '../../schema/review.ts';
import { amongst } from '../nearest.ts';
import type { Report } from '../report.ts';
import type { Checked } from '../shape.ts';
import { criterionFault, type References, uniqueIds, uniqueWords } from './references.ts';

export const QUESTIONNAIRE_RULES = {
  'column-clash': {
    severity: 'error',
    en: ['"{found}", which is a fixed column', 'an id other than: {list}', 'give the question another id'],
    zh: ['“{found}”，这是固定列的名称', '不同于以下各列的编号：{list}', '给问题换一个编号'],
  },
  'channel-unknown': {
    severity: 'error',
    en: ['"{found}"', 'a channel in content/questionnaire.yaml: {list}', 'write one of these'],
    zh: ['“{found}”', 'content/questionnaire.yaml 中的渠道之一：{list}', '改成其中一个'],
  },
  'scenario-unknown': {
    severity: 'error',
    en: ['"{found}"', 'a scenario in content/questionnaire.yaml: {list}', 'write one of these'],
    zh: ['“{found}”', 'content/questionnaire.yaml 中的情景之一：{list}', '改成其中一个'],
  },
  'rating-flat': {
    severity: 'error',
    en: ['{found}, the same as low', 'a best value that differs from the worst', 'correct the scale'],
    zh: ['{found}，与 low 相同', '与最差值不同的最好值', '改正量程'],
  },
} as const satisfies Rules;

export function checkQuestionnaire(checked: Checked<Questionnaire>, known: References, report: Report): void {
  const { questions, collections, observations } = checked.data;
  uniqueIds(checked, ['questions'], questions, report);
  for (const [i, question] of questions.entries()) {
    const at = ['questions', i];
    columnRule(checked, at, question, Object.keys(reviewColumns), report);
    criteriaRule(checked, [...at, 'criteria'], question.criteria, known, report);
  }
  uniqueIds(checked, ['collections'], collections, report);
  for (const [i, { from, to }] of collections.entries()) {
    if (from > to) report.yaml(checked.file, ['collections', i, 'from'], 'date-order', { other: 'to', limit: to });
  }
  if (observations === undefined) return;
  uniqueIds(checked, ['observations', 'channels'], observations.channels, report);
  uniqueIds(checked, ['observations', 'scenarios'], observations.scenarios, report);
  uniqueIds(checked, ['observations', 'items'], observations.items, report);
  for (const [i, item] of observations.items.entries()) {
    const at = ['observations', 'items', i];
    columnRule(checked, at, item, Object.keys(observationColumns), report);
    for (const [u, use] of item.uses.entries())
      criteriaRule(checked, [...at, 'uses', u, 'criteria'], use.criteria, known, report);
  }
  observedUseRule(checked, report);
}

/** A question's id is its CSV column, beside the fixed ones; a scale whose ends are equal says nothing. */
function columnRule(
  checked: Checked<Questionnaire>,
  at: Path,
  asked: Question | ObservedItem,
  fixed: readonly string[],
  report: Report,
): void {
  if (fixed.includes(asked.id)) report.yaml(checked.file, [...at, 'id'], 'column-clash', { list: fixed.join(', ') });
  if (asked.kind === 'rating' && asked.low === asked.high)
    report.yaml(checked.file, [...at, 'high'], 'rating-flat', {});
}

function criteriaRule(
  checked: Checked<Questionnaire>,
  at: Path,
  refs: readonly string[],
  known: References,
  report: Report,
): void {
  uniqueWords(checked, at, refs, report);
  for (const [i, ref] of refs.entries()) {
    const fault = criterionFault(ref, known);
    if (fault !== undefined) report.yaml(checked.file, [...at, i], fault.rule, fault.params);
  }
}

export function observedUseRule(checked: Checked<Questionnaire>, report: Report): void {
  const { file, data } = checked;
  if (data.observations === undefined) return;
  const lists = [
    ['channels', 'channel-unknown', data.observations.channels.map((c) => c.id)],
    ['scenarios', 'scenario-unknown', data.observations.scenarios.map((s) => s.id)],
  ] as const;
  // Questions are measures under their own id, so a use may not take the id of a question either.
  const measures = new Set(data.questions.map((q) => q.id));
  for (const [i, item] of data.observations.items.entries()) {
    for (const [u, use] of item.uses.entries()) {
      const at = ['observations', 'items', i, 'uses', u];
      if (measures.has(use.id)) report.yaml(file, [...at, 'id'], 'duplicate-id', { found: use.id });
      measures.add(use.id);
      for (const [list, rule, ids] of lists) {
        uniqueWords(checked, [...at, list], use[list] ?? [], report);
        for (const [k, id] of (use[list] ?? []).entries()) {
          if (!ids.includes(id)) report.yaml(file, [...at, list, k], rule, amongst(id, ids));
        }
      }
      if (use.goalposts !== undefined && item.kind !== 'duration')
        report.yaml(file, [...at, 'goalposts'], 'goalposts-misplaced', { kind: item.kind });
    }
  }
}

export function checkDirectory(checked: Checked<Directory>, report: Report): void {
  const { data } = checked;
  for (const list of ['services', 'industries', 'languages', 'contacts', 'regions', 'priceBases'] as const) {
    uniqueIds(checked, [list], data[list], report);
  }
  for (const [r, { id, cities }] of data.regions.entries()) {
    uniqueIds(checked, ['regions', r, 'cities'], cities, report);
    if (REGIONS_TAKEN.includes(id)) report.yaml(checked.file, ['regions', r, 'id'], 'id-reserved');
  }
  if (data.licence !== undefined) uniqueIds(checked, ['licence', 'states'], data.licence.states, report);
}

export function checkContract(checked: Checked<Contract>, known: References, report: Report): void {
  const { clauses } = checked.data;
  uniqueIds(checked, ['clauses'], clauses, report);
  for (const [i, clause] of clauses.entries()) {
    const at = ['clauses', i, 'criteria'];
    uniqueWords(checked, at, clause.criteria, report);
    for (const [c, ref] of clause.criteria.entries()) {
      const fault = criterionFault(ref, known);
      if (fault !== undefined) report.yaml(checked.file, [...at, c], fault.rule, fault.params);
    }
  }
}
