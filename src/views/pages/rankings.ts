/** Ranking pages: the ranked in their groups, then those without enough evidence, then those listed only. */
import type { Dataset, Vendor } from '../../schema/dataset.ts';
import { rankingLabels } from '../../i18n/labels/rankings.ts';
import type { Directory } from '../../schema/directory.ts';
import type { Framework } from '../../schema/framework.ts';
import type { Price } from '../../schema/vendor.ts';
import type { Language } from '../../schema/text.ts';
import { inGroups } from '../../score/ranks.ts';
import type { UnratedReason } from '../../score/types.ts';
import { type Points, points, type Bar, bar } from '../format/round.ts';
import type { Card } from '../market/cards.ts';
import { cardOf, marketFigures } from '../market/cards.ts';
import { leadOffer, offerName, priceFrom, isBeginning } from '../format/price.ts';
import type { Inputs } from '../market/inputs.ts';
import { cityName, dimensionsOf, mainOffice, nameOf, regionName, shownFrameworks } from '../format/names.ts';
import type { Scope } from '../market/places.ts';
import { inScope, officesIn } from '../market/places.ts';
import type { PlaceRange } from '../market/rank.ts';
import { placesAmong, standing } from '../market/rank.ts';
import type { LocalText } from '../format/localize.ts';
import { localize } from '../format/localize.ts';

/** A vendor in any of the lists. */
export interface ListedVendor {
  slug: string;
  name: LocalText;
  /** City of the main office; on the page of a place without it, the office there with where the main one is. */
  city: string | undefined;
  /** Where it has offices, as `region` and `region/city` ids, the main office first; what a browser filters by. */
  places: readonly string[];
  /** Ids of its services. */
  services: readonly string[];
}

/** A ranked vendor. */
interface RankedRow extends ListedVendor {
  /** Among those of the list it is in. */
  standing: PlaceRange;
  /** In the whole market; undefined where that is the list itself. */
  inMarket: PlaceRange | undefined;
  points: Points;
  bar: Bar;
  /** Whole points by framework, in the order of `Rankings.frameworks`; undefined without a score. */
  frameworks: readonly (number | undefined)[];
  covered: number;
  dimensions: number;
  reviews: number;
  price: Price | undefined;
  /** The price is the lower end of a range, or the lowest of several for the same. */
  priceFrom: boolean;
}

/** A vendor that is assessed but lacks the evidence to be ranked. */
interface UnratedRow extends ListedVendor {
  points: Points | undefined;
  bar: Bar | undefined;
  reviews: number;
  lacks: readonly Lack[];
}

/** One thing that a vendor lacks for a rank, in words that need no ids. */
export type Lack = { framework: string; have: number; need: number; missing: readonly string[] };

/** Vendors that the evidence cannot put in order. */
export interface RankedGroup {
  group: number;
  rows: readonly RankedRow[];
}

export interface Rankings {
  scope: Scope;
  /** Name of the place or service; undefined for the whole market. */
  title: string | undefined;
  /** Frameworks with a column of their own; none when there is only one, which is the overall score itself. */
  frameworks: readonly { id: string; short: string }[];
  /** Whether anybody in the market has a counted review. */
  hasReviews: boolean;
  /** Whether anybody gives a price, and what the prices in the table are for when they say so. */
  hasPrices: boolean;
  priceOf: string | undefined;
  groups: readonly RankedGroup[];
  /** Ranked vendors in this scope and in the whole market. */
  ranked: number;
  rankedInMarket: number;
  unrated: readonly UnratedRow[];
  listed: readonly ListedVendor[];
  /** What vendors here can be filtered by: only what not all of them share. */
  offers: Offers;
}

/** Ids of channels, languages and licence states, and whether anybody's evidence is better than its word. */
interface Offers {
  channels: readonly string[];
  languages: readonly string[];
  licences: readonly string[];
  verified: boolean;
}

/** The ranking page of a scope. */
export function rankings(inputs: Inputs, scope: Scope, language: Language): Rankings {
  const { dataset, market } = inputs;
  const groups = rankedGroups(inputs, scope, language);
  const unrated: UnratedRow[] = [];
  const listed: ListedVendor[] = [];
  dataset.vendors.forEach((vendor, index) => {
    const card = cardOf(inputs, index);
    if (!inScope(vendor, scope) || card.rating.kind !== 'unrated') return;
    if (vendor.status === 'listed') listed.push(listedVendor(inputs, vendor, scope, language));
    else unrated.push(unratedRow(inputs, vendor, card, card.rating.reasons, scope, language));
  });
  const lead = leadOffer(dataset);
  return {
    scope,
    title: scopeTitle(inputs, scope, language),
    frameworks: columns(dataset).map((f) => ({ id: f.id, short: f.short[language] })),
    hasReviews: marketFigures(inputs).cards.some((c) => c.reviews > 0),
    hasPrices: lead !== undefined,
    priceOf: lead === undefined ? undefined : offerName(dataset, lead, language),
    groups,
    ranked: groups.reduce((sum, g) => sum + g.rows.length, 0),
    rankedInMarket: market.ranked.length,
    unrated,
    listed,
    offers: offersOf(inputs, scope),
  };
}

