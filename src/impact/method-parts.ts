/** A method taken apart into the parts whose effects are reported one by one, and put together again from two methods. */
import type { Dataset } from '../schema/dataset.ts';
import { changesBetween } from '../schema/plain-data.ts';
import type { Framework } from '../schema/framework.ts';
import { type ImpactReport, PART_KINDS, type PartKind } from '../schema/impact.ts';
import { changedSettings, settingMeaning } from '../schema/method-settings.ts';
import type { Method } from '../schema/method.ts';
import type { Bilingual } from '../schema/text.ts';

/** One part of the method that differs. Weights inside a framework are a part of their own for each framework. */
interface MethodPart {
  kind: PartKind;
  framework?: string;
}

/** A method with the questions that it scores. */
export type MethodContext = Pick<Dataset, 'method' | 'frameworks' | 'questionnaire'>;

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
export function methodParts(base: MethodContext, head: MethodContext): MethodPart[] {
  const partAt = partFinder(base, head);
  const found = changedSettings(base.method, head.method).flatMap(({ path }) => partAt(path) ?? []);
  if (questionsDiffer(base, head)) found.push({ kind: 'asked' });
  const order = [...head.frameworks, ...base.frameworks].map((f) => f.id);
  const rank = (part: MethodPart): number => PART_KINDS.indexOf(part.kind) * 1000 + order.indexOf(part.framework ?? '');
  const once = new Map(found.map((part) => [nameOf(part), part]));
  return [...once.values()].sort((a, b) => rank(a) - rank(b));
}

/** The method of `base` after the given parts have been taken over from `head`. */
export function methodWith(base: MethodContext, head: MethodContext, taken: readonly MethodPart[]): Method {
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
function partFinder(base: MethodContext, head: MethodContext): (path: string) => MethodPart | undefined {
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
function questionsDiffer(base: MethodContext, head: MethodContext): boolean {
  const asked = ({ frameworks, questionnaire }: MethodContext): unknown => ({ frameworks, questionnaire });
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

/** Settings listed at most, and characters of a value. */
const MAX_SETTINGS = 500;
const LONGEST = 200;

/** Settings whose values differ: weights with the name of what they weigh, others with what the published schema says of them. */
export function methodSettings(base: Method, head: Method, nameOf: NameOf): ImpactReport['settings'] {
  return changedSettings(base, head)
    .slice(0, MAX_SETTINGS)
    .map(({ path, was, is }) => {
      const name = weighedName(path, nameOf);
      return {
        path: path.slice(0, LONGEST),
        ...shortened('name', name),
        ...(name === undefined ? shortened('meaning', settingMeaning(path)) : {}),
        ...valueOf('from', was),
        ...valueOf('to', is),
      };
    });
}

/** Versions that were published in `base` and say something else in `head`, or are gone. */
export function publishedChanged(base: Dataset, head: Dataset): string[] {
  return base.methods
    .filter(({ method }) => method.status === 'published')
    .filter(({ version, method }) => {
      const now = head.methods.find((m) => m.version === version)?.method;
      return now === undefined || changedSettings(method, now).length > 0;
    })
    .map(({ version }) => version);
}

function shortened<K extends 'name' | 'meaning'>(key: K, text: Bilingual | undefined): { [P in K]?: Bilingual } {
  return text === undefined
    ? {}
    : ({ [key]: { zh: text.zh.slice(0, LONGEST), en: text.en.slice(0, LONGEST) } } as { [P in K]?: Bilingual });
}

function valueOf<K extends 'from' | 'to'>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value.slice(0, LONGEST) } as { [P in K]?: string });
}

/** The name of `<framework>`, or of `<framework>/<dimension or criterion>` as `unit` says; the key itself where it is unknown. */
export type NameOf = (unit: 'framework' | 'dimension' | 'criterion', key: string) => Bilingual;

/** Names of frameworks, dimensions and criteria, from the first list that has them. */
export function namesIn(...lists: readonly (readonly Framework[])[]): NameOf {
  const names = new Map<string, Bilingual>();
  const add = (key: string, name: Bilingual): void =>
    void (names.has(key) || names.set(key, { zh: name.zh, en: name.en }));
  for (const framework of lists.flat()) {
    add(`framework:${framework.id}`, framework.name);
    for (const dimension of framework.dimensions) {
      add(`dimension:${framework.id}/${dimension.id}`, dimension.name);
      for (const criterion of dimension.criteria) add(`criterion:${framework.id}/${criterion.id}`, criterion.name);
    }
  }
  return (unit, key) => names.get(`${unit}:${key}`) ?? { zh: key, en: key };
}

/** Name of what a weight in method.yaml weighs, by the path of the weight; undefined for other settings. */
function weighedName(path: string, nameOf: NameOf): Bilingual | undefined {
  const [, f, , d, , c] =
    /^frameworks\.([^.]+)\.(?:weight|(dimensions)\.([^.]+)\.(?:weight|(criteria)\.([^.]+)))$/.exec(path) ?? [];
  if (f === undefined) return undefined;
  if (c !== undefined) return nameOf('criterion', `${f}/${c}`);
  return d === undefined ? nameOf('framework', f) : nameOf('dimension', `${f}/${d}`);
}
