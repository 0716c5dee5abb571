/** Looking into plain data by path. */
import type { Path } from '../load/raw.ts';

/** The value at a path of plain data; undefined when there is none. */
export function valueAt(value: unknown, at: Path): unknown {
  let here = value;
  for (const step of at) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}
