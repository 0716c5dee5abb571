/** Lets the builds of one project follow one another: Astro keeps its lists of the content in `.astro/`, one set for all builds. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks at whether the other build has ended. */
const LOOK = 200;
/** Milliseconds after which a turn that names no process is taken to be left by one that was killed just then. */
const UNNAMED = 10_000;

/** Turns that this process holds. */
const held = new Set<string>();

/**
 * Waits until no other build runs in the folder `work`, and takes the turn.
 * @param waiting called once with the number of the process that is waited for, when there is one.
 * @returns gives the turn back.
 * @throws the reason of `signal` when that is aborted, or what the file system says.
 */
export async function takeTurn(
  work: string,
  options: { signal?: AbortSignal | undefined; waiting?: ((pid: number) => void) | undefined } = {},
): Promise<() => void> {
  const turn = join(work, 'building');
  mkdirSync(work, { recursive: true });
  for (let told = false; !take(turn);) {
    options.signal?.throwIfAborted();
    const pid = holderOf(turn);
    if (pid === undefined) {
      // Renamed before it is removed, so that of two that wait only one removes it.
      const stale = `${turn}-${process.pid}`;
      try {
        renameSync(turn, stale);
        rmSync(stale, { recursive: true, force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
      continue;
    }
    if (!told) options.waiting?.(pid);
    told = true;
    await pause(LOOK, undefined, { signal: options.signal });
  }
  return () => {
    held.delete(turn);
    rmSync(turn, { recursive: true, force: true });
  };
}

/** Makes the folder that stands for the turn; false when it is there already. */
function take(turn: string): boolean {
  try {
    mkdirSync(turn);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(turn, 'process'), String(process.pid));
  held.add(turn);
  return true;
}

/** The process that holds the turn, 0 when it has not said so yet; undefined when it is gone. */
function holderOf(turn: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(turn, 'process'), 'utf8'));
    if (pid === process.pid) return held.has(turn) ? pid : undefined;
    if (pid > 0) return isRunning(pid) ? pid : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs;
  return since !== undefined && Date.now() - since < UNNAMED ? 0 : undefined;
}

/** Whether there is a process of this number; one of another user counts too. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
