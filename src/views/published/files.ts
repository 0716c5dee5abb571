/** The JSON files of `api/v1/` that there is one of, by file name. */
import type { ApiFile } from '../../schema/api.ts';
import { frameworksFile } from './frameworks-file.ts';
import { freshnessFile } from './freshness-file.ts';
import { indexFile } from './index-file.ts';
import { integrityFile } from './integrity-file.ts';
import { marketFile } from './market-file.ts';
import { methodologyFile } from './methodology-file.ts';
import { openApi } from './openapi.ts';
import { sensitivityFile } from './sensitivity-file.ts';
import type { Scoring } from './standings.ts';
import { vendorsFile } from './vendors-file.ts';

/** What makes each file. */
export const apiFiles: Readonly<Record<Exclude<ApiFile, 'vendor'> | 'openapi', (scoring: Scoring) => unknown>> = {
  index: indexFile,
  frameworks: frameworksFile,
  methodology: methodologyFile,
  questionnaire: ({ dataset }) => dataset.questionnaire,
  vendors: vendorsFile,
  market: marketFile,
  sensitivity: sensitivityFile,
  integrity: integrityFile,
  freshness: freshnessFile,
  openapi: ({ dataset }) => openApi(dataset),
};
