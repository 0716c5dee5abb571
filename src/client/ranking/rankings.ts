/**
 * Filters, order and own weights on the ranking table. The page is whole without it. The state is in the address, so that it
 * can be shared and kept; nothing is fetched until a person filters or weighs.
 */
import type { Language } from '../../i18n/language.ts';
import { addressLabels } from '../../i18n/labels/address.ts';
import { rankingLabels } from '../../i18n/labels/rankings.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import type { LiveRow } from '../../views/browser/live-ranking.ts';
import { balanced } from '../../views/browser/own-weights.ts';
import { make } from '../dom.ts';
import { withinLimit } from '../fetch-once.ts';
import { keepInOtherLanguage } from '../other-language.ts';
import { whenRested } from '../rested.ts';
import { dimensionScore, frameworkScore, rankingAmong } from './figures.ts';
import { type Filter, openForm } from './form.ts';
import { openHead } from './head.ts';
import { openLists } from './lists.ts';
import { filtersOf, matcherOf } from './match.ts';
import { type NamesFound, nobodyNote, openNameSearch } from './names.ts';
import { keptOf, pageNumber, regrouped, sorted } from './order.ts';
import { shownFor } from './paint.ts';
import { openPlaceLists } from './places.ts';
import { fold, type Row, showIn, showOffice, type TableRow, tableRowOf } from './rows.ts';
import { openState } from './state.ts';
import { arrange, type Run } from './table.ts';
import { looseningNote, paperText, saidOf, weighWords } from './words.ts';

const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = weightLabels[language];
const words = addressLabels[language];

/** Rows that are shown at first, and by each press of the button for more: a slow phone lays out hundreds in seconds. */
const MOST_ROWS = 50;

/** How long typing, and moving a slider, rest before the table follows; in milliseconds. */
const TYPING_MS = 200;
const SLIDING_MS = 80;

