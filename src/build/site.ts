/** Builds the static site beside the last good one, and only then puts it in its place. */
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { WrongUse } from '../command/wrong-use.ts';
import { publishEvidence } from './evidence.ts';
import { followed, refuseBroken } from './links.ts';
import { renderSite } from './render.ts';
import { makeRenderer } from './renderer.ts';
import { scoreWorkspace } from './score.ts';
import { indexPages } from './search-index.ts';
import { BuildFailed } from './step.ts';
import { WORK, listOwnFiles, outFolder, restoreLast, swapIn } from './swap.ts';
import { takeTurn } from './turn.ts';
import { beginVerification, refuse } from './verify.ts';
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

/**
 * A step that is over: how long it took, in seconds. The first two run beside each other, both counted from the start; the
 * last but one as well, counted from the end of the pages.
 */
export type BuildStep =
  | { name: 'data' | 'program' | 'pages' | 'search' | 'done'; seconds: number }
  /** `links`: how many within the site were followed; none is broken. */
  | { name: 'checks'; seconds: number; links: number };

/** How long a build took, in seconds, and what it found. */
export interface BuildTimes {
  /** Reading, checking and scoring. */
  scoreSeconds: number;
  /** Until the pages were bundled too, from the start. */
  bundleSeconds: number;
  /** Pages and files; computing every number of each vendor again. */
  renderSeconds: number;
  /** The search index; beside it what only the whole market settles computed again, and links followed. */
  indexSeconds: number;
  totalSeconds: number;
  /** Links within the site that were followed; none is broken. */
  links: number;
}

/**
 * Makes the whole site and swaps it in for `out`. One process reads, checks and scores the workspace while Astro bundles the
 * pages, unless a bundle of the same sources is there; then as many processes as there are cores render pages and files and
 * compute the numbers of their vendors again; then what the whole market settles is computed again and every link within the
 * site is followed, while Pagefind indexes the pages. Until the swap `out` is not touched; a swap that was cut short is put right by the next call of this or of
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
  const next = join(work, 'site');
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
    const workspace = resolve(options.workspace);
    const [state, collected] = [join(work, 'scored'), join(work, 'collected.json')];
    const score = scoreWorkspace(workspace, { into: state, collected }, step);
    const bundle = makeRenderer({ project: options.project, workspace, work, collected }, step);
    // Reported after what the data come to: when both fail, that says more of the same cause.
    bundle.catch(() => undefined);
    steps.push(score, bundle);
    await score;
    const scoreSeconds = seconds();
    options.onStep?.({ name: 'data', seconds: scoreSeconds });
    const renderer = await bundle;
    const bundleSeconds = seconds();
    if (!renderer.reused) options.onStep?.({ name: 'program', seconds: bundleSeconds });
    await cp(renderer.client, next, { recursive: true });
    const render = renderSite({ ...step, state, server: renderer.server, out: next, work, workspace });
    steps.push(render);
    const rendered = await render;
    await publishEvidence(options.workspace, next);
    const made = seconds();
    options.onStep?.({ name: 'pages', seconds: made - bundleSeconds });
    const search = indexPages(rendered.copies, next, join(work, 'copies'), step);
    search.catch(() => undefined);
    steps.push(search);
    const check = beginVerification(next);
    for (const part of rendered.verified) check.take(part);
    refuse(check.finish().differences);
    const links = refuseBroken(followed(next, rendered.links));
    options.onStep?.({ name: 'checks', seconds: seconds() - made, links });
    await search;
    const searched = seconds();
    options.onStep?.({ name: 'search', seconds: searched - made });
    listOwnFiles(next);
    refuseChanged(options.workspace, before);
    signal.throwIfAborted();
    await swapIn(next, out);
    options.onStep?.({ name: 'done', seconds: seconds() });
    return {
      scoreSeconds,
      bundleSeconds,
      renderSeconds: made - bundleSeconds,
      indexSeconds: searched - made,
      totalSeconds: seconds(),
      links,
    };
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
