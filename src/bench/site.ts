/** Budget: the whole site within 1.5 times Astro rendering as many empty pages plus Pagefind's own time. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { renderPages } from '../build/render.ts';
import type { BuildTimes } from '../build/site.ts';
import { commandOf, runStep } from '../build/step.ts';
import { watchMemory } from './memory.ts';
import type { Finding } from './measure.ts';
import { BENCH_FOLDER } from './workspace.ts';

/** A site built by the bench. */
export interface BuiltSite {
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