function start(formElement: HTMLFormElement, table: HTMLTableElement): void {
  const form = openForm(formElement);
  const frameworks = [...(table.tHead?.querySelectorAll<HTMLElement>('th[data-f]') ?? [])].map((th) => th.dataset['f']);
  const published: readonly Run<TableRow>[] = [...table.tBodies].map((body) => ({
    group: Number(body.querySelector('th.g')?.textContent),
    rows: [...body.rows].map((row) => tableRowOf(row, frameworks.length)),
  }));
  const rows = published.flatMap((run) => run.rows);
  const lists = openLists(language);
  const placeLists = openPlaceLists(formElement, () => state.query());
  const output = formElement.querySelector('output');
  const opener = formElement.querySelector<HTMLButtonElement>('#filters-open');
  const weighButton = formElement.querySelector<HTMLButtonElement>('#weigh');
  const clearAll = formElement.querySelector<HTMLButtonElement>('button[type=reset]');
  const tellHead = openHead(table, language);
  const after = make('div', 'after-table', {});
  table.after(after);
  const notes = make('div', '', { role: 'status' });
  formElement.after(notes);
  /** What paper says instead of the filters that are chosen. */
  const onPaper = make('p', 'on-paper', {});
  table.before(onPaper);
  // Whoever comes back to this page finds as many rows as there were.
  let most = Math.max(MOST_ROWS, Number((history.state as { rows?: unknown } | null)?.rows) || 0);
  let printing = false;
  let redraw: (() => void) | undefined;

  const state = openState(form, () => apply());
  const namesFound = openNameSearch(language, () => apply());

  const write = (): void => {
    const search = state.query().toString();
    history.replaceState(
      most > MOST_ROWS ? { rows: most } : null,
      '',
      `${location.pathname}${search === '' ? '' : `?${search}`}${location.hash}`,
    );
    keepInOtherLanguage();
  };

  const read = (): void => {
    const query = new URLSearchParams(location.search);
    placeLists.read(query);
    state.read(query);
    keepInOtherLanguage();
  };

  const apply = (): void => {
    const waiting = state.need();
    const name = fold(form.valueOf('name'));
    const matches = matcherOf(form, state.facets);
    const chosen = rows.filter(matches);
    const found = namesFound(name);
    const named = (row: Row): boolean => row.name.includes(name) || found?.slugs.has(row.slug) === true;
    showOffices();
    for (const list of lists) list.show((row) => matches(row) && named(row), printing);
    const live = ranking(chosen);
    const runs = order(live, chosen).map((run) => ({ ...run, rows: run.rows.filter(named) }));
    const shown = runs.reduce((sum, run) => sum + run.rows.length, 0);
    const { shown: visible, hidden } = arrange(table, runs, {
      flat: form.optionOf('sort') !== undefined,
      most: printing ? Infinity : most,
      language,
    });
    const painting = {
      ...{
        facets: state.facets,
        market: state.market,
        weighed: state.weighed(),
        dimension: state.sortDimension(),
        frameworks,
      },
      live: live && new Map(live.map((row) => [state.facets?.file.slugs[row.index] ?? '', row] as const)),
      besides: rankingLabels[language].inMarket,
      coverage: Number(table.dataset['interval']),
    };
    for (const row of visible) showIn(row, shownFor(row.slug, painting));
    tellHead(
      {
        order: form.optionOf('sort')?.text,
        dimension: painting.dimension !== undefined,
        weighed: painting.weighed !== undefined,
      },
      visible,
    );
    const filters = filtersOf(form).length;
    if (output) {
      const loading = state.failed ? 'failed' : waiting ? 'waiting' : 'done';
      const said = saidOf(
        {
          all: rows.length,
          chosen: chosen.length,
          ...(name === '' ? {} : { named: shown }),
          filters,
          weighed: state.weighed() !== undefined,
          loading,
        },
        language,
      );
      // What is read aloud when it changes is not written again.
      if (state.failed) output.replaceChildren(said, ' ', retryButton());
      else if (output.textContent !== said) output.textContent = said;
    }
    document.body.classList.toggle('chosen-part', state.query().size > 0);
    onPaper.textContent =
      state.query().size === 0 ? '' : paperText(output?.textContent ?? '', form, state.weighed(), language);
    const wrong = state.notUnderstood;
    notes.replaceChildren(
      ...(wrong.length > 0 ? [make('p', 'note', {}, words.notUnderstood(wrong.join(words.comma)))] : []),
    );
    if (opener) opener.textContent = filters === 0 ? t.filters : t.filtersOn(String(filters));
    if (weighButton && state.market !== undefined) weighButton.textContent = weighWords(state.weighed(), language);
    // Nothing chosen, nothing to clear.
    if (clearAll) {
      const filled = form.write().size > 0;
      clearAll.hidden = state.query().size === 0;
      clearAll.textContent = filled ? t.clearFilters : t.clearWeights;
    }
    // A head without rows says nothing.
    table.hidden = shown === 0;
    after.replaceChildren(
      ...(hidden > 0 ? [moreButtons(hidden)] : []),
      ...(chosen.length === 0 ? [whatToLoosen()] : []),
      // Told only once the names are there: a note that comes and goes while one types would mislead.
      ...(name !== '' && shown === 0 && chosen.length > 0 && found !== undefined
        ? [nobodyHere(found, rows.filter(named).length)]
        : []),
    );
    redraw?.();
  };

  let placeShown: string | undefined;
  /** Says in every row with which office a vendor is in the chosen place. */
  const showOffices = (): void => {
    const place = form.optionOf('place')?.dataset['k'];
    if (place === placeShown) return;
    placeShown = place;
    const names = form.namesByKey('place');
    // A region that is itself a city is in the list of places once, under its own key.
    const nameOf = (key: string): string | undefined => names.get(key) ?? names.get(key.replace(/\..*/, ''));
    for (const row of [...rows, ...lists.flatMap((list) => list.rows)]) showOffice(row, place, nameOf, language);
  };

  /** The ranking among those chosen; undefined when the published one holds, or what it needs is still on its way. */
  const ranking = (chosen: readonly TableRow[]): LiveRow[] | undefined => {
    const { facets } = state;
    if (facets === undefined || (state.weighed() === undefined && filtersOf(form).length === 0)) return undefined;
    const members = chosen.flatMap((row) => facets.at.get(row.slug) ?? []);
    return rankingAmong(facets, members, state.weighed(), {
      tie: Number(table.dataset['tie']),
      interval: Number(table.dataset['interval']),
    });
  };

  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const rowAt = (index: number): TableRow | undefined => bySlug.get(state.facets?.file.slugs[index] ?? '');

  /** Groups in their order; or all in one, by the chosen column. */
  const order = (live: readonly LiveRow[] | undefined, chosen: readonly TableRow[]): Run<TableRow>[] => {
    const grouped =
      live === undefined
        ? keptOf(published, chosen)
        : regrouped(
            live.map(({ index, group }) => ({ row: rowAt(index), group })),
            chosen,
          );
    const option = form.optionOf('sort');
    return option === undefined
      ? grouped
      : sorted(grouped, (row) => sortValue(row, option), option.dataset['up'] === undefined ? 'down' : 'up');
  };

  const sortValue = (row: TableRow, { dataset }: HTMLOptionElement): number => {
    const { dimension, framework, column } = dataset;
    const { facets, market } = state;
    const at = facets?.at.get(row.slug);
    const weights = state.weighed();
    if (dimension !== undefined)
      return at === undefined || market === undefined ? Number.NaN : dimensionScore(market, at, Number(dimension));
    if (framework === undefined) return pageNumber(row, Number(column));
    if (weights === undefined || at === undefined)
      return Number.parseFloat(row.frameworks[Number(framework)]?.text ?? '');
    return frameworkScore(weights, at, frameworks[Number(framework)]);
  };

  const retryButton = (): HTMLElement => {
    const retry = make('button', 'plain', { type: 'button' }, t.retry);
    retry.addEventListener('click', () => {
      state.changed();
      apply();
      again();
    });
    return retry;
  };

  const moreButtons = (hidden: number): HTMLElement => {
    const button = (text: string, next: number): HTMLElement => {
      const made = make('button', 'plain', { type: 'button' }, text);
      made.addEventListener('click', () => {
        const before = most;
        most = next;
        write();
        apply();
        // The button is made anew: the focus goes to the first of the rows that it has brought.
        table.querySelectorAll<HTMLElement>('tbody tr th[scope=row] a')[before]?.focus({ preventScroll: true });
      });
      return made;
    };
    const some = Math.min(hidden, MOST_ROWS);
    return make(
      'p',
      'actions',
      {},
      button(t.more(number(some)), most + some),
      hidden > some && button(t.moreAll(number(hidden)), rows.length),
    );
  };

  const whatToLoosen = (): HTMLElement => {
    const ways = filtersOf(form).map((filter) => ({
      filter,
      found: rows.filter(matcherOf(form, state.facets, filter)).length,
    }));
    const drop = (filter: Filter): void => {
      form.clear(filter);
      changed();
      output?.scrollIntoView({ block: 'nearest' });
    };
    return looseningNote(ways, form, drop, language);
  };

  /** `filtered`: how many of that name are ranked but kept out by filters. */
  const nobodyHere = (found: NamesFound, filtered: number): HTMLElement => {
    const kept = lists.filter((list) => list.count > 0);
    const said = {
      ...{ name: form.valueOf('name'), filtered, elsewhere: found.slugs.size, near: found.near },
      below: kept.reduce((sum, list) => sum + list.count, 0),
      anchor: kept[0]?.anchor ?? '',
    };
    const put = (text: string): void => {
      form.put('name', text);
      changed();
    };
    const unfilter = (): void => {
      for (const filter of filtersOf(form)) form.clear(filter);
      changed();
    };
    return nobodyNote(said, { put, unfilter }, language);
  };

  const changed = (): void => {
    most = MOST_ROWS;
    state.changed();
    write();
    apply();
  };
  const typed = whenRested(changed, TYPING_MS);
  const slid = whenRested(changed, SLIDING_MS);

  /** What was tried when something could not be loaded, to be tried again. */
  let again = changed;

  const openWeights = async (): Promise<void> => {
    const place = document.getElementById('own-weights');
    if (!place || !weighButton) return;
    const [panel, { market, facets }] = await Promise.all([withinLimit(import('./weights-panel.ts')), state.load()]);
    redraw = panel.openWeightsPanel({
      ...{ place, opener: weighButton, language, market, facets },
      own: () => state.own ?? balanced(market.model),
      change: (next) => {
        state.weigh(next);
        redraw?.();
        slid.soon();
      },
    });
    redraw();
  };

  formElement.addEventListener('input', (event) => {
    // Typing comes in bursts, a choice from a list does not.
    if (!(event.target instanceof HTMLSelectElement)) typed.soon();
    else if (event.target.dataset['go'] === undefined) changed();
  });
  // The field is left, or the form sent: nothing more is typed.
  formElement.addEventListener('change', () => typed.now());
  formElement.addEventListener('reset', () => {
    // Weights have taken more thought than filters: they go only when there is nothing else to clear.
    if (form.write().size === 0) state.weigh(undefined);
    setTimeout(changed);
  });
  formElement.addEventListener('submit', (event) => {
    event.preventDefault();
    typed.now();
  });
  opener?.addEventListener('click', () => {
    const open = opener.getAttribute('aria-expanded') !== 'true';
    opener.setAttribute('aria-expanded', String(open));
    formElement.classList.toggle('open', open);
  });
  const tryWeights = (): void => {
    again = changed;
    void openWeights().catch(() => {
      again = tryWeights;
      state.setFailed();
      apply();
    });
  };
  weighButton?.addEventListener('click', tryWeights);
  addEventListener('popstate', () => {
    read();
    apply();
  });
  const forPaper = (onIt: boolean) => (): void => {
    typed.now();
    slid.now();
    printing = onIt;
    apply();
  };
  addEventListener('beforeprint', forPaper(true));
  addEventListener('afterprint', forPaper(false));
  read();
  apply();
}

const form = document.querySelector<HTMLFormElement>('#filter');
const table = document.querySelector<HTMLTableElement>('#ranks');
if (form && table) start(form, table);
