/** Plain data (maps, lists and single values, as YAML and JSON give them): values by path, and where two versions differ. */

/** Keys and indexes that lead from the root of a file to a value. */
export type Path = readonly (string | number)[];

/** The value at a path; undefined when there is none. */
export function valueAt(value: unknown, at: Path): unknown {
  let here = value;
  for (const step of at) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** One difference; `was` or `is` is undefined when the value does not exist. */
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
    return [...keys].flatMap((key) => differences(valueAt(was, [key]), valueAt(is, [key]), [...at, key]));
  }
  if (Array.isArray(was) && Array.isArray(is)) {
    const length = Math.max(was.length, is.length);
    return Array.from({ length }, (_, i) => differences(was[i], is[i], [...at, i])).flat();
  }
  return Object.is(was, is) ? [] : [{ at, was, is }];
}

/** A value in few words: a text as it is, anything else as JSON. */
export function inShort(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Every single value by its dotted path; entries of lists go by their `id`, else by their place from 1. */
export function flat(value: unknown, at = '', into = new Map<string, string>()): ReadonlyMap<string, string> {
  if (Array.isArray(value)) {
    for (const [i, entry] of value.entries()) {
      const { id, ...rest } = isMap(entry) ? entry : {};
      if (typeof id === 'string') flat(rest, `${at}.${id}`, into);
      else flat(entry, `${at}.${i + 1}`, into);
    }
  } else if (isMap(value)) {
    for (const [key, inner] of Object.entries(value)) flat(inner, at === '' ? key : `${at}.${key}`, into);
  } else if (value !== undefined) into.set(at, String(value));
  return into;
}

/** A single value that is not the same in two versions; `was` or `is` is undefined where there is none. */
export interface Changed {
  path: string;
  was: string | undefined;
  is: string | undefined;
}

/** The single values that differ, in the order of the old data, then what is new. */
export function changesBetween(was: unknown, is: unknown): Changed[] {
  const [a, b] = [flat(was), flat(is)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((path) => ({ path, was: a.get(path), is: b.get(path) }))
    .filter((c) => c.was !== c.is);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
