/** Fetches what comparing single vendors needs, each at most once. */
import type { CompareFile } from '../views/compare-file.ts';

const loading = new Map<string, Promise<CompareFile>>();

/** The file of a vendor. Rejects when there is none or it cannot be fetched; the next call tries again. */
export function compareFileOf(slug: string): Promise<CompareFile> {
  const known = loading.get(slug);
  if (known !== undefined) return known;
  const file = fetch(`/compare/${slug}.json`).then((response) => {
    if (!response.ok) throw new Error(`${slug}: ${response.status}`);
    return response.json() as Promise<CompareFile>;
  });
  loading.set(slug, file);
  file.catch(() => loading.delete(slug));
  return file;
}