function offersOf(inputs: Inputs, scope: Scope): Offers {
  const { vendors, directory } = inputs.dataset;
  const here = vendors.flatMap((vendor, i) => (inScope(vendor, scope) ? [{ vendor, card: cardOf(inputs, i) }] : []));
  const telling = (entries: readonly { id: string }[], has: (vendor: Vendor, id: string) => boolean): string[] => {
    const ids = entries.map((e) => e.id).filter((id) => here.some(({ vendor }) => has(vendor, id)));
    return ids.length > 1 || ids.some((id) => here.some(({ vendor }) => !has(vendor, id))) ? ids : [];
  };
  return {
    channels: telling(directory.contacts, (v, id) => v.contacts[id] !== undefined),
    languages: telling(directory.languages, (v, id) => v.languages.includes(id)),
    licences: telling(directory.licence?.states ?? [], (v, id) => v.licence?.state === id),
    verified: here.some(({ card }) => (card.verified ?? 0) > 0),
  };
}

function columns(dataset: Dataset): readonly Framework[] {
  const all = shownFrameworks(dataset);
  return all.length === 1 ? [] : all;
}

/** Name of a place or service; undefined for the whole market. */
function scopeTitle({ dataset: { directory } }: Inputs, scope: Scope, language: Language): string | undefined {
  if (scope.kind === 'region') return regionName(directory, scope.region, language);
  if (scope.kind === 'city') return cityName(directory, scope, language);
  if (scope.kind === 'service') return nameOf(directory.services, scope.service, language);
  return undefined;
}

/** The ranked of a scope in their groups, ranked among themselves. */
export function rankedGroups(inputs: Inputs, scope: Scope, language: Language): RankedGroup[] {
  const { vendors } = inputs.dataset;
  const places = placesAmong(inputs, (v) => vendors[v] !== undefined && inScope(vendors[v], scope));
  const rows = places.flatMap(({ vendor, place }) => {
    const own = vendors[vendor];
    return own === undefined ? [] : [rankedRow(inputs, own, cardOf(inputs, vendor), place, scope, language)];
  });
  return inGroups(rows, (row) => row.standing.group);
}

/** One ranked vendor's row. Throws when the vendor is not ranked. */
function rankedRow(
  inputs: Inputs,
  vendor: Vendor,
  card: Card,
  place: PlaceRange,
  scope: Scope,
  language: Language,
): RankedRow {
  const inMarket = standing(inputs, card.rating);
  if (inMarket === undefined || card.overall === undefined) throw new Error(`${vendor.slug} is not ranked`);
  const shown = points(card.overall);
  const price = priceFrom(inputs.dataset, vendor);
  return {
    ...listedVendor(inputs, vendor, scope, language),
    standing: place,
    inMarket: scope.kind === 'all' ? undefined : inMarket,
    points: shown,
    bar: bar(shown),
    frameworks: columns(inputs.dataset).map(({ id }) => {
      const estimate = card.estimates.get(id);
      return estimate === undefined ? undefined : Math.round(estimate.score);
    }),
    covered: card.covered,
    dimensions: card.dimensions,
    reviews: card.reviews,
    price,
    priceFrom: price !== undefined && isBeginning(vendor.prices, price),
  };
}

function listedVendor(
  { dataset: { directory } }: Inputs,
  vendor: Vendor,
  scope: Scope,
  language: Language,
): ListedVendor {
  return {
    slug: vendor.slug,
    name: localize(vendor.name, language),
    city: officeText(directory, vendor, scope, language),
    places: placesOf(vendor),
    services: vendor.services,
  };
}

/** Its offices as `region` and `region/city` ids, the main office first. */
function placesOf(vendor: Vendor): string[] {
  const main = mainOffice(vendor);
  const offices = main === undefined ? [] : [main, ...vendor.offices];
  return [...new Set(offices.flatMap((o) => [o.region, `${o.region}/${o.city}`]))];
}

/** Where it is, so that one sees why it is on the page of a place. */
function officeText(directory: Directory, vendor: Vendor, scope: Scope, language: Language): string | undefined {
  const main = mainOffice(vendor);
  if (main === undefined) return undefined;
  const name = cityName(directory, main, language);
  const here = officesIn(vendor, scope);
  const [first] = here;
  return first === undefined || here.includes(main)
    ? name
    : rankingLabels[language].mainElsewhere(cityName(directory, first, language), name);
}

function unratedRow(
  inputs: Inputs,
  vendor: Vendor,
  card: Card,
  reasons: readonly UnratedReason[],
  scope: Scope,
  language: Language,
): UnratedRow {
  const shown = card.overall === undefined ? undefined : points(card.overall);
  return {
    ...listedVendor(inputs, vendor, scope, language),
    points: shown,
    bar: shown === undefined ? undefined : bar(shown),
    reviews: card.reviews,
    lacks: lacksOf(inputs, reasons, language),
  };
}

/** Reasons of missing coverage with the names of the framework and of the dimensions. */
export function lacksOf({ dataset }: Inputs, reasons: readonly UnratedReason[], language: Language): Lack[] {
  return reasons.flatMap((reason) => {
    if (reason.kind !== 'coverage') return [];
    const framework = dataset.frameworks.find((f) => f.id === reason.framework);
    if (framework === undefined) return [];
    const dimensions = dimensionsOf(framework);
    return [
      {
        framework: framework.name[language],
        have: reason.have,
        need: reason.need,
        missing: reason.missing.map((id) => dimensions.get(id)?.name[language] ?? id),
      },
    ];
  });
}
