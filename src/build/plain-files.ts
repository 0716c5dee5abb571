/**
 * The files for programs that grow with the market, written without Astro: receipts, what comparing needs, badges, vendors'
 * own files, the lists of all vendors, what scripts of the pages read, and the tables. They are text made by `views/` as it is; a page renderer adds nothing to them but its time. The
 * routes in `pages/` make the same bytes for the development server.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathIn } from '../i18n/language.ts';
import { PLAIN_API_FILES, type Site } from '../pipeline.ts';
import { LANGUAGES } from '../schema/text.ts';
import { csvFiles } from '../views/published/csv-files.ts';
import { apiFiles } from '../views/published/files.ts';
import { receipt } from '../views/published/receipt.ts';
import { badgeOf, badges, badgeSvg } from '../views/published/badge.ts';
import { redirectsText } from '../views/pages/redirects.ts';
import { publishedCompareFile } from '../views/browser/compare-published.ts';
import { scriptFiles } from '../views/browser/script-files.ts';

/** Writes the plain files of a site below `folder`. */
export function writePlainFiles(site: Site, folder: string): void {
  const folders = new Set<string>();
  for (const [path, text] of plainFiles(site)) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    writeFileSync(file, text);
  }
}

/** Paths from the site's root with their text, one after another, so that they are never in memory together. */
function* plainFiles(site: Site): Generator<readonly [path: string, text: string]> {
  for (const name of PLAIN_API_FILES) yield [`api/v1/${name}.json`, JSON.stringify(apiFiles[name](site))];
  for (const [path, make] of Object.entries(scriptFiles)) yield [`${path}.json`, JSON.stringify(make(site))];
  for (const [name, make] of Object.entries(csvFiles)) yield [`data/${name}.csv`, make(site)];
  for (const [index, { slug }] of site.dataset.vendors.entries()) {
    yield [`api/v1/vendors/${slug}.json`, JSON.stringify(receipt(site, index))];
    yield [`compare/${slug}.json`, JSON.stringify(publishedCompareFile(site, index))];
  }
  for (const { slug, index } of badges(site.dataset)) {
    for (const language of LANGUAGES)
      yield [pathIn(language, `/badges/${slug}.svg`).slice(1), badgeSvg(badgeOf(site, index, language), language)];
  }
}

/** Copies every vendor's own file from the workspace to the same path below `folder`: to be read, checked and updated. */
export function copyVendorFiles({ dataset }: Pick<Site, 'dataset'>, workspace: string, folder: string): void {
  mkdirSync(join(folder, 'data/vendors'), { recursive: true });
  for (const { slug } of dataset.vendors)
    copyFileSync(join(workspace, 'data/vendors', `${slug}.yaml`), join(folder, 'data/vendors', `${slug}.yaml`));
}

/** Writes `_redirects` for the host, where pages have moved. */
export function writeRedirects({ dataset }: Pick<Site, 'dataset'>, folder: string): void {
  const text = redirectsText(dataset);
  if (text !== '') writeFileSync(join(folder, '_redirects'), text);
}
