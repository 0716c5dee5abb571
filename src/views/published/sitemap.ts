/** The sitemap (sitemaps.org 0.9): every page in both languages, each naming its translation. */
import { LANGUAGE_TAGS } from '../../i18n/language.ts';
import type { Site } from '../../schema/site.ts';
import { LANGUAGES } from '../../schema/text.ts';
import { absolute, bothPages } from './addresses.ts';
import { element, wrap, xmlDocument } from './xml.ts';

/** Most addresses that one file may hold, by the protocol. */
export const MOST_ADDRESSES = 50_000;

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
