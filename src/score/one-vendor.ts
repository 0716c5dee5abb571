/**
 * Scores one vendor file against a market that is scored already, without the market's rows: for a form that shows the
 * score while the file is written. Gives what `scoreMarket` gives for the same file in that market, to the last bit.
 */
import type { Dataset, Vendor } from '../schema/dataset.ts';
import type { Method } from '../schema/method.ts';
import type { Loadings, Overlap } from './correlation.ts';
import { missingCoverage } from './coverage.ts';
import { drawOverall, intervalOf } from './overall-draws.ts';
import type { Plan } from './plan.ts';
import { type Posteriors, emptyColumns, fillColumns } from './posteriors.ts';
import { type Certainty, rank } from './ranks.ts';
import { type ScoredVendor, measureVendor, scoreVendor } from './scored-vendor.ts';
import type { MarketPrior, OwnRows } from './shrinkage.ts';
import type { Estimate, UnratedReason } from './types.ts';

/** What rows of others say of the vendor on one measure. */
export interface VendorRows extends OwnRows {
  count: number;
}

const NO_ROWS: VendorRows = { count: 0, weight: 0, squaredWeight: 0, sum: 0, ageWeight: 0 };

/** The market as the form knows it. */
export interface KnownMarket {
  plan: Plan;
  /** By measure of the plan; undefined where nobody in the market has told anything. */
  priors: readonly (MarketPrior | undefined)[];
  /** How the errors of measures hang together. */
  loadings: readonly Loadings[];
}

/** The parts of a dataset that scoring one file needs. */
export type Rules = Pick<Dataset, 'method' | 'release'>;

/** Whether a vendor's score hangs on its own file and the priors alone; where a method compares vendors with one another it does not. */
export function standsAlone(method: Method): boolean {
  return method.normalisation === 'goalposts';
}

/** Everything known of one vendor's survey measures. `told` by measure of the plan; a measure without an entry has no rows. */
export function posteriorsOfOne(
  { plan, priors, loadings }: KnownMarket,
  told: readonly (VendorRows | undefined)[],
  overlap: Overlap,
): Posteriors {
  const measures = plan.measures.length;
  const out = emptyColumns(1, measures);
  plan.measures.forEach((measure, m) => {
    const prior = priors[m];
    if (prior) fillColumns(out, m, measure, told[m] ?? NO_ROWS, prior);
  });
  return { ...out, priors, loadings, overlap: [overlap] };
}

/** Scores before any ranking; intervals by the normal approximation. */
export function scoreAlone(rules: Rules, market: KnownMarket, known: Posteriors, vendor: Vendor): ScoredVendor {
  const measured = measureVendor({ ...rules, vendors: [vendor] }, market.plan, known, 0);
  return scoreVendor(rules, market.plan, known, 0, measured);
}

/** What the vendor lacks for a rank; empty when it would be ranked. */
export function lacksOf(market: KnownMarket, own: ScoredVendor): UnratedReason[] {
  return missingCoverage(market.plan, own.coverage, own.overall !== undefined);
}

/** The overall score with the interval of the posterior draws, as ranked vendors have it. Undefined when nothing measures it. */
export function drawnOverall(
  rules: Rules,
  market: KnownMarket,
  known: Posteriors,
  vendor: Vendor,
  own: ScoredVendor,
): Estimate | undefined {
  const { draws, interval } = rules.method.uncertainty;
  if (own.overall === undefined || draws === 0) return own.overall;
  const drawn = new Float64Array(draws);
  drawOverall(drawn, { method: rules.method, vendors: [vendor] }, market.plan, known, own, 0);
  return { ...own.overall, ...intervalOf(drawn.sort(), own.overall, interval) };
}

/** Place, rank interval and group of a score among those of the other ranked vendors. */
export function standAmong(
  own: Estimate,
  others: readonly Pick<Estimate, 'score' | 'sd'>[],
  certainty: Certainty,
): { place: number; low: number; high: number; group: number } {
  const all = [own, ...others];
  const ranks = rank(
    all.map((e) => e.score),
    all.map((e) => e.sd),
    certainty,
  );
  return {
    place: ranks.place[0] ?? 1,
    low: ranks.low[0] ?? 1,
    high: ranks.high[0] ?? all.length,
    group: ranks.group[0] ?? 1,
  };
}
