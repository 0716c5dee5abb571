/** Guides, policies and methodology texts, by slug and language. */
import type { CollectionEntry } from 'astro:content';
import { getCollection, render } from 'astro:content';
import { otherLanguage } from '../i18n/language.ts';
import type { Language } from '../schema/text.ts';
import { compareText } from '../schema/order.ts';

export { prosePath } from '../views/pages/site-paths.ts';

/** Collections of MDX whose entries are called `<slug>/<language>`. */
export type ProseCollection = 'guides' | 'policies' | 'methodology';

/** A text and the language that it is in: the page's own, or the other one when that is all there is. */
export interface ProseEntry {
  slug: string;
  language: Language;
  entry: CollectionEntry<ProseCollection>;
}

const known = new Map<string, Promise<ProseEntry[]>>();

/** All texts of a collection for a page language, in their `order`, then by slug. Read once in a build: every page asks. */
export function proseIn(collection: ProseCollection, language: Language): Promise<ProseEntry[]> {
  if (import.meta.env.DEV) return readProse(collection, language);
  const key = `${collection}/${language}`;
  const read = known.get(key) ?? readProse(collection, language);
  known.set(key, read);
  return read;
}

async function readProse(collection: ProseCollection, language: Language): Promise<ProseEntry[]> {
  const bySlug = new Map<string, ProseEntry>();
  for (const entry of await getCollection(collection)) {
    const [slug = '', own] = entry.id.split('/');
    const found: ProseEntry = { slug, language: own === 'en' ? 'en' : 'zh', entry };
    if (found.language === language || !bySlug.has(slug)) bySlug.set(slug, found);
  }
  const orderOf = (p: ProseEntry): number => p.entry.data.order;
  return [...bySlug.values()].toSorted((a, b) => orderOf(a) - orderOf(b) || compareText(a.slug, b.slug));
}

/** One text; undefined when the workspace has none of that name. */
export async function proseOf(
  collection: ProseCollection,
  slug: string,
  language: Language,
): Promise<ProseEntry | undefined> {
  return (await proseIn(collection, language)).find((p) => p.slug === slug);
}

/**
 * The anchors of a text's headings with those of the same headings in the other language, so that a link to a passage can be
 * followed there. Empty where the texts do not have the same outline, or there is only one.
 */
export async function anchorsElsewhere(
  { slug, language: own, entry }: ProseEntry,
  headings: readonly { depth: number; slug: string }[],
  language: Language,
): Promise<[string, string][]> {
  const other = await proseOf(entry.collection, slug, otherLanguage(language));
  if (other === undefined || other.language === own) return [];
  const theirs = (await render(other.entry)).headings;
  if (theirs.length !== headings.length) return [];
  const pairs = headings.map((heading, i) => ({ heading, same: theirs[i] }));
  return pairs.flatMap(({ heading, same }): [string, string][] =>
    same?.depth === heading.depth ? [[heading.slug, same.slug]] : [],
  );
}
