/** Builds the static site beside the last good one, and only then puts it in its place. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { publishEvidence } from './evidence.ts';
import { makeFiles } from './files.ts';
import { followLinks } from './links.ts';
import { mergeInto } from './merge.ts';
import { renderPages } from './render.ts';
import { indexPages } from './search-index.ts';
import { WORK, restoreLast, swapIn } from './swap.ts';
import { refuse, verifyPrinted } from './verify.ts';

export interface BuildOptions {
  /** The project's folder. */
  project: string;
  /** The workspace that the site is made of. */
  workspace: string;
  /** Where the finished site goes. */
  out: string;
  /** Whether the steps' own output is shown as it comes. */
  verbose: boolean;
  /** Called after each step. */
  onStep?: (step: BuildStep) => void;
}

/** A step that is over: how long it took, in seconds. The first two run beside each other, both counted from the start. */
export type BuildStep =
  | { name: 'files' | 'pages' | 'search' | 'done'; seconds: number }
  /** `links`: how many within the site were followed; none is broken. */
  | { name: 'links'; seconds: number; links: number };

/** How long a build took, in seconds, and what it found. The first two times run beside each other. */
export interface BuildTimes {
  /** Pages, by Astro. */
  renderSeconds: number;
  /** Reading, checking and scoring; files for programs; computing every number in them again. */
  filesSeconds: number;
  /** What pages print compared; copies for the search engine, and the index it makes. */
  indexSeconds: number;
  totalSeconds: number;
  /** Links within the site that were followed; none is broken. */
  links: number;
}

/**
 * Makes the whole site and swaps it in for `out`. Astro renders the pages while another process writes the files for programs
 * and computes every published number again from them; then the scores that pages print are compared, every link within the
 * site is followed, and Pagefind indexes the pages. Until the swap `out` is not touched; a swap that was cut short is put right by the next call of this or of
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
  const step = { project: options.project, verbose: options.verbose, signal: stop.signal, vendors: await vendorCount(options.workspace) };
  let [filesSeconds, renderSeconds] = [0, 0];
  const files = makeFiles(resolve(options.workspace), apart, step).finally(() => (filesSeconds = seconds()));
  const pages = renderPages({ ...step, root: options.project, workspace: options.workspace, out: next, plainFilesApart: true }).finally(() => (renderSeconds = seconds()));
  // Told after what the files come to: when both fail, that says more of the same cause.
  pages.catch(() => undefined);
  try {
    const printed = await files;
    options.onStep?.({ name: 'files', seconds: filesSeconds });
    await pages;
    options.onStep?.({ name: 'pages', seconds: renderSeconds });
    mergeInto(apart, next);
    await publishEvidence(options.workspace, next);
    const made = seconds();
    refuse(verifyPrinted(next, printed).differences);
    const links = followLinks(next);
    const followed = seconds();
    options.onStep?.({ name: 'links', seconds: followed - made, links });
    await indexPages(next, join(work, 'search'), step);
    const indexSeconds = seconds() - made;
    options.onStep?.({ name: 'search', seconds: seconds() - followed });
    await swapIn(options.project, next, options.out);
    options.onStep?.({ name: 'done', seconds: seconds() });
    return { renderSeconds, filesSeconds, indexSeconds, totalSeconds: seconds(), links };
  } finally {
    stop.abort();
    await Promise.allSettled([files, pages]);
    await rm(work, { recursive: true, force: true });
  }
}

/** Files in the workspace's folder of vendors; 0 where there is none, which the steps will tell. */
async function vendorCount(workspace: string): Promise<number> {
  return (await readdir(join(workspace, 'data/vendors')).catch(() => [])).length;
}
