/** Fetches what comparing single vendors needs, each at most once. */
import type { CompareFile } from '../views/compare-file.ts';
import { fetchJson, once } from './fetch-once.ts';

const loaders = new Map<string, () => Promise<CompareFile>>();

/** The file of a vendor. Rejects when there is none or it cannot be fetched; the next call tries again. */
export function compareFileOf(slug: string): Promise<CompareFile> {
  const load = loaders.get(slug) ?? once(() => fetchJson<CompareFile>(`/compare/${slug}.json`));
  loaders.set(slug, load);
  return load();
}
