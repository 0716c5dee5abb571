/** Plain data as single values by path, so that two versions of it can be held side by side. */

/** Every value that is no list or map, by its dotted path; entries of lists go by their `id`, else by their place from 1. */
export function flat(value: unknown, at = '', into = new Map<string, string>()): ReadonlyMap<string, string> {
  if (Array.isArray(value)) value.forEach((entry, i) => flat(withoutId(entry), `${at}.${idOf(entry) ?? i + 1}`, into));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) flat(inner, at === '' ? key : `${at}.${key}`, into);
  } else if (value !== undefined) into.set(at, String(value));
  return into;
}

function idOf(entry: unknown): string | undefined {
  const id = typeof entry === 'object' && entry !== null ? (entry as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : undefined;
}

function withoutId(entry: unknown): unknown {
  if (idOf(entry) === undefined) return entry;
  const { id: _id, ...rest } = entry as { id: string };
  return rest;
}

/** One value that is not the same in both; `was` or `is` is undefined where there is none. */
export interface Changed {
  path: string;
  was: string | undefined;
  is: string | undefined;
}

/** The values that differ, in the order of the old data, then what is new. */
export function changesBetween(was: unknown, is: unknown): Changed[] {
  const [a, b] = [flat(was), flat(is)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((path) => ({ path, was: a.get(path), is: b.get(path) }))
    .filter((c) => c.was !== c.is);
}
