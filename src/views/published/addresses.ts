/** Absolute addresses of the site's pages and files. */
import { pathIn } from '../../i18n/language.ts';
import type { Bilingual } from '../../schema/text.ts';
import type { Site } from '../../schema/site.ts';

/** The address of a file or page, by its path from the site's root, which starts with `/`. */
export function absolute(site: Pick<Site, 'url'>, path: string): string {
  return `${site.url.replace(/(?<!\/)\/+$/, '')}${path}`;
}

/** Addresses of a page in both languages, by its path in the default language; an anchor may follow the path. */
export function bothPages(site: Pick<Site, 'url'>, path: string): Bilingual {
  return { zh: absolute(site, pathIn('zh', path)), en: absolute(site, pathIn('en', path)) };
}
