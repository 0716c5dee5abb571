/** Fetches what comparing single vendors needs, each at most once. */
import type { CompareFile } from '../views/compare-file.ts';
import { fetchJson, ifThere, once } from './fetch-once.ts';

const loaders = new Map<string, () => Promise<CompareFile | undefined>>();

/** The file of a vendor; `unknown` when the site has no vendor of this slug. Rejects when it cannot be fetched; the next call tries again. */
export async function compareFileOf(slug: string): Promise<CompareFile | 'unknown'> {
  const load = loaders.get(slug) ?? once(() => ifThere(fetchJson<CompareFile>(`/compare/${slug}.json`)));
  loaders.set(slug, load);
  return (await load()) ?? 'unknown';
}
