/** Names in the page's language of everything that has an id in the workspace, and the order of frameworks. */
import type { Directory } from '../../schema/directory.ts';
import type { Criterion, Dimension, Framework } from '../../schema/framework.ts';
import type { Bilingual, Language } from '../../schema/text.ts';
import type { Vendor, Dataset } from '../../schema/dataset.ts';
import { oncePer } from './once.ts';

interface Named {
  id: string;
  name: Bilingual;
}

/** Name of the entry with this id; validation promises that it is there. */
export function nameOf(entries: readonly Named[], id: string, language: Language): string {
  return entries.find((entry) => entry.id === id)?.name[language] ?? id;
}

/** A place that vendors have offices in. */
interface CityKey {
  region: string;
  city: string;
}

/** The vendor's main office, else its first one; absent when it has none. */
export function mainOffice(vendor: Vendor): Vendor['offices'][number] | undefined {
  return vendor.offices.find((office) => office.main) ?? vendor.offices[0];
}

/** Name of a city. */
export function cityName(directory: Directory, place: CityKey, language: Language): string {
  const region = directory.regions.find((r) => r.id === place.region);
  return nameOf(region?.cities ?? [], place.city, language);
}

/** Name of a region. */
export function regionName(directory: Directory, region: string, language: Language): string {
  return nameOf(directory.regions, region, language);
}

/** Dimensions of a framework by id. */
export const dimensionsOf = oncePer(
  (framework: Framework): ReadonlyMap<string, Dimension> => new Map(framework.dimensions.map((d) => [d.id, d])),
);

/** Criteria of a framework by id, with the dimension that they belong to. */
export const criteriaOf = oncePer(
  (framework: Framework): ReadonlyMap<string, { criterion: Criterion; dimension: Dimension }> =>
    new Map(
      framework.dimensions.flatMap((d) => d.criteria.map((c) => [c.id, { criterion: c, dimension: d }] as const)),
    ),
);

/** Frameworks by their weight in the method, heaviest first; equal weights keep the dataset's order. */
export const shownFrameworks = oncePer((dataset: Dataset): readonly Framework[] => {
  const weightOf = (f: Framework): number => dataset.method.frameworks[f.id]?.weight ?? 0;
  return dataset.frameworks.toSorted((a, b) => weightOf(b) - weightOf(a));
});

/** The words for one and for many. */
export interface Words {
  one: string;
  many: string;
}

/** The directory's words. */
export function wordsOf(directory: Directory, language: Language): Words {
  return { one: directory.vendor.one[language], many: directory.vendor.many[language] };
}
