/**
 * What a browser needs to weigh the market anew: `/rankings/weights.json`, in columns of small whole numbers. Fetched when a
 * person first asks for own weights. Rounded to tenths of a point, which moves no score by as much as a shown point.
 */
import type { Aggregation } from '../../score/means.ts';
import type { Market } from '../../score/market.ts';
import type { Bilingual, Language } from '../../schema/text.ts';
import { type Weighing, type WeighedTable, weighedTable } from '../../score/weighed.ts';
import type { Weights } from '../../score/reweighted.ts';
import type { Inputs } from '../market/inputs.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { oncePer } from '../format/once.ts';
import { shownFrameworks } from '../format/names.ts';

interface WeightedDimension {
  id: string;
  theme: string;
  name: Bilingual;
  weight: number;
}

export interface WeightedFramework {
  id: string;
  name: Bilingual;
  short: Bilingual;
  weight: number;
  themes: readonly { id: string; name: Bilingual }[];
  dimensions: readonly WeightedDimension[];
}

/** How dimensions are put together, and what everything is called. Dimensions count on through the frameworks. */
export interface WeightsModel {
  aggregation: Aggregation;
  /** Probability that makes one ahead of another for sure, and what intervals cover. */
  tie: number;
  interval: number;
  frameworks: readonly WeightedFramework[];
  priorities: readonly PriorityWay[];
}

/** Tenths of a point, `null` for none: one list for each dimension or measure, or one number when all are equal. */
type Column = readonly (number | null)[] | number | null;

/** The figures of some vendors, in columns. */
export interface WeightsTable {
  vendors: number;
  scores: readonly Column[];
  factSds: readonly Column[];
  measureSds: readonly Column[];
  loadOf: readonly Column[];
  /** Measure and coefficient, by turns. */
  loads: readonly (readonly number[])[];
  /** Hundredths of each measure's variance that are row noise; hundredths of the overlap of reviews and of contacts. */
  rowShares: readonly Column[];
  overlap: readonly Column[];
  sources: WeighedTable['sources'];
  /** Loadings of each measure: of vendors and of rows, in thousandths. */
  loadings: readonly (readonly [vendors: number, rows: number])[];
}

export interface WeightsFile extends WeightsModel {
  table: WeightsTable;
}

/** What the weights are about, from the workspace. */
export function weightsModel({ dataset }: Pick<Inputs, 'dataset'>): WeightsModel {
  const { method } = dataset;
  return {
    aggregation: method.aggregation,
    tie: method.uncertainty.tie,
    interval: method.uncertainty.interval,
    frameworks: dataset.frameworks.map((f) => ({
      id: f.id,
      name: f.name,
      short: f.short,
      weight: method.frameworks[f.id]?.weight ?? 0,
      themes: f.themes.map(({ id, name }) => ({ id, name })),
      dimensions: f.dimensions.map((d) => ({
        id: d.id,
        theme: d.theme,
        name: d.name,
        weight: method.frameworks[f.id]?.dimensions[d.id]?.weight ?? 0,
      })),
    })),
    priorities: priorityWays(dataset),
  };
}

type Scoring = { dataset: Inputs['dataset']; market: Pick<Market, 'plan' | 'scored' | 'posteriors' | 'ranked'> };

/** The file of the ranked vendors, best first. */
export function weightsFile({ dataset, market }: Scoring): WeightsFile {
  return { ...weightsModel({ dataset }), table: packed(weighedTable(market, market.ranked)) };
}

/** The figures of one vendor; undefined when nothing is scored. */
export function weightsRow({ market }: Scoring, vendor: number): WeightsTable | undefined {
  return market.scored[vendor] === undefined ? undefined : packed(weighedTable(market, [vendor]));
}

function packed(table: WeighedTable): WeightsTable {
  const { vendors, dimensions } = table.scores;
  const columns = (values: ArrayLike<number>, width: number, factor: number): Column[] =>
    Array.from({ length: width }, (_, c) => {
      const column = Array.from({ length: vendors }, (_, v) => {
        const x = values[v * width + c];
        return Number.isNaN(x) ? null : Math.round(x * factor);
      });
      return column.every((x) => x === column[0]) ? (column[0] ?? null) : column;
    });
  return {
    vendors,
    scores: columns(table.scores.values, dimensions, 10),
    factSds: columns(table.factSds, dimensions, 10),
    measureSds: columns(table.measureSds, table.measures, 10),
    loadOf: columns(table.loadOf, dimensions, 1),
    loads: table.loads.map((l) => l.measures.flatMap((m, i) => [m, l.coefficients[i] ?? 0])),
    rowShares: columns(table.rowShares, table.measures, 100),
    overlap: columns(
      table.overlap.flatMap(({ review, observation }) => [review, observation]),
      2,
      100,
    ),
    sources: table.sources,
    loadings: table.loadings.map(({ vendors: v, rows }) => [Math.round(1000 * v), Math.round(1000 * rows)] as const),
  };
}

