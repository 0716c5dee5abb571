/**
 * Overall scores of a market under anybody's weights, with their standard deviations. What it takes for each vendor is its
 * dimensions, the spread of their facts, and how the spreads of measures come into them: then the standard deviation is that
 * of `compositeSd`, whatever the weights.
 */
import type { LinearDimension } from './dimensions.ts';
import { type Loadings, type Overlap, SOURCES } from './correlation.ts';
import type { Market } from './market.ts';
import { type Aggregation, FLOOR } from './means.ts';
import type { SurveyMeasure } from './plan.ts';
import { type DimensionTable, type Weights, rescorer } from './reweighted.ts';

/** How measures come into a dimension: score = facts + sum of coefficient x points of the measure. */
export interface Load {
  measures: readonly number[];
  coefficients: readonly number[];
}

/** Everything about some vendors that their scores under other weights depend on. */
export interface WeighedTable {
  /** Scores of dimensions; NaN = nothing measures it. */
  scores: DimensionTable;
  /** Standard deviation of each dimension's facts, as points of the dimension; entry `vendor * dimensions + dimension`. */
  factSds: Float64Array;
  /** Standard deviation of each survey measure in points; entry `vendor * measures + measure`. */
  measures: number;
  measureSds: Float64Array;
  /** Which load each dimension of each vendor has. */
  loadOf: Uint16Array;
  loads: readonly Load[];
  /** Share of each measure's variance that is row noise; entry as `measureSds`. */
  rowShares: Float64Array;
  /** Source of each measure, and its loadings: how errors of measures correlate. */
  sources: readonly SurveyMeasure['source'][];
  loadings: readonly Loadings[];
  /** How much the measures of each vendor rest on the same rows. */
  overlap: readonly Overlap[];
}

/** How a method puts dimensions together, as far as weighing goes. */
export interface Weighing {
  /** Indexes of each framework's dimensions. */
  frameworks: readonly { dimensions: readonly number[] }[];
  aggregation: Aggregation;
}

/** The table of some vendors of a market, in the order given. @throws Error for a vendor that is not scored. */
export function weighedTable(
  market: Pick<Market, 'plan' | 'scored' | 'posteriors'>,
  vendors: readonly number[],
): WeighedTable {
  const { plan, scored, posteriors } = market;
  const dimensions = plan.dimensions.length;
  const measures = posteriors.measures;
  const table = {
    scores: { vendors: vendors.length, dimensions, values: new Float64Array(vendors.length * dimensions) },
    factSds: new Float64Array(vendors.length * dimensions),
    measures,
    measureSds: new Float64Array(vendors.length * measures),
    loadOf: new Uint16Array(vendors.length * dimensions),
    rowShares: new Float64Array(vendors.length * measures),
    sources: plan.measures.map((m) => m.source),
    loadings: posteriors.loadings,
    overlap: vendors.map((v) => posteriors.overlap[v]),
  };
  const loads = new Map<string, { at: number; load: Load }>();
  vendors.forEach((v, i) => {
    const own = scored[v];
    if (own === undefined) throw new Error(`vendor ${v} is not scored`);
    own.dimensions.forEach((d, at) => {
      table.scores.values[i * dimensions + at] = d.score;
      table.factSds[i * dimensions + at] = d.factSd;
      table.loadOf[i * dimensions + at] = loadNumber(loads, d);
    });
    for (let m = 0; m < measures; m++) {
      table.measureSds[i * measures + m] = posteriors.pointsSd[v * measures + m];
      table.rowShares[i * measures + m] = posteriors.rowShare[v * measures + m];
    }
  });
  return { ...table, loads: [...loads.values()].map((l) => l.load) };
}

/** Number of the load of a dimension; loads that agree to four digits are one, as vendors mostly have the same few. */
function loadNumber(
  loads: Map<string, { at: number; load: Load }>,
  { measures, coefficients }: LinearDimension,
): number {
  const rounded = coefficients.map((c) => Math.round(c * 10_000) / 10_000);
  const key = measures.map((m, i) => `${m}:${rounded[i] ?? 0}`).join(' ');
  const known = loads.get(key);
  if (known !== undefined) return known.at;
  const at = loads.size;
  loads.set(key, { at, load: { measures, coefficients: rounded } });
  return at;
}

/** Writes the overall score and its standard deviation of every vendor; both NaN for one without a score. */
export type Weigh = (weights: Weights, scores: Float64Array, sds: Float64Array) => void;

/**
 * Makes the function that weighs a table anew. The standard deviation is that of `compositeSd`: facts are independent,
 * measures shared by dimensions add up first, and their errors correlate as `jointVariance` says.
 */
