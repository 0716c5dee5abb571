/**
 * Divides the pages of a site into groups that are rendered together: pages that are made from the same figures, and all that is
 * made of the same vendors.
 */
import type { Page } from './astro-pages.ts';

/** Pages that one process renders one after another. */
export interface Group {
  pages: readonly Page[];
  /** Slugs of the vendors whose every page and file is in the group; verified once they are written. */
  vendors: readonly string[];
}

/** Vendors in a group: few enough to keep all processes busy to the end. */
const VENDORS = 20;

/** Groups that are rendered before all others: files by which vendors are verified, and pages that rest on the same figures. */
export const FIRST = 'files';

/** The pages for which today's data are scored by other versions of the method. */
export const CHANGES = 'methodology/changes';

/** Page files made of the market as a whole whose figures take longest: those of the first group share them with its files. */
const SHARED =
  /^(?:api\/v1\/[^/]+|submit\/told\.json$|data\/[^/]+\.csv$|(?:en\/)?methodology\/(?:sensitivity|checks|integrity|freshness)\/)/;

/** The groups by name, in the order in which they are best begun. @param vendors slugs in the order of the dataset. */
export function groupsOf(pages: readonly Page[], vendors: readonly string[]): ReadonlyMap<string, Group> {
  const places = new Map(vendors.map((slug, index) => [slug, index]));
  const byName = new Map<string, Page[]>([[FIRST, []]]);
  const byVendor = new Map<number, Page[]>();
  for (const page of pages) {
    const vendor = vendorOf(page, places);
    if (vendor === undefined) addTo(byName, nameOf(page.file), page);
    else addTo(byVendor, vendor, page);
  }
  const groups = new Map<string, Group>([...byName].map(([name, own]) => [name, { pages: own, vendors: [] }]));
  for (let from = 0; from < vendors.length; from += VENDORS) {
    const indexes = Array.from({ length: Math.min(VENDORS, vendors.length - from) }, (_, i) => from + i);
    groups.set(`vendors ${from}`, {
      pages: indexes.flatMap((index) => byVendor.get(index) ?? []),
      vendors: vendors.slice(from, from + VENDORS),
    });
  }
  return groups;
}

/** The vendor that a page belongs to, by index; undefined for a page of the market and for one at an address of the past. */
function vendorOf({ component, params }: Page, places: ReadonlyMap<string, number>): number | undefined {
  return /\/\[slug\]/.test(component) && /\/(?:vendors|badges|compare)\//.test(component)
    ? places.get(params['slug'] ?? '')
    : undefined;
}

/** `methodology/changes`, `rankings` ... whatever the language. */
function nameOf(file: string): string {
  if (SHARED.test(file)) return FIRST;
  const [first = '', second = ''] = file.replace(/^en\//, '').split('/');
  return `${first}/${second}` === CHANGES ? CHANGES : first;
}

function addTo<K>(into: Map<K, Page[]>, key: K, page: Page): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, [page]);
  else known.push(page);
}
