/** Ways into the rankings: by place and by service. Paths are those of the default language. */
import type { Language } from '../../schema/text.ts';
import type { Inputs } from '../market/inputs.ts';
import { cityName, nameOf, regionName } from '../format/names.ts';
import { scopePath, scopesOf, allScopes, cityScope } from '../market/places.ts';

/** One way in, with how many vendors are behind it. */
export interface WayIn {
  name: string;
  path: string;
  count: number;
}

/** A region with those of its cities that have a page. */
export type RegionWay = WayIn & { cities: readonly WayIn[] };

export interface Ways {
  regions: readonly RegionWay[];
  services: readonly WayIn[];
}

/** All ways in. */
export function ways({ dataset }: Inputs, language: Language): Ways {
  const scopes = scopesOf(dataset);
  const { directory } = dataset;
  return {
    regions: scopes.regions.map(({ region, cities }) => ({
      name: regionName(directory, region.scope.region, language),
      path: scopePath(region.scope),
      count: region.count,
      cities: cities.map(({ scope, count }) => ({
        name: cityName(directory, scope, language),
        path: scopePath(scope),
        count,
      })),
    })),
    services: scopes.services.map(({ scope, count }) => ({
      name: nameOf(directory.services, scope.service, language),
      path: scopePath(scope),
      count,
    })),
  };
}

/** Cities that stand on the home page at once; the rest opens. */
const FIRST = 12;

export interface PlaceWays {
  /** The cities with most vendors, most first. */
  first: readonly WayIn[];
  /** The other cities with vendors, most first. */
  rest: readonly WayIn[];
}

/**
 * Every city that has a vendor, by number of vendors, then in the directory's order. One with too few for a page of its own
 * leads to the whole ranking filtered by it.
 */
export function placeWays({ dataset }: Inputs, language: Language): PlaceWays {
  const counts = new Map<string, number>();
  for (const vendor of dataset.vendors) {
    if (vendor.status === 'withdrawn') continue;
    for (const key of new Set(vendor.offices.map((o) => `${o.region}/${o.city}`)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const pages = new Set(allScopes(dataset).map(scopePath));
  const all = dataset.directory.regions.flatMap((region) => {
    const cities = region.cities.filter((city) => counts.has(`${region.id}/${city.id}`));
    return cities.map((city): WayIn => {
      const scope = cityScope(dataset.directory, { region: region.id, city: city.id });
      const path = scopePath(scope);
      const filter = scope.kind === 'city' ? `${region.id}/${city.id}` : region.id;
      return {
        name: cityName(dataset.directory, { region: region.id, city: city.id }, language),
        path: pages.has(path) ? path : `/rankings/?place=${encodeURIComponent(filter)}`,
        count: counts.get(`${region.id}/${city.id}`) ?? 0,
      };
    });
  });
  const sorted = all.toSorted((a, b) => b.count - a.count);
  return { first: sorted.slice(0, FIRST), rest: sorted.slice(FIRST) };
}
