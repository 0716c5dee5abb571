/** Names for the tests of the name search: the repository's sample, and as many generated vendors as are wanted. */
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Meant } from '../../src/bench/names.ts';
import { readSampleContext } from '../../src/sample/workspace.ts';
import { DEFAULTS } from '../../src/sample/context.ts';
import { generateSample } from '../../src/sample/generate.ts';
import { brandOf } from '../../src/sample/names.ts';
import type { Vendor } from '../../src/schema/dataset.ts';
import { vendor as vendorFile } from '../../src/schema/vendor.ts';
import { mainOffice } from '../../src/views/format/names.ts';

export const ROOT = join(import.meta.dirname, '../..');
const context = readSampleContext(ROOT);
export const { directory } = context;

/** Generated vendors, in the order of their slugs. */
export function generatedVendors(count: number): Vendor[] {
  const files = generateSample({ ...context, vendors: count, reviews: 0, observations: 0 });
  return [...files]
    .filter(([path]) => path.startsWith('data/vendors/'))
    .map(([path, text]) => ({
      ...vendorFile.parse(parse(text)),
      slug: path.slice('data/vendors/'.length, -'.yaml'.length),
    }));
}

/** What is looked for in each of `count` generated vendors. */
export function meantOf(vendors: readonly Vendor[]): Meant[] {
  const brands = new Map(
    vendors.map((_, i) => brandOf(DEFAULTS.seed, context.words.brands, i)).map((b) => [b.slug, b.zh] as const),
  );
  return vendors.map((vendor) => {
    const office = mainOffice(vendor);
    const city = directory.regions.flatMap((r) =>
      r.cities.filter((c) => r.id === office?.region && c.id === office.city),
    )[0];
    const brand = brands.get(vendor.slug);
    if (city === undefined || brand === undefined) throw new Error(`${vendor.slug} has no city or brand`);
    return { slug: vendor.slug, zh: vendor.name.zh, en: vendor.name.en, brand, city: city.name };
  });
}
