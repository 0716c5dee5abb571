/** Where two pieces of plain data differ. */
import type { Path } from '../load/raw.ts';

/** One difference; `was` or `is` is undefined when the value is not there. */
export interface Difference {
  at: Path;
  was: unknown;
  is: unknown;
}

/**
 * The innermost places in which `is` differs from `was`, in the order of `was`, then what is new. The order of keys does not
 * count; that of lists does.
 */
export function differences(was: unknown, is: unknown, at: Path = []): Difference[] {
  if (isMap(was) && isMap(is)) {
    const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...keys].flatMap((key) => differences(own(was, key), own(is, key), [...at, key]));
  }
  if (Array.isArray(was) && Array.isArray(is)) {
    const length = Math.max(was.length, is.length);
    return Array.from({ length }, (_, i) => differences(was[i], is[i], [...at, i])).flat();
  }
  return Object.is(was, is) ? [] : [{ at, was, is }];
}

/** A value of plain data in few words. */
export function inShort(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(map: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
