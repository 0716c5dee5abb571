/** Budgets of the name search: bytes fetched, time of a query, and how often the vendor meant is among the first ten. */
import { brotliCompressSync, constants } from 'node:zlib';
import { findNames } from '../client/search/name-search.ts';
import { type NameTexts, openNames } from '../client/search/name-texts.ts';
import { readWorkspace } from '../load/workspace.ts';
import { DEFAULTS } from '../sample/context.ts';
import { brandOf } from '../sample/names.ts';
import { readSampleContext } from '../sample/workspace.ts';
import { requireDataset, validateWorkspace } from '../validate/workspace.ts';
import { foldName } from '../views/browser/names.ts';
import { nameIndex } from '../views/browser/name-index.ts';
import { readingOf } from '../views/browser/name-readings.ts';
import { mainOffice } from '../views/format/names.ts';
import { type Finding, median, times } from './measure.ts';

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

/** A vendor that is looked for. */
export interface Meant {
  slug: string;
  /** Its Chinese and English names, as far as it has them. */
  zh: string | undefined;
  en: string | undefined;
  /** What it is called for short, in Chinese. */
  brand: string;
  city: { zh: string; en: string };
}

/** What one kind of query came to. */
export interface Reach {
  kind: string;
  asked: number;
  /** Vendor meant among the first ten. */
  found: number;
  /** Not among them, but more than ten fit the query as well: brand, part or initials (and city) are the same. */
  alike: number;
  /** First that were missed for no such reason. */
  missed: readonly string[];
}

/** Length of the list that the vendor has to be in. */
const LIST = 10;

/** Queries by kind for one vendor; `read` gives the pinyin of a Chinese text, one syllable for each character. */
function queriesOf(vendor: Meant, read: (text: string) => readonly string[]): [kind: string, query: string][] {
  const { brand, city } = vendor;
  const name = vendor.zh;
  const syllables = read(brand);
  const initials = syllables.map((s) => s.charAt(0)).join('');
  const pairs = [...brand].slice(0, -1).map((c, i) => c + ([...brand][i + 1] ?? ''));
  return [
    ...(name === undefined ? [] : ([['full name', name]] as [string, string][])),
    ...(vendor.en === undefined ? [] : ([['full name in English', vendor.en]] as [string, string][])),
    ...(name === undefined
      ? []
      : ([
          ['brand', brand],
          ...pairs.map((pair) => ['two characters and city', `${city.zh} ${pair}`]),
          ...pairs.map((pair) => ['two characters', pair]),
          ['pinyin of the brand', syllables.join('')],
          ['pinyin of the name', read(foldName(name, new Map())).join('')],
          ['initials of the brand and city', `${city.zh} ${initials}`],
          ['initials of the brand', initials],
          [
            'initials of the name',
            read(foldName(name, new Map()))
              .map((s) => s.charAt(0))
              .join(''),
          ],
          [
            'initials of the name and city',
            `${city.en} ${read(foldName(name, new Map()))
              .map((s) => s.charAt(0))
              .join('')}`,
          ],
        ] as [string, string][])),
  ];
}

/**
 * How often the vendor meant is among the first ten, over queries made from every vendor's own names. Where more vendors fit a
 * query equally well than a list can show, nothing could tell them apart: these are counted separately.
 */
export function nameReach(
  texts: NameTexts,
  vendors: readonly Meant[],
  read: (text: string) => readonly string[],
): Reach[] {
  const kinds = new Map<string, { asked: number; found: number; alike: number; missed: string[] }>();
  const known = new Map<string, { slugs: ReadonlySet<string>; full: boolean }>();
  for (const vendor of vendors) {
    for (const [kind, query] of queriesOf(vendor, read)) {
      const tally = kinds.get(kind) ?? { asked: 0, found: 0, alike: 0, missed: [] };
      kinds.set(kind, tally);
      let answer = known.get(query);
      if (answer === undefined) {
        const { hits } = findNames(texts, query, LIST);
        answer = {
          slugs: new Set(hits.map((h) => h.slug)),
          full: hits.length === LIST && new Set(hits.map((h) => h.how)).size === 1,
        };
        known.set(query, answer);
      }
      tally.asked += 1;
      if (answer.slugs.has(vendor.slug)) tally.found += 1;
      else if (answer.full) tally.alike += 1;
      else if (tally.missed.length < 5) tally.missed.push(`${query} (${vendor.slug})`);
    }
  }
  return [...kinds].map(([kind, tally]) => ({ kind, ...tally }));
}
