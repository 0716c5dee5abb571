/** The index of names in the browser: fetched once, when a person first needs it. */
import { type Language, pathIn } from '../../i18n/language.ts';
import type { NameFile } from '../../views/browser/names.ts';
import { fetchJson, once } from '../fetch-once.ts';
import { findNames, findNear, type NameHits } from './name-search.ts';
import { type NameTexts, openNames } from './name-texts.ts';

/** The index, laid out. Rejects when it cannot be fetched; the next call then tries again. */
export const names: () => Promise<NameTexts> = once(async () =>
  openNames(await fetchJson<NameFile>('/search/names.json')),
);

/** A vendor found, with what a list shows of it. */
export interface ShownName {
  /** Position in the index. */
  vendor: number;
  slug: string;
  name: string;
  /** Language of the name when it is not that of the page. */
  lang: Language | undefined;
  city: string | undefined;
  href: string;
  about: boolean;
}

/** What a vendor of the index is called on a page. */
export function shownName(texts: NameTexts, vendor: number, language: Language): Omit<ShownName, 'about'> {
  const slug = texts.slugs[vendor] ?? '';
  const own = texts[language][vendor] ?? '';
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const city = texts.cities[texts.at[vendor]?.[0] ?? -1];
  return {
    vendor,
    slug,
    name: own === '' ? (texts[other][vendor] ?? slug) : own,
    lang: own === '' ? other : undefined,
    city: city?.[language],
    href: pathIn(language, `/vendors/${slug}/`),
  };
}

/** What a vendor of this slug is called on a page; undefined when the index has none. */
export function nameOfSlug(texts: NameTexts, slug: string, language: Language): string | undefined {
  const vendor = texts.slugs.indexOf(slug);
  return vendor === -1 ? undefined : shownName(texts, vendor, language).name;
}

/** The best hits of a query, ready to show, how many there are in all, and how many of these have the query in their names. */
export function lookUp(
  texts: NameTexts,
  query: string,
  language: Language,
  most: number,
): { shown: ShownName[]; count: number; named: number } {
  const { hits, count, named }: NameHits = findNames(texts, query, most);
  return { shown: hits.map((hit) => ({ ...shownName(texts, hit.vendor, language), about: hit.about })), count, named };
}

/** Vendors whose name is one slip away from a query that nothing else is found for. */
export function nearNames(texts: NameTexts, query: string, language: Language): ShownName[] {
  return findNear(texts, query).map((vendor) => ({ ...shownName(texts, vendor, language), about: false }));
}

/** Slugs of everybody that a query finds. */
export function slugsFound(texts: NameTexts, query: string): ReadonlySet<string> {
  return new Set(findNames(texts, query, Infinity).hits.map((hit) => hit.slug));
}
