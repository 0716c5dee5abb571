/**
 * What comparing one vendor with others needs, in a few kilobytes: `/compare/<slug>.json`. Ids and whole points only; the
 * words are in the pages. Read by the comparison and by the decision sheet in the browser.
 */
import type { Vendor } from '../../schema/dataset.ts';
import { isSafeHttpsAddress, type Bilingual, type EitherLanguage } from '../../schema/text.ts';
import type { AnswerState, Price } from '../../schema/vendor.ts';
import { TIERS } from '../../schema/words.ts';
import type { Tier } from '../../schema/method.ts';
import type { CriterionScore, DimensionScore, FacetScore } from '../../score/types.ts';
import { cardOf, type InsufficientEvidence, insufficientEvidence } from '../market/cards.ts';
import type { Inputs } from '../market/inputs.ts';
import { mainOffice } from '../format/names.ts';
import { priceFrom } from '../format/price.ts';
import { standing } from '../market/rank.ts';
import { type ReplyTime, replyTimes } from '../market/reply-times.ts';
import { type Points, points, round } from '../format/round.ts';
import { daysBetween } from '../../schema/day.ts';
import { evidenceAge } from '../format/time.ts';
import { type WeightsTable, weightsRow } from './weights-file.ts';
import { equivalentReviews } from '../market/rows.ts';
import type { ScoredWorkspace } from '../../score/market.ts';

/** Score, low and high in whole points. */
export type Figures = readonly [score: number, low: number, high: number];

/** Score and standard deviation by which a vendor is compared with others: not rounded to what is shown. */
export type Unrounded = readonly [score: number, sd: number];

/** One criterion of one vendor. */
export interface ComparedCriterion {
  state: CriterionScore['state'];
  /** Whole points; absent when nothing measures it. */
  score?: number;
  /** Best credibility tier behind it; absent without a fact that earns anything. */
  tier?: Tier;
  /** Pieces of evidence behind it. */
  evidence?: number;
  /** Number of reviews and timed contacts about it. */
  told?: number;
  /** One letter for each facet in the framework's order: `m`et, `p`artly, `n`ot met, not applicable `x`, `u`nknown. */
  facets?: string;
}

export interface ComparedPrice extends Omit<Price, 'note'> {
  /** Seen longer ago than the method calls fresh. */
  stale: boolean;
}

export interface CompareFile {
  slug: string;
  name: EitherLanguage;
  city?: Bilingual;
  status: Vendor['status'];
  standing?: { low: number; high: number; of: number; group: number };
  overall?: Figures;
  /** The overall score in full, so that a comparison says of two vendors what the ranking says. */
  unrounded?: Unrounded;
  /** By framework. */
  frameworks: Record<string, { points?: Figures; covered: number; dimensions: number }>;
  /** By `framework/dimension`. */
  dimensions: Record<
    string,
    { points?: Figures; unrounded?: Unrounded; covered: boolean; untold?: InsufficientEvidence }
  >;
  /** By `framework/criterion`. */
  criteria: Record<string, ComparedCriterion>;
  /** Pieces of evidence by tier, and how many of all are stale or expired. */
  evidence: Record<Tier, number> & { old: number };
  reviews: number;
  /** For how many recent ones they count, rounded; absent when that is not much less. */
  reviewsWorth?: number;
  observations: number;
  /** How soon it was seen to reply; absent where it was never timed. */
  replies?: readonly ReplyTime[];
  licence?: { state: string; checkedOn?: string; expires?: string; age: 'fresh' | 'stale' | 'expired' };
  /** The price shown for the vendor in lists. */
  priceFrom?: ComparedPrice;
  prices: ComparedPrice[];
  services: readonly string[];
  languages: readonly string[];
  founded?: number;
  staff?: number;
  website?: string;
  /** What weighing it anew needs; absent when it is not assessed. */
  weights?: WeightsTable;
}

const LETTERS: Readonly<Record<AnswerState, string>> = {
  met: 'm',
  partly: 'p',
  'not-met': 'n',
  'not-applicable': 'x',
  unknown: 'u',
};

