/** Which settings of the methods differ. */
import type { Dataset } from '../schema/dataset.ts';
import type { Framework } from '../schema/framework.ts';
import type { ImpactReport } from '../schema/impact.ts';
import type { Method } from '../schema/method.ts';
import type { Bilingual } from '../schema/text.ts';

/** Settings told at most, and characters of a value. */
const MOST = 500;
const LONGEST = 200;
/** What speaks about a version; no score follows from it. */
const NOTES = /^(?:version|status|published|summary|changes|decisions)(?:\.|$)|\.why(?:\.|$)/;

/** Settings whose values differ, by dotted path, in the order of the old method and then of the new one. */
export function methodSettings(base: Method, head: Method, nameOf: (path: string) => Bilingual | undefined = () => undefined): ImpactReport['settings'] {
  const [was, is] = [flat(base), flat(head)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => !NOTES.test(path) && was.get(path) !== is.get(path))
    .slice(0, MOST)
    .map((path) => ({ path: path.slice(0, LONGEST), ...named(nameOf(path)), ...valueOf('from', was.get(path)), ...valueOf('to', is.get(path)) }));
}

function named(name: Bilingual | undefined): { name?: Bilingual } {
  return name === undefined ? {} : { name: { zh: name.zh.slice(0, LONGEST), en: name.en.slice(0, LONGEST) } };
}

/** Names of what a weight in method.yaml weighs: a framework, a dimension or a criterion of the first list that knows it. */
export function weighedNames(...lists: readonly (readonly Framework[])[]): (path: string) => Bilingual | undefined {
  return (path) => {
    const [, f, , d, , c] = /^frameworks\.([^.]+)\.(?:weight|(dimensions)\.([^.]+)\.(?:weight|(criteria)\.([^.]+)))$/.exec(path) ?? [];
    for (const framework of f === undefined ? [] : lists.flatMap((frameworks) => frameworks.filter((one) => one.id === f))) {
      if (d === undefined) return framework.name;
      const dimension = framework.dimensions.find((one) => one.id === d);
      const found = c === undefined ? dimension : dimension?.criteria.find((one) => one.id === c);
      if (found !== undefined) return found.name;
    }
    return undefined;
  };
}

/** Versions that were published in `base` and say something else in `head`, or are gone. */
export function publishedChanged(base: Dataset, head: Dataset): string[] {
  return base.methods
    .filter(({ method }) => method.status === 'published')
    .filter(({ version, method }) => {
      const now = head.methods.find((m) => m.version === version)?.method;
      return now === undefined || methodSettings(method, now).length > 0;
    })
    .map(({ version }) => version);
}

/** Every value that is no list or map, by its dotted path. */
function flat(value: unknown, at = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) flat(inner, at === '' ? key : `${at}.${key}`, into);
  } else if (value !== undefined) into.set(at, String(value));
  return into;
}

function valueOf<K extends 'from' | 'to'>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value.slice(0, LONGEST) } as { [P in K]?: string });
}
