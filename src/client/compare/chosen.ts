/** The vendors that a person has put aside to compare, kept in this browser only. */
import type { Language } from '../../i18n/language.ts';
import { MOST_COMPARED } from '../../views/browser/compare.ts';

const KEY = 'hengping-compare';

/** Told to the document whenever the choice changes on this page. */
export const CHOSEN_CHANGED = 'hengping-chosen';

/** One vendor put aside. */
export interface Chosen {
  slug: string;
  /** What pages in the language `page` call it. */
  name: string;
  page: Language | undefined;
}

/** What is put aside; nothing when storage is refused or holds something else. */
export function chosen(): Chosen[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept
      .flatMap((entry: unknown): Chosen[] => {
        const [slug, name, page] = Array.isArray(entry) ? (entry as unknown[]) : [];
        return typeof slug === 'string' && /^[a-z0-9-]{1,64}$/.test(slug) && typeof name === 'string'
          ? [{ slug, name, page: page === 'zh' || page === 'en' ? page : undefined }]
          : [];
      })
      .slice(0, MOST_COMPARED);
  } catch {
    return [];
  }
}

/** Puts these aside instead; without storage nothing is kept. */
export function keep(vendors: readonly Chosen[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(vendors.slice(0, MOST_COMPARED).map((v) => [v.slug, v.name, v.page])));
  } catch {
    // Private windows may refuse storage; the address still holds the choice.
  }
  document.dispatchEvent(new Event(CHOSEN_CHANGED));
}