export function weigher(weighing: Weighing, table: WeighedTable): Weigh {
  const rescore = rescorer(weighing, table.scores, weighing.aggregation);
  const variance = varianceOf(weighing, table);
  return (weights, scores, sds) => {
    rescore(weights, scores);
    for (let v = 0; v < scores.length; v++)
      sds[v] = Number.isNaN(scores[v]) ? Number.NaN : Math.sqrt(variance(v, weights, scores[v]));
  };
}

/** Standard deviation of one dimension of one vendor, as `dimensionSd` gives it. */
export function tableDimensionSd(weighing: Weighing, table: WeighedTable, vendor: number, dimension: number): number {
  const { dimensions } = table.scores;
  const only = {
    dimensions: new Float64Array(dimensions),
    frameworks: Float64Array.from(weighing.frameworks, (f) => (f.dimensions.includes(dimension) ? 1 : 0)),
  };
  only.dimensions[dimension] = 1;
  const score = table.scores.values[vendor * dimensions + dimension];
  return Number.isNaN(score)
    ? Number.NaN
    : Math.sqrt(varianceOf({ ...weighing, aggregation: 'arithmetic' }, table)(vendor, only, score));
}

/** Variance of a vendor's overall score under weights, by the delta method; `compositeSd` in sums over flat arrays. */
function varianceOf(weighing: Weighing, table: WeighedTable): (v: number, weights: Weights, overall: number) => number {
  const { values, dimensions } = table.scores;
  const { measures } = table;
  const slope = slopeOf(weighing.aggregation);
  const loads = table.loads.map((l) => ({
    measures: Int32Array.from(l.measures),
    coefficients: Float64Array.from(l.coefficients),
  }));
  const sources = Uint8Array.from(table.sources, (source) => SOURCES.indexOf(source));
  const sums = new Float64Array(SOURCES.length);
  const squares = new Float64Array(SOURCES.length);
  const byMeasure = new Float64Array(measures);
  const inner = new Float64Array(weighing.frameworks.length);
  return (v, weights, overall) => {
    const at = v * dimensions;
    let outer = 0;
    weighing.frameworks.forEach((framework, f) => {
      let sum = 0;
      for (const d of framework.dimensions) if (!Number.isNaN(values[at + d])) sum += weights.dimensions[d];
      inner[f] = sum;
      if (sum > 0) outer += weights.frameworks[f];
    });
    byMeasure.fill(0);
    sums.fill(0);
    squares.fill(0);
    let facts = 0;
    for (let f = 0; f < inner.length; f++) {
      const own = inner[f];
      if (own === 0) continue;
      const share1 = weights.frameworks[f] / outer / own;
      if (share1 === 0) continue;
      for (const d of weighing.frameworks[f].dimensions) {
        const x = values[at + d];
        const w = weights.dimensions[d];
        if (w === 0 || Number.isNaN(x)) continue;
        const gradient = share1 * w * slope(x, overall);
        const fact = gradient * table.factSds[at + d];
        facts += fact * fact;
        const load = loads[table.loadOf[at + d]] as { measures: Int32Array; coefficients: Float64Array };
        for (let i = 0; i < load.measures.length; i++) byMeasure[load.measures[i]]! += gradient * load.coefficients[i];
      }
    }
    let total = facts;
    let ofVendors = 0;
    for (let m = 0; m < measures; m++) {
      const spread = byMeasure[m] * table.measureSds[v * measures + m];
      if (spread === 0) continue;
      const byRows = table.rowShares[v * measures + m];
      const loadings = table.loadings[m];
      const source = sources[m];
      const vendorPart = spread * Math.sqrt(1 - byRows) * loadings.vendors;
      const rowPart = spread * Math.sqrt(byRows) * loadings.rows;
      total += spread * spread - vendorPart * vendorPart;
      ofVendors += vendorPart;
      sums[source]! += rowPart;
      squares[source]! += rowPart * rowPart;
    }
    total += ofVendors * ofVendors;
    SOURCES.forEach((source, s) => (total += table.overlap[v][source] * (sums[s] ** 2 - squares[s])));
    return total;
  };
}

/**
 * Derivative of the overall score by a dimension, over the dimension's effective weight: f'(x) / f'(overall) for a mean that
 * is the inverse of f of the weighted mean of f(x); 0 below the floor of the geometric and harmonic means.
 */
function slopeOf(how: Aggregation): (x: number, overall: number) => number {
  if (how === 'arithmetic') return () => 1;
  return (x, overall) => (x < FLOOR ? 0 : how === 'geometric' ? overall / x : (overall / x) ** 2);
}
