/** Places and services with a ranking of their own, under every name that a search may call them by. */
import type { Language } from '../../schema/text.ts';
import type { Inputs } from '../inputs.ts';
import { scopePath, scopesOf } from '../places.ts';

export interface SearchScope {
  /** What it is called on the page. */
  name: string;
  kind: 'place' | 'service';
  /** All its names, in every language. */
  names: readonly string[];
  /** Of the default language. */
  path: string;
  count: number;
}

/** Cities before regions (where both have one name, the nearer), then services. */
export function searchScopes({ dataset }: Inputs, language: Language): SearchScope[] {
  const { regions, services } = scopesOf(dataset);
  const { directory } = dataset;
  const regionOf = (id: string) => directory.regions.find((r) => r.id === id);
  const entry = (
    kind: SearchScope['kind'],
    scoped: { scope: Parameters<typeof scopePath>[0]; count: number },
    named: { name: { zh: string; en: string }; aliases?: readonly string[] } | undefined,
  ): SearchScope[] =>
    named === undefined
      ? []
      : [
          {
            name: named.name[language],
            kind,
            names: [named.name.zh, named.name.en, ...(named.aliases ?? [])],
            path: scopePath(scoped.scope),
            count: scoped.count,
          },
        ];
  return [
    ...regions.flatMap(({ cities }) =>
      cities.flatMap((c) =>
        entry(
          'place',
          c,
          regionOf(c.scope.region)?.cities.find((city) => city.id === c.scope.city),
        ),
      ),
    ),
    ...regions.flatMap(({ region }) => entry('place', region, regionOf(region.scope.region))),
    ...services.flatMap((s) =>
      entry(
        'service',
        s,
        directory.services.find((service) => service.id === s.scope.service),
      ),
    ),
  ];
}
