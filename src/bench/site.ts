/** Budget: the whole site within 1.5 times Astro rendering as many empty pages plus Pagefind's own time. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { renderPages } from '../build/render.ts';
import type { BuildTimes } from '../build/site.ts';
import { commandOf, runStep } from '../build/step.ts';
import { type Finding, watchMemory } from './measure.ts';
import { BENCH_FOLDER } from './workspace.ts';

/** A site built by the bench. */
interface BuiltSite {
  dist: string;
  pages: number;
  seconds: number;
  times: BuildTimes;
  peakMiB: number;
}

/**
 * Builds the site of a workspace as `npm run build` does, in a process of its own, and takes its time, its steps' times, its
 * pages and the peak memory of all processes together.
 */
export async function timeSite(project: string, workspace: string, name: string): Promise<BuiltSite> {
  const dist = join(project, BENCH_FOLDER, `${name}-dist`);
  const stop = watchMemory();
  const start = performance.now();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(project, 'scripts/build.ts'), '--workspace', workspace, '--out', dist, '--times'],
    { cwd: project },
  );
  const seconds = (performance.now() - start) / 1000;
  const peakMiB = stop();
  const times = JSON.parse(stdout) as BuildTimes;
  return { dist, pages: await countPages(dist), seconds, times, peakMiB };
}

/**
 * Compares a built site with the plain use of both tools on a site of this size: Astro rendering the same number of empty pages
 * (one short route, nothing to bundle), then Pagefind reading the finished pages.
 */
export async function benchAgainstEmpty(project: string, site: BuiltSite, vendors: number): Promise<Finding> {
  const empty = join(project, BENCH_FOLDER, 'empty');
  await rm(empty, { recursive: true, force: true });
  await mkdir(join(empty, 'src/pages'), { recursive: true });
  await writeFile(join(empty, 'package.json'), '{"type":"module"}\n');
  await writeFile(
    join(empty, 'astro.config.mjs'),
    'export default { build: { concurrency: 16 }, outDir: process.env.HENGPING_OUT };\n',
  );
  await writeFile(
    join(empty, 'src/pages/[page].astro'),
    `---\nexport function getStaticPaths() {\n  return Array.from({ length: ${site.pages} }, (_, i) => ({ params: { page: 'p' + i } }));\n}\n---\n<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>.</title></head><body></body></html>\n`,
  );
  const options = { project, verbose: false };
  const emptySeconds = await secondsOf(() =>
    renderPages({
      ...options,
      root: empty,
      workspace: project,
      out: join(empty, 'dist'),
      vendors: 0,
      plainFilesApart: false,
    }),
  );
  const pagefindSeconds = await secondsOf(() =>
    runStep(
      'pagefind',
      commandOf('pagefind'),
      ['--site', site.dist, '--output-path', join(empty, 'pagefind'), '--quiet'],
      options,
    ),
  );
  const allowed = emptySeconds + pagefindSeconds;
  const { renderSeconds, filesSeconds, indexSeconds } = site.times;
  return {
    what: `whole site, ${vendors} vendors, ${site.pages} pages, with search`,
    measured:
      `${(site.seconds / allowed).toFixed(2)} x (${site.seconds.toFixed(1)} s; empty pages ${emptySeconds.toFixed(1)} s, Pagefind on these pages ${pagefindSeconds.toFixed(1)} s; ` +
      `in it: pages ${renderSeconds.toFixed(1)} s beside files and verifying ${filesSeconds.toFixed(1)} s, search index ${indexSeconds.toFixed(1)} s; peak ${site.peakMiB.toFixed(0)} MiB)`,
    budget: '1.5 x',
    holds: site.seconds <= 1.5 * allowed,
    detail: {
      seconds: site.seconds,
      emptySeconds,
      pagefindSeconds,
      renderSeconds,
      filesSeconds,
      indexSeconds,
      pages: site.pages,
      peakMiB: site.peakMiB,
    },
  };
}

async function secondsOf(body: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await body();
  return (performance.now() - start) / 1000;
}

/** Absolute budget of the largest site. */
export function benchLargest(site: BuiltSite, vendors: number): Finding {
  return {
    what: `whole site, ${vendors} vendors, ${site.pages} pages, with search`,
    measured: `${site.seconds.toFixed(1)} s, peak ${site.peakMiB.toFixed(0)} MiB (pages ${site.times.renderSeconds.toFixed(1)} s beside files and verifying ${site.times.filesSeconds.toFixed(1)} s, search index ${site.times.indexSeconds.toFixed(1)} s)`,
    budget: '90 s, 4096 MiB',
    holds: site.seconds < 90 && site.peakMiB < 4096,
    detail: { seconds: site.seconds, pages: site.pages, peakMiB: site.peakMiB, ...site.times },
  };
}

async function countPages(dist: string): Promise<number> {
  const names = await readdir(dist, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).length;
}

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
