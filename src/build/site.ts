/** Builds the static site beside the last good one, and only then puts it in its place. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { WrongUse } from '../command/wrong-use.ts';
import { publishEvidence } from './evidence.ts';
import { followed, refuseBroken } from './links.ts';
import { copyInto } from './merge.ts';
import { type AllRendered, addRendered, noPages, renderSite } from './render.ts';
import { makeRenderer, rendererKey } from './renderer.ts';
import { scoreWorkspace } from './score.ts';
import { indexPages } from './search-index.ts';
import { BuildFailed, type StepOptions } from './step.ts';
import { WORK, listOwnFiles, outFolder, restoreLast, swapIn } from './swap.ts';
import { takeTurn } from './turn.ts';
import { beginVerification, refuse } from './verify.ts';
import { refuseChanged, workspaceFiles } from './workspace-files.ts';

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

/** What a build has at hand. */
interface Work {
  /** Folder to work in, which is removed in the end. */
  folder: string;
  /** Where the result goes, as `outFolder` gives it. */
  out: string;
  step: StepOptions & { vendors: number };
  /** Processes of steps, which are waited for in the end. */
  steps: Promise<unknown>[];
  /** Seconds since the build began. */
  seconds: () => number;
}

/**
 * Runs a build when no other runs, and clears up after it.
 * @throws as `buildSite`.
 */
async function inTurn<T>(options: BuildOptions, body: (work: Work) => Promise<T>): Promise<T> {
  const start = performance.now();
  const folder = join(options.project, WORK, `build-${process.pid}`);
  const giveBack = await takeTurn(join(options.project, WORK), options);
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, ...(options.signal === undefined ? [] : [options.signal])]);
  const steps: Promise<unknown>[] = [];
  try {
    // A swap that was cut short may have left no `out`, which has to be looked at as it was.
    restoreLast(options.project, options.out);
    const out = outFolder(options);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const vendors = await vendorCount(options.workspace);
    const step = { project: options.project, verbose: options.verbose, signal, vendors };
    return await body({ folder, out, step, steps, seconds: () => (performance.now() - start) / 1000 });
  } finally {
    stop.abort();
    await Promise.allSettled(steps);
    await rm(folder, { recursive: true, force: true });
    giveBack();
  }
}

/** Runs `body`, and refuses its result when the workspace was written to meanwhile. @throws BuildFailed, or what `body` throws. */
async function ofOneState<T>(workspace: string, body: () => Promise<T>): Promise<T> {
  const before = workspaceFiles(workspace);
  try {
    const result = await body();
    refuseChanged(workspace, before);
    return result;
  } catch (error) {
    // A step may have failed over a file that went or came half written.
    if (error instanceof BuildFailed) refuseChanged(workspace, before);
    throw error;
  }
}

/**
 * Makes the whole site and swaps it in for `out`. One process reads, checks and scores the workspace while Astro bundles the
 * pages, unless a bundle of the same sources is there; then as many processes as there are cores render pages and files and
 * compute the numbers of their vendors again; then what the whole market settles is computed again and every link within the
 * site is followed, while Pagefind indexes the pages. Until the swap `out` is not touched; a swap that was cut short is put
 * right by the next call of this or of `restoreLast`. Builds of one project follow one another.
 * @throws WorkspaceProblems with everything that is wrong with the workspace; BuildFailed when a step fails or the workspace
 *   changes meanwhile; WrongUse when the site must not go to `out`; the reason of the signal when that is aborted. `out` is then
 *   as it was, and nothing is left of the build.
 */
export async function buildSite(options: BuildOptions): Promise<BuildTimes> {
  refuseOddPath(options);
  return inTurn(options, async (work) => {
    const next = join(work.folder, 'site');
    const made = await ofOneState(options.workspace, async () => {
      const rendered = await makePages(options, work, next);
      return { ...rendered, ...(await finish(options, work, next, rendered)) };
    });
    await put(next, work, options);
    const { scoreSeconds, bundleSeconds, renderSeconds, indexSeconds, links } = made;
    return { scoreSeconds, bundleSeconds, renderSeconds, indexSeconds, totalSeconds: work.seconds(), links };
  });
}

/** A part of a site: the first of 8 is `{ number: 1, of: 8 }`. */
export interface Shard {
  number: number;
  of: number;
}

/** The file in a part of a site that says what is in it. */
const PART = 'part';

/** What `buildShard` leaves in that file. */
interface ShardPart extends Shard {
  /** A hash of all that pages are made of but the data; the data have their hashes in `api/v1/index.json`, which every part has. */
  key: string;
  rendered: AllRendered;
}

/**
 * Makes a part of the site, on one of several machines: a share of the vendors and of the other pages, with their numbers
 * computed again. It goes to `out`, to be put together with the others by `mergeShards`. @throws as `buildSite`.
 */
