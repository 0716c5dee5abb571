/** Puts two halves of a site together. */
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

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
