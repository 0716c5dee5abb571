/**
 * What two versions ask: criteria, dimensions and questions that are new, gone or moved, and words that were changed, with
 * the part that differs.
 */
import type { EditionTexts } from '../../../schema/edition.ts';
import type { Bilingual, Language } from '../../../schema/text.ts';
import { type Changed, changesBetween } from '../../../schema/plain-data.ts';

/** Kinds of things that have a text of their own. */
type TextKind = 'framework' | 'dimension' | 'criterion' | 'questionnaire' | 'question' | 'item';

/** One thing that is not the same in both versions. */
export interface TextChange {
  kind: TextKind;
  key: string;
  name: string;
  /** Where it belongs, from the outside inwards. */
  within: readonly string[];
  what: 'added' | 'removed' | 'changed';
  /** Where it belonged before, when that was elsewhere. */
  movedFrom: readonly string[] | undefined;
  /** Values that differ, in this language or in none; empty for what is new or gone. */
  fields: readonly Changed[];
  /** How many values differ in the other language. */
  otherLanguage: number;
}

interface Thing {
  kind: TextKind;
  name: Bilingual;
  within: readonly { id: string; name: Bilingual }[];
  /** What is compared. */
  body: unknown;
}

/** All changes, in the order of the newer version, then what is gone. */
export function textChanges(older: EditionTexts, newer: EditionTexts, language: Language): TextChange[] {
  const [was, is] = [thingsIn(older), thingsIn(newer)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key): TextChange[] => {
    const [a, b] = [was.get(key), is.get(key)];
    const thing = b ?? a;
    if (thing === undefined) return [];
    const names = ({ within }: Thing): string[] => within.map((w) => w.name[language]);
    const base = { kind: thing.kind, key, name: thing.name[language], within: names(thing) };
    if (a === undefined || b === undefined)
      return [
        { ...base, what: a === undefined ? 'added' : 'removed', movedFrom: undefined, fields: [], otherLanguage: 0 },
      ];
    const moved = a.within.map((w) => w.id).join('/') !== b.within.map((w) => w.id).join('/');
    const differing = changesBetween(a.body, b.body);
    const other = new RegExp(`\\.${language === 'zh' ? 'en' : 'zh'}$`);
    const fields = differing.filter(({ path }) => !other.test(path));
    if (differing.length === 0 && !moved) return [];
    return [
      {
        ...base,
        what: 'changed',
        movedFrom: moved ? names(a) : undefined,
        fields,
        otherLanguage: differing.length - fields.length,
      },
    ];
  });
}

/** Everything with a text, by kind and id. */
function thingsIn({ frameworks, questionnaire }: EditionTexts): ReadonlyMap<string, Thing> {
  const things = new Map<string, Thing>();
  for (const { dimensions, ...framework } of frameworks) {
    things.set(`framework:${framework.id}`, { kind: 'framework', name: framework.name, within: [], body: framework });
    for (const { criteria, ...dimension } of dimensions) {
      things.set(`dimension:${framework.id}/${dimension.id}`, {
        kind: 'dimension',
        name: dimension.name,
        within: [framework],
        body: dimension,
      });
      // Ids of criteria are unique in their framework, so one that changes dimensions has moved.
      for (const criterion of criteria) {
        things.set(`criterion:${framework.id}/${criterion.id}`, {
          kind: 'criterion',
          name: criterion.name,
          within: [framework, dimension],
          body: criterion,
        });
      }
    }
  }
  const { questions, observations, ...asked } = questionnaire;
  const { items = [], ...observed } = observations ?? {};
  things.set('questionnaire:', {
    kind: 'questionnaire',
    name: { zh: '', en: '' },
    within: [],
    body: { ...asked, observations: observed },
  });
  for (const question of questions)
    things.set(`question:${question.id}`, { kind: 'question', name: question.short, within: [], body: question });
  for (const item of items) things.set(`item:${item.id}`, { kind: 'item', name: item.short, within: [], body: item });
  return things;
}

/** How many of each kind of change there are. */
export function tallyTexts(changes: readonly TextChange[]): {
  added: number;
  removed: number;
  moved: number;
  reworded: number;
} {
  return {
    added: changes.filter((c) => c.what === 'added').length,
    removed: changes.filter((c) => c.what === 'removed').length,
    moved: changes.filter((c) => c.movedFrom !== undefined).length,
    reworded: changes.filter((c) => c.fields.length + c.otherLanguage > 0).length,
  };
}

interface Parted {
  before: string;
  gone: string;
  come: string;
  after: string;
}

/** The two wordings as one when they share at least a third of the longer one, else the old and the new apart. */
export function parted({ was = '', is = '' }: Pick<Changed, 'was' | 'is'>): Parted[] {
  const [a, b] = [[...was], [...is]];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  // In text with blanks a word is not cut in two.
  while (
    head > 0 &&
    head < shorter &&
    /\w/.test(a[head - 1] ?? '') &&
    (/\w/.test(a[head] ?? '') || /\w/.test(b[head] ?? ''))
  )
    head -= 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  while (
    tail > 0 &&
    /\w/.test(a[a.length - tail] ?? '') &&
    (/\w/.test(a[a.length - tail - 1] ?? '') || /\w/.test(b[b.length - tail - 1] ?? ''))
  )
    tail -= 1;
  if (3 * (head + tail) < Math.max(a.length, b.length)) {
    return [
      { before: '', gone: was, come: '', after: '' },
      { before: '', gone: '', come: is, after: '' },
    ].filter((p) => p.gone + p.come !== '');
  }
  const middle = (text: readonly string[]): string => text.slice(head, text.length - tail).join('');
  return [
    { before: a.slice(0, head).join(''), gone: middle(a), come: middle(b), after: a.slice(a.length - tail).join('') },
  ];
}
