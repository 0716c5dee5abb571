/** Names of frameworks, dimensions and criteria, from the first workspace that knows them. */
import type { Framework } from '../schema/framework.ts';
import type { Bilingual } from '../schema/text.ts';

/** The name of `<framework>`, or of `<framework>/<dimension or criterion>` as `unit` says; the key itself where nobody knows it. */
export type NameOf = (unit: 'framework' | 'dimension' | 'criterion', key: string) => Bilingual;

/** Looks names up in the lists, in their order. */
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
export function weighedName(path: string, nameOf: NameOf): Bilingual | undefined {
  const [, f, , d, , c] =
    /^frameworks\.([^.]+)\.(?:weight|(dimensions)\.([^.]+)\.(?:weight|(criteria)\.([^.]+)))$/.exec(path) ?? [];
  if (f === undefined) return undefined;
  if (c !== undefined) return nameOf('criterion', `${f}/${c}`);
  return d === undefined ? nameOf('framework', f) : nameOf('dimension', `${f}/${d}`);
}
