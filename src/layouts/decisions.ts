/** Decision records, by number and language. */
import type { CollectionEntry } from 'astro:content';
import { getCollection } from 'astro:content';
import { LANGUAGES } from '../schema/text.ts';
import type { Language } from '../schema/text.ts';
import { compareText } from '../schema/order.ts';

export { decisionPath } from '../views/pages/site-paths.ts';

/** A record in the page's language, or in the other one when that is all there is. */
interface Decision {
  /** Four digits, never used twice. */
  number: string;
  title: string;
  language: Language;
  entry: CollectionEntry<'decisions'>;
}

/** All records for a page language, the first one first. */
export async function decisionsIn(language: Language): Promise<Decision[]> {
  const byNumber = new Map<string, Decision>();
  for (const entry of await getCollection('decisions')) {
    const [number = '', own] = entry.id.split('/');
    const written = LANGUAGES.find((l) => l === own) ?? 'zh';
    const title = language === 'zh' ? entry.data.title_zh : entry.data.title_en;
    if (written === language || !byNumber.has(number))
      byNumber.set(number, { number, title, language: written, entry });
  }
  return [...byNumber.values()].toSorted((a, b) => compareText(a.number, b.number));
}
