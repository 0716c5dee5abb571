/** Budgets of the name search: bytes fetched, time of a query, and how often the vendor meant is among the first ten. */
import { brotliCompressSync, constants } from 'node:zlib';
import { findNames, openNames } from '../client/search/name-search.ts';
import { readSampleContext } from '../sample/content.ts';
import { DEFAULTS } from '../sample/context.ts';
import { brandOf } from '../sample/names.ts';
import { readWorkspace } from '../load/workspace.ts';
import { requireDataset, validateWorkspace } from '../validate/workspace.ts';
import { nameIndex } from '../views/browser/name-index.ts';
import { readingOf } from '../views/browser/name-readings.ts';
import { mainOffice } from '../views/format/names.ts';
import { type Finding, median, times } from './measure.ts';
import { type Meant, nameReach } from './name-goal.ts';

/** Queries that look through everything: short, common, of several words, and one that nothing answers. */
const SLOW = ['示例', '财税', 's', 'yh', 'shanghai yh', '上海 财税', '上海云衡', 'yunheng shanghai', 'zzqqxx'];

/** Milliseconds within which the first results stand there once the index is loaded. */
const FIRST_RESULTS = 50;

/** Measures the name search on the generated workspace in `folder`; `budget` is in bytes. */
export async function benchNames(folder: string, vendors: number, budget: number): Promise<Finding[]> {
  const dataset = requireDataset(validateWorkspace(await readWorkspace(folder)));
  const text = JSON.stringify(nameIndex(dataset));
  const bytes = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  const file = JSON.parse(text) as ReturnType<typeof nameIndex>;
  const opening = median(await times(5, () => openNames(file)));
  const texts = openNames(file);
  const slowest = Math.max(
    ...(await Promise.all(SLOW.map(async (query) => median(await times(20, () => findNames(texts, query)))))),
  );
  const { words } = readSampleContext(folder);
  const brands = new Map(
    dataset.vendors.map((_, i) => brandOf(DEFAULTS.seed, words.brands, i)).map((b) => [b.slug, b.zh] as const),
  );
  const meant: Meant[] = dataset.vendors.flatMap((vendor) => {
    const office = mainOffice(vendor);
    const city = dataset.directory.regions.flatMap((r) =>
      r.cities.filter((c) => r.id === office?.region && c.id === office.city),
    )[0];
    return city === undefined
      ? []
      : [
          {
            slug: vendor.slug,
            zh: vendor.name.zh,
            en: vendor.name.en,
            brand: brands.get(vendor.slug) ?? '',
            city: city.name,
          },
        ];
  });
  // Everybody among few; every seventh among many, which is enough to tell 99 % from 98 %.
  const asked = vendors > 2000 ? meant.filter((_, i) => i % 7 === 0) : meant;
  const share = (a: number, b: number): string => `${((100 * a) / b).toFixed(2)} %`;
  return [
    {
      what: `index of names, ${vendors} vendors, compressed`,
      measured: `${(bytes / 1000).toFixed(1)} kB`,
      budget: `${budget / 1000} kB`,
      holds: bytes <= budget,
      detail: { bytes },
    },
    {
      what: `name search, slowest of ${SLOW.length} queries, ${vendors} vendors`,
      measured: `${slowest.toFixed(2)} ms (laid out once in ${opening.toFixed(0)} ms)`,
      budget: `${FIRST_RESULTS} ms`,
      holds: slowest <= FIRST_RESULTS,
      detail: { slowest, opening },
    },
    ...nameReach(texts, asked, readingOf).map((reach) => ({
      what: `in the first ten by ${reach.kind}, ${vendors} vendors`,
      measured: `${share(reach.found, reach.asked - reach.alike)} of ${reach.asked - reach.alike}; ${reach.alike} more fit others as well`,
      budget: '99 %',
      holds: reach.found >= 0.99 * (reach.asked - reach.alike),
      detail: { asked: reach.asked, found: reach.found, alike: reach.alike },
    })),
  ];
}
