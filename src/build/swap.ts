/** Puts a finished site in the place of the last good one, and clears up after builds that were killed. */
import { existsSync, renameSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Where a build works, below the project's folder; not committed. */
export const WORK = '.hengping';

/**
 * Swaps the finished site in `next` in for `out`. The two renames follow one another without anything between them: a folder
 * cannot be exchanged in one, and a build that is killed just there is put right by the next `restoreLast`.
 * @throws what the file system says; `out` is then as it was.
 */
export async function swapIn(project: string, next: string, out: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const last = lastOf(project, out);
  const ready = onOneDevice(project, out) ? next : `${out}.next`;
  // Between devices nothing can be renamed, so the site is first brought over.
  if (ready !== next) await cp(next, ready, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, last);
  try {
    renameSync(ready, out);
  } catch (error) {
    if (existsSync(last)) renameSync(last, out);
    throw error;
  }
  await rm(last, { recursive: true, force: true });
}

/** Puts the former site back when a swap was cut short between its two renames, and takes away what killed builds left. */
export async function restoreLast(project: string, out: string): Promise<void> {
  const last = lastOf(project, out);
  if (existsSync(last) && !existsSync(out)) await rename(last, out);
  for (const left of [last, `${out}.next`]) await rm(left, { recursive: true, force: true });
  await clearAfterKilled(join(project, WORK));
}

/** Folders of builds whose process is gone, and what their steps printed; both end in its number. */
async function clearAfterKilled(work: string): Promise<void> {
  if (!existsSync(work)) return;
  for (const name of await readdir(work)) {
    const process = /^(?:build-(\d+)|[a-z]+-(\d+)\.log)$/.exec(name)?.slice(1).find((number) => number !== undefined);
    if (process !== undefined && !isRunning(Number(process))) await rm(join(work, name), { recursive: true, force: true });
  }
}

/** Whether there is a process of this number; one of another user counts too. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The former site during a swap; its name depends on `out`, so that builds into several folders do not meet. */
function lastOf(project: string, out: string): string {
  return onOneDevice(project, out) ? join(project, WORK, `last-${Buffer.from(resolve(out)).toString('hex').slice(-40)}`) : `${out}.last`;
}

function onOneDevice(project: string, out: string): boolean {
  return deviceOf(project) === deviceOf(dirname(resolve(out)));
}

/** Number of the device that a folder is on, or would be. */
function deviceOf(folder: string): number {
  return existsSync(folder) ? statSync(folder).dev : deviceOf(dirname(folder));
}
