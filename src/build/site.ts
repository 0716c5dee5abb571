/** Builds the static site beside the last good one, and only then puts it in its place. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { brokenText, checkLinks } from './links.ts';
import { differenceText, verifySite } from './verify.ts';

/** Where a build works, below the project's folder; not committed. */
const WORK = '.hengping';

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

/** A step of the build that failed, with what it printed. */
export class BuildFailed extends Error {
  readonly output: string;
  constructor(step: string, output: string) {
    super(`${step} failed`);
    this.name = 'BuildFailed';
    this.output = output;
  }
}

/** How long the steps of a build took, in seconds, and what they found. */
export interface BuildTimes {
  renderSeconds: number;
  verifySeconds: number;
  indexSeconds: number;
  /** Links within the site that were followed; none is broken. */
  links: number;
}

/**
 * Renders all pages with Astro, computes every published number again from what was rendered, follows every link, indexes the pages with
 * Pagefind, and swaps the result in for `out`. Until the swap `out` is not touched; a swap that was cut short is put right
 * by the next call of this or of `restoreLast`.
 * @throws BuildFailed when a step fails; `out` is then as it was.
 */
export async function buildSite(options: BuildOptions): Promise<BuildTimes> {
  const work = join(options.project, WORK);
  const next = join(work, `next-${process.pid}`);
  await restoreLast(options.project, options.out);
  await rm(next, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const start = performance.now();
    await renderPages({ ...options, root: options.project, out: next });
    await publishEvidence(options.workspace, next);
    const rendered = performance.now();
    verifyPages(next);
    const links = followLinks(next);
    const verified = performance.now();
    await run('pagefind', [binary('pagefind'), '--site', next, '--quiet'], process.env, options);
    const indexed = performance.now();
    await swap(next, options.out, lastOf(options.project, options.out));
    return {
      renderSeconds: (rendered - start) / 1000,
      verifySeconds: (verified - rendered) / 1000,
      indexSeconds: (indexed - verified) / 1000,
      links,
    };
  } finally {
    await rm(next, { recursive: true, force: true });
  }
}

/**
 * Copies the workspace's `data/evidence/` to the same path of the site, where vendor pages link to it. Validation has
 * refused symbolic links and any file that is not a picture, a PDF, text or a table.
 */
async function publishEvidence(workspace: string, out: string): Promise<void> {
  const from = join(workspace, 'data/evidence');
  if (existsSync(from)) await cp(from, join(out, 'data/evidence'), { recursive: true, verbatimSymlinks: true });
}

/** Runs Astro alone on the project in `root`. @throws BuildFailed with what it printed. */
export async function renderPages(options: BuildOptions & { root: string }): Promise<void> {
  const env = { ...process.env, HENGPING_WORKSPACE: resolve(options.workspace), HENGPING_OUT: options.out, ASTRO_TELEMETRY_DISABLED: '1' };
  await run('astro build', [binary('astro'), 'build', '--root', options.root], env, options);
}

/** Computes every number that the pages in `folder` publish again. @throws BuildFailed with all that differs. */
export function verifyPages(folder: string): void {
  const { differences } = verifySite(folder);
  if (differences.length > 0) throw new BuildFailed('verify', differenceText(differences));
}

/** Follows every link within the pages in `folder`. @returns how many. @throws BuildFailed with those that lead nowhere. */
export function followLinks(folder: string): number {
  const { url } = (JSON.parse(readFileSync(join(folder, 'api/v1/index.json'), 'utf8')) as { url: string });
  const checked = checkLinks(folder, url.replace(/\/+$/, ''));
  if (checked.broken.length > 0) throw new BuildFailed('links', brokenText(checked));
  return checked.links;
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

/** The script behind a package's command. Read from its folder, since a package need not export its manifest. */
function binary(name: 'astro' | 'pagefind'): string {
  let above = import.meta.dirname;
  while (!existsSync(join(above, 'node_modules', name)) && above !== dirname(above)) above = dirname(above);
  const folder = join(above, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  return join(folder, typeof bin === 'string' ? bin : (bin[name] as string));
}

function run(step: string, argv: string[], env: NodeJS.ProcessEnv, options: BuildOptions): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, argv, { cwd: options.project, env, stdio: options.verbose ? 'inherit' : 'pipe' });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done() : fail(new BuildFailed(step, output))));
  });
}
