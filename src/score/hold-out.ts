/**
 * Checks intervals on data that the scores have not seen: rows are split in two (`halves.ts`), one half is scored, the other half shows
 * how far the scores were off. Nothing here enters a score.
 */
import { compareText } from '../schema/order.ts';
import type { Dataset } from '../schema/dataset.ts';
import { measuresVariance, overallCoefficients } from './composite.ts';
import {
  type MeasuredRows,
  type Overlap,
  PairSums,
  direction,
  fallbackLoadings,
  jointVariance,
  rowsOf,
} from './correlation.ts';
import { type HeldOut, type Split, halvesInTime, heldOutStatistics, randomHalves } from './halves.ts';
import { hashText, word } from './hash.ts';
import { type Market, scoreMarket } from './market.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import type { Plan } from './plan.ts';
import { type Posteriors, measurePoints } from './posteriors.ts';
import type { ScoredVendor } from './scored-vendor.ts';

/** How often intervals hold the true value, judged by the held-out half and corrected for that half's own noise. */
export interface Calibration {
  /** Vendors with rows in both halves. */
  vendors: number;
  /**
   * Share of intervals that hold the true value, 0..1. With r^2 = (squared error - noise variance of the held-out half) / stated
   * variance, both summed over vendors with weights 1 / (stated variance + noise)^2, it is P(|N(0, r^2)| <= z).
   */
  coverage: number;
  /** 90 % interval of `coverage` when the vendors are redrawn. */
  low: number;
  high: number;
  /** Mean width of the intervals; points for the overall score, the scale that is averaged for one measure. */
  width: number;
}

/** The intervals of one measure. */
export interface MeasureCalibration extends Calibration {
  id: string;
  /**
   * Split in time only: how far the whole market moved from the scored half to the held-out one, in points of the measure at the
   * market's mean, above 0 = better. It is taken off before errors are compared: an interval is of a vendor as of the day of scoring.
   * Where the method's fallback stands in for the market's mean, what that is off by is part of it.
   */
  shift?: number;
}

/** Pairs that the scored half calls surely ordered, and how many of them the held-out half has the other way round. */
export interface ReversedPairs {
  sure: number;
  reversed: number;
  /** How many the stated uncertainty and the noise of the held-out half lead to expect. */
  expected: number;
}

/** What one way of splitting found. */
export interface HoldOut {
  split: Split;
  /** Of the part of the overall score that reviews and contacts make up; absent where fewer than two vendors can be compared. */
  overall?: Calibration;
  /** In the order of ids, without measures on which fewer than two vendors can be compared. */
  measures: readonly MeasureCalibration[];
  /** Absent in markets of more than `MOST_VENDORS_FOR_PAIRS` vendors. */
  pairs?: ReversedPairs;
}

export interface HoldOutSettings {
  /** Random splits that are pooled. */
  repeats: number;
  /** Times that the vendors are redrawn for the interval of a coverage. */
  redraws: number;
  seed: string;
}

/** Pairs of more vendors than this are not compared: their number grows with the square. */
const MOST_VENDORS_FOR_PAIRS = 2000;
/** Smallest variance that is tested, in squared points. */
const LEAST_VARIANCE = 1e-9;

/** One comparison of a vendor's estimate with what its held-out rows say. */
interface Comparison {
  vendor: number;
  /** Estimate minus held-out value. */
  error: number;
  /** Variance of the estimate as stated, as far as this split can test it. */
  tested: number;
  /** The whole variance as stated, which makes the width of the interval. */
  stated: number;
  /** Variance of the held-out value by the noise of its rows, and what change over time adds to the difference. */
  noise: number;
}

/** What one split gives. */
interface Compared {
  /** Index of the market that was split. */
  market: number;
  overall: Comparison[];
  measures: Map<string, Comparison[]>;
  /** Points by measure, see `MeasureCalibration.shift`. */
  shifts: Map<string, number>;
  pairs: ReversedPairs | undefined;
}

/**
 * Splits the rows of a workspace at random (`repeats` times) and in time, and compares halves. Deterministic in `seed`, and the order
 * of rows makes no difference.
 */
export function holdOut(dataset: Dataset, settings: HoldOutSettings): HoldOut[] {
  return pooledHoldOut([dataset], settings);
}

