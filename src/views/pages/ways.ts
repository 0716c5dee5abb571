/** Ways into the rankings: by place and by service. Paths are those of the default language. */
import type { Language } from '../../schema/text.ts';
import type { Inputs } from '../inputs.ts';
import { cityName, nameOf, regionName } from '../format/names.ts';
import { scopePath, scopesOf } from '../places.ts';

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
