/** The files behind filters and own weights, fetched once, when they are first wanted. */
import type { Aggregation } from '../../score/means.ts';
import { tableDimensionSd, type WeighedTable, type Weigh, type Weighing, weigher } from '../../score/weighed.ts';
import type { FacetsFile } from '../../views/browser/facets-file.ts';
import { openTable, weighingOf, type WeightsFile, type WeightsModel } from '../../views/browser/weights-file.ts';
import { fetchJson, once } from '../fetch-once.ts';

/** The file of filters, with each vendor's position in it. */
export interface Facets {
  file: FacetsFile;
  at: ReadonlyMap<string, number>;
}

/** The market as it can be weighed anew. */
export interface Market {
  model: WeightsModel;
  weighing: Weighing;
  table: WeighedTable;
  weigh: Weigh;
  aggregation: Aggregation;
  /** Standard deviation of a dimension of a vendor. */
  dimensionSd: (vendor: number, dimension: number) => number;
}

/** Loads the file of filters. Rejects when it cannot be had. */
export const loadFacets = once(async (): Promise<Facets> => {
  const file = await fetchJson<FacetsFile>('/rankings/facets.json');
  return { file, at: new Map(file.slugs.map((slug, i) => [slug, i])) };
});

/** Loads the file of weights. Rejects when it cannot be had. */
export const loadMarket = once(async (): Promise<Market> => {
  const { table: packed, ...model } = await fetchJson<WeightsFile>('/rankings/weights.json');
  const table = openTable(packed);
  const weighing = weighingOf(model);
  return {
    model,
    weighing,
    table,
    weigh: weigher(weighing, table),
    aggregation: model.aggregation,
    dimensionSd: (v, d) => tableDimensionSd(weighing, table, v, d),
  };
});
