/**
 * How the errors of measures hang together. One client answers all questions in one mood, one timed contact yields all its
 * items, and a vendor that is good at one thing is mostly good at others: taking the errors for independent would make intervals
 * far too narrow. The error of an estimate has two parts: the market's mean that stands in for what is not known of the vendor,
 * and the noise of its rows. Each is modelled by one common factor (Spearman 1904): two measures correlate by the product of
 * their loadings, the first part between all measures, the second between measures of one source.
 */
import type { Dataset } from '../schema/dataset.ts';
import type { Method } from '../schema/method.ts';
import type { VendorSums } from '../schema/summaries.ts';
import type { Plan, SurveyMeasure } from './plan.ts';
import type { Posteriors } from './posteriors.ts';
import type { RowsByVendor } from './row-weights.ts';
import type { MarketPrior } from './shrinkage.ts';
import { inScope, scaled } from './summaries.ts';

/** Sources in the order of their index. */
export const SOURCES = ['review', 'observation'] as const satisfies readonly SurveyMeasure['source'][];

/** Loadings 0..1 of one measure on the factor that vendors' true differences share, and on that of the answers of one row. */
export interface Loadings {
  vendors: number;
  rows: number;
}

/** How much the measures of one vendor rest on the same rows, by source: 1 where every row answers all of them, 0 where no two. */
export type Overlap = Record<SurveyMeasure['source'], number>;

/** One measure's part in the error of a sum: coefficient x standard deviation, and what share of its variance is row noise. */
export interface ErrorPart {
  source: SurveyMeasure['source'];
  spread: number;
  /** 0..1; the rest comes from the market's mean and from change over time. */
  rowShare: number;
  loadings: Loadings;
}

/**
 * Variance of a sum of correlated errors. With b = spread x sqrt(1 - rowShare), e = spread x sqrt(rowShare) and loadings l:
 * sum (1 - l^2) b^2 + (sum l b)^2, and for each source overlap x ((sum l e)^2 - sum (l e)^2) + sum e^2. A better answer raises
 * the points of every measure, so all correlations are positive and signs are those of the coefficients.
 */
export function jointVariance(parts: Iterable<ErrorPart>, overlap: Overlap): number {
  let squares = 0;
  let vendors = 0;
  let ownVendors = 0;
  const rows = { review: 0, observation: 0 };
  const ownRows = { review: 0, observation: 0 };
  for (const { source, spread, rowShare, loadings } of parts) {
    const ofVendors = spread * Math.sqrt(1 - rowShare) * loadings.vendors;
    const ofRows = spread * Math.sqrt(rowShare) * loadings.rows;
    squares += spread * spread;
    vendors += ofVendors;
    ownVendors += ofVendors * ofVendors;
    rows[source] += ofRows;
    ownRows[source] += ofRows * ofRows;
  }
  const shared = SOURCES.reduce((sum, source) => sum + overlap[source] * (rows[source] ** 2 - ownRows[source]), 0);
  return squares + (vendors ** 2 - ownVendors) + shared;
}

/** Names that stand for what measures share, among the measures' seeds; no measure can be called so. */
export const SHARED = { vendors: 'the vendor', review: 'all reviews', observation: 'all contacts' } as const;

/**
 * Visits the rows of one vendor in one source: the weight of each, above 0, and its answer to a measure (by index) on the averaged
 * scale, NaN where it has none.
 */
export type VisitRows = (
  source: SurveyMeasure['source'],
  visit: (weight: number, answer: (index: number) => number) => void,
) => void;

/** Rows of a workspace with their weights. */
export interface WeightedRows {
  byVendor: Record<SurveyMeasure['source'], RowsByVendor>;
  weights: Record<SurveyMeasure['source'], Float64Array>;
}

/** The rows of vendor `v` of a workspace. Contacts that were never answered have no answer here. */
export function rowsOf(
  plan: Plan,
  dataset: Pick<Dataset, 'method' | 'reviews' | 'observations'>,
  { byVendor, weights }: WeightedRows,
  v: number,
): VisitRows {
  return (source, visit) => {
    const columns = source === 'review' ? dataset.reviews.answers : dataset.observations.values;
    const { start, rows } = byVendor[source];
    for (let i = start[v]; i < start[v + 1]; i++) {
      const row = rows[i];
      const weight = weights[source][row];
      if (weight === 0) continue;
      visit(weight, (index) => {
        const measure = plan.measures[index];
        const value = columns[measure.column]?.[row] ?? Number.NaN;
        if (measure.kind === 'duration' && value >= measure.window) return Number.NaN;
        if (source === 'observation' && !inScope(measure, dataset.observations, row)) return Number.NaN;
        return scaled(measure, value, dataset.method.observations.floorMinutes);
      });
    }
  };
}

