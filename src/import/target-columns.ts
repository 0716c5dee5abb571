/** The columns of our review and observation tables: their order, which must be filled, and what each may hold. */
import * as z from 'zod';
import { NEVER, OBSERVATION_REQUIRED, observationColumns } from '../schema/observation.ts';
import { YES_NO } from '../schema/questionnaire.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';
import { REVIEW_REQUIRED, reviewColumns } from '../schema/review.ts';
import { fitsQuestion } from './question-cell.ts';

export interface TargetColumns {
  /** All names, in the order in which they are written. */
  names: readonly string[];
  required: readonly string[];
  /** Whether a text that is not empty may stand in the column. */
  fits: (column: string, text: string) => boolean;
  /** Everything that the column may hold, when it is a short list; else nothing. */
  choices: (column: string) => readonly string[];
  /** In a few words, what the column holds. */
  describe: (column: string) => string;
  /** Days that a row of a collection may have, by the collection's id. */
  periods: ReadonlyMap<string, { from: string; to: string }>;
  /** Column of the day or minute, by which rows are sorted. */
  when: string;
}

/** Columns of `target` under this questionnaire. */
export function targetColumns(target: 'reviews' | 'observations', questionnaire: Questionnaire): TargetColumns {
  const { observations } = questionnaire;
  const fixed = target === 'reviews' ? reviewColumns : observationColumns;
  const questions = target === 'reviews' ? questionnaire.questions : (observations?.items ?? []);
  const asked = new Map(questions.map((q) => [q.id, q]));
  const listed = new Map([
    ['channel', new Set(observations?.channels.map((c) => c.id))],
    ['scenario', new Set(observations?.scenarios.map((s) => s.id))],
  ]);
  const shapes = new Map(Object.entries(fixed));
  const lists =
    target === 'observations' ? listed : new Map([['collection', new Set(questionnaire.collections.map((c) => c.id))]]);
  return {
    names: [...shapes.keys(), ...asked.keys()],
    required: target === 'reviews' ? REVIEW_REQUIRED : OBSERVATION_REQUIRED,
    periods: new Map(questionnaire.collections.map((c) => [c.id, c])),
    when: target === 'reviews' ? 'reviewed_on' : 'sent_at',
    fits: (column, text) => {
      const question = asked.get(column);
      if (question !== undefined) return fitsQuestion(question, text);
      return (shapes.get(column)?.safeParse(text).success ?? false) && (lists.get(column)?.has(text) ?? true);
    },
    describe: (column) => {
      const question = asked.get(column);
      if (question?.kind === 'rating') return `${question.low} … ${question.high}`;
      return question?.kind === 'duration' ? `0 …, ${NEVER}` : (shapes.get(column)?.description ?? '…');
    },
    choices: (column) => {
      if (asked.get(column)?.kind === 'share') return YES_NO;
      const shape = shapes.get(column);
      return shape instanceof z.ZodEnum ? shape.options.map(String) : [...(lists.get(column) ?? [])];
    },
  };
}
