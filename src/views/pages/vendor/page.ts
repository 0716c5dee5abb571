/** The whole vendor page. */
import type { Vendor } from '../../../schema/dataset.ts';
import type { VendorScores } from '../../../score/types.ts';
import type { Language } from '../../../schema/text.ts';
import type { Price } from '../../../schema/vendor.ts';
import { type Points, pointsOptional, type Bar, bar } from '../../format/round.ts';
import { offerName, priceFrom, amongSeveral } from '../../format/price.ts';
import type { Inputs } from '../../market/inputs.ts';
import { cityName, mainOffice, regionName } from '../../format/names.ts';
import { oncePer } from '../../format/once.ts';
import type { VendorStanding } from '../../market/rank.ts';
import { standing } from '../../market/rank.ts';
import type { Lack } from '../rankings.ts';
import { lacksOf } from '../rankings.ts';
import type { LocalText } from '../../format/localize.ts';
import { localize } from '../../format/localize.ts';
import { spreads } from '../../market/spread.ts';
import { equivalentReviews } from '../../market/rows.ts';
import type { CaseRow, CriterionReply } from './cases.ts';
import { caseRows, criterionReplies } from './cases.ts';
import type { Contacts } from './contacts.ts';
import { contacts } from './contacts.ts';
import type { Contrasts } from './contrast.ts';
import { contrasts } from './contrast.ts';
import { type EvidenceSummary, evidenceSummary } from './evidence.ts';
import type { Profile } from './profile.ts';
import { profile } from './profile.ts';
import type { Reviews } from './reviews.ts';
import { reviews } from './reviews.ts';
import type { FrameworkBlock } from './scores.ts';
import { frameworkBlocks } from './scores.ts';

export interface VendorPage {
  slug: string;
  name: LocalText;
  /** Other names: the name in the other language and aliases. */
  otherNames: readonly string[];
  city: string | undefined;
  region: string | undefined;
  /** Region and city as ids, for the way back. */
  place: { region: string; city: string } | undefined;
  status: Vendor['status'];
  withdrawn: { on: string; reason: LocalText } | undefined;
  standing: VendorStanding | undefined;
  lacks: readonly Lack[];
  points: Points | undefined;
  bar: Bar | undefined;
  median: number | undefined;
  /** Whole points if all that is open turned out worst, or best; undefined when that is no different. */
  bounds: { worst: number; best: number } | undefined;
  /** Counted in the score. */
  countedReviews: number;
  /** For how many recent ones they count, rounded; undefined when that is not much less. */
  reviewsWorth: number | undefined;
  frameworks: readonly FrameworkBlock[];
  contrasts: Contrasts;
  contacts: Contacts;
  reviews: Reviews;
  evidence: EvidenceSummary;
  profile: Profile;
  /** The price shown for the vendor in lists, with what it is for, and whether it is the lowest of several for that. */
  priceFrom: { offer: string | undefined; price: Price; several: boolean } | undefined;
  cases: readonly CaseRow[];
  replies: readonly CriterionReply[];
}

const indexes = oncePer(
  (vendors: readonly Vendor[]): ReadonlyMap<string, number> => new Map(vendors.map((v, i) => [v.slug, i] as const)),
);

/** Index of a vendor in the dataset. Throws when there is none of that name. */
export function indexOf(vendors: readonly Vendor[], slug: string): number {
  const index = indexes(vendors).get(slug);
  if (index === undefined) throw new Error(`no vendor is called ${slug}`);
  return index;
}

/** The page of the vendor with this index. */
export function vendorPage(inputs: Inputs, index: number, language: Language): VendorPage {
  const { dataset, market } = inputs;
  const vendor = dataset.vendors[index];
  if (vendor === undefined) throw new RangeError(`no vendor has the index ${index}`);
  const scores = market.of(index);
  const shown = vendor.status === 'participating' ? pointsOptional(scores.overall) : undefined;
  const frameworks = vendor.status === 'participating' ? frameworkBlocks(inputs, vendor, scores, language) : [];
  const read = reviews(inputs, index, vendor, language);
  const office = mainOffice(vendor);
  const middle = spreads(inputs).overall.median;
  return {
    slug: vendor.slug,
    name: localize(vendor.name, language),
    otherNames: otherNames(vendor, language),
    city: office === undefined ? undefined : cityName(dataset.directory, office, language),
    region: office === undefined ? undefined : regionName(dataset.directory, office.region, language),
    place: office === undefined ? undefined : { region: office.region, city: office.city },
    status: vendor.status,
    withdrawn:
      vendor.withdrawn === undefined
        ? undefined
        : { on: vendor.withdrawn.on, reason: localize(vendor.withdrawn.reason, language) },
    standing: standing(inputs, scores.rating),
    lacks: scores.rating.kind === 'unrated' ? lacksOf(inputs, scores.rating.reasons, language) : [],
    points: shown,
    bar: shown === undefined ? undefined : bar(shown),
    median: middle === undefined ? undefined : Math.round(middle),
    bounds: shown === undefined ? undefined : boundsShown(scores.bounds),
    countedReviews: scores.reviews,
    reviewsWorth: equivalentReviews(inputs, index),
    frameworks,
    contrasts: contrasts(frameworks, dataset.method.uncertainty.tie),
    contacts: contacts(inputs, index, language),
    reviews: read,
    evidence: evidenceSummary(inputs, vendor),
    profile: profile(inputs, vendor, language),
    priceFrom: shownPrice(inputs, vendor, language),
    cases: caseRows(inputs, vendor, read.entries, language),
    replies: criterionReplies(inputs, vendor, language),
  };
}

function boundsShown(bounds: VendorScores['bounds']): VendorPage['bounds'] {
  if (bounds === undefined) return undefined;
  const [worst, best] = [Math.round(bounds.worst), Math.round(bounds.best)];
  return worst < best ? { worst, best } : undefined;
}

function shownPrice({ dataset }: Inputs, vendor: Vendor, language: Language): VendorPage['priceFrom'] {
  const price = priceFrom(dataset, vendor);
  return price === undefined
    ? undefined
    : { offer: offerName(dataset, price, language), price, several: amongSeveral(vendor.prices, price) };
}

function otherNames(vendor: Vendor, language: Language): string[] {
  const shown = localize(vendor.name, language).text;
  const names = [vendor.name.zh, vendor.name.en, ...vendor.aliases];
  return [...new Set(names)].filter((n): n is string => n !== undefined && n !== shown);
}
