/** `/compare/<slug>.json` as it is published: what comparing needs, with the vendor's row of weights. */
import type { Scoring } from '../published/standings.ts';
import { type CompareFile, compareFile } from './compare-file.ts';
import type { Inputs } from '../inputs.ts';
import { weightsRow } from './weights-file.ts';

/** The file of the vendor with this index. @throws RangeError when there is none. */
export function publishedCompareFile(site: Inputs & Scoring, index: number): CompareFile {
  const weights = weightsRow(site, index);
  return { ...compareFile(site, index), ...(weights === undefined ? {} : { weights }) };
}
