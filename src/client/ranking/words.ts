/** What the ranking says about itself: how many are shown, why none are, and what to loosen. */
import type { Language } from '../../i18n/language.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import { nameOfWeights } from '../../views/browser/own-weights.ts';
import { make } from '../dom.ts';
import type { Weighed } from './figures.ts';
import { FILTERS, type Filter, type RankingForm } from './form.ts';

/** What is shown at the moment. */
export interface ShownRows {
  /** Rows of the table. */
  all: number;
  /** Of these, rows that pass the filters; and of those, rows whose name is searched for. */
  chosen: number;
  named?: number;
  filters: number;
  weighed: boolean;
  /** Whether what is needed is still on its way, or could not be had. */
  loading: 'done' | 'waiting' | 'failed';
}

/** The sentence that says so. */
export function saidOf({ all, chosen, named, filters, weighed, loading }: ShownRows, language: Language): string {
  const t = weightLabels[language];
  const whole = number(all);
  const some = number(chosen);
  const found =
    chosen === 0
      ? t.shownNone
      : weighed
        ? t.shownOwn(some, whole)
        : filters > 0
          ? t.shownSome(some, whole)
          : t.shownAll(whole);
  const text = { done: found, waiting: t.waiting, failed: t.failed }[loading];
  return named === undefined ? text : `${text} · ${t.shownName(number(named))}`;
}

/** The state of the list for paper, where there is no form: how many are shown, by what they were chosen and put in order, and the address. */
export function paperText(said: string, form: RankingForm, weighed: Weighed | undefined, language: Language): string {
  const { comma, colon, address } = weightLabels[language];
  const fields = [...FILTERS, 'sort' as const].flatMap((name) => {
    const value = form.optionOf(name)?.text.trim() ?? form.valueOf(name);
    return value === '' ? [] : [`${form.labelOf(name)}${colon}${value}`];
  });
  const parts = [...fields, ...(weighed === undefined ? [] : [weighWords(weighed, language)])];
  return `${said}${parts.length === 0 ? '' : ` · ${parts.join(comma)}`} · ${address}${colon}${location.href}`;
}

/** What the button says that opens the weights; `weighed` is undefined under the published weights. */
export function weighWords(weighed: Weighed | undefined, language: Language): string {
  const t = weightLabels[language];
  if (weighed === undefined) return t.weigh;
  const id = nameOfWeights(weighed.market.model, weighed.own);
  const way = weighed.market.model.priorities.find((p) => p.id === id);
  return way === undefined ? t.weighOwn : t.weighOn(way.name[language]);
}

/** A note for an empty result: for each filter in use, how many there would be without it, as a button that drops it. */
export function looseningNote(
  ways: readonly { filter: Filter; found: number }[],
  form: RankingForm,
  drop: (filter: Filter) => void,
  language: Language,
): HTMLElement {
  const t = weightLabels[language];
  const nameOf = (filter: Filter): string =>
    ({
      name: t.name,
      place: t.place,
      service: t.service,
      price: t.price,
      channel: t.channel,
      language: t.tongue,
      licence: form.labelOf('licence'),
      verified: t.verified,
    })[filter];
  const worth = ways.filter((way) => way.found > 0);
  const items = worth.map(({ filter, found }) => {
    const button = make('button', '', { type: 'button' }, t.loosened(nameOf(filter), number(found)));
    button.addEventListener('click', () => drop(filter));
    return make('li', '', {}, button);
  });
  return make(
    'div',
    'note empty',
    {},
    make('p', '', {}, t.none, ' ', worth.length > 0 ? t.loosen : ways.length > 1 ? t.noneAnyway : ''),
    make('ul', '', {}, ...items),
  );
}