/** The same over several markets of one method, whose vendors are pooled. @throws RangeError without any. */
export function pooledHoldOut(markets: readonly Dataset[], settings: HoldOutSettings): HoldOut[] {
  const interval = markets[0]?.method.uncertainty.interval;
  if (interval === undefined) throw new RangeError('no market');
  const random = Array.from({ length: settings.repeats }, (_, r) => r);
  const own = (compared: Compared, market: number): Compared => ({ ...compared, market });
  return [
    summary(
      'random',
      markets.flatMap((dataset, m) =>
        random.map((r) => own(compareHalves('random', ...randomHalves(dataset, `${settings.seed}/${r}`)), m)),
      ),
      interval,
      settings,
    ),
    summary(
      'time',
      markets.map((dataset, m) => own(compareHalves('time', ...halvesInTime(dataset)), m)),
      interval,
      settings,
    ),
  ];
}

function compareHalves(split: Split, scored: Dataset, heldOut: Dataset): Compared {
  const market = scoreMarket(scored, { draws: 0 });
  const held = heldOutStatistics(split, heldOut, market);
  const measures = new Map<string, Comparison[]>();
  const shifts = new Map<string, number>();
  const { plan, posteriors } = market;
  const tested = split === 'random' ? withoutChange(posteriors) : posteriors;
  const vendors = scored.vendors.flatMap((_, v) => (market.scored[v]?.overall ? [v] : []));
  // What the whole market moved by, on the scale that is averaged.
  const moved = new Float64Array(plan.measures.length);
  plan.measures.forEach((measure, m) => {
    const found = vendors.flatMap((vendor): Comparison[] => {
      const at = vendor * plan.measures.length + m;
      const value = held.mean[at];
      if (Number.isNaN(value) || posteriors.weight[at] === 0) return [];
      return [
        {
          vendor,
          error: posteriors.mean[at] - value,
          tested: tested.sd[at] ** 2,
          stated: posteriors.sd[at] ** 2,
          noise: held.rowNoise[at] + held.change[at],
        },
      ];
    });
    if (found.length < 2) return;
    if (split === 'time') {
      moved[m] = -meanError(found);
      const mu = posteriors.priors[m]?.mu ?? 0;
      shifts.set(measure.id, measurePoints(measure, mu + moved[m]) - measurePoints(measure, mu));
    }
    measures.set(measure.id, split === 'time' ? corrected(found, () => moved[m]) : found);
  });
  const overall = compareOverall(scored, heldOut, market, tested, held, vendors);
  if (split === 'time') {
    const without = corrected(
      overall.map(({ comparison }) => comparison),
      (i) => overall[i]?.movedBy(moved) ?? 0,
    );
    overall.forEach((own, i) => (own.comparison = without[i]));
  }
  return {
    market: 0,
    overall: overall.map(({ comparison }) => comparison),
    measures,
    shifts,
    pairs: comparePairs(overall, scored.method.uncertainty.tie),
  };
}

/** Mean error of the market, each vendor weighted by 1 / variance. */
function meanError(comparisons: readonly Comparison[]): number {
  const weight = ({ tested, noise }: Comparison): number => 1 / (tested + noise);
  return (
    comparisons.reduce((sum, c) => sum + weight(c) * c.error, 0) / comparisons.reduce((sum, c) => sum + weight(c), 0)
  );
}

/**
 * Errors with the market's shift added back. A mean that was estimated from the same errors lies closer to them than the true one: with h a
 * vendor's share of the weights, its squared error is expected to be 1 - h of its variance and is raised by that (MacKinnon & White 1985, HC2).
 */
function corrected(comparisons: readonly Comparison[], shift: (index: number) => number): Comparison[] {
  const total = comparisons.reduce((sum, { tested, noise }) => sum + 1 / (tested + noise), 0);
  return comparisons.map((c, i) => {
    const left = 1 - 1 / (c.tested + c.noise) / total;
    return { ...c, error: left > 1e-9 ? (c.error + shift(i)) / Math.sqrt(left) : 0 };
  });
}

/**
 * Random halves are of much the same days: how a vendor changed since then moves both alike, and hardly shows in their difference. So the part
 * of each variance that stands for change is left out of the test; what does show is noise (`changeBetween`).
 */
