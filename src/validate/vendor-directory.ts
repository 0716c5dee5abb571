/** What vendors pick from the directory's vocabularies must be there, and be picked once. */
import type { Path } from '../load/raw.ts';
import { amongst, listed } from './nearest.ts';
import { uniqueWords } from './unique.ts';
import type { VendorRule } from './vendor.ts';

export const directoryRule: VendorRule = (checked, { directory }, report) => {
  if (directory === undefined) return;
  const { file, data } = checked;
  const pick = (
    at: Path,
    id: string | undefined,
    list: string,
    known: readonly { id: string }[],
    what: 'key' | 'value' = 'value',
  ): void => {
    if (id === undefined || known.some((entry) => entry.id === id)) return;
    report.yaml(
      file,
      at,
      'directory-unknown',
      {
        ...amongst(
          id,
          known.map((entry) => entry.id),
        ),
        where: list,
      },
      what,
    );
  };
  for (const list of ['services', 'industries', 'languages'] as const) {
    uniqueWords(checked, [list], data[list], report);
    for (const [i, id] of data[list].entries()) pick([list, i], id, list, directory[list]);
  }
  for (const id of Object.keys(data.contacts)) pick(['contacts', id], id, 'contacts', directory.contacts, 'key');
  for (const [i, office] of data.offices.entries()) {
    pick(['offices', i, 'region'], office.region, 'regions', directory.regions);
    const region = directory.regions.find((r) => r.id === office.region);
    if (region === undefined) continue;
    const home = directory.regions.find((r) => r.cities.some((city) => city.id === office.city));
    // A city of another region is no slip of the pen.
    if (home !== undefined && !region.cities.some((city) => city.id === office.city)) {
      const where = `regions.${region.id}.cities`;
      report.yaml(file, ['offices', i, 'city'], 'directory-unknown', {
        found: office.city,
        where,
        list: listed(region.cities.map((city) => city.id)),
        example: `region: ${home.id}`,
      });
    } else pick(['offices', i, 'city'], office.city, `regions.${region.id}.cities`, region.cities);
  }
  pick(['licence', 'state'], data.licence?.state, 'licence.states', directory.licence?.states ?? []);
  for (const [i, price] of data.prices.entries()) {
    pick(['prices', i, 'service'], price.service, 'services', directory.services);
    pick(['prices', i, 'basis'], price.basis, 'priceBases', directory.priceBases);
  }
};
