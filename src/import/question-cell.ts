/** Whether a text is a possible answer to a question or an observed item. */
import { NEVER } from '../schema/observation.ts';
import { YES_NO } from '../schema/questionnaire.ts';
import type { ObservedItem, Question } from '../schema/questionnaire.ts';
import { numberReader, PLAIN_NUMBER } from './number-text.ts';

const read = numberReader(PLAIN_NUMBER);

/** rating: a number on its scale; share: yes or no; duration: minutes from 0, or `none`. */
export function fitsQuestion(question: Question | ObservedItem, text: string): boolean {
  if (question.kind === 'share') return (YES_NO as readonly string[]).includes(text);
  if (question.kind === 'duration' && text === NEVER) return true;
  const value = read(text);
  if (value === undefined) return false;
  if (question.kind === 'duration') return value >= 0;
  return value >= Math.min(question.low, question.high) && value <= Math.max(question.low, question.high);
}
