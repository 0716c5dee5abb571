/** A method taken apart into the parts whose effects are told one by one, and put together again from two methods. */
import type { Dataset } from '../schema/dataset.ts';
import { changesBetween } from '../schema/plain-data.ts';
import { PART_KINDS, type PartKind } from '../schema/impact.ts';
import type { Method } from '../schema/method.ts';
import { changedSettings } from '../schema/method-settings.ts';

/** One part of the method that differs. Weights inside a framework are a part of their own for each framework. */
export interface MethodPart {
  kind: PartKind;
  framework?: string;
}

/** What a method is, with what it asks. */
export type Asked = Pick<Dataset, 'method' | 'frameworks' | 'questionnaire'>;

/** Settings outside the frameworks, by the beginning of their path; the first that fits counts. */
const BY_PATH: readonly (readonly [RegExp, PartKind | undefined])[] = [
  // Pages beside the ranking are made from these; no score is.
  [/^(?:sensitivity|integrity|freshness)\./, undefined],
  [/^facts\.share$/, 'facts-share'],
  [/^facts\.(?:tiers\.|expired$)/, 'tiers'],
  [/^facts\./, 'answers'],
  [/^goalposts\./, 'goalposts'],
  [/^(?:reviews\.shrinkage|observations\.fallback)\./, 'shrinkage'],
  [/^reviews\./, 'reviews'],
  [/^observations\./, 'observations'],
  [/^aggregation$/, 'aggregation'],
  [/^(?:normalisation$|withinMarket\.)/, 'normalisation'],
  [/^coverage\./, 'coverage'],
  [/^uncertainty\./, 'uncertainty'],
];

/** What differs between the methods of two workspaces, in the order of `PART_KINDS`, then of frameworks; wording is nothing. */
export function methodParts(base: Asked, head: Asked): MethodPart[] {
  const partAt = partFinder(base, head);
  const found = changedSettings(base.method, head.method).flatMap(({ path }) => partAt(path) ?? []);
  if (asksOtherwise(base, head)) found.push({ kind: 'asked' });
  const order = [...head.frameworks, ...base.frameworks].map((f) => f.id);
  const rank = (part: MethodPart): number => PART_KINDS.indexOf(part.kind) * 1000 + order.indexOf(part.framework ?? '');
  const once = new Map(found.map((part) => [nameOf(part), part]));
  return [...once.values()].sort((a, b) => rank(a) - rank(b));
}

/** The method of `base` after the given parts have been taken over from `head`. */
export function methodWith(base: Asked, head: Asked, taken: readonly MethodPart[]): Method {
  const partAt = partFinder(base, head);
  const names = new Set(taken.map(nameOf));
  // A mixture by whole parts of two methods that are valid is one as well: no rule of a method looks across parts.
  return mixed(base.method, head.method, '', (path) => {
    const part = partAt(path);
    return part === undefined || names.has(nameOf(part));
  }) as Method;
}

function nameOf({ kind, framework = '' }: MethodPart): string {
  return `${kind}/${framework}`;
}

/** The part that a setting belongs to; undefined when no score follows from it. */
function partFinder(base: Asked, head: Asked): (path: string) => MethodPart | undefined {
  const both = [base, head].map(
    (side) =>
      new Set(
        side.frameworks.flatMap((f) => [
          f.id,
          ...f.dimensions.flatMap((d) => [`${f.id}.${d.id}`, ...d.criteria.map((c) => `${f.id}.${d.id}.${c.id}`)]),
        ]),
      ),
  );
  const stays = (...ids: readonly string[]): boolean => both.every((known) => known.has(ids.join('.')));
  const goalpostStays = (id: string): boolean =>
    [base, head].every(({ method }) => Object.hasOwn(method.goalposts, id));
  return (path) => {
    const [top, f = '', key, d = '', inner, c = ''] = path.split('.');
    if (top === 'goalposts' && !goalpostStays(f)) return { kind: 'asked' };
    if (/\.why(?:\.|$)/.test(path)) return undefined;
    if (top !== 'frameworks') {
      const known = BY_PATH.find(([pattern]) => pattern.test(path));
      const kind = known === undefined ? 'other' : known[1];
      return kind === undefined ? undefined : { kind };
    }
    if (!stays(f)) return { kind: 'asked' };
    if (key === 'weight') return { kind: 'framework-weights' };
    if (key !== 'dimensions') return { kind: 'coverage' };
    if (!stays(f, d)) return { kind: 'asked' };
    if (inner === 'weight') return { kind: 'dimension-weights', framework: f };
    return stays(f, d, c) ? { kind: 'criterion-weights', framework: f } : { kind: 'asked' };
  };
}

/** Whether frameworks or questionnaire differ in more than words: anything new or gone is more, since all of it has a name. */
function asksOtherwise(base: Asked, head: Asked): boolean {
  const asked = ({ frameworks, questionnaire }: Asked): unknown => ({ frameworks, questionnaire });
  return changesBetween(asked(base), asked(head)).some(
    ({ path, was, is }) => was === undefined || is === undefined || !/\.(?:zh|en)$/.test(path),
  );
}

/** Values of `b` where `takes` says so and of `a` elsewhere; what has none on its side is left out. Lists and empty maps are single values. */
function mixed(a: unknown, b: unknown, at: string, takes: (path: string) => boolean): unknown {
  if (!isMap(a) && !isMap(b)) return takes(at) ? b : a;
  const [left, right] = [isMap(a) ? a : {}, isMap(b) ? b : {}];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  if (keys.length === 0) return takes(at) ? b : a;
  const entries = keys.flatMap((key): [string, unknown][] => {
    const value = mixed(left[key], right[key], at === '' ? key : `${at}.${key}`, takes);
    return value === undefined ? [] : [[key, value]];
  });
  // A map that only one side has is there only if something of it is.
  return entries.length === 0 && !(isMap(a) && isMap(b)) ? undefined : Object.fromEntries(entries);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