function withoutChange(known: Posteriors): Posteriors {
  const kept = known.sd.map((_, at) => {
    const prior = known.priors[at % known.measures];
    if (prior === undefined || prior.drift === 0) return 1;
    const change = (prior.drift * known.ageWeight[at]) / prior.variance;
    return 1 - change / (prior.k + known.squaredWeight[at] + change);
  });
  const scaled = (array: Float64Array): Float64Array => array.map((x, at) => x * Math.sqrt(kept[at]));
  return {
    ...known,
    sd: scaled(known.sd),
    pointsSd: scaled(known.pointsSd),
    rowShare: known.rowShare.map((x, at) => x / kept[at]),
  };
}

/** What the measures with held-out rows say of the overall score of one vendor, in points. */
interface OverallComparison {
  comparison: Comparison;
  /** The overall score by the scored half, and its variance. */
  score: number;
  variance: number;
  /** Points that the score moves by when the whole market moves by so much on each measure. */
  movedBy: (moved: Float64Array) => number;
}

/**
 * Compares the part of the overall score that comes from measures with held-out rows. Points are taken as a straight line at the
 * estimate: a single answer lies at an end of the scale, where points are cut off. The noise of the held-out value correlates between
 * answers of one row, as much as the held-out rows of the market show.
 */
function compareOverall(
  scored: Dataset,
  heldOut: Dataset,
  { plan, posteriors, scored: own }: Market,
  tested: Posteriors,
  held: HeldOut,
  vendors: readonly number[],
): OverallComparison[] {
  const parts = new Map(vendors.map((v) => [v, heldOutRows(plan, held, v)]));
  const sums = new PairSums(plan.measures.length);
  const overlaps = new Map(
    vendors.map((v) => [v, sums.add(parts.get(v) ?? [], posteriors.priors, rowsOf(plan, heldOut, held.rows, v), true)]),
  );
  const priors = posteriors.priors.map((prior, m) => prior && { ...prior, variance: held.rowVariance[m] });
  const loadings = sums.loadings(priors, 1, fallbackLoadings(scored.method));
  return vendors.flatMap((vendor) => {
    const at = vendor * plan.measures.length;
    const rows = parts.get(vendor) ?? [];
    const { dimensions, overall } = own[vendor] as ScoredVendor;
    if (overall === undefined || !rows.some(({ index }) => posteriors.weight[at + index] > 0)) return [];
    const coefficients = overallCoefficients(plan, scored.method, dimensions);
    const slope = (m: number): number => (coefficients[m] * posteriors.pointsSd[at + m]) / posteriors.sd[at + m];
    const noise = rows.map(({ index, measure }) => {
      const rowNoise = held.rowNoise[at + index];
      const variance = rowNoise + held.change[at + index];
      return {
        source: measure.source,
        spread: slope(index) * Math.sqrt(variance),
        rowShare: variance > 0 ? rowNoise / variance : 1,
        loadings: loadings[index],
      };
    });
    const used = rows.map(({ index }) => [index, coefficients[index]] as const);
    const comparison = {
      vendor,
      error: rows.reduce(
        (sum, { index, measure, mean }) =>
          sum + slope(index) * direction(measure) * (posteriors.mean[at + index] - mean),
        0,
      ),
      tested: measuresVariance(plan, used, tested, vendor),
      stated: measuresVariance(plan, used, posteriors, vendor),
      noise: jointVariance(noise, overlaps.get(vendor) as Overlap),
    };
    // At an end of the scale, where points are cut off, nothing is uncertain in points and nothing can be tested.
    if (comparison.tested < LEAST_VARIANCE) return [];
    const movedBy = (moved: Float64Array): number =>
      rows.reduce((sum, { index, measure }) => sum + slope(index) * direction(measure) * moved[index], 0);
    return [{ comparison, score: overall.score, variance: overall.sd ** 2, movedBy }];
  });
}

/** The measures that a vendor has held-out rows of. */
function heldOutRows(plan: Plan, held: HeldOut, v: number): MeasuredRows[] {
  return plan.measures.flatMap((measure, index) => {
    const at = v * plan.measures.length + index;
    const mean = held.mean[at];
    return Number.isNaN(mean)
      ? []
      : [{ index, measure, mean, weight: held.weight[at], squaredWeight: held.squaredWeight[at] }];
  });
}

