/**
 * Filters, order and own weights on the ranking table. The page is whole without it. The state is in the address, so that it
 * can be shared and saved; nothing is fetched until a person filters or weighs.
 */
import { render } from 'preact';
import { addressLabels } from '../../i18n/labels/address.ts';
import { rankingLabels } from '../../i18n/labels/rankings.ts';
import { weightLabels } from '../../i18n/labels/weights.ts';
import { number } from '../../i18n/numbers.ts';
import type { LiveRow } from '../../views/market/live-ranking.ts';
import { balanced } from '../../views/browser/own-weights.ts';
import { debounce } from '../debounce.ts';
import { withinLimit } from '../fetch-once.ts';
import { keepInOtherLanguage } from '../other-language.ts';
import { language } from '../page.ts';
import { button } from '../ui.tsx';
import { type Filter, filtersOf, matcherOf, openPlaceLists, RankingForm } from './form.ts';
import { RankingList } from './lists.tsx';
import { dimensionScore, frameworkScore, rankingAmong } from './market.ts';
import {
  looseningNote,
  type NamesFound,
  nobodyNote,
  openNameSearch,
  paperText,
  statusText,
  weightsText,
} from './notes.tsx';
import { keptOf, pageNumber, regrouped, type Run, sorted } from './order.ts';
import { fold, type Row, showFigures, showOffice, type TableRow, tableRowOf } from './rows.tsx';
import { RankingState } from './state.ts';
import { arrange, openHead } from './table.ts';

const t = weightLabels[language];
const words = addressLabels[language];

/** Rows that are shown at first, and by each press of the button for more: a slow phone lays out hundreds in seconds. */
const MOST_ROWS = 50;

/** Pause after typing, and after moving a slider, before the table follows; in milliseconds. */
const TYPING_MS = 200;
const SLIDING_MS = 80;

