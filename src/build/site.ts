/** Builds the static site beside the last good one, and only then puts it in its place. */
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { runPipeline } from '../pipeline.ts';
import type { Difference } from '../verify/difference.ts';
import { mergeInto } from './merge.ts';
import { writePlainFiles } from './plain-files.ts';
import { renderPages } from './render.ts';
import { indexPages } from './search-index.ts';
import { BuildFailed, WORK } from './step.ts';
import { type VerifiedFiles, differenceText, verifyFiles, verifyPrinted } from './verify.ts';

export interface BuildOptions {
  /** The project's folder. */
  project: string;
  /** The workspace that the site is made of. */
  workspace: string;
  /** Where the finished site goes. */
  out: string;
  /** Whether the steps' own output is shown as it comes. */
  verbose: boolean;
}

/** How long a build took, in seconds. The first two run beside each other. */
export interface BuildTimes {
  /** Pages, by Astro. */
  renderSeconds: number;
  /** Reading, checking and scoring; files for programs; computing every number in them again. */
  filesSeconds: number;
  /** What pages print compared; copies for the search engine, and the index it makes. */
  indexSeconds: number;
  totalSeconds: number;
}

/**
 * Makes the whole site and swaps it in for `out`. Astro renders the pages while this process writes the files for programs
 * and computes every published number again from them; then the scores that pages print are compared, and Pagefind indexes
 * the pages. Until the swap `out` is not touched; a swap that was cut short is put right by the next call of this or of
 * `restoreLast`.
 * @throws WorkspaceProblems with everything that is wrong with the workspace, BuildFailed when a step fails; `out` is then as
 *   it was.
 */
export async function buildSite(options: BuildOptions): Promise<BuildTimes> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const work = join(options.project, WORK, `build-${process.pid}`);
  const [next, apart] = [join(work, 'site'), join(work, 'files')];
  await restoreLast(options.project, options.out);
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const stop = new AbortController();
  const rendered = renderPages({ ...options, root: options.project, out: next, plainFilesApart: true, signal: stop.signal }).then(seconds);
  // Told below, after what this process finds: when both fail, that says more of the same cause.
  rendered.catch(() => undefined);
  try {
    const printed = await makeFiles(options.workspace, apart);
    const filesSeconds = seconds();
    const renderSeconds = await rendered;
    mergeInto(apart, next);
    await publishEvidence(options.workspace, next);
    const together = seconds();
    refuse(verifyPrinted(next, printed).differences);
    await indexPages(next, join(work, 'search'), options);
    const indexSeconds = seconds() - together;
    await swap(next, options.out, lastOf(options.project, options.out));
    return { renderSeconds, filesSeconds, indexSeconds, totalSeconds: seconds() };
  } finally {
    stop.abort();
    await rendered.catch(() => undefined);
    await rm(work, { recursive: true, force: true });
  }
}

/** Writes the files for programs into `folder` and computes every number in them again; gives what pages have to print. */
async function makeFiles(workspace: string, folder: string): Promise<VerifiedFiles['printed']> {
  writePlainFiles(await runPipeline(workspace), folder);
  const { differences, printed } = verifyFiles(folder);
  refuse(differences);
  return printed;
}

/** Stops a build that would publish a number which does not come out when it is computed again. @throws BuildFailed */
export function refuse(differences: readonly Difference[]): void {
  if (differences.length > 0) throw new BuildFailed('verify', differenceText(differences));
}

/**
 * Copies the workspace's `data/evidence/` to the same path of the site, where vendor pages link to it. Validation has
 * refused symbolic links and any file that is not a picture, a PDF, text or a table.
 */
async function publishEvidence(workspace: string, out: string): Promise<void> {
  const from = join(workspace, 'data/evidence');
  if (existsSync(from)) await cp(from, join(out, 'data/evidence'), { recursive: true, verbatimSymlinks: true });
}

/** Puts the former site back when a swap was cut short between its two renames. */
export async function restoreLast(project: string, out: string): Promise<void> {
  const last = lastOf(project, out);
  if (existsSync(last) && !existsSync(out)) await rename(last, out);
  await rm(last, { recursive: true, force: true });
}

async function swap(next: string, out: string, last: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  if (existsSync(out)) await rename(out, last);
  await rename(next, out);
  await rm(last, { recursive: true, force: true });
}

/** The former site during a swap; its name depends on `out`, so that builds into several folders do not meet. */
function lastOf(project: string, out: string): string {
  return join(project, WORK, `last-${Buffer.from(resolve(out)).toString('hex').slice(-40)}`);
}
