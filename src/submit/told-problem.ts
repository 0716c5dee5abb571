/** A problem as the form tells it: where it is, how grave, and the sentence of the command line. */
import { problemText } from '../validate/problem-text.ts';
import type { Problem } from '../schema/problem.ts';
import type { Language } from '../schema/text.ts';

/** A problem in words. */
export type Told = Pick<Problem, 'field' | 'rule' | 'severity'> & { text: string };

/** The problem with its sentence in `language`. */
export function toldProblem(problem: Problem, language: Language): Told {
  const { field, rule, severity } = problem;
  return { field, rule, severity, text: problemText(problem, language) };
}