/** 1 where a higher value of the averaged scale is better, -1 where a lower one is. */
export function direction({ goalposts }: Pick<SurveyMeasure, 'goalposts'>): 1 | -1 {
  return goalposts.best > goalposts.worst ? 1 : -1;
}

/** What the rows of one vendor say of one measure. */
export interface MeasuredRows {
  /** Index of the measure in the plan. */
  index: number;
  measure: Pick<SurveyMeasure, 'source' | 'goalposts'>;
  /** Sums of weights and of squared weights, and the weighted mean. */
  weight: number;
  squaredWeight: number;
  mean: number;
}

/** Sums over the rows of one vendor that answer both of two measures; entry `a * size + b`, for a < b of the measures given. */
interface SharedRows {
  /** Sums of w^2 (entries a = b too) and of w^3. */
  squared: Float64Array;
  cubed: Float64Array;
  /** Sum of w^2 x the product of both deviations from the vendor's mean, better is positive. */
  products: Float64Array;
}

function sharedRows(source: SurveyMeasure['source'], measures: readonly MeasuredRows[], rows: VisitRows): SharedRows {
  const size = measures.length;
  const make = (): Float64Array => new Float64Array(size * size);
  const sums: SharedRows = { squared: make(), cubed: make(), products: make() };
  const answered = new Int32Array(size);
  const deviation = new Float64Array(size);
  rows(source, (weight, answer) => {
    let count = 0;
    measures.forEach(({ index, measure, mean }, m) => {
      const x = answer(index);
      if (Number.isNaN(x)) return;
      deviation[m] = direction(measure) * (x - mean);
      answered[count++] = m;
    });
    const squared = weight * weight;
    for (let a = 0; a < count; a++) {
      sums.squared[answered[a] * (size + 1)]! += squared;
      for (let b = a + 1; b < count; b++) {
        const at = answered[a] * size + answered[b];
        sums.squared[at]! += squared;
        sums.cubed[at]! += squared * weight;
        sums.products[at]! += squared * deviation[answered[a]] * deviation[answered[b]];
      }
    }
  });
  return sums;
}

/** Sums over reviews of a vendor that are not at hand, and the ids of measures by index. */
export interface GivenSums {
  sums: Pick<VendorSums, 'measures' | 'pairs'>;
  idOf: (index: number) => string;
}

/** Adds sums over rows that are not at hand, about the means of `measures`. */
function addShared(sums: SharedRows, measures: readonly MeasuredRows[], { sums: given, idOf }: GivenSums): void {
  const places = new Map(measures.map(({ index }, m) => [idOf(index), m]));
  for (const [id, m] of places) sums.squared[m * (measures.length + 1)]! += given.measures[id]?.squaredWeight ?? 0;
  for (const [first, second, squared, cubed, ofFirst, ofSecond, products] of given.pairs) {
    const [a, b] = [places.get(first), places.get(second)];
    if (a === undefined || b === undefined) continue;
    const [one, other] = [measures[a], measures[b]];
    const at = Math.min(a, b) * measures.length + Math.max(a, b);
    sums.squared[at]! += squared;
    sums.cubed[at]! += cubed;
    // sum w^2 (x - m) (y - n) by the sums of w^2, w^2 x, w^2 y and w^2 x y.
    const centred = products - one.mean * ofSecond - other.mean * ofFirst + one.mean * other.mean * squared;
    sums.products[at]! += direction(one.measure) * direction(other.measure) * centred;
  }
}

const PAIR_COLUMNS = ['rowsFound', 'rowsFull', 'vendorsFound', 'vendorsFull', 'vendorsNoise'] as const;

/** The sums of a `PairSums`, as plain data. */
export type PairTotals = Pick<PairSums, (typeof PAIR_COLUMNS)[number] | 'vendors'>;

/** Sums over vendors for each pair of measures; entry `a * measures + b`, for a < b. */
export class PairSums {
  readonly measures: number;
  /** Row errors: products of deviations found, and what they would be at a correlation of 1 in variances of a row. */
  readonly rowsFound: Float64Array;
  readonly rowsFull: Float64Array;
  /** Vendors: products of deviations from the market's mean, how much they count, and what row errors add at a correlation of 1. */
  readonly vendorsFound: Float64Array;
  readonly vendorsFull: Float64Array;
  readonly vendorsNoise: Float64Array;
  /** Vendors that have rows of two measures at least. */
  vendors = 0;

