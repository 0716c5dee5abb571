/**
 * Filters, order and own weights on the ranking table. The page is whole without it. The state is in the address, so that it
 * can be shared and kept; nothing is fetched until a person filters or weighs.
 */
import type { Language } from '../i18n/language.ts';
import { weightLabels } from '../i18n/labels/weights.ts';
import { number } from '../i18n/numbers.ts';
import { type LiveRow, normalInterval } from '../views/live-ranking.ts';
import { balanced, nameOfWeights, type OwnWeights, textOfWeights, weightsOfText } from '../views/own-weights.ts';
import { points } from '../views/round.ts';
import { make } from './dom.ts';
import { keepInOtherLanguage } from './other-language.ts';
import { dimensionScore, frameworkScore, rankingAmong, type Weighed } from './ranking-figures.ts';
import { type Facets, loadFacets, loadMarket, type Market } from './ranking-files.ts';
import { openForm } from './ranking-form.ts';
import { filtersOf, matcherOf } from './ranking-match.ts';
import { keptOf, pageNumber, regrouped, sorted } from './ranking-order.ts';
import { fold, type Row, rowOf, showIn, type Shown, type TableRow, tableRowOf } from './ranking-rows.ts';
import { nobodyNote, openNameSearch } from './ranking-names.ts';
import { arrange, type Run } from './ranking-table.ts';
import { looseningNote, saidOf, weighWords } from './ranking-words.ts';

const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = weightLabels[language];

/** Rows laid out anew at most, until more are asked for: a browser lays out thousands too slowly to follow a slider. */
const MOST_ROWS = 200;

