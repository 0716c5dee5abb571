/** Vendors like one: near it, with the same services, at about its price and score. */
import type { Dataset, Vendor } from '../../../schema/dataset.ts';
import type { Language } from '../../../schema/text.ts';
import { cardOf, marketFigures } from '../../market/cards.ts';
import type { Inputs } from '../../market/inputs.ts';
import { cityName, mainOffice } from '../../format/names.ts';
import { oncePer } from '../../format/once.ts';
import { comparable, priceFrom } from '../../format/price.ts';
import { type Points, pointsOptional } from '../../format/round.ts';
import { type Said, say } from '../../format/say.ts';

/** A vendor with what it has in common. */
export interface SimilarVendor {
  slug: string;
  name: Said;
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

/** Vendors by place, each list by score, so that neighbours in it are near in score too. */
const lists = oncePer((dataset: Dataset) =>
  oncePer((market: Inputs['market']) => {
    const { cards } = marketFigures({ dataset, market });
    const scoreOf = (v: number): number => cards[v]?.overall?.score ?? -1;
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
    return { byPlace, positions };
  }),
);

/** Keys of the lists a vendor is in: its city, its region, everywhere. */
function placesOf(vendor: Vendor): string[] {
  const office = mainOffice(vendor);
  return office === undefined ? [''] : [`${office.region}/${office.city}`, office.region, ''];
}

/** The vendors most like the one with this index, the likest first; draws go by score, then by slug. */
export function similarVendors(inputs: Inputs, index: number, language: Language): SimilarVendor[] {
  const { dataset, market } = inputs;
  const vendor = dataset.vendors[index];
  if (vendor === undefined) return [];
  const { byPlace, positions } = lists(dataset)(market);
  const near = placesOf(vendor).flatMap((key) => {
    const at = positions.get(key)?.get(index) ?? 0;
    return byPlace.get(key)?.slice(Math.max(0, at - WINDOW), at + WINDOW + 1) ?? [];
  });
  return [...new Set(near)]
    .filter((v) => v !== index)
    .flatMap((v) => likeness(inputs, index, v) ?? [])
    .filter((l) => l.alike >= LEAST)
    .sort((a, b) => b.alike - a.alike || b.score - a.score || a.index - b.index)
    .slice(0, MOST)
    .map(({ index: v, shared, other }) => {
      const office = mainOffice(other);
      const card = cardOf(inputs, v);
      return {
        slug: other.slug,
        name: say(other.name, language),
        city: office === undefined ? undefined : cityName(dataset.directory, office, language),
        points: other.status === 'participating' ? pointsOptional(card.overall) : undefined,
        unranked: other.status === 'participating' && card.rating.kind !== 'ranked',
        shared,
      };
    });
}

function likeness(
  inputs: Inputs,
  a: number,
  b: number,
): { index: number; other: Vendor; alike: number; score: number; shared: SimilarVendor['shared'] } | undefined {
  const { dataset } = inputs;
  const own = dataset.vendors[a];
  const other = dataset.vendors[b];
  if (own === undefined || other === undefined) return undefined;
  const [here, there] = [mainOffice(own), mainOffice(other)];
  const region = here !== undefined && here.region === there?.region;
  const city = region && here.city === there?.city;
  const services = own.services.filter((s) => other.services.includes(s)).length;
  const union = own.services.length + other.services.length - services;
  const [price, otherPrice] = [priceFrom(dataset, own), priceFrom(dataset, other)];
  const ratio =
    price === undefined || otherPrice === undefined || price.currency !== otherPrice.currency
      ? Infinity
      : priceRatio(comparable(price), comparable(otherPrice));
  const [score, otherScore] = [cardOf(inputs, a).overall?.score, cardOf(inputs, b).overall?.score];
  const apart = score === undefined || otherScore === undefined ? Infinity : Math.abs(score - otherScore);
  return {
    index: b,
    other,
    alike:
      (city ? COUNTS.city : region ? COUNTS.region : 0) +
      (ratio <= NEAR_PRICE ? COUNTS.price : 0) +
      COUNTS.score * Math.max(0, 1 - apart / FAR) +
      (union === 0 ? 0 : (COUNTS.services * services) / union),
    score: otherScore ?? -1,
    shared: { city, region: region && !city, price: ratio <= NEAR_PRICE, score: apart <= NEAR_SCORE, services },
  };
}

function priceRatio(a: number, b: number): number {
  return a === b ? 1 : Math.max(a, b) / Math.min(a, b);
}
