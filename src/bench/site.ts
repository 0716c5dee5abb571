/** Budget: the whole site within 1.5 times Astro rendering as many empty pages plus Pagefind's own time. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildTimes, buildSite, renderPages } from '../build/site.ts';
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

/** Builds the site of a workspace and takes its time, its steps' times, its pages and its peak memory. */
export async function timeSite(project: string, workspace: string, name: string): Promise<BuiltSite> {
  const dist = join(project, BENCH_FOLDER, `${name}-dist`);
  const stop = watchMemory();
  const start = performance.now();
  const times = await buildSite({ project, workspace, out: dist, verbose: false });
  const seconds = (performance.now() - start) / 1000;
  const peakMiB = stop();
  return { dist, pages: await countPages(dist), seconds, times, peakMiB };
}

/** Compares a built site with Astro rendering the same number of empty pages. */
export async function benchAgainstEmpty(project: string, site: BuiltSite, vendors: number): Promise<Finding> {
  const empty = join(project, BENCH_FOLDER, 'empty');
  await rm(empty, { recursive: true, force: true });
  await mkdir(join(empty, 'src/pages'), { recursive: true });
  await writeFile(join(empty, 'package.json'), '{"type":"module"}\n');
  await writeFile(join(empty, 'astro.config.mjs'), "export default { build: { concurrency: 16 }, outDir: process.env.HENGPING_OUT };\n");
  await writeFile(
    join(empty, 'src/pages/[page].astro'),
    `---\nexport function getStaticPaths() {\n  return Array.from({ length: ${site.pages} }, (_, i) => ({ params: { page: 'p' + i } }));\n}\n---\n<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>.</title></head><body></body></html>\n`,
  );
  const start = performance.now();
  await renderPages({ project, root: empty, workspace: project, out: join(empty, 'dist'), verbose: false });
  const emptySeconds = (performance.now() - start) / 1000;
  const allowed = emptySeconds + site.times.indexSeconds;
  return {
    what: `whole site, ${vendors} vendors, ${site.pages} pages, with search`,
    measured: `${(site.seconds / allowed).toFixed(2)} x (${site.seconds.toFixed(1)} s; empty pages ${emptySeconds.toFixed(1)} s, Pagefind ${site.times.indexSeconds.toFixed(1)} s, recomputing every number ${site.times.verifySeconds.toFixed(1)} s; peak ${site.peakMiB.toFixed(0)} MiB)`,
    budget: '1.5 x',
    holds: site.seconds <= 1.5 * allowed,
    detail: { seconds: site.seconds, emptySeconds, indexSeconds: site.times.indexSeconds, verifySeconds: site.times.verifySeconds, pages: site.pages, peakMiB: site.peakMiB },
  };
}

/** Absolute budget of the largest site. */
export function benchLargest(site: BuiltSite, vendors: number): Finding {
  return {
    what: `whole site, ${vendors} vendors, ${site.pages} pages, with search`,
    measured: `${site.seconds.toFixed(1)} s, peak ${site.peakMiB.toFixed(0)} MiB`,
    budget: '90 s, 4096 MiB',
    holds: site.seconds < 90 && site.peakMiB < 4096,
    detail: { seconds: site.seconds, pages: site.pages, peakMiB: site.peakMiB, renderSeconds: site.times.renderSeconds, indexSeconds: site.times.indexSeconds },
  };
}

async function countPages(dist: string): Promise<number> {
  const names = await readdir(dist, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).length;
}
