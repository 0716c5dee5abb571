/** The CSV tables by file name. */
import { criteriaCsv } from './csv-criteria.ts';
import { observationsCsv, reviewsCsv } from './csv-rows.ts';
import { scoresCsv, vendorsCsv } from './csv-vendors.ts';
import type { CsvTable } from './resources.ts';
import type { Scoring } from './standings.ts';

/** What makes each table. */
export const csvFiles: Readonly<Record<CsvTable, (scoring: Scoring) => string>> = {
  vendors: vendorsCsv,
  scores: scoresCsv,
  reviews: reviewsCsv,
  observations: observationsCsv,
  criteria: criteriaCsv,
};