/** Pairs that are surely ordered by `certainty`; the held-out half reverses one when its errors outweigh the difference. */
function comparePairs(scores: readonly OverallComparison[], certainty: number): ReversedPairs | undefined {
  const pairs = { sure: 0, reversed: 0, expected: 0 };
  if (scores.length > MOST_VENDORS_FOR_PAIRS) return undefined;
  const z = normalQuantile(certainty);
  scores.forEach((a, i) => {
    for (const b of scores.slice(i + 1)) {
      const difference = a.score - b.score;
      if (difference === 0 || Math.abs(difference) <= z * Math.sqrt(a.variance + b.variance)) continue;
      pairs.sure += 1;
      const error = a.comparison.error - b.comparison.error;
      if ((difference - error) * Math.sign(difference) < 0) pairs.reversed += 1;
      const spread = a.comparison.tested + b.comparison.tested + a.comparison.noise + b.comparison.noise;
      pairs.expected += normalCdf(-Math.abs(difference) / Math.sqrt(spread));
    }
  });
  return pairs;
}

function summary(split: Split, found: readonly Compared[], interval: number, settings: HoldOutSettings): HoldOut {
  const z = normalQuantile((1 + interval) / 2);
  const ids = [...new Set(found.flatMap(({ measures }) => [...measures.keys()]))].sort();
  const overall = calibration(
    found.map((f) => [f.market, f.overall]),
    z,
    settings,
  );
  const pairs = found.flatMap((f) => f.pairs ?? []);
  const add = (key: keyof ReversedPairs): number => pairs.reduce((sum, own) => sum + own[key], 0);
  return {
    split,
    ...(overall ? { overall } : {}),
    measures: ids.flatMap((id) => {
      const own = calibration(
        found.map(({ market, measures }) => [market, measures.get(id) ?? []]),
        z,
        settings,
      );
      const shift = found.length === 1 ? found[0]?.shifts.get(id) : undefined;
      return own ? [{ id, ...own, ...(shift === undefined ? {} : { shift }) }] : [];
    }),
    ...(pairs.length === found.length
      ? { pairs: { sure: add('sure'), reversed: add('reversed'), expected: add('expected') } }
      : {}),
  };
}

/** Coverage over all comparisons; undefined where they are of fewer than two vendors. */
function calibration(
  found: readonly (readonly [market: number, Comparison[]])[],
  z: number,
  { redraws, seed }: HoldOutSettings,
): Calibration | undefined {
  interface Sums {
    excess: number;
    stated: number;
  }
  const comparisons = found.flatMap(([market, own]) => own.map((c) => ({ ...c, key: `${market}/${c.vendor}` })));
  const byVendor = new Map<string, Sums>();
  let width = 0;
  for (const { key, error, tested, stated, noise } of comparisons) {
    const weight = 1 / (tested + noise) ** 2;
    const own = byVendor.get(key) ?? { excess: 0, stated: 0 };
    own.excess += weight * (error * error - noise);
    own.stated += weight * tested;
    byVendor.set(key, own);
    width += (2 * z * Math.sqrt(stated)) / comparisons.length;
  }
  if (byVendor.size < 2) return undefined;
  const vendors = [...byVendor].sort(([a], [b]) => compareText(a, b)).map(([, sums]) => sums);
  const coverage = (chosen: readonly Sums[]): number => {
    const ratio = chosen.reduce((sum, v) => sum + v.excess, 0) / chosen.reduce((sum, v) => sum + v.stated, 0);
    return ratio <= 0 ? 1 : 2 * normalCdf(z / Math.sqrt(ratio)) - 1;
  };
  const stream = hashText(`${seed}/redraws`);
  const redrawn = Float64Array.from({ length: redraws }, (_, r) => {
    const own = word(stream, r);
    return coverage(vendors.map((_, i) => vendors[Math.floor((word(own, i) / 2 ** 32) * vendors.length)]));
  }).sort();
  const quantile = (p: number): number => redrawn[Math.round(p * (redraws - 1))];
  return { vendors: vendors.length, coverage: coverage(vendors), low: quantile(0.05), high: quantile(0.95), width };
}
