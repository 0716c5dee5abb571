/** Puts parts of a site together. */
import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { BuildFailed } from './step.ts';

/**
 * Moves everything in `from` to the same place in `into`, whole folders at once where `into` has none of that name.
 * @throws Error when a file is in both: then two makers believe that it is theirs.
 */
export function mergeInto(from: string, into: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(into, entry.name);
    if (!existsSync(target)) renameSync(source, target);
    else if (entry.isDirectory()) mergeInto(source, target);
    else throw new Error(`${target} is made twice`);
  }
}

/** Copies everything in `from` to the same place in `into`. @throws BuildFailed when a file is in both and not the same. */
export function copyInto(from: string, into: string): void {
  mkdirSync(into, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(into, entry.name);
    if (entry.isDirectory()) copyInto(source, target);
    else if (!existsSync(target)) copyFileSync(source, target, constants.COPYFILE_FICLONE);
    else if (!readFileSync(source).equals(readFileSync(target)))
      throw new BuildFailed('merge', `${source}\n${target}\n`, {
        zh: '各部分中的同一文件不相同',
        en: 'a file is not the same in all parts',
      });
  }
}
