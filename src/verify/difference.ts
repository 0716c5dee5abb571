/** What verification finds: published values that are not what comes out when they are computed again. */

export type Value = string | number | boolean | null | undefined;

/** One published value that differs. */
export interface Difference {
  /** Slug of the vendor; empty for what belongs to none. */
  vendor: string;
  /** Where the value stands in its file, such as `frameworks[talk].dimensions[answers].estimate.score`. */
  path: string;
  /** Objects and lists that are missing or too many are told as JSON. */
  published: Value;
  recomputed: Value;
}

/** Numbers this close, relative to the larger of both and to at least 1, are the same: far above rounding, far below anything shown. */
export const TOLERANCE = 1e-9;

/** Differences found so far, and how many values were compared. */
export interface Tally {
  readonly differences: Difference[];
  compared: number;
}

/** Adds one tally to another. */
export function addTally(
  into: Tally,
  other: { readonly differences: readonly Difference[]; readonly compared: number },
): void {
  for (const difference of other.differences) into.differences.push(difference);
  into.compared += other.compared;
}

/** A tally in which nothing has been compared yet. */
export function emptyTally(): Tally {
  return { differences: [], compared: 0 };
}

/** Longest JSON of an object or list in a difference. */
const SHOWN = 120;

/**
 * Compares what was published with what was recomputed, down to every value, and adds what differs to `into`. Objects are
 * compared in the keys that `recomputed` has, a key with `undefined` standing for one that must be absent; a Map for an
 * object that must have exactly its keys; lists entry by entry, named by their `id` where they have one.
 */
export function compare(into: Tally, vendor: string, path: string, published: unknown, recomputed: unknown): void {
  if (Array.isArray(recomputed) && Array.isArray(published)) {
    compareLists(into, vendor, path, published, recomputed);
  } else if (recomputed instanceof Map && isObject(published)) {
    const keys = new Set([...(recomputed as Map<string, unknown>).keys(), ...Object.keys(published)]);
    for (const key of keys) compare(into, vendor, `${path}.${key}`, published[key], recomputed.get(key));
  } else if (isObject(recomputed) && isObject(published)) {
    for (const key of Object.keys(recomputed))
      compare(into, vendor, path === '' ? key : `${path}.${key}`, published[key], recomputed[key]);
  } else {
    into.compared += 1;
    if (!same(published, recomputed))
      into.differences.push({ vendor, path, published: shown(published), recomputed: shown(recomputed) });
  }
}

function compareLists(
  into: Tally,
  vendor: string,
  path: string,
  published: readonly unknown[],
  recomputed: readonly unknown[],
): void {
  const named = new Map(published.map((entry, i) => [nameOf(entry, i), entry] as const));
  for (const [i, entry] of recomputed.entries()) {
    const name = nameOf(entry, i);
    compare(into, vendor, `${path}[${name}]`, named.get(name), entry);
    named.delete(name);
  }
  for (const [name, entry] of named) compare(into, vendor, `${path}[${name}]`, entry, undefined);
  compare(into, vendor, `${path}.length`, published.length, recomputed.length);
}

/** Entries of a list are told by their id, and by their place where they have none. */
function nameOf(entry: unknown, i: number): string | number {
  return isObject(entry) && typeof entry['id'] === 'string' ? entry['id'] : i;
}

function same(published: unknown, recomputed: unknown): boolean {
  if (typeof published !== 'number' || typeof recomputed !== 'number') return published === recomputed;
  return Math.abs(published - recomputed) <= TOLERANCE * Math.max(1, Math.abs(published), Math.abs(recomputed));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): Value {
  if (typeof value !== 'object' || value === null) return value as Value;
  const text = JSON.stringify(value instanceof Map ? Object.fromEntries(value as Map<string, unknown>) : value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
