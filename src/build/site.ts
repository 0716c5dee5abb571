/** Builds the static site beside the last good one, and only then puts it in its place. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { WrongUse } from '../command/wrong-use.ts';
import { publishEvidence } from './evidence.ts';
import { makeFiles } from './files.ts';
import { followLinks } from './links.ts';
import { mergeInto } from './merge.ts';
import { renderPages } from './render.ts';
import { indexPages } from './search-index.ts';
import { BuildFailed } from './step.ts';
import { WORK, listOwnFiles, outFolder, restoreLast, swapIn } from './swap.ts';
import { takeTurn } from './turn.ts';
import { refuse, verifyPrinted } from './verify.ts';
import { type WorkspaceFiles, refuseChanged, workspaceFiles } from './workspace-files.ts';

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
  /** Ends the build early. */
  signal?: AbortSignal | undefined;
  /** Called when another build of the project runs, with the number of its process; this one begins after it. */
  waiting?: (pid: number) => void;
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
 * `restoreLast`. Builds of one project follow one another.
 * @throws WorkspaceProblems with everything that is wrong with the workspace; BuildFailed when a step fails or the workspace
 *   changes meanwhile; WrongUse when the site must not go to `out`; the reason of the signal when that is aborted. `out` is then
 *   as it was, and nothing is left of the build.
 */
export async function buildSite(options: BuildOptions): Promise<BuildTimes> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  refuseOddPath(options);
  const work = join(options.project, WORK, `build-${process.pid}`);
  const [next, apart] = [join(work, 'site'), join(work, 'files')];
  const giveBack = await takeTurn(join(options.project, WORK), options);
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const steps: Promise<unknown>[] = [];
  let before: WorkspaceFiles | undefined;
  try {
    before = workspaceFiles(options.workspace);
    // A swap that was cut short may have left no `out`, which has to be looked at as it was.
    restoreLast(options.project, options.out);
    const out = outFolder(options);
    await rm(work, { recursive: true, force: true });
    await mkdir(work, { recursive: true });
    const step = {
      project: options.project,
      verbose: options.verbose,
      signal,
      vendors: await vendorCount(options.workspace),
    };
    let [filesSeconds, renderSeconds] = [0, 0];
    const files = makeFiles(resolve(options.workspace), apart, step).finally(() => (filesSeconds = seconds()));
    const pages = renderPages({
      ...step,
      root: options.project,
      workspace: options.workspace,
      out: next,
      plainFilesApart: true,
    }).finally(() => (renderSeconds = seconds()));
    // Told after what the files come to: when both fail, that says more of the same cause.
    pages.catch(() => undefined);
    steps.push(files, pages);
    const expected = await files;
    options.onStep?.({ name: 'files', seconds: filesSeconds });
    await pages;
    options.onStep?.({ name: 'pages', seconds: renderSeconds });
    mergeInto(apart, next);
    await publishEvidence(options.workspace, next);
    const made = seconds();
    refuse(verifyPrinted(next, expected).differences);
    const links = followLinks(next);
    const followed = seconds();
    options.onStep?.({ name: 'links', seconds: followed - made, links });
    await indexPages(next, join(work, 'search'), step);
    listOwnFiles(next);
    const indexSeconds = seconds() - made;
    options.onStep?.({ name: 'search', seconds: seconds() - followed });
    refuseChanged(options.workspace, before);
    signal.throwIfAborted();
    await swapIn(next, out);
    options.onStep?.({ name: 'done', seconds: seconds() });
    return { renderSeconds, filesSeconds, indexSeconds, totalSeconds: seconds(), links };
  } catch (error) {
    // A step may have failed over a file that went or came half written.
    if (error instanceof BuildFailed && before !== undefined) refuseChanged(options.workspace, before);
    throw error;
  } finally {
    stop.abort();
    await Promise.allSettled(steps);
    await rm(work, { recursive: true, force: true });
    giveBack();
  }
}

/** @throws WrongUse when the project or the workspace lies where the bundler cannot read: it takes these signs as those of a URL. */
function refuseOddPath({ project, workspace }: BuildOptions): void {
  const odd = [project, workspace].map((path) => resolve(path)).find((path) => /[%#?]/.test(path));
  if (odd === undefined) return;
  throw new WrongUse({
    zh: `${odd}：路径中含有 %、# 或 ?，打包工具 Vite 读不了。请把目录改名或移到别处`,
    en: `${odd}: the path holds a %, # or ?, which the bundler Vite cannot read. Rename the folder or move it`,
  });
}

/** Files in the workspace's folder of vendors; 0 where there is none, which the steps will tell. */
async function vendorCount(workspace: string): Promise<number> {
  return (await readdir(join(workspace, 'data/vendors')).catch(() => [])).length;
}
