/** The places and services that have enough vendors for a page of their own. */
import type { Dataset, Vendor } from '../../schema/dataset.ts';
import type { Directory } from '../../schema/directory.ts';
import { oncePer } from '../format/once.ts';

/** What a ranking page is about: everything, a region, a city of a region, or a service. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'region'; region: string }
  | { kind: 'city'; region: string; city: string }
  | { kind: 'service'; service: string };

type CityScope = Extract<Scope, { kind: 'city' }>;

/** A scope that has a page, and how many vendors are in it. */
interface ScopeCount<S extends Scope = Scope> {
  scope: S;
  count: number;
}

/** Scopes with pages. Regions and cities keep the directory's order; cities follow their region. */
export interface Scopes {
  regions: readonly {
    region: ScopeCount<Scope & { kind: 'region' }>;
    cities: readonly ScopeCount<Scope & { kind: 'city' }>[];
  }[];
  services: readonly ScopeCount<Scope & { kind: 'service' }>[];
}

/** Whether a vendor belongs on the ranking page of a scope. Withdrawn vendors belong on none. */
export function inScope(vendor: Vendor, scope: Scope): boolean {
  if (vendor.status === 'withdrawn') return false;
  if (scope.kind === 'region' || scope.kind === 'city') return officesIn(vendor, scope).length > 0;
  if (scope.kind === 'service') return vendor.services.includes(scope.service);
  return true;
}

/** Offices of a vendor in a region or city; none for a scope that is no place. */
export function officesIn(vendor: Vendor, scope: Scope): Vendor['offices'] {
  if (scope.kind === 'region') return vendor.offices.filter((o) => o.region === scope.region);
  if (scope.kind === 'city') return vendor.offices.filter((o) => o.region === scope.region && o.city === scope.city);
  return [];
}

/**
 * Whether a region is itself a city, as Beijing is: its one city has its name. Such a place has one page, one address and one
 * entry in lists, those of the region.
 */
export function isCityRegion({ name, cities }: Directory['regions'][number]): boolean {
  const [only, ...others] = cities;
  return only !== undefined && others.length === 0 && only.name.zh === name.zh && only.name.en === name.en;
}

/** The scope of a city: that of its region where the region is itself the city. */
export function cityScope({ regions }: Directory, { region, city }: { region: string; city: string }): Scope {
  const around = regions.find((r) => r.id === region);
  return around !== undefined && isCityRegion(around) ? { kind: 'region', region } : { kind: 'city', region, city };
}

/** Path of a scope's ranking page in the default language. */
export function scopePath(scope: Scope): string {
  if (scope.kind === 'region') return `/rankings/${scope.region}/`;
  if (scope.kind === 'city') return `/rankings/${scope.region}/${scope.city}/`;
  if (scope.kind === 'service') return `/rankings/service/${scope.service}/`;
  return '/rankings/';
}

/** Every scope with at least `site.regionPageMinimum` vendors. */
export const scopesOf = oncePer((dataset: Dataset): Scopes => {
  const enough = dataset.site.regionPageMinimum;
  const counts = new Map<string, number>();
  for (const vendor of dataset.vendors) {
    if (vendor.status === 'withdrawn') continue;
    const keys = new Set<string>(vendor.services.map((s) => scopePath({ kind: 'service', service: s })));
    for (const { region, city } of vendor.offices) {
      keys.add(scopePath({ kind: 'region', region }));
      keys.add(scopePath({ kind: 'city', region, city }));
    }
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const counted = <S extends Scope>(scope: S): ScopeCount<S>[] => {
    const count = counts.get(scopePath(scope)) ?? 0;
    return count >= enough ? [{ scope, count }] : [];
  };
  return {
    regions: dataset.directory.regions.flatMap((r) =>
      counted({ kind: 'region' as const, region: r.id }).map((region) => ({
        region,
        cities: (isCityRegion(r) ? [] : r.cities).flatMap((c) =>
          counted({ kind: 'city' as const, region: r.id, city: c.id }),
        ),
      })),
    ),
    services: dataset.directory.services.flatMap((s) => counted({ kind: 'service' as const, service: s.id })),
  };
});

/** Every scope with a page, the whole market first. */
export function allScopes(dataset: Dataset): Scope[] {
  const scopes = scopesOf(dataset);
  return [
    { kind: 'all' },
    ...scopes.regions.flatMap(({ region, cities }) => [region.scope, ...cities.map((c) => c.scope)]),
    ...scopes.services.map((s) => s.scope),
  ];
}

/** Cities whose page is that of their region. Their former addresses, below the region's, lead to it. */
export function formerPlaces(dataset: Dataset): CityScope[] {
  const pages = new Set(allScopes(dataset).map(scopePath));
  return dataset.directory.regions.flatMap((region): CityScope[] => {
    const [city] = region.cities;
    return city !== undefined && isCityRegion(region) && pages.has(scopePath({ kind: 'region', region: region.id }))
      ? [{ kind: 'city', region: region.id, city: city.id }]
      : [];
  });
}

/** The scope of a path below `/rankings/`, such as `region/city` or `service/id`. */
export function scopeOf(path: string | undefined): Scope {
  const [first, second] = path === undefined ? [] : path.split('/');
  if (first === undefined) return { kind: 'all' };
  if (first === 'service' && second !== undefined) return { kind: 'service', service: second };
  return second === undefined ? { kind: 'region', region: first } : { kind: 'city', region: first, city: second };
}
