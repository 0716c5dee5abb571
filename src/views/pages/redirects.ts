/** Addresses of vendors whose file was renamed: where each old one leads now. */
import { evidencePath } from './vendor/evidence.ts';
import { pathIn } from '../../i18n/language.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { LANGUAGES } from '../../schema/text.ts';

/** Every address of one vendor, always in the same order. */
function addressesOf(slug: string): string[] {
  const inBoth = [`/vendors/${slug}/`, `/vendors/${slug}/reviews/`, evidencePath(slug), `/badges/${slug}.svg`];
  return [
    ...LANGUAGES.flatMap((language) => inBoth.map((path) => pathIn(language, path))),
    `/compare/${slug}.json`,
    `/api/v1/vendors/${slug}.json`,
    `/data/vendors/${slug}.yaml`,
  ];
}

/** Pairs of an old path and the one that it leads to. */
export function redirects({ renamed = [] }: Pick<Dataset, 'renamed'>): (readonly [from: string, to: string])[] {
  return renamed.flatMap(({ from, to }) => {
    const now = addressesOf(to);
    return addressesOf(from).map((path, i) => [path, now[i] ?? ''] as const);
  });
}

/** The `_redirects` file that Netlify and Cloudflare Pages read: `<from> <to> <status>`. Slugs hold nothing that needs escaping. */
export function redirectsText(dataset: Pick<Dataset, 'renamed'>): string {
  return redirects(dataset)
    .map(([from, to]) => `${from} ${to} 301\n`)
    .join('');
}
