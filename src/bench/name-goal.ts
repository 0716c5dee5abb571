/**
 * How often the name search has the vendor meant among its first ten, over queries made from every vendor's own names. Where
 * more vendors fit a query equally well than a list can show, nothing could tell them apart: these are counted by themselves.
 */
import { findNames } from '../client/search/name-search.ts';
import type { NameTexts } from '../client/search/name-texts.ts';
import { foldName } from '../views/browser/name-fold.ts';

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

/** Asks for every vendor in every way. */
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
