/** Byte budgets of a built site, as a browser receives them: Brotli at the level that static hosts use. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Finding } from './measure.ts';

const compressed = (bytes: Buffer): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

/** Compressed size of a file of the site. */
function size(dist: string, path: string): number {
  return compressed(readFileSync(join(dist, path)));
}

/** The rankings page, the largest vendor page and the script that a vendor page loads, against their budgets. */
export function benchBytes(dist: string, vendors: number): Finding[] {
  const pages = readdirSync(join(dist, 'vendors'), { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name);
  const sizes = pages
    .map((slug) => ({ slug, bytes: size(dist, `vendors/${slug}/index.html`) }))
    .sort((a, b) => b.bytes - a.bytes);
  const largest = sizes[0];
  const median = sizes[sizes.length >> 1];
  const ranking = size(dist, 'rankings/index.html');
  const script = largest ? scriptBytes(dist, `vendors/${largest.slug}/index.html`) : 0;
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  return [
    {
      what: `rankings page, ${vendors} vendors, compressed`,
      measured: kilobytes(ranking),
      budget: '80 kB',
      holds: ranking <= 80_000,
      detail: { bytes: ranking },
    },
    {
      what: 'largest vendor page, compressed',
      measured: `${kilobytes(largest?.bytes ?? 0)} (median ${kilobytes(median?.bytes ?? 0)})`,
      budget: '25 kB',
      holds: (largest?.bytes ?? 0) <= 25_000,
      detail: { largest: largest?.bytes ?? 0, median: median?.bytes ?? 0 },
    },
    {
      what: 'script of a vendor page before a touch, compressed',
      measured: kilobytes(script),
      budget: '15 kB',
      holds: script <= 15_000,
      detail: { bytes: script },
    },
  ];
}

/** Scripts that a page names, and those that they import at once. */
function scriptBytes(dist: string, page: string): number {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || !existsSync(join(dist, path))) return;
    seen.add(path);
    const text = readFileSync(join(dist, path), 'utf8');
    const folder = path.slice(0, path.lastIndexOf('/'));
    for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) visit(`${folder}/${name}`);
  };
  const html = readFileSync(join(dist, page), 'utf8');
  for (const [, path] of html.matchAll(/<script[^>]+src="\/([^"]+\.js)"/g)) visit(path as string);
  return [...seen].reduce((sum, path) => sum + size(dist, path), 0);
}
