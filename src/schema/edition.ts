/** A method version together with the frameworks and the questionnaire that it was used with. Plain types only. */
import type { Framework } from './framework.ts';
import type { Method } from './method.ts';
import type { Questionnaire } from './questionnaire.ts';

export interface Edition {
  version: string;
  method: Method;
  /** Undefined when no release kept them and those of today do not fit the method: then nobody can say what they were. */
  texts: EditionTexts | undefined;
}

/** What was asked of vendors and customers. */
export interface EditionTexts {
  /** In the order of their file names. */
  frameworks: readonly Framework[];
  questionnaire: Questionnaire;
  /** The release that kept them; undefined for those of today. */
  release: string | undefined;
}