function start(formElement: HTMLFormElement, table: HTMLTableElement): void {
  const form = openForm(formElement);
  const frameworks = [...(table.tHead?.querySelectorAll<HTMLElement>('th[data-f]') ?? [])].map((th) => th.dataset['f']);
  const bodies = [...table.tBodies];
  const published: readonly Run<TableRow>[] = bodies.map((body) => ({
    group: Number(body.querySelector('th.g')?.textContent),
    rows: [...body.rows].map((row) => tableRowOf(row, frameworks.length)),
  }));
  const rows = published.flatMap((run) => run.rows);
  /** The lists below the table. */
  const lists = [...document.querySelectorAll<HTMLElement>('[data-rows]')].map((list) => ({ section: list.closest<HTMLElement>('section') ?? list, rows: [...list.children].map((li) => rowOf(li as HTMLElement)) }));
  const output = formElement.querySelector('output');
  const opener = formElement.querySelector<HTMLButtonElement>('#filters-open');
  const weighButton = formElement.querySelector<HTMLButtonElement>('#weigh');
  const clearAll = formElement.querySelector<HTMLButtonElement>('button[type=reset]');
  const head = table.tHead?.querySelector('.w');
  const headText = head?.textContent ?? '';
  const placeHead = table.tHead?.querySelector('.p');
  const placeText = placeHead?.textContent ?? '';
  const caption = table.caption;
  const captionText = caption?.textContent ?? '';
  const after = make('div', 'after-table', {});
  table.after(after);
  let facets: Facets | undefined;
  let market: Market | undefined;
  let own: OwnWeights | undefined;
  /** What the address says of weights until the market is there to understand it. */
  let asked = '';
  let failed = false;
  let most = MOST_ROWS;
  let redraw: (() => void) | undefined;

  const namesFound = openNameSearch(language, () => apply());
  const weighed = (): Weighed | undefined => (own === undefined || market === undefined ? undefined : { market, own });
  const sortDimension = (): number | undefined => {
    const text = form.optionOf('sort')?.dataset['dimension'];
    return text === undefined ? undefined : Number(text);
  };

  /** The whole state as a query. */
  const state = (): URLSearchParams => {
    const query = form.write();
    const text = own !== undefined && market !== undefined ? textOfWeights(market.model, own) : asked;
    if (text !== '') query.set('w', text);
    return query;
  };

  const write = (): void => {
    const search = state().toString();
    history.replaceState(null, '', `${location.pathname}${search === '' ? '' : `?${search}`}${location.hash}`);
    keepInOtherLanguage();
  };

  const read = (): void => {
    const query = new URLSearchParams(location.search);
    form.read(query);
    asked = query.get('w') ?? '';
    own = undefined;
    understand();
    keepInOtherLanguage();
  };

  /** Turns the text of the address into weights, once there is a market that tells what it names. */
  const understand = (): void => {
    if (market === undefined || asked === '') return;
    const next = weightsOfText(market.model, asked);
    own = nameOfWeights(market.model, next) === '' ? undefined : next;
    asked = '';
  };

  /** Loads what the state needs and is not there yet, then shows the state again. */
  const need = (): boolean => {
    const wantsMarket = market === undefined && (asked !== '' || sortDimension() !== undefined);
    const wantsFacets = facets === undefined && (wantsMarket || asked !== '' || own !== undefined || sortDimension() !== undefined || filtersOf(form).length > 0);
    if ((!wantsMarket && !wantsFacets) || failed) return false;
    Promise.all([wantsFacets ? loadFacets() : undefined, wantsMarket ? loadMarket() : undefined]).then(
      ([newFacets, newMarket]) => {
        facets ??= newFacets;
        if (newMarket !== undefined) market = newMarket;
        understand();
        apply();
      },
      () => {
        failed = true;
        apply();
      },
    );
    return true;
  };

  const apply = (): void => {
    const waiting = need();
    const name = fold(form.valueOf('name'));
    const matches = matcherOf(form, facets);
    const chosen = rows.filter(matches);
    const found = namesFound(name);
    const named = (row: Row): boolean => row.name.includes(name) || found?.slugs.has(row.slug) === true;
    for (const list of lists) {
      for (const row of list.rows) row.element.hidden = !(matches(row) && named(row));
      list.section.hidden = list.rows.every((row) => row.element.hidden);
    }
    const live = ranking(chosen);
    const runs = order(live, chosen).map((run) => ({ ...run, rows: run.rows.filter(named) }));
    const shown = runs.reduce((sum, run) => sum + run.rows.length, 0);
    const hidden = arrange(table, bodies, runs, { flat: form.optionOf('sort') !== undefined, most: live === undefined ? Infinity : most, language });
    paint(live, runs);
    const filters = filtersOf(form).length;
    if (output) {
      const loading = failed ? 'failed' : waiting ? 'waiting' : 'done';
      output.textContent = saidOf({ all: rows.length, chosen: chosen.length, ...(name === '' ? {} : { named: shown }), filters, weighed: weighed() !== undefined, loading }, language);
    }
    if (opener) opener.textContent = filters === 0 ? t.filters : t.filtersOn(String(filters));
    if (weighButton && market !== undefined) weighButton.textContent = weighWords(weighed(), language);
    // Nothing chosen, nothing to clear.
    if (clearAll) {
      const filled = form.write().size > 0;
      clearAll.hidden = state().size === 0;
      clearAll.textContent = filled ? t.clearFilters : t.clearWeights;
    }
    below(chosen.length, hidden);
    // Told only once the names are there: a note that comes and goes while one types would mislead.
    if (name !== '' && shown === 0 && chosen.length > 0 && found !== undefined) {
      const kept = lists.map((list) => ({ ...list, count: list.rows.filter((row) => !row.element.hidden).length })).filter((list) => list.count > 0);
      after.append(
        nobodyNote(
          {
            name: form.valueOf('name'),
            below: kept.reduce((sum, list) => sum + list.count, 0),
            anchor: kept[0]?.section.querySelector('h2')?.id ?? '',
            filtered: rows.filter(named).length,
            elsewhere: found.slugs.size,
            near: found.near,
          },
          {
            put: (text) => {
              form.put('name', text);
              changed();
            },
            unfilter: () => {
              for (const filter of filtersOf(form)) form.clear(filter);
              changed();
            },
          },
          language,
        ),
      );
    }
    if (redraw !== undefined && market !== undefined) redraw();
  };

  /** The ranking among those chosen; undefined when the published one holds, or what it needs is still on its way. */
  const ranking = (chosen: readonly TableRow[]): LiveRow[] | undefined => {
    if (facets === undefined || (weighed() === undefined && filtersOf(form).length === 0)) return undefined;
    const members = chosen.flatMap((row) => facets?.at.get(row.slug) ?? []);
    return rankingAmong(facets, members, weighed(), Number(table.dataset['tie']));
  };

  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const rowAt = (index: number): TableRow | undefined => bySlug.get(facets?.file.slugs[index] ?? '');

  /** Groups in their order; or all in one, by the chosen column. */
  const order = (live: readonly LiveRow[] | undefined, chosen: readonly TableRow[]): Run<TableRow>[] => {
    const grouped = live === undefined ? keptOf(published, chosen) : regrouped(live.map(({ index, group }) => ({ row: rowAt(index), group })), chosen);
    const option = form.optionOf('sort');
    return option === undefined ? grouped : sorted(grouped, (row) => sortValue(row, option), option.dataset['up'] === undefined ? 'down' : 'up');
  };

  const sortValue = (row: TableRow, { dataset }: HTMLOptionElement): number => {
    const { dimension, framework, column } = dataset;
    const at = facets?.at.get(row.slug);
    const weights = weighed();
    if (dimension !== undefined) return at === undefined || market === undefined ? Number.NaN : dimensionScore(market, at, Number(dimension));
    if (framework === undefined) return pageNumber(row, Number(column));
    if (weights === undefined || at === undefined) return Number.parseFloat(row.frameworks[Number(framework)]?.text ?? '');
    return frameworkScore(weights, at, frameworks[Number(framework)]);
  };

  /** Writes places, scores and framework scores into the rows that are shown. */
  const paint = (live: readonly LiveRow[] | undefined, runs: readonly Run<TableRow>[]): void => {
    const coverage = Number(table.dataset['interval']);
    const places = new Map(live?.map((row) => [rowAt(row.index)?.slug ?? '', row] as const));
    const dimension = sortDimension();
    const weights = weighed();
    const showsFrameworks = weights?.own.factors.some((f) => f !== 1) === true;
    for (const row of runs.flatMap((run) => run.rows)) {
      if (row.element.hidden) continue;
      const at = facets?.at.get(row.slug);
      const figures = places.get(row.slug);
      const shown: Shown = {};
      if (figures !== undefined) shown.places = figures;
      if (dimension !== undefined && market !== undefined && at !== undefined) {
        const score = dimensionScore(market, at, dimension);
        shown.points = Number.isNaN(score) ? 'none' : rounded(normalInterval(score, market.dimensionSd(at, dimension), coverage));
      } else if (own !== undefined && live !== undefined) shown.points = figures === undefined ? 'none' : rounded(normalInterval(figures.score, figures.sd, coverage));
      if (weights !== undefined && showsFrameworks && at !== undefined) shown.frameworks = frameworks.map((id) => wholeOrNone(frameworkScore(weights, at, id)));
      showIn(row, shown);
      if (dimension === undefined) delete row.score.cell.dataset['l'];
      else row.score.cell.dataset['l'] = form.optionOf('sort')?.text ?? '';
    }
    // Sorted otherwise, the place is still that of the overall score, and has to say so.
    const order = form.optionOf('sort')?.text;
    const place = order === undefined ? placeText : t.overallPlace;
    if (placeHead) placeHead.textContent = place;
    for (const run of runs) for (const row of run.rows) if (row.place.cell.dataset['l'] !== place) row.place.cell.dataset['l'] = place;
    if (caption) caption.textContent = order !== undefined ? t.captionSorted(order) : weights !== undefined ? t.captionOwn : captionText;
    if (head) head.textContent = dimension === undefined ? headText : (form.optionOf('sort')?.text ?? headText);
  };

  /** What stands below the table: more rows, or which filter to loosen. */
  const below = (count: number, hidden: number): void => {
    const parts: HTMLElement[] = [];
    if (hidden > 0) {
      const more = make('button', 'plain', { type: 'button' }, t.more(number(hidden)));
      more.addEventListener('click', () => {
        most = Infinity;
        apply();
      });
      parts.push(make('p', '', {}, more));
    }
    if (count === 0) {
      const ways = filtersOf(form).map((filter) => ({ filter, found: rows.filter(matcherOf(form, facets, filter)).length }));
      const drop = (filter: (typeof ways)[number]['filter']): void => {
        form.clear(filter);
        changed();
        output?.scrollIntoView({ block: 'nearest' });
      };
      parts.push(looseningNote(ways, form, drop, language));
    }
    after.replaceChildren(...parts);
  };

  const changed = (): void => {
    most = MOST_ROWS;
    failed = false;
    write();
    apply();
  };

  const openWeights = async (): Promise<void> => {
    const place = document.getElementById('own-weights');
    if (!place || !weighButton) return;
    const [panel, loaded, loadedFacets] = await Promise.all([import('./weights-panel.ts'), loadMarket(), loadFacets()]);
    market = loaded;
    facets = loadedFacets;
    redraw = panel.openWeightsPanel({
      place,
      opener: weighButton,
      language,
      market: loaded,
      facets: loadedFacets,
      own: () => own ?? balanced(loaded.model),
      change: (next) => {
        own = nameOfWeights(loaded.model, next) === '' ? undefined : next;
        asked = '';
        changed();
      },
    });
    redraw();
  };

  let frame = 0;
  formElement.addEventListener('input', (event) => {
    cancelAnimationFrame(frame);
    // Typing comes in bursts, a choice from a list does not.
    if (event.target instanceof HTMLSelectElement) changed();
    else frame = requestAnimationFrame(changed);
  });
  formElement.addEventListener('reset', () => {
    // Weights have taken more thought than filters: they go only when there is nothing else to clear.
    if (form.write().size === 0) {
      own = undefined;
      asked = '';
    }
    setTimeout(changed);
  });
  formElement.addEventListener('submit', (event) => event.preventDefault());
  opener?.addEventListener('click', () => {
    const open = opener.getAttribute('aria-expanded') !== 'true';
    opener.setAttribute('aria-expanded', String(open));
    formElement.classList.toggle('open', open);
  });
  weighButton?.addEventListener('click', () => {
    void openWeights().catch(() => {
      failed = true;
      apply();
    });
  });
  addEventListener('popstate', () => {
    read();
    apply();
  });
  read();
  if (location.search !== '') apply();
}

function rounded(estimate: { score: number; low: number; high: number }): ReturnType<typeof points> {
  return points({ ...estimate, sd: 0 });
}

function wholeOrNone(score: number): number | undefined {
  return Number.isNaN(score) ? undefined : Math.round(score);
}

const form = document.querySelector<HTMLFormElement>('#filter');
const table = document.querySelector<HTMLTableElement>('#ranks');
if (form && table) start(form, table);
