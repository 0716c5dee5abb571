/** What an import must know of the workspace that it writes into. */
import type { Directory } from '../schema/directory.ts';
import type { Framework } from '../schema/framework.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';

export interface ImportTarget {
  frameworks: readonly Framework[];
  questionnaire: Questionnaire;
  directory: Directory;
  /** r of the method of `data/release.yaml`; 0 when it does not discount days, or these files cannot be read. */
  dayCorrelation: number;
}
