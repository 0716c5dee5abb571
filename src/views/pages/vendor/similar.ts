/** Vendors like one: near it, with the same services, at about its price and score. */
import type { Dataset, Vendor } from '../../../schema/dataset.ts';
import type { Language } from '../../../schema/text.ts';
import { cardOf, marketFigures } from '../../market/cards.ts';
import type { Inputs } from '../../market/inputs.ts';
import { cityName, mainOffice } from '../../format/names.ts';
import { oncePer } from '../../format/once.ts';
import { comparable, priceFrom } from '../../format/price.ts';
import { type Points, pointsOptional } from '../../format/round.ts';
import { type LocalText, localize } from '../../format/localize.ts';

/** A vendor with what it has in common. */
export interface SimilarVendor {
  slug: string;
  name: LocalText;
  city: string | undefined;
  points: Points | undefined;
  /** Has a score, but too little is known for a rank. */
  unranked: boolean;
  shared: { city: boolean; region: boolean; price: boolean; score: boolean; services: number };
}

/** Vendors shown at most, and how many neighbours by score are looked at in each place. */
const MOST = 4;
const WINDOW = 20;
/** Scores this far apart, in points, have nothing in common; and prices by this factor. */
const FAR = 15;
const NEAR_SCORE = 5;
const NEAR_PRICE = 1.25;
/** What each likeness counts; services count this much when all are shared. */
const COUNTS = { city: 3, region: 1.5, price: 1, score: 2, services: 2 } as const;
/** Less than this in common is not alike. */
const LEAST = 2;

/** What vendors are compared by. */
interface Traits {
  vendor: Vendor;
  office: ReturnType<typeof mainOffice>;
  price: { currency: string; amount: number } | undefined;
  score: number | undefined;
}

/** A vendor like another one. */
interface Neighbour {
  index: number;
  alike: number;
  /** -1 without a score. */
  score: number;
  shared: SimilarVendor['shared'];
}

/** Vendors by place, each list by score, so that neighbours in it are near in score too; and what is found for each vendor, which serves both languages. */
const lists = oncePer((dataset: Dataset) =>
  oncePer((market: Inputs['market']) => {
    const { cards } = marketFigures({ dataset, market });
    const traits = dataset.vendors.map((vendor, v): Traits => {
      const price = priceFrom(dataset, vendor);
      return {
        vendor,
        office: mainOffice(vendor),
        price: price === undefined ? undefined : { currency: price.currency, amount: comparable(price) },
        score: cards[v]?.overall?.score,
      };
    });
    const scoreOf = (v: number): number => traits[v]?.score ?? -1;
    const byPlace = new Map<string, number[]>();
    dataset.vendors.forEach((vendor, v) => {
      if (vendor.status === 'withdrawn') return;
      for (const key of placesOf(vendor)) {
        const known = byPlace.get(key);
        if (known === undefined) byPlace.set(key, [v]);
        else known.push(v);
      }
    });
    const positions = new Map<string, ReadonlyMap<number, number>>();
    for (const [key, list] of byPlace) {
      list.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
      positions.set(key, new Map(list.map((v, at) => [v, at])));
    }
    return { byPlace, positions, traits, found: new Map<number, readonly Neighbour[]>() };
  }),
);

/** Keys of the lists a vendor is in: its city, its region, everywhere. */
function placesOf(vendor: Vendor): string[] {
  const office = mainOffice(vendor);
  return office === undefined ? [''] : [`${office.region}/${office.city}`, office.region, ''];
}

/** The vendors most like the one with this index, the likest first; draws go by score, then by slug. */
export function similarVendors(inputs: Inputs, index: number, language: Language): SimilarVendor[] {
  const { dataset } = inputs;
  return neighboursOf(inputs, index).flatMap(({ index: v, shared }) => {
    const other = dataset.vendors[v];
    if (other === undefined) return [];
    const office = mainOffice(other);
    const card = cardOf(inputs, v);
    return {
      slug: other.slug,
      name: localize(other.name, language),
      city: office === undefined ? undefined : cityName(dataset.directory, office, language),
      points: other.status === 'participating' ? pointsOptional(card.overall) : undefined,
      unranked: other.status === 'participating' && card.rating.kind !== 'ranked',
      shared,
    };
  });
}

function neighboursOf({ dataset, market }: Inputs, index: number): readonly Neighbour[] {
  const { byPlace, positions, traits, found } = lists(dataset)(market);
  const own = traits[index];
  if (own === undefined) return [];
  const known = found.get(index);
  if (known !== undefined) return known;
  const near = new Set<number>();
  for (const key of placesOf(own.vendor)) {
    const at = positions.get(key)?.get(index) ?? 0;
    for (const v of byPlace.get(key)?.slice(Math.max(0, at - WINDOW), at + WINDOW + 1) ?? []) near.add(v);
  }
  near.delete(index);
  const neighbours = [...near]
    .map((v) => likeness(own, traits[v], v))
    .filter((l) => l.alike >= LEAST)
    .sort((a, b) => b.alike - a.alike || b.score - a.score || a.index - b.index)
    .slice(0, MOST);
  found.set(index, neighbours);
  return neighbours;
}

function likeness(own: Traits, other: Traits, index: number): Neighbour {
  const [here, there] = [own.office, other.office];
  const region = here !== undefined && here.region === there?.region;
  const city = region && here.city === there?.city;
  const services = own.vendor.services.filter((s) => other.vendor.services.includes(s)).length;
  const union = own.vendor.services.length + other.vendor.services.length - services;
  const ratio =
    own.price === undefined || other.price === undefined || own.price.currency !== other.price.currency
      ? Infinity
      : priceRatio(own.price.amount, other.price.amount);
  const apart = own.score === undefined || other.score === undefined ? Infinity : Math.abs(own.score - other.score);
  return {
    index,
    alike:
      (city ? COUNTS.city : region ? COUNTS.region : 0) +
      (ratio <= NEAR_PRICE ? COUNTS.price : 0) +
      COUNTS.score * Math.max(0, 1 - apart / FAR) +
      (union === 0 ? 0 : (COUNTS.services * services) / union),
    score: other.score ?? -1,
    shared: { city, region: region && !city, price: ratio <= NEAR_PRICE, score: apart <= NEAR_SCORE, services },
  };
}

function priceRatio(a: number, b: number): number {
  return a === b ? 1 : Math.max(a, b) / Math.min(a, b);
}
