/** Which input files differ. */
import type { InputFile } from '../schema/dataset.ts';
import type { ImpactReport } from '../schema/impact.ts';

/** Files that were added, changed or removed, in the order of their paths. */
export function changedFiles(base: readonly InputFile[], head: readonly InputFile[]): ImpactReport['files'] {
  const was = new Map(base.map((f) => [f.path, f.sha256]));
  const is = new Map(head.map((f) => [f.path, f.sha256]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((path): ImpactReport['files'] => {
    if (was.get(path) === is.get(path)) return [];
    return [{ path: path.slice(0, 500), change: !was.has(path) ? 'added' : !is.has(path) ? 'removed' : 'changed' }];
  });
}