/** The table of a file, or of several rows of vendors put below each other. */
export function openTable(...tables: readonly WeightsTable[]): WeighedTable {
  const first = tables[0];
  if (first === undefined) throw new RangeError('no table');
  const vendors = tables.reduce((sum, t) => sum + t.vendors, 0);
  const spread = <A extends Float64Array | Uint16Array>(
    into: A,
    width: number,
    of: (t: WeightsTable) => readonly Column[],
    factor: number,
    shift: (t: number) => number,
  ): A => {
    let row = 0;
    tables.forEach((t, at) => {
      of(t).forEach((column, c) => {
        for (let v = 0; v < t.vendors; v++) {
          const x = typeof column === 'number' || column === null ? column : column[v];
          into[(row + v) * width + c] = x === null ? Number.NaN : x / factor + shift(at);
        }
      });
      row += t.vendors;
    });
    return into;
  };
  const starts = tables.map((_, at) => tables.slice(0, at).reduce((sum, t) => sum + t.loads.length, 0));
  const none = (): number => 0;
  const dimensions = first.scores.length;
  const measures = first.measureSds.length;
  const overlap = spread(new Float64Array(vendors * 2), 2, (t) => t.overlap, 100, none);
  return {
    scores: {
      vendors,
      dimensions,
      values: spread(new Float64Array(vendors * dimensions), dimensions, (t) => t.scores, 10, none),
    },
    factSds: spread(new Float64Array(vendors * dimensions), dimensions, (t) => t.factSds, 10, none),
    measures,
    measureSds: spread(new Float64Array(vendors * measures), measures, (t) => t.measureSds, 10, none),
    loadOf: spread(
      new Uint16Array(vendors * dimensions),
      dimensions,
      (t) => t.loadOf,
      1,
      (at) => starts[at] ?? 0,
    ),
    loads: tables.flatMap((t) =>
      t.loads.map((l) => ({
        measures: l.filter((_, i) => i % 2 === 0),
        coefficients: l.filter((_, i) => i % 2 === 1),
      })),
    ),
    rowShares: spread(new Float64Array(vendors * measures), measures, (t) => t.rowShares, 100, none),
    overlap: Array.from({ length: vendors }, (_, v) => ({
      review: overlap[2 * v],
      observation: overlap[2 * v + 1],
    })),
    sources: first.sources,
    loadings: first.loadings.map(([v, rows]) => ({ vendors: v / 1000, rows: rows / 1000 })),
  };
}

/** The frameworks as lists of the indexes of their dimensions. */
export function weighingOf({ frameworks, aggregation }: WeightsModel): Weighing {
  let next = 0;
  return { aggregation, frameworks: frameworks.map((f) => ({ dimensions: f.dimensions.map(() => next++) })) };
}

/** The method's own weights. */
export function publishedWeights({ frameworks }: WeightsModel): Weights {
  return {
    frameworks: Float64Array.from(frameworks, (f) => f.weight),
    dimensions: Float64Array.from(frameworks.flatMap((f) => f.dimensions.map((d) => d.weight))),
  };
}

/** One way to weigh. */
interface PriorityWay {
  id: string;
  name: Record<Language, string>;
  summary: Record<Language, string>;
  /** By `framework` and `framework/dimension`: by how much the method's weight is multiplied. */
  weigh: Readonly<Record<string, number>>;
}

/** What a theme that is chosen weighs, in multiples. */
const THEME = 4;

/** All ways to weigh, in the order of the file. Themes of the same id in two frameworks are prefixed with the framework's. */
export const priorityWays = oncePer((dataset: Dataset): readonly PriorityWay[] => {
  if (dataset.site.priorities.length > 0) return dataset.site.priorities;
  const themes = shownFrameworks(dataset).flatMap((framework) =>
    framework.themes.map((theme) => ({ framework, theme })),
  );
  // With one theme in all there is nothing to choose.
  if (themes.length < 2) return [];
  return themes.map(({ framework, theme }) => ({
    id: themes.filter((t) => t.theme.id === theme.id).length > 1 ? `${framework.id}-${theme.id}` : theme.id,
    name: theme.name,
    summary: theme.summary,
    weigh: Object.fromEntries(
      framework.dimensions.filter((d) => d.theme === theme.id).map((d) => [`${framework.id}/${d.id}`, THEME]),
    ),
  }));
});
