/** What the ranking says about itself: how many are shown, why none are, and the ways out. */
import type { ComponentChildren } from 'preact';
import { pathIn } from '../../i18n/language.ts';
import { rankingNameLabels } from '../../i18n/labels/ranking-names.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import { nameOfWeights } from '../../views/browser/own-weights.ts';
import { withinLimit } from '../fetch-once.ts';
import { language } from '../page.ts';
import { button } from '../ui.tsx';
import { FILTERS, type Filter, type RankingForm } from './form.ts';
import type { Rescored } from './market.ts';

const t = weightLabels[language];
const names = rankingNameLabels[language];

/** What is shown at the moment. */
export interface ShownRows {
  /** Rows of the table. */
  all: number;
  /** Of these, rows that pass the filters; and of those, rows whose name is searched for. */
  chosen: number;
  named: number | undefined;
  filters: number;
  isRescored: boolean;
  /** Whether what is needed is still on its way, or could not be fetched. */
  loading: 'done' | 'waiting' | 'failed';
}

/** How many are shown, as a sentence. */
export function statusText({ all, chosen, named, filters, isRescored, loading }: ShownRows): string {
  const [whole, some] = [number(all), number(chosen)];
  const shown = filters > 0 ? t.shownSome(some, whole) : t.shownAll(whole);
  const found = chosen === 0 ? t.shownNone : isRescored ? t.shownOwn(some, whole) : shown;
  const text = { done: found, waiting: t.waiting, failed: t.failed }[loading];
  return named === undefined ? text : `${text} · ${t.shownName(number(named))}`;
}

/** The state of the list for paper, where there is no form: how many are shown, by what they were chosen and put in order, and the address. */
export function paperText(status: string, form: RankingForm, rescored: Rescored | undefined): string {
  const fields = [...FILTERS, 'sort' as const].flatMap((name) => {
    const value = form.optionOf(name)?.text.trim() ?? form.valueOf(name);
    return value === '' ? [] : [`${form.labelOf(name)}${t.colon}${value}`];
  });
  const parts = [...fields, ...(rescored === undefined ? [] : [weightsText(rescored)])];
  return `${status}${parts.length === 0 ? '' : ` · ${parts.join(t.comma)}`} · ${t.address}${t.colon}${location.href}`;
}

/** What the button says that opens the weights; `rescored` is undefined under the published weights. */
export function weightsText(rescored: Rescored | undefined): string {
  if (rescored === undefined) return t.weigh;
  const { model } = rescored.market;
  const id = nameOfWeights(model, rescored.own);
  const way = model.priorities.find((p) => p.id === id);
  return way === undefined ? t.weighOwn : t.weighOn(way.name[language]);
}

function note(text: ComponentChildren, ways: readonly ComponentChildren[]) {
  return (
    <div class="note empty">
      <p>{text}</p>
      <ul>
        {ways.map((way) => (
          <li>{way}</li>
        ))}
      </ul>
    </div>
  );
}

/** For an empty result: for each filter in use, how many there would be without it, as a button that drops it. */
export function looseningNote(
  ways: readonly { filter: Filter; found: number }[],
  form: RankingForm,
  drop: (filter: Filter) => void,
) {
  const { name, place, service, price, channel, tongue, verified } = t;
  const licence = form.labelOf('licence');
  const labels = { name, place, service, price, channel, language: tongue, licence, verified };
  const useful = ways.filter((way) => way.found > 0);
  const advice = useful.length > 0 ? t.loosen : ways.length > 1 ? t.noneAnyway : '';
  return note(
    `${t.none} ${advice}`,
    useful.map(({ filter, found }) => button(t.loosened(labels[filter], number(found)), () => drop(filter), '')),
  );
}

/** What a name finds on the whole site. */
export interface NamesFound {
  slugs: ReadonlySet<string>;
  /** Names one slip away, when it finds nobody. */
  near: readonly string[];
}

/**
 * Looks names up as the search does: pinyin, initials, traditional characters, places; the index is loaded when a name is first
 * asked for. `ready` is called when the answer to one that was asked before is there.
 */
export function openNameSearch(ready: () => void): (name: string) => NamesFound | undefined {
  let asked = '';
  let found: NamesFound | undefined;
  const look = async (name: string): Promise<NamesFound> => {
    const search = await withinLimit(import('../search/names.ts'));
    const texts = await search.names();
    const slugs = search.slugsFound(texts, name);
    return { slugs, near: slugs.size > 0 ? [] : search.nearNames(texts, name, language).map((n) => n.name) };
  };
  return (name) => {
    if (name === asked) return found;
    asked = name;
    found = undefined;
    if (name === '') return undefined;
    // Without the index the letters themselves still find, and a person who finds nobody is shown a way out.
    void look(name)
      .catch((): NamesFound => ({ slugs: new Set(), near: [] }))
      .then((answer) => {
        if (asked !== name) return;
        found = answer;
        ready();
      });
    return undefined;
  };
}

/** Where those are that have a name that nobody in the table has. */
export interface NobodyNamed {
  name: string;
  /** Of those in the lists below: how many, and the address of the first list. */
  below: number;
  anchor: string;
  /** Ranked, but kept out by filters. */
  filtered: number;
  found: NamesFound;
}

/** A note with ways out: down to the lists, without the filters, to the whole site, without the name. */
export function nobodyNote(
  { name, below, anchor, filtered, found: { slugs, near } }: NobodyNamed,
  put: (name: string) => void,
  unfilter: () => void,
) {
  const search = `${pathIn(language, '/search/')}?q=${encodeURIComponent(name)}`;
  return note(near.length > 0 ? names.near(name) : names.none(name), [
    ...(below > 0 ? [<a href={`#${anchor}`}>{names.toBelow(number(below))}</a>] : []),
    ...(filtered > 0 ? [button(names.unfilter(number(filtered)), unfilter, '')] : []),
    ...near.map((other) => button(other, () => put(other), '')),
    // Beside a name that may have been meant, to give up is the lesser way.
    button(names.clear, () => put(''), near.length > 0 ? 'plain' : ''),
    <a href={search}>{slugs.size > below ? names.searchFound(number(slugs.size)) : names.search}</a>,
  ]);
}
