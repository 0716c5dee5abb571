/** Fetches what comparing single vendors needs, each at most once. */
import type { CompareFile } from '../../views/browser/compare-file.ts';
import { fetchJson, NotFound, once } from '../fetch-once.ts';

const loaders = new Map<string, () => Promise<CompareFile | 'unknown'>>();

/** The file of a vendor; `unknown` when the site has no vendor of this slug. Rejects when it cannot be fetched; the next call tries again. */
export function compareFileOf(slug: string): Promise<CompareFile | 'unknown'> {
  const load = loaders.get(slug) ?? once(() => fetched(slug));
  loaders.set(slug, load);
  return load();
}

async function fetched(slug: string): Promise<CompareFile | 'unknown'> {
  try {
    return await fetchJson<CompareFile>(`/compare/${slug}.json`);
  } catch (fault) {
    if (fault instanceof NotFound) return 'unknown';
    throw fault;
  }
}
