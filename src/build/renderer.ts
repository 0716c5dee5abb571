/**
 * The page renderer: the project's pages and endpoints as Astro bundles them, with scripts and styles for the browser. It holds
 * the program and the workspace's texts, but no data, so one serves for all builds until one of those changes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { COLLECTED } from './collected.ts';
import { type StepOptions, commandOf, heapOptions, runStep } from './step.ts';
import { WORK, treeBelow } from './swap.ts';

/** Set for Astro: the folder that takes the bundled pages. */
export const RENDERER = 'HENGPING_RENDERER';

/** The file beside the bundled pages that says which styles each of them has. */
export const STYLES = 'styles.json';

/** A bundled renderer. */
export interface Renderer {
  /** What goes into the site as it is: scripts, styles, `public/`. */
  client: string;
  /** Modules that render pages, with `styles.json`. */
  server: string;
}

/** What of the project the bundle depends on. */
const PROJECT = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** Renderers kept, by when they were last used. */
const KEPT = 3;

/**
 * A hash of all that a renderer depends on: the program, its packages, the texts of the workspace, Node.
 * @param place what else tells one from another; modules of texts may hold the path of the workspace.
 */
export function rendererKey(project: string, workspace: string, place = resolve(workspace)): string {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${place}\n`);
  const environment = readdirSync(project).filter((name) => name.startsWith('.env'));
  const trees: [string, string][] = [
    ...[...PROJECT, ...environment].map((name): [string, string] => [project, name]),
    [workspace, 'content'],
  ];
  for (const [root, name] of trees) {
    const path = join(root, name);
    const files = !existsSync(path) ? [] : statSync(path).isDirectory() ? treeBelow(root, name).sort() : [name];
    for (const file of files)
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 20);
}

/**
 * The renderer for a workspace, bundled by Astro unless one of the same key is there.
 * @param collected file that holds, or will hold, what content collections take from the data.
 * @throws BuildFailed with what Astro printed.
 */
export async function makeRenderer(
  { project, workspace, work, collected }: { project: string; workspace: string; work: string; collected: string },
  options: StepOptions,
): Promise<Renderer & { reused: boolean }> {
  const cache = join(project, WORK, 'cache');
  const folder = join(cache, `renderer-${rendererKey(project, workspace)}`);
  const renderer = { client: join(folder, 'client'), server: join(folder, 'server') };
  if (existsSync(folder)) {
    const now = new Date();
    utimesSync(folder, now, now);
    return { ...renderer, reused: true };
  }
  const making = join(work, 'renderer');
  mkdirSync(making, { recursive: true });
  await runStep('astro', commandOf('astro'), ['build', '--root', project], options, {
    env: {
      // Pages leave out the content security policy in development, whatever the shell that builds them is set to.
      NODE_ENV: 'production',
      HENGPING_WORKSPACE: resolve(workspace),
      HENGPING_OUT: join(making, 'client'),
      ASTRO_TELEMETRY_DISABLED: '1',
      [RENDERER]: join(making, 'server'),
      [COLLECTED]: collected,
    },
    node: heapOptions(0),
  });
  mkdirSync(cache, { recursive: true });
  renameSync(making, folder);
  removeOld(cache);
  return { ...renderer, reused: false };
}

function removeOld(cache: string): void {
  const renderers = readdirSync(cache).filter((name) => name.startsWith('renderer-'));
  const used = (name: string): number => statSync(join(cache, name)).mtimeMs;
  for (const name of renderers.toSorted((a, b) => used(b) - used(a)).slice(KEPT))
    rmSync(join(cache, name), { recursive: true, force: true });
}
