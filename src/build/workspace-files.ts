/** Notices that a workspace changes while a site is made of it: pages and files are written by processes that each read it. */
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { BuildFailed } from './step.ts';
import { treeBelow } from './swap.ts';

/** Files of a workspace by path, each with its length and the time at which it was last written. */
export type WorkspaceFiles = ReadonlyMap<string, string>;

/** The files of `content/` and `data/` as they are now. Hidden ones are left out: no stage reads them. */
export function workspaceFiles(workspace: string): WorkspaceFiles {
  const found = new Map<string, string>();
  for (const path of ['content', 'data']
    .filter((part) => existsSync(join(workspace, part)))
    .flatMap((part) => treeBelow(workspace, part))) {
    if (path.includes('/.')) continue;
    const state = lstatSync(join(workspace, path), { bigint: true, throwIfNoEntry: false });
    if (state !== undefined) found.set(path, `${state.size} ${state.mtimeNs}`);
  }
  return found;
}

/** @throws BuildFailed with the files that have been written, added or removed since `before`. */
export function refuseChanged(workspace: string, before: WorkspaceFiles): void {
  const now = workspaceFiles(workspace);
  const changed = [...new Set([...before.keys(), ...now.keys()])]
    .filter((path) => before.get(path) !== now.get(path))
    .sort();
  if (changed.length === 0) return;
  const cause = {
    zh: '生成期间工作区有改动，请再生成一次',
    en: 'the workspace changed while it was being built; build it again',
  };
  throw new BuildFailed(
    undefined,
    changed.slice(0, LISTED).join('\n') + (changed.length > LISTED ? `\n… ${changed.length}` : ''),
    cause,
  );
}

/** Changed files listed one by one. */
const LISTED = 30;