/** The file of the vendor with this index. Throws when there is none. */
export function compareFile(inputs: Inputs, index: number): CompareFile {
  const { dataset, market } = inputs;
  const vendor = dataset.vendors[index];
  if (vendor === undefined) throw new RangeError(`no vendor has the index ${index}`);
  const { method, release, directory } = dataset;
  const scores = market.of(index);
  const assessed = vendor.status === 'participating';
  const place = standing(inputs, cardOf(inputs, index).rating);
  const office = mainOffice(vendor);
  const city = directory.regions.find((r) => r.id === office?.region)?.cities.find((c) => c.id === office?.city);
  const priced = (price: Price): ComparedPrice => {
    const { note: _, ...rest } = price;
    return { ...rest, stale: daysBetween(price.observedOn, release.asOf) > method.freshness.priceDays };
  };
  const from = priceFrom(dataset, vendor);
  const replies = replyTimes(inputs, index);
  const worth = equivalentReviews(inputs, index);
  const licence = licenceOf(vendor, release.asOf, method.freshness.licenceDays);
  const frameworks = assessed ? scores.frameworks : [];
  const overall = assessed ? scores.overall : undefined;
  return {
    slug: vendor.slug,
    name: vendor.name,
    ...(city === undefined ? {} : { city: city.name }),
    status: vendor.status,
    ...(place === undefined
      ? {}
      : { standing: { low: place.low, high: place.high, of: place.of, group: place.group } }),
    ...(overall === undefined ? {} : { overall: figures(points(overall)), unrounded: [overall.score, overall.sd] }),
    frameworks: Object.fromEntries(
      frameworks.map((f) => [f.id, { ...figuresIn(f.estimate), covered: f.covered, dimensions: f.dimensions.length }]),
    ),
    dimensions: Object.fromEntries(
      frameworks.flatMap((f) => f.dimensions.map((d) => [`${f.id}/${d.id}`, dimension(d)])),
    ),
    criteria: Object.fromEntries(
      frameworks.flatMap((f) =>
        f.dimensions.flatMap((d) => d.criteria.map((c) => [`${f.id}/${c.id}`, criterion(vendor, f.id, c)])),
      ),
    ),
    evidence: {
      ...(Object.fromEntries(
        TIERS.map((tier) => [tier, vendor.evidence.filter((e) => e.tier === tier).length]),
      ) as Record<Tier, number>),
      old: vendor.evidence.filter((e) => evidenceAge(e, method, release.asOf) !== 'fresh').length,
    },
    reviews: scores.reviews,
    ...(worth === undefined ? {} : { reviewsWorth: worth }),
    observations: scores.observations,
    ...(replies.length === 0 ? {} : { replies }),
    ...(licence === undefined ? {} : { licence }),
    ...(from === undefined ? {} : { priceFrom: priced(from) }),
    prices: vendor.prices.map(priced),
    services: vendor.services,
    languages: vendor.languages,
    ...(vendor.founded === undefined ? {} : { founded: vendor.founded }),
    ...(vendor.staff === undefined ? {} : { staff: vendor.staff }),
    ...(vendor.website !== undefined && isSafeHttpsAddress(vendor.website) ? { website: vendor.website } : {}),
  };
}

function figures({ score, low, high }: Points): Figures {
  return [score, low, high];
}

function figuresIn(estimate: Parameters<typeof points>[0] | undefined): { points?: Figures } {
  return estimate === undefined ? {} : { points: figures(points(estimate)) };
}

function dimension(d: DimensionScore): CompareFile['dimensions'][string] {
  const untold = insufficientEvidence(d);
  const { estimate } = d;
  return {
    ...figuresIn(estimate),
    ...(estimate === undefined ? {} : { unrounded: [round(estimate.score, 2), round(estimate.sd, 2)] }),
    covered: d.covered,
    ...(untold === undefined ? {} : { untold }),
  };
}

function criterion(vendor: Vendor, framework: string, score: CriterionScore): ComparedCriterion {
  const facts = score.measures.flatMap((m) => (m.source === 'vendor' ? [m] : []));
  const facets = facts.flatMap((m) => (m.kind === 'checklist' ? m.facets : []));
  const tiers = [
    ...facets.filter((f) => f.credit > 0).map((f) => f.tier),
    ...facts.flatMap((m) => ('tier' in m && m.tier !== undefined ? [m.tier] : [])),
  ];
  const best = TIERS.find((tier) => tiers.includes(tier));
  const behind = evidenceBehind(vendor, framework, score.id, facets);
  const rows = Math.max(0, ...score.measures.map((m) => ('count' in m ? m.count : 0)));
  return {
    state: score.state,
    ...(score.score === undefined ? {} : { score: Math.round(score.score) }),
    ...(best === undefined ? {} : { tier: best }),
    ...(behind === 0 ? {} : { evidence: behind }),
    ...(rows === 0 ? {} : { told: rows }),
    ...(facets.length === 0 ? {} : { facets: facets.map((f) => LETTERS[f.state]).join('') }),
  };
}

function evidenceBehind(vendor: Vendor, framework: string, criterionId: string, facets: readonly FacetScore[]): number {
  const own = vendor.answers[framework]?.[criterionId]?.evidence ?? [];
  return new Set([...facets.filter((f) => f.credit > 0).flatMap((f) => f.evidence), ...own]).size;
}

function licenceOf({ licence }: Vendor, asOf: string, days: number): CompareFile['licence'] {
  if (licence === undefined) return undefined;
  const { state, checkedOn, expires } = licence;
  const old = checkedOn !== undefined && daysBetween(checkedOn, asOf) > days;
  return {
    state,
    ...(checkedOn === undefined ? {} : { checkedOn }),
    ...(expires === undefined ? {} : { expires }),
    age: expires !== undefined && expires < asOf ? 'expired' : old ? 'stale' : 'fresh',
  };
}

/** The file of the vendor with this index. @throws RangeError when there is none. */
export function publishedCompareFile(site: Inputs & ScoredWorkspace, index: number): CompareFile {
  const weights = weightsRow(site, index);
  return { ...compareFile(site, index), ...(weights === undefined ? {} : { weights }) };
}
