/** Fetches what comparing single vendors needs, each at most once. */
import type { CompareFile } from '../views/compare-file.ts';

const loading = new Map<string, Promise<CompareFile | 'unknown'>>();

/** The file of a vendor; `unknown` when the site has no vendor of this slug. Rejects when it cannot be fetched; the next call tries again. */
export function compareFileOf(slug: string): Promise<CompareFile | 'unknown'> {
  const known = loading.get(slug);
  if (known !== undefined) return known;
  const file = fetched(slug);
  loading.set(slug, file);
  file.catch(() => loading.delete(slug));
  return file;
}

async function fetched(slug: string): Promise<CompareFile | 'unknown'> {
  const response = await fetch(`/compare/${slug}.json`);
  if (response.status === 404) return 'unknown';
  if (!response.ok) throw new Error(`${slug}: ${response.status}`);
  return (await response.json()) as CompareFile;
}
