/** What a vendor file would score, and where that would stand in the market as it is published now. */
import type { Vendor } from '../schema/dataset.ts';
import type { SubmitMarket, SubmitRules } from '../schema/submit-files.ts';
import type { ScoredVendor } from '../score/scored-vendor.ts';
import {
  type KnownMarket,
  type Rules,
  type VendorRows,
  drawnOverall,
  lacksOf,
  posteriorsOfOne,
  scoreAlone,
  standAmong,
} from '../score/one-vendor.ts';
import type { Overlap } from '../score/correlation.ts';
import { compilePlan } from '../score/plan.ts';
import type { Posteriors } from '../score/posteriors.ts';
import type { UnratedReason } from '../score/types.ts';
import { type Points, points } from '../views/format/round.ts';

/** Statistics of the rows about a vendor, by id of the measure. */
export type RowStatsById = Readonly<Record<string, VendorRows>>;

/** A market made ready for scoring one file again and again. */
export interface Scale {
  rules: Rules;
  market: KnownMarket;
  ranked: SubmitMarket['ranked'];
}

/** One framework of a standing. */
export interface FrameworkStanding {
  id: string;
  points?: Points;
  /** Dimensions with enough evidence, and how many of all are needed for a rank. */
  covered: number;
  needed: number;
  dimensions: number;
}

/** A score with its place, rounded as pages print it. */
export interface Standing {
  overall?: Points;
  /** Absent while something is lacking for a rank. */
  rank?: { place: number; low: number; high: number; group: number; of: number };
  lacks: readonly UnratedReason[];
  frameworks: readonly FrameworkStanding[];
}

/** Of a measure that nobody has rows of: it has no part in any score. */
const NO_LOADINGS = { vendors: 0, rows: 0 };

/** Compiles what all scorings share. */
export function scaleOf(rules: SubmitRules, { priors, ranked }: SubmitMarket): Scale {
  const plan = compilePlan(rules.frameworks, rules.questionnaire, rules.method);
  const own = plan.measures.map((m) => (Object.hasOwn(priors, m.id) ? priors[m.id] : undefined));
  return {
    rules: { method: rules.method, release: { asOf: rules.asOf, methodology: rules.method.version } },
    market: { plan, priors: own, loadings: own.map((prior) => prior?.loadings ?? NO_LOADINGS) },
    ranked,
  };
}

/** What is known of the vendor from others, in the form that scoring reads. */
export function posteriorsFrom({ market }: Scale, rows: RowStatsById, overlap: Overlap): Posteriors {
  return posteriorsOfOne(
    market,
    market.plan.measures.map((m) => (Object.hasOwn(rows, m.id) ? rows[m.id] : undefined)),
    overlap,
  );
}

/** Scores a participating vendor. `vendor.slug` must be its own: the draws of its interval hang on it. */
export function standingOf(scale: Scale, known: Posteriors, vendor: Vendor): Standing {
  const { rules, market } = scale;
  const own = scoreAlone(rules, market, known, vendor);
  const lacks = lacksOf(market, own);
  const ranked = lacks.length === 0 && own.overall !== undefined;
  const overall = ranked ? drawnOverall(rules, market, known, vendor, own) : own.overall;
  const others = scale.ranked.filter(([slug]) => slug !== vendor.slug).map(([, score, sd]) => ({ score, sd }));
  return {
    ...(overall === undefined ? {} : { overall: points(overall) }),
    ...(ranked && overall !== undefined
      ? { rank: { ...standAmong(overall, others, rules.method.uncertainty), of: others.length + 1 } }
      : {}),
    lacks,
    frameworks: market.plan.frameworks.map((framework, f) => frameworkStanding(own, framework, f)),
  };
}

function frameworkStanding(
  own: ScoredVendor,
  { id, needed, dimensions }: KnownMarket['plan']['frameworks'][number],
  f: number,
): FrameworkStanding {
  const estimate = own.frameworks[f];
  return {
    id,
    ...(estimate === undefined ? {} : { points: points(estimate) }),
    covered: dimensions.filter((d) => own.coverage.covered[d] === 1).length,
    needed,
    dimensions: dimensions.length,
  };
}
