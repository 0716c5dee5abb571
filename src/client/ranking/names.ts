/** Finding by name in the ranking as the search does: pinyin, initials, traditional characters, places; loaded when a name is typed. */
import type { Language } from '../../i18n/language.ts';
import { pathIn } from '../../i18n/language.ts';
import { rankingNameLabels } from '../../i18n/labels/ranking-names.ts';
import { number } from '../../i18n/numbers.ts';
import { make } from '../dom.ts';
import { withinLimit } from '../fetch-once.ts';

/** What a name finds on the whole site. */
export interface NamesFound {
  slugs: ReadonlySet<string>;
  /** Names one slip away, when it finds nobody. */
  near: readonly string[];
}

/** Looks names up; `ready` is called when the answer to one that was asked before is there. */
export function openNameSearch(language: Language, ready: () => void): (name: string) => NamesFound | undefined {
  let asked = '';
  let found: NamesFound | undefined;
  return (name) => {
    if (name === asked) return found;
    asked = name;
    found = undefined;
    if (name === '') return undefined;
    void withinLimit(import('../search/names.ts'))
      .then(async ({ names, nearNames, slugsFound }) => {
        const texts = await names();
        if (asked !== name) return;
        const slugs = slugsFound(texts, name);
        found = { slugs, near: slugs.size > 0 ? [] : nearNames(texts, name, language).map((n) => n.name) };
        ready();
      })
      .catch(() => {
        if (asked !== name) return;
        // Without the index the letters themselves still find, and whoever finds nobody is shown a way out.
        found = { slugs: new Set(), near: [] };
        ready();
      });
    return undefined;
  };
}

/** What is told when nobody in the table has the name. */
export interface NobodyNamed {
  name: string;
  /** Of those in the lists below: how many, and the address of the first list. */
  below: number;
  anchor: string;
  /** Ranked, but kept out by filters. */
  filtered: number;
  /** On the whole site. */
  elsewhere: number;
  near: readonly string[];
}

/** A note with ways out: down to the lists, without the filters, to the whole site, without the name. */
export function nobodyNote(
  said: NobodyNamed,
  act: { put: (name: string) => void; unfilter: () => void },
  language: Language,
): HTMLElement {
  const t = rankingNameLabels[language];
  const button = (text: string, click: () => void, look = ''): HTMLElement => {
    const made = make('button', look, { type: 'button' }, text);
    made.addEventListener('click', click);
    return made;
  };
  const ways = [
    ...(said.below > 0 ? [make('a', '', { href: `#${said.anchor}` }, t.toBelow(number(said.below)))] : []),
    ...(said.filtered > 0 ? [button(t.unfilter(number(said.filtered)), act.unfilter)] : []),
    ...said.near.map((name) => button(name, () => act.put(name))),
    // Beside a name that may have been meant, to give up is the lesser way.
    button(t.clear, () => act.put(''), said.near.length > 0 ? 'plain' : ''),
    make(
      'a',
      '',
      { href: `${pathIn(language, '/search/')}?q=${encodeURIComponent(said.name)}` },
      said.elsewhere > said.below ? t.searchFound(number(said.elsewhere)) : t.search,
    ),
  ];
  const text = said.near.length > 0 ? t.near(said.name) : t.none(said.name);
  return make(
    'div',
    'note empty',
    {},
    make('p', '', {}, text),
    make('ul', '', {}, ...ways.map((way) => make('li', '', {}, way))),
  );
}
