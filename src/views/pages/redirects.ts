/** Former addresses, of vendors whose file was renamed and of places: where each leads now. */
import { pathIn } from '../../i18n/language.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { LANGUAGES } from '../../schema/text.ts';
import { cityScope, formerPlaces, scopePath } from '../places.ts';

/** Every address of one vendor, always in the same order. */
function addressesOf(slug: string): string[] {
  const inBoth = [`/vendors/${slug}/`, `/vendors/${slug}/reviews/`, `/badges/${slug}.svg`];
  return [
    ...LANGUAGES.flatMap((language) => inBoth.map((path) => pathIn(language, path))),
    `/compare/${slug}.json`,
    `/api/v1/vendors/${slug}.json`,
    `/data/vendors/${slug}.yaml`,
  ];
}

/** Pairs of an old path and the one that it leads to. */
export function redirects(dataset: Dataset): (readonly [from: string, to: string])[] {
  const vendors = (dataset.renamed ?? []).flatMap(({ from, to }) => {
    const now = addressesOf(to);
    return addressesOf(from).map((path, i) => [path, now[i] ?? ''] as const);
  });
  const places = formerPlaces(dataset).flatMap((place) => {
    const now = scopePath(cityScope(dataset.directory, place));
    return LANGUAGES.map((language) => [pathIn(language, scopePath(place)), pathIn(language, now)] as const);
  });
  return [...vendors, ...places];
}

/** The `_redirects` file that Netlify and Cloudflare Pages read: `<from> <to> <status>`. Slugs hold nothing that needs escaping. */
export function redirectsText(dataset: Dataset): string {
  return redirects(dataset)
    .map(([from, to]) => `${from} ${to} 301\n`)
    .join('');
}
