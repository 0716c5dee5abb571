/** Budget: the whole site within three times what writing its bytes and indexing its pages take at least. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import type { BuildTimes } from '../build/site.ts';
import { commandOf, heapOptions, runStep } from '../build/step.ts';
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

/** How many times the floor a build may take. */
const TIMES_FLOOR = 3;

/**
 * Compares a built site with the least that it could take: (a) the same bytes written to disk, and the search engine on the
 * pages; and (b) Astro rendering one component for each page that prints the same HTML from memory, beside (a).
 */
export async function benchAgainstFloor(project: string, site: BuiltSite, vendors: number): Promise<Finding> {
  const folder = join(project, BENCH_FOLDER, 'floor');
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'src/pages'), { recursive: true });
  const options = { project, verbose: false };
  const writeSeconds = await secondsToWrite(site.dist, join(folder, 'bytes'));
  const pagefindSeconds = await secondsOf(() =>
    runStep(
      'pagefind',
      commandOf('pagefind'),
      ['--site', site.dist, '--output-path', join(folder, 'pagefind'), '--quiet'],
      options,
    ),
  );
  await writeFile(join(folder, 'package.json'), '{"type":"module"}\n');
  await writeFile(
    join(folder, 'astro.config.mjs'),
    "export default { build: { concurrency: 16 }, compressHTML: false, trailingSlash: 'ignore' };\n",
  );
  await writeFile(join(folder, 'src/pages/[...page].astro'), SAME_HTML);
  const astroSeconds = await secondsOf(() =>
    runStep('astro', commandOf('astro'), ['build', '--root', folder], options, {
      env: { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', HENGPING_SAME: site.dist },
      node: heapOptions(0),
    }),
  );
  await rm(folder, { recursive: true, force: true });
  const floor = writeSeconds + pagefindSeconds;
  const { scoreSeconds, bundleSeconds, renderSeconds, indexSeconds } = site.times;
  return {
    what: `whole site, ${vendors} vendors, ${site.pages} pages, with search`,
    measured:
      `${(site.seconds / floor).toFixed(2)} x (${site.seconds.toFixed(1)} s; the same bytes written ${writeSeconds.toFixed(1)} s, Pagefind ${pagefindSeconds.toFixed(1)} s; ` +
      `Astro printing the same pages ${astroSeconds.toFixed(1)} s; in it: scores ${scoreSeconds.toFixed(1)} s, bundle there after ${bundleSeconds.toFixed(1)} s, ` +
      `pages and files ${renderSeconds.toFixed(1)} s, checks and search ${indexSeconds.toFixed(1)} s; peak ${site.peakMiB.toFixed(0)} MiB)`,
    budget: `${TIMES_FLOOR} x`,
    holds: site.seconds <= TIMES_FLOOR * floor,
    detail: {
      seconds: site.seconds,
      writeSeconds,
      pagefindSeconds,
      astroSeconds,
      scoreSeconds,
      bundleSeconds,
      renderSeconds,
      indexSeconds,
      pages: site.pages,
      peakMiB: site.peakMiB,
    },
  };
}

/** An Astro page that prints the pages of the site in HENGPING_SAME. */
const SAME_HTML = `---
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
const kept = (globalThis.kept ??= new Map());
export function getStaticPaths() {
  const site = process.env.HENGPING_SAME;
  const kept = (globalThis.kept ??= new Map());
  return readdirSync(site, { recursive: true })
    .filter((name) => name.endsWith('/index.html'))
    .map((name) => {
      const page = name.slice(0, -'/index.html'.length);
      kept.set(page, readFileSync(join(site, name), 'utf8').replace(/^<!doctype html>/i, ''));
      return { params: { page } };
    });
}
---
<!doctype html>
<Fragment set:html={kept.get(Astro.params.page)} />
`;

/** Seconds that writing the files of a site takes, each read before its clock runs. */
async function secondsToWrite(from: string, to: string): Promise<number> {
  let milliseconds = 0;
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    const target = join(to, relative(from, path));
    const start = performance.now();
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    milliseconds += performance.now() - start;
  }
  return milliseconds / 1000;
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
    measured: `${site.seconds.toFixed(1)} s, peak ${site.peakMiB.toFixed(0)} MiB (scores ${site.times.scoreSeconds.toFixed(1)} s, pages and files ${site.times.renderSeconds.toFixed(1)} s, checks and search ${site.times.indexSeconds.toFixed(1)} s)`,
    budget: '90 s, 2500 MiB',
    holds: site.seconds < 90 && site.peakMiB < 2500,
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