  constructor(measures: number) {
    this.measures = measures;
    const make = (): Float64Array => new Float64Array(measures * measures);
    this.rowsFound = make();
    this.rowsFull = make();
    this.vendorsFound = make();
    this.vendorsFull = make();
    this.vendorsNoise = make();
  }

  /** Adds the sums over other vendors, for the same measures. */
  merge(other: PairTotals): void {
    for (const key of PAIR_COLUMNS) other[key].forEach((value, at) => (this[key][at]! += value));
    this.vendors += other.vendors;
  }

  /**
   * Adds one vendor. With O and T the sums of w^2 and w^3 over the rows that answer two measures, W, W' the weights of the measures
   * and c the covariance of two answers of a row, the products of deviations from the vendor's own means have the expected sum
   * c (O - T (1/W + 1/W') + O^2 / (W W')), and those of its means from the market's c O / (W W') more than the true ones.
   * Each measure counts by W / (W + k).
   * @param own the measures that the vendor has rows of.
   * @param given sums over reviews that `rows` does not visit.
   * @param counts whether the vendor has a say in the market; the overlap is found in any case.
   * @returns the mean over pairs of measures of O / sqrt(Q Q'), Q the sum of squared weights of a measure; 1 without pairs.
   */
  add(
    own: readonly MeasuredRows[],
    priors: readonly (Pick<MarketPrior, 'k' | 'mu'> | undefined)[],
    rows: VisitRows,
    counts: boolean,
    given?: GivenSums,
  ): Overlap {
    const overlap = { review: 1, observation: 1 };
    const share = ({ index, weight }: MeasuredRows): number => weight / (weight + (priors[index]?.k ?? 0));
    for (const source of SOURCES) {
      const same = own.filter(({ measure }) => measure.source === source);
      const size = same.length;
      if (size < 2) continue;
      const shared = sharedRows(source, same, rows);
      if (given && source === 'review') addShared(shared, same, given);
      // Days do not enter: what two reviews of one day share, they share on all questions alike. Contacts never answered count.
      const squares = (measured: MeasuredRows, i: number): number =>
        source === 'review' ? shared.squared[i * (size + 1)] : measured.squaredWeight;
      let total = 0;
      same.forEach((a, i) => {
        for (let j = i + 1; j < size; j++) {
          const b = same[j];
          const both = shared.squared[i * size + j];
          if (both === 0) continue;
          total += both / Math.sqrt(squares(a, i) * squares(b, j));
          if (!counts) continue;
          const at = a.index * this.measures + b.index;
          const scale = ((share(a) / a.weight) * share(b)) / b.weight;
          const expected =
            both - shared.cubed[i * size + j] * (1 / a.weight + 1 / b.weight) + both ** 2 / (a.weight * b.weight);
          this.rowsFound[at]! += scale * shared.products[i * size + j];
          this.rowsFull[at]! += scale * Math.max(0, expected);
          this.vendorsNoise[at]! += scale * both;
        }
      });
      overlap[source] = Math.min(1, (2 * total) / (size * (size - 1)));
    }
    if (!counts || own.length < 2) return overlap;
    this.vendors += 1;
    const deviations = own.map(({ index, measure, mean }) => direction(measure) * (mean - (priors[index]?.mu ?? 0)));
    own.forEach((a, i) => {
      for (let j = i + 1; j < own.length; j++) {
        const b = own[j];
        const at = a.index * this.measures + b.index;
        const scale = share(a) * share(b);
        this.vendorsFound[at]! += scale * deviations[i] * deviations[j];
        this.vendorsFull[at]! += scale;
      }
    });
    return overlap;
  }

  /** Loadings of each measure by the sums of the market; `fallback` where fewer than `minVendors` vendors speak of several measures. */
  loadings(
    priors: readonly (Pick<MarketPrior, 'k' | 'variance'> | undefined)[],
    minVendors: number,
    fallback: Loadings,
  ): Loadings[] {
    if (this.vendors < minVendors) return priors.map(() => fallback);
    const size = this.measures;
    const correlations = { rows: new Float64Array(size * size), vendors: new Float64Array(size * size) };
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) {
        const at = a * size + b;
        const one = priors[a];
        const other = priors[b];
        if (!one || !other) continue;
        const rows = Math.sqrt(one.variance * other.variance);
        const covariance = this.rowsFull[at] > 0 ? this.rowsFound[at] / this.rowsFull[at] : 0;
        correlations.rows[at] = covariance / rows;
        const between = rows / Math.sqrt(one.k * other.k);
        const full = this.vendorsFull[at];
        if (full > 0)
          correlations.vendors[at] = (this.vendorsFound[at] - covariance * this.vendorsNoise[at]) / full / between;
      }
    }
    const rows = oneFactor(
      correlations.rows,
      this.rowsFull.map((full, at) => full * rowsScale(priors, at, size)),
      fallback.rows,
    );
    const vendors = oneFactor(correlations.vendors, this.vendorsFull, fallback.vendors);
    return priors.map((_, m) => ({ rows: rows[m], vendors: vendors[m] }));
  }
}

