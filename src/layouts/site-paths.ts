/** Every address of the site, in the default language: pages that follow from the data, and texts. */
import type { Inputs } from '../views/inputs.ts';
import { dataPaths } from '../views/site-paths.ts';
import { proseIn, prosePath } from './prose.ts';

/** Paths of all pages that search engines should know. */
export async function sitePaths(site: Inputs): Promise<string[]> {
  const texts = await Promise.all(
    (['guides', 'policies'] as const).map(async (collection) => {
      const entries = await proseIn(collection, 'zh');
      const pages = entries.map((e) => prosePath(collection, e.slug));
      return pages.length === 0 ? [] : [`/${collection}/`, ...pages];
    }),
  );
  return [...dataPaths(site), ...texts.flat()];
}
