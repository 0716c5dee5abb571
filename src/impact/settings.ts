/** Which settings of the methods differ. */
import type { Dataset } from '../schema/dataset.ts';
import type { ImpactReport } from '../schema/impact.ts';
import type { Method } from '../schema/method.ts';
import { changedSettings, settingMeaning } from '../schema/method-settings.ts';
import type { Bilingual } from '../schema/text.ts';
import { type NameOf, weighedName } from './names.ts';

/** Settings told at most, and characters of a value. */
const MOST = 500;
const LONGEST = 200;

/** Settings whose values differ: weights with the name of what they weigh, others with what the published schema says of them. */
export function methodSettings(base: Method, head: Method, nameOf: NameOf): ImpactReport['settings'] {
  return changedSettings(base, head)
    .slice(0, MOST)
    .map(({ path, was, is }) => {
      const name = weighedName(path, nameOf);
      return {
        path: path.slice(0, LONGEST),
        ...worded('name', name),
        ...(name === undefined ? worded('meaning', settingMeaning(path)) : {}),
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

function worded<K extends 'name' | 'meaning'>(key: K, text: Bilingual | undefined): { [P in K]?: Bilingual } {
  return text === undefined
    ? {}
    : ({ [key]: { zh: text.zh.slice(0, LONGEST), en: text.en.slice(0, LONGEST) } } as { [P in K]?: Bilingual });
}

function valueOf<K extends 'from' | 'to'>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value.slice(0, LONGEST) } as { [P in K]?: string });
}