/** Row sums are in the units of the measures; their weights are not to be. */
function rowsScale(
  priors: readonly (Pick<MarketPrior, 'k' | 'variance'> | undefined)[],
  at: number,
  size: number,
): number {
  const one = priors[Math.floor(at / size)];
  const other = priors[at % size];
  return one && other ? Math.sqrt(one.k * other.k) : 0;
}

/** Largest loading: a measure is never wholly what the others are. */
const MOST = 0.99;
/** Where all loadings begin, and how many rounds there are at most. */
const START = 0.7;
const ROUNDS = 2000;

/**
 * Loadings of a one-factor model by weighted least squares on the correlations (minres, Harman & Jones 1966): where each is
 * l_a = sum_b w r l_b / sum_b w l_b^2, kept within 0..0.99. All move half of the way at a time and at once, so that the order of measures
 * does not matter, and two measures that are tied to each other alone get equal ones. Entry `a * n + b` with a < b; a measure without
 * weight gets `otherwise`.
 */
export function oneFactor(correlations: Float64Array, weights: Float64Array, otherwise: number): Float64Array {
  const size = Math.sqrt(correlations.length);
  const at = (a: number, b: number): number => (a < b ? a * size + b : b * size + a);
  let loadings = new Float64Array(size).fill(START);
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    const next = loadings.map((own, a) => {
      let sum = 0;
      let total = 0;
      for (let b = 0; b < size; b++) {
        if (b === a) continue;
        const weight = weights[at(a, b)];
        const other = loadings[b];
        sum += weight * correlations[at(a, b)] * other;
        total += weight * other * other;
      }
      const target = total > 0 ? Math.min(MOST, Math.max(0, sum / total)) : own;
      const halfway = (own + target) / 2;
      moved = Math.max(moved, Math.abs(halfway - own));
      return halfway;
    });
    loadings = next;
    if (moved < 1e-13) break;
  }
  return loadings.map((own, a) => (loadings.some((_, b) => b !== a && weights[at(a, b)] > 0) ? own : otherwise));
}

/** Loadings by the method's correlations, for markets that are too small to show their own: equal ones, square roots of them. */
export function fallbackLoadings({ uncertainty }: Pick<Method, 'uncertainty'>): Loadings {
  const { rows, vendors } = uncertainty.correlation ?? {
    rows: uncertainty.together ?? 0,
    vendors: uncertainty.together ?? 0,
  };
  return { rows: Math.sqrt(rows), vendors: Math.sqrt(vendors) };
}

/** What the rows of vendor `v` say of each measure that it has rows of. */
export function measuredRows(
  plan: Plan,
  known: Pick<Posteriors, 'measures' | 'weight' | 'squaredWeight' | 'sum' | 'priors'>,
  v: number,
): MeasuredRows[] {
  return plan.measures.flatMap((measure, index) => {
    const at = v * known.measures + index;
    const weight = known.weight[at];
    if (!known.priors[index] || weight === 0) return [];
    return [
      {
        index,
        measure,
        weight,
        squaredWeight: known.squaredWeight[at],
        mean: known.sum[at] / weight,
      },
    ];
  });
}

/** Estimates the loadings over the vendors of the market (`inMarket` 1) and the overlap of every vendor. */
export function estimateCorrelation(
  dataset: Pick<Dataset, 'method' | 'vendors' | 'reviews' | 'observations' | 'summaries'>,
  plan: Plan,
  known: Omit<Posteriors, 'loadings' | 'overlap'>,
  rows: WeightedRows,
  inMarket: Uint8Array,
): Pick<Posteriors, 'loadings' | 'overlap'> {
  const sums = new PairSums(plan.measures.length);
  const idOf = (index: number): string => plan.measures[index]?.id ?? '';
  const overlap = dataset.vendors.map((_, v) => {
    const given = dataset.summaries?.byVendor.get(v);
    return sums.add(
      measuredRows(plan, known, v),
      known.priors,
      rowsOf(plan, dataset, rows, v),
      inMarket[v] === 1,
      given && { sums: given, idOf },
    );
  });
  return {
    overlap,
    loadings: sums.loadings(
      known.priors,
      dataset.method.reviews.shrinkage.minVendors,
      fallbackLoadings(dataset.method),
    ),
  };
}
