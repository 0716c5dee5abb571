/** The tables below `data/`, by name; `criteria.csv` is made here. */
import { observationsCsv, reviewsCsv } from './csv-rows.ts';
import { scoresCsv, vendorsCsv } from './csv-vendors.ts';
import type { CsvTable } from './resources.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { type CsvCell, csvTable, listCell } from './csv-table.ts';
import { frameworksFile } from './frameworks-file.ts';

/** What makes each table. */
export const csvFiles: Readonly<Record<CsvTable, (scoring: ScoredWorkspace) => string>> = {
  vendors: vendorsCsv,
  scores: scoresCsv,
  reviews: reviewsCsv,
  observations: observationsCsv,
  criteria: criteriaCsv,
};

const HEAD = [
  'framework',
  'theme',
  'dimension',
  'dimension_zh',
  'dimension_en',
  'criterion',
  'name_zh',
  'name_en',
  'meaning_zh',
  'meaning_en',
  'evidence_zh',
  'evidence_en',
  'ask_zh',
  'ask_en',
  'facets',
  'answer',
  'observed',
  'reviewed',
  'weight_in_dimension',
  'weight_of_dimension',
  'weight_of_framework',
  'weight_overall',
] as const;

/** One row for each criterion, in the order of the frameworks, with its weights by the current method. */
function criteriaCsv(scoring: ScoredWorkspace): string {
  const rows = frameworksFile(scoring).frameworks.flatMap((f) =>
    f.dimensions.flatMap((d) =>
      d.criteria.map((c): CsvCell[] => [
        f.id,
        d.theme,
        d.id,
        d.name.zh,
        d.name.en,
        c.id,
        c.name.zh,
        c.name.en,
        c.meaning.zh,
        c.meaning.en,
        c.evidence.zh,
        c.evidence.en,
        c.ask?.zh,
        c.ask?.en,
        listCell(c.facets.map((facet) => facet.id)),
        c.measures.answer?.kind,
        listCell(c.measures.observed.map((m) => m.id)),
        listCell(c.measures.reviewed.map((m) => m.id)),
        c.weight,
        d.weight,
        f.weight,
        c.weightOverall,
      ]),
    ),
  );
  return csvTable(HEAD, rows);
}
