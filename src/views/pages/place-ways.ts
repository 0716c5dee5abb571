/** Cities as ways in: those with most vendors first. */
import type { Language } from '../../schema/text.ts';
import type { Inputs } from '../inputs.ts';
import { cityName } from '../format/names.ts';
import { allScopes, cityScope, scopePath } from '../places.ts';
import type { WayIn } from './ways.ts';

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
