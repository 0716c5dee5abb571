/** The questionnaire: ids that can be columns, criteria that exist, scales that can tell good from bad. */
import type { Path } from '../load/raw.ts';
import { observationColumns } from '../schema/observation.ts';
import type { ObservedItem, Question, Questionnaire } from '../schema/questionnaire.ts';
import { reviewColumns } from '../schema/review.ts';
import { criterionFault, type Known } from './known.ts';
import { observedUseRule } from './questionnaire-uses.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';
import { uniqueIds, uniqueWords } from './unique.ts';

export function checkQuestionnaire(checked: Checked<Questionnaire>, known: Known, report: Report): void {
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
  known: Known,
  report: Report,
): void {
  uniqueWords(checked, at, refs, report);
  for (const [i, ref] of refs.entries()) {
    const fault = criterionFault(ref, known);
    if (fault !== undefined) report.yaml(checked.file, [...at, i], fault.rule, fault.params);
  }
}
