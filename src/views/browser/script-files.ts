/** The files that scripts of the pages read and that there is one of, by folder and name; those of `submit/rules` aside, their numbers are verified. */
import type { Scoring } from '../published/standings.ts';
import type { Inputs } from '../inputs.ts';
import { facetsFile } from './facets-file.ts';
import { nameIndex } from './name-index.ts';
import { searchFigures } from './search-figures.ts';
import { submitMarket, submitRules, submitTold } from './submit-files.ts';
import { weightsFile } from './weights-file.ts';

/** What makes each file; its path is `/<key>.json`. */
export const scriptFiles: Readonly<Record<string, (site: Inputs & Scoring) => unknown>> = {
  'rankings/facets': facetsFile,
  'rankings/weights': weightsFile,
  'search/figures': searchFigures,
  'search/names': ({ dataset }) => nameIndex(dataset),
  'submit/market': submitMarket,
  'submit/rules': ({ dataset }) => submitRules(dataset),
  'submit/told': submitTold,
};
