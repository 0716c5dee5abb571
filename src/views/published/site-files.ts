/** `sitemap.xml`, `robots.txt`, `.well-known/security.txt` and the redirects of renamed vendors and former places. */
import { evidencePath } from '../pages/vendor/evidence.ts';
import { LANGUAGE_TAGS, pathIn } from '../../i18n/language.ts';
import type { Site } from '../../schema/site.ts';
import { LANGUAGES } from '../../schema/text.ts';
import { cityScope, formerPlaces, scopePath } from '../market/places.ts';
import { absolute, bothPages } from './addresses.ts';
import { element, wrap, xmlDocument } from './xml.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { dayNumber, dayText } from '../../schema/day.ts';

/** Most addresses that one file may hold, by the protocol. */
const MOST_ADDRESSES = 50_000;

/** Paths in the default language, cut into the files that they need; each path stands for one address a language. */
export function sitemapParts(paths: readonly string[], most = MOST_ADDRESSES): string[][] {
  const size = Math.floor(most / LANGUAGES.length);
  const parts: string[][] = [];
  for (let at = 0; at < paths.length; at += size) parts.push(paths.slice(at, at + size));
  return parts;
}

/** `sitemap.xml`: all addresses when they fit into one file, else an index of `sitemap-1.xml` and so on. */
export function sitemap(site: Site, paths: readonly string[], most = MOST_ADDRESSES): string {
  const parts = sitemapParts(paths, most);
  if (parts.length <= 1) return sitemapPart(site, parts[0] ?? []);
  const entries = parts.map((_, i) => wrap('sitemap', element('loc', absolute(site, `/sitemap-${i + 1}.xml`))));
  return xmlDocument(
    wrap('sitemapindex', `\n${entries.join('\n')}\n`, { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }),
  );
}

/** One file of addresses. */
export function sitemapPart(site: Site, paths: readonly string[]): string {
  const urls = paths.flatMap((path) => {
    const pages = bothPages(site, path);
    const alternates = [
      ...LANGUAGES.map((l) =>
        element('xhtml:link', undefined, { rel: 'alternate', hreflang: LANGUAGE_TAGS[l], href: pages[l] }),
      ),
      element('xhtml:link', undefined, { rel: 'alternate', hreflang: 'x-default', href: pages.zh }),
    ].join('');
    return LANGUAGES.map((l) => wrap('url', element('loc', pages[l]) + alternates));
  });
  return xmlDocument(
    wrap('urlset', `\n${urls.join('\n')}\n`, {
      xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
      'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
    }),
  );
}

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

/** Pairs of an old path, of a renamed vendor or of a place, and the one that it leads to. */
function redirects(dataset: Dataset): (readonly [from: string, to: string])[] {
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

/**
 * Everything may be fetched, also while the data are samples: a robot that may not fetch a page cannot read its `noindex`.
 */
export function robots({ site }: Dataset): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(site, '/sitemap.xml')}\n`;
}

/** Days that security.txt stays valid; RFC 9116 recommends less than a year. */
const VALID_DAYS = 360;

/** `security.txt` (RFC 9116): the contact for vulnerabilities; undefined when the site names none. */
export function securityTxt({ site, release }: Dataset): string | undefined {
  if (site.contact === undefined) return undefined;
  const expires = `${dayText(dayNumber(release.asOf) + VALID_DAYS)}T00:00:00Z`;
  return [
    `Contact: mailto:${site.contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${absolute(site, '/.well-known/security.txt')}`,
    '',
  ].join('\n');
}
