/** The vendors that a person has put aside to compare, saved in this browser only. */
import type { Language } from '../../i18n/language.ts';
import { MOST_COMPARED } from '../../views/browser/compare.ts';

const KEY = 'hengping-compare';

/** Event of the document: sent whenever the choice changes on this page. */
export const CHOSEN_CHANGED = 'hengping-chosen';

/** One vendor put aside. */
export interface Chosen {
  slug: string;
  /** What pages in the language `page` call it. */
  name: string;
  page: Language | undefined;
}

/** The vendors put aside; none when storage is refused or holds something else. */
export function chosen(): Chosen[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(saved)) return [];
    return saved
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

/** Puts these aside instead; without storage they are forgotten. */
export function saveChosen(vendors: readonly Chosen[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(vendors.slice(0, MOST_COMPARED).map((v) => [v.slug, v.name, v.page])));
  } catch {
    // Private windows may refuse storage; the address still has the choice.
  }
  document.dispatchEvent(new Event(CHOSEN_CHANGED));
}