export async function buildShard(options: BuildOptions, shard: Shard): Promise<void> {
  refuseOddPath(options);
  return inTurn(options, async (work) => {
    const next = join(work.folder, 'shard');
    await ofOneState(options.workspace, async () => {
      const rendered = await makePages(options, work, join(next, 'site'), shard);
      await rename(join(work.folder, 'copies'), join(next, 'copies'));
      const { links, copies, verified } = rendered;
      const key = rendererKey(options.project, options.workspace, '');
      const part: ShardPart = { ...shard, key, rendered: { links, copies, verified } };
      writeFileSync(join(next, PART), serialize(part));
    });
    await put(next, work, options);
  });
}

/**
 * Puts the parts of a site together, checks what only all of them settle, makes the search index, and swaps the site in for
 * `out`: byte for byte what `buildSite` makes.
 * @throws WrongUse when a part is missing or of another site; otherwise as `buildSite`.
 */
export async function mergeShards(folders: readonly string[], options: BuildOptions): Promise<void> {
  const parts = folders.map((folder) => readPart(folder));
  refuseUnlike(parts);
  return inTurn(options, async (work) => {
    const next = join(work.folder, 'site');
    const copies = join(work.folder, 'copies');
    const all = noPages();
    for (const [i, folder] of folders.entries()) {
      copyInto(join(folder, 'site'), next);
      copyInto(join(folder, 'copies'), copies);
      addRendered(all, parts[i].rendered);
    }
    await finish(options, work, next, all);
    await put(next, work, options);
  });
}

function readPart(folder: string): ShardPart {
  if (!existsSync(join(folder, PART)))
    throw new WrongUse({ zh: `${folder}：不是 --shard 生成的部分`, en: `${folder}: not a part made by --shard` });
  return deserialize(readFileSync(join(folder, PART))) as ShardPart;
}

/** @throws WrongUse unless the parts are all parts of one site, each once. */
function refuseUnlike(parts: readonly ShardPart[]): void {
  const [first] = parts;
  const numbers = parts.map((part) => part.number).toSorted((a, b) => a - b);
  const whole = numbers.length === first?.of && numbers.every((number, i) => number === i + 1);
  if (!whole)
    throw new WrongUse({
      zh: `--merge：需要全部 ${first?.of ?? 0} 个部分各一个，现有 ${numbers.join('、')}`,
      en: `--merge: needs each of the ${first?.of ?? 0} parts once, has ${numbers.join(', ')}`,
    });
  if (parts.some(({ key, of }) => key !== first.key || of !== first.of))
    throw new WrongUse({
      zh: '--merge：各部分不是用同一程序和文字生成的',
      en: '--merge: the parts were not made by the same program and texts',
    });
}

/** Scores the workspace and renders its pages, or a part of them, into `next`. */
async function makePages(
  options: BuildOptions,
  { folder, step, steps, seconds }: Work,
  next: string,
  shard?: Shard,
): Promise<AllRendered & Pick<BuildTimes, 'scoreSeconds' | 'bundleSeconds' | 'renderSeconds'>> {
  const workspace = resolve(options.workspace);
  const [state, collected] = [join(folder, 'scored'), join(folder, 'collected.json')];
  const score = scoreWorkspace(workspace, { into: state, collected }, step);
  const bundle = makeRenderer({ project: options.project, workspace, work: folder, collected }, step);
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
  const render = renderSite({ ...step, state, server: renderer.server, out: next, work: folder, workspace, shard });
  steps.push(render);
  const rendered = await render;
  if (shard === undefined || shard.number === 1) await publishEvidence(options.workspace, next);
  const renderSeconds = seconds() - bundleSeconds;
  options.onStep?.({ name: 'pages', seconds: renderSeconds });
  return { ...rendered, scoreSeconds, bundleSeconds, renderSeconds };
}

/** Indexes the pages in `next`; meanwhile checks what only the whole site settles. */
async function finish(
  options: BuildOptions,
  { folder, step, steps, seconds }: Work,
  next: string,
  { links, copies, verified }: AllRendered,
): Promise<Pick<BuildTimes, 'indexSeconds' | 'links'>> {
  const start = seconds();
  const search = indexPages(copies, next, join(folder, 'copies'), step);
  search.catch(() => undefined);
  steps.push(search);
  const check = beginVerification(next);
  for (const part of verified) check.take(part);
  refuse(check.finish().differences);
  const count = refuseBroken(followed(next, links));
  options.onStep?.({ name: 'checks', seconds: seconds() - start, links: count });
  await search;
  const indexSeconds = seconds() - start;
  options.onStep?.({ name: 'search', seconds: indexSeconds });
  return { indexSeconds, links: count };
}

/** Puts what was made in the place of `out`. */
async function put(next: string, { out, step, seconds }: Work, options: BuildOptions): Promise<void> {
  listOwnFiles(next);
  step.signal?.throwIfAborted();
  await swapIn(next, out);
  options.onStep?.({ name: 'done', seconds: seconds() });
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