function start(formElement: HTMLFormElement, table: HTMLTableElement): void {
  const form = new RankingForm(formElement);
  const frameworks = [...(table.tHead?.querySelectorAll<HTMLElement>('th[data-f]') ?? [])].map((th) => th.dataset['f']);
  const published: readonly Run<TableRow>[] = [...table.tBodies].map((body) => ({
    group: Number(body.querySelector('th.g')?.textContent),
    rows: [...body.rows].map((row) => tableRowOf(row, frameworks.length)),
  }));
  const rows = published.flatMap((run) => run.rows);
  const lists = [...document.querySelectorAll<HTMLElement>('[data-rows]')].map((element) => new RankingList(element));
  const followPlaces = openPlaceLists(formElement, () => state.query());
  const output = formElement.querySelector('output');
  const opener = formElement.querySelector<HTMLButtonElement>('#filters-open');
  const weighButton = formElement.querySelector<HTMLButtonElement>('#weigh');
  const clearAll = formElement.querySelector<HTMLButtonElement>('button[type=reset]');
  const writeHead = openHead(table);
  const after = document.createElement('div');
  after.className = 'after-table';
  table.after(after);
  const notes = document.createElement('div');
  notes.setAttribute('role', 'status');
  formElement.after(notes);
  /** What paper says instead of the filters that are chosen. */
  const onPaper = document.createElement('p');
  onPaper.className = 'on-paper';
  table.before(onPaper);
  // A person who comes back to this page finds as many rows as there were.
  let most = Math.max(MOST_ROWS, Number((history.state as { rows?: unknown } | null)?.rows) || 0);
  let printing = false;
  let redraw: (() => void) | undefined;

  const state = new RankingState(form, () => apply());
  const namesFound = openNameSearch(() => apply());

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
    followPlaces(query);
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
    const runs = orderOf(live, chosen).map((run) => ({ ...run, rows: run.rows.filter(named) }));
    const shown = runs.reduce((sum, run) => sum + run.rows.length, 0);
    const { shown: visible, hidden } = arrange(table, runs, {
      flat: form.optionOf('sort') !== undefined,
      most: printing ? Infinity : most,
    });
    const rescored = state.rescored();
    const dimension = state.sortDimension();
    const figures = {
      ...{ facets: state.facets, market: state.market, rescored, dimension, frameworks },
      live: live && new Map(live.map((row) => [state.facets?.file.slugs[row.index] ?? '', row] as const)),
      besides: rankingLabels[language].inMarket,
      coverage: Number(table.dataset['interval']),
    };
    for (const row of visible) showFigures(row, figures);
    const order = form.optionOf('sort')?.text;
    writeHead({ order, isDimension: dimension !== undefined, isRescored: rescored !== undefined }, visible);
    const filters = filtersOf(form).length;
    const status = statusText({
      all: rows.length,
      chosen: chosen.length,
      named: name === '' ? undefined : shown,
      filters,
      isRescored: rescored !== undefined,
      loading: state.failed ? 'failed' : waiting ? 'waiting' : 'done',
    });
    if (output) render(state.failed ? [status, ' ', button(t.retry, retry)] : status, output);
    const isWhole = state.query().size === 0;
    document.body.classList.toggle('chosen-part', !isWhole);
    onPaper.textContent = isWhole ? '' : paperText(output?.textContent ?? '', form, rescored);
    const wrong = state.notUnderstood;
    render(wrong.length > 0 && <p class="note">{words.notUnderstood(wrong.join(words.comma))}</p>, notes);
    if (opener) opener.textContent = filters === 0 ? t.filters : t.filtersOn(String(filters));
    if (weighButton && state.market !== undefined) weighButton.textContent = weightsText(rescored);
    // Nothing chosen, nothing to clear.
    if (clearAll) {
      clearAll.hidden = isWhole;
      clearAll.textContent = form.write().size > 0 ? t.clearFilters : t.clearWeights;
    }
    // A head without rows says nothing.
    table.hidden = shown === 0;
    // Said only once the names are there: a note that comes and goes while one types would mislead.
    const isNobody = name !== '' && shown === 0 && chosen.length > 0 && found !== undefined;
    render(
      <>
        {hidden > 0 && moreButtons(hidden)}
        {chosen.length === 0 && whatToLoosen()}
        {isNobody && nobodyHere(found, rows.filter(named).length)}
      </>,
      after,
    );
    redraw?.();
  };

  let placeShown: string | undefined;
  /** Shows in every row with which office a vendor is in the chosen place. */
  const showOffices = (): void => {
    const place = form.optionOf('place')?.dataset['k'];
    if (place === placeShown) return;
    placeShown = place;
    const names = form.namesByKey('place');
    // A region that is itself a city is in the list of places once, under its own key.
    const nameOf = (key: string): string | undefined => names.get(key) ?? names.get(key.replace(/\..*/, ''));
    for (const row of [...rows, ...lists.flatMap((list) => list.rows)]) showOffice(row, place, nameOf);
  };

  /** The ranking among those chosen; undefined when the published one holds, or what it needs is still on its way. */
  const ranking = (chosen: readonly TableRow[]): LiveRow[] | undefined => {
    const { facets } = state;
    if (facets === undefined || (state.rescored() === undefined && filtersOf(form).length === 0)) return undefined;
    const members = chosen.flatMap((row) => facets.at.get(row.slug) ?? []);
    return rankingAmong(facets, members, state.rescored(), {
      tie: Number(table.dataset['tie']),
      interval: Number(table.dataset['interval']),
    });
  };

  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const rowAt = (index: number): TableRow | undefined => bySlug.get(state.facets?.file.slugs[index] ?? '');

  /** Groups in their order; or all in one, by the chosen column. */
  const orderOf = (live: readonly LiveRow[] | undefined, chosen: readonly TableRow[]): Run<TableRow>[] => {
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
    const weights = state.rescored();
    if (dimension !== undefined)
      return at === undefined || market === undefined ? Number.NaN : dimensionScore(market, at, Number(dimension));
    if (framework === undefined) return pageNumber(row, Number(column));
    if (weights === undefined || at === undefined)
      return Number.parseFloat(row.frameworks[Number(framework)]?.text ?? '');
    return frameworkScore(weights, at, frameworks[Number(framework)]);
  };

  const retry = (): void => {
    state.changed();
    apply();
    again();
  };

  const moreButtons = (hidden: number) => {
    const show = (next: number) => (): void => {
      const before = most;
      most = next;
      write();
      apply();
      // The button may be gone: the focus goes to the first of the rows that it has brought.
      table.querySelectorAll<HTMLElement>('tbody tr th[scope=row] a')[before]?.focus({ preventScroll: true });
    };
    const some = Math.min(hidden, MOST_ROWS);
    return (
      <p class="actions">
        {button(t.more(number(some)), show(most + some))}
        {hidden > some && button(t.moreAll(number(hidden)), show(rows.length))}
      </p>
    );
  };

  const whatToLoosen = () => {
    const ways = filtersOf(form).map((filter) => ({
      filter,
      found: rows.filter(matcherOf(form, state.facets, filter)).length,
    }));
    const drop = (filter: Filter): void => {
      form.put(filter, '');
      changed();
      output?.scrollIntoView({ block: 'nearest' });
    };
    return looseningNote(ways, form, drop);
  };

  /** `filtered`: how many of that name are ranked but kept out by filters. */
  const nobodyHere = (found: NamesFound, filtered: number) => {
    const matching = lists.filter((list) => list.count > 0);
    const below = matching.reduce((sum, list) => sum + list.count, 0);
    const put = (text: string): void => {
      form.put('name', text);
      changed();
    };
    const unfilter = (): void => {
      for (const filter of filtersOf(form)) form.put(filter, '');
      changed();
    };
    const anchor = matching[0]?.anchor ?? '';
    return nobodyNote({ name: form.valueOf('name'), below, anchor, filtered, found }, put, unfilter);
  };

  const changed = (): void => {
    most = MOST_ROWS;
    state.changed();
    write();
    apply();
  };
  const typed = debounce(changed, TYPING_MS);
  const slid = debounce(changed, SLIDING_MS);

  /** What was tried when something could not be loaded, which is tried again. */
  let again = changed;

  const openWeights = async (): Promise<void> => {
    const place = document.getElementById('own-weights');
    if (!place || !weighButton) return;
    const [panel, { market, facets }] = await Promise.all([withinLimit(import('./weights-panel.tsx')), state.load()]);
    redraw = panel.openWeightsPanel({
      ...{ place, opener: weighButton, market, facets },
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
      state.failed = true;
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
