/** Short keys by which a browser filters rows: positions in the directory's lists instead of their ids. */
import type { Directory } from '../../schema/directory.ts';
import { oncePer } from '../format/once.ts';
import type { ListedVendor } from '../pages/rankings.ts';

/** Keys of places (`region` and `region.city` positions) and services, in base 36. */
export interface FilterKeys {
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

/** Functions that give a vendor's keys, separated by blanks. A city's key stands for its region too. */
export function vendorKeys(directory: Directory): {
  places: (v: ListedVendor) => string;
  services: (v: ListedVendor) => string;
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
