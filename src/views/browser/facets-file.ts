/**
 * What the ranking is filtered by: `/rankings/facets.json`, fetched when a person first filters, and the short keys in its rows.
 * The file is in columns: the ranked vendors in the order of the ranking, then the others.
 */
import type { Market } from '../../score/market.ts';
import { cardOf } from '../market/cards.ts';
import type { Inputs } from '../market/inputs.ts';
import { comparable, priceFrom } from '../format/price.ts';
import type { Directory } from '../../schema/directory.ts';
import { oncePer } from '../format/once.ts';

export interface FacetsFile {
  slugs: readonly string[];
  /**
   * Overall score and standard deviation of the ranked, in points. Not rounded: a browser that ranks some of them must come to
   * the groups and places of the page of the same place.
   */
  scores: readonly number[];
  sds: readonly number[];
  /** Price of the offer that the table shows, for a month where it recurs; null for none. */
  prices: readonly (number | null)[];
  /** Positions in the directory's lists. */
  channels: readonly (readonly number[])[];
  languages: readonly (readonly number[])[];
  /** Position of the licence's state; -1 where none is given. */
  licences: readonly number[];
  /** Of the criteria that it has shown, per cent that were observed by others or are documented; null when none is shown. */
  verified: readonly (number | null)[];
}

/** The file of a scored market. Withdrawn vendors are in no list, and not in it. */
export function facetsFile(inputs: Inputs & { market: Pick<Market, 'scored'> }): FacetsFile {
  const { dataset, market } = inputs;
  const { directory } = dataset;
  const ranked = new Set(market.ranked);
  const others = dataset.vendors.flatMap((v, i) => (ranked.has(i) || v.status === 'withdrawn' ? [] : [i]));
  const order = [...market.ranked, ...others];
  const vendors = order.flatMap((v) => dataset.vendors[v] ?? []);
  const positions = (ids: readonly string[], of: readonly { id: string }[]): number[] =>
    ids
      .map((id) => of.findIndex((entry) => entry.id === id))
      .filter((at) => at >= 0)
      .sort((a, b) => a - b);
  const estimates = market.ranked.map((v) => market.scored[v]?.overall);
  return {
    slugs: vendors.map((v) => v.slug),
    scores: estimates.map((e) => e?.score ?? 0),
    sds: estimates.map((e) => e?.sd ?? 0),
    prices: vendors.map((v) => {
      const price = priceFrom(dataset, v);
      return price === undefined ? null : Math.round(comparable(price));
    }),
    channels: vendors.map((v) => positions(Object.keys(v.contacts), directory.contacts)),
    languages: vendors.map((v) => positions(v.languages, directory.languages)),
    licences: vendors.map((v) =>
      v.licence === undefined ? -1 : (positions([v.licence.state], directory.licence?.states ?? [])[0] ?? -1),
    ),
    verified: order.map((v) => cardOf(inputs, v).verified ?? null),
  };
}

/** Positions in the directory's lists instead of ids: keys of places (`region` and `region.city` positions) and services, in base 36. */
interface FilterKeys {
  /** Key of each place by `region` or `region/city` id. */
  place: ReadonlyMap<string, string>;
  /** Key of each service by id. */
  service: ReadonlyMap<string, string>;
}

/** Makes the keys of a directory. */
export const filterKeys = oncePer((directory: Directory): FilterKeys => {
  const place = new Map<string, string>();
  directory.regions.forEach((region, r) => {
    place.set(region.id, r.toString(36));
    region.cities.forEach((city, c) => place.set(`${region.id}/${city.id}`, `${r.toString(36)}.${c.toString(36)}`));
  });
  return { place, service: new Map(directory.services.map((s, i) => [s.id, i.toString(36)])) };
});

/** Ids of what a vendor is filtered by: `region` and `region/city`, and services. */
interface Filtered {
  places: readonly string[];
  services: readonly string[];
}

/** Functions that give a vendor's keys, separated by blanks. A city's key stands for its region too. */
export function vendorKeys(directory: Directory): {
  places: (v: Filtered) => string;
  services: (v: Filtered) => string;
} {
  const keys = filterKeys(directory);
  const join = (ids: readonly string[], map: ReadonlyMap<string, string>): string =>
    ids.flatMap((id) => map.get(id) ?? []).join(' ');
  return {
    places: (v) =>
      join(
        v.places.filter((p) => p.includes('/')),
        keys.place,
      ),
    services: (v) => join(v.services, keys.service),
  };
}
