/** What content collections hold of the data, handed to Astro by the process that has read and checked the workspace. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Set for Astro: the file with what content collections hold of the workspace. */
export const COLLECTED = 'HENGPING_COLLECTED';

/** Milliseconds between two looks for a file. */
const LOOK = 50;

/** Waits for a file that another process of the build is about to write. @returns its text. */
export async function awaitFile(path: string): Promise<string> {
  while (!existsSync(path)) await pause(LOOK);
  return readFileSync(path, 'utf8');
}
