/** Every address of the site, in the default language: pages that follow from the data, and texts. */
import type { FrozenRelease } from '../schema/frozen.ts';
import { releasePath } from '../views/frozen.ts';
import type { Inputs } from '../views/inputs.ts';
import { dataPaths } from '../views/site-paths.ts';
import { decisionPath, decisionsIn } from './decisions.ts';
import { proseIn, prosePath } from './prose.ts';

/** Paths of all pages that search engines should know. */
export async function sitePaths(site: Inputs & { readonly releases: readonly FrozenRelease[] }): Promise<string[]> {
  const texts = await Promise.all(
    (['guides', 'policies'] as const).map(async (collection) => {
      const entries = await proseIn(collection, 'zh');
      const pages = entries.map((e) => prosePath(collection, e.slug));
      return pages.length === 0 ? [] : [`/${collection}/`, ...pages];
    }),
  );
  const decisions = (await decisionsIn('zh')).map((d) => decisionPath(d.number));
  // Fictional results are kept from search engines for good, also when the site's data have become real.
  const releases = site.releases.filter((r) => r.sampleData === site.dataset.site.sampleData).map((r) => releasePath(r.id));
  return [...dataPaths(site), ...(site.releases.length === 0 ? [] : ['/releases/']), ...releases, '/decisions/', ...decisions, ...texts.flat()];
}
