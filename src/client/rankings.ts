/**
 * Filters, order and own weights on the ranking table. The page is whole without it. The state is in the address, so that it
 * can be shared and kept; nothing is fetched until a person filters or weighs.
 */
import type { Language } from '../i18n/language.ts';
import { weightLabels } from '../i18n/labels/weights.ts';
import { number } from '../i18n/numbers.ts';
import { weightedMean } from '../score/means.ts';
import { liveRanking, type LiveRow, normalInterval } from '../views/live-ranking.ts';
import { balanced, nameOfWeights, type OwnWeights, textOfWeights, weightsOf, weightsOfText } from '../views/own-weights.ts';
import { points } from '../views/round.ts';
import { make } from './dom.ts';
import { keepInOtherLanguage } from './other-language.ts';
import { type Facets, loadFacets, loadMarket, type Market } from './ranking-files.ts';
import { FILTERS, type Filter, openForm } from './ranking-form.ts';
import { fold, type Row, rowOf, showIn, type Shown, type TableRow, tableRowOf } from './ranking-rows.ts';
import { arrange, type Run } from './ranking-table.ts';

const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = weightLabels[language];

/** Rows laid out anew at most, until more are asked for: a browser lays out thousands too slowly to follow a slider. */
const MOST_ROWS = 200;

function start(formElement: HTMLFormElement, table: HTMLTableElement): void {
  const form = openForm(formElement);
  const frameworks = table.tHead?.querySelectorAll('th[data-f]').length ?? 0;
  const bodies = [...table.tBodies];
  const published: readonly Run<TableRow>[] = bodies.map((body) => ({
    group: Number(body.querySelector('th.g')?.textContent),
    rows: [...body.rows].map((row) => tableRowOf(row, frameworks)),
  }));
  const rows = published.flatMap((run) => run.rows);
  /** The lists below the table. */
  const lists = [...document.querySelectorAll<HTMLElement>('[data-rows]')].map((list) => ({ section: list.closest<HTMLElement>('section') ?? list, rows: [...list.children].map((li) => rowOf(li as HTMLElement)) }));
  const others = lists.flatMap((list) => list.rows);
  const output = formElement.querySelector('output');
  const opener = formElement.querySelector<HTMLButtonElement>('#filters-open');
  const weighButton = formElement.querySelector<HTMLButtonElement>('#weigh');
  const head = table.tHead?.querySelector('.w');
  const headText = head?.textContent ?? '';
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

  const filters = (): Filter[] => FILTERS.filter((name) => name !== 'name' && form.valueOf(name) !== '');
  const sortDimension = (): number | undefined => {
    const text = form.optionOf('sort')?.dataset['dimension'];
    return text === undefined ? undefined : Number(text);
  };

  const write = (): void => {
    const query = form.write();
    const text = own !== undefined && market !== undefined ? textOfWeights(market.model, own) : asked;
    if (text !== '') query.set('w', text);
    const search = query.toString();
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
    const wantsFacets = facets === undefined && (wantsMarket || asked !== '' || own !== undefined || sortDimension() !== undefined || filters().length > 0);
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

  const matcher = (without?: Filter): ((row: Row) => boolean) => {
    const valueOf = (name: Filter): string => (name === without ? '' : form.valueOf(name));
    const key = (name: Filter): string | undefined => (name === without ? undefined : form.optionOf(name)?.dataset['k']);
    const place = key('place');
    const service = key('service');
    const file = facets?.file;
    const lists = (['channel', 'language'] as const).map((name) => ({ key: key(name), of: name === 'channel' ? file?.channels : file?.languages }));
    const licence = key('licence');
    const price = valueOf('price') === '' ? undefined : Number(valueOf('price'));
    const verified = valueOf('verified') === '' ? undefined : Number(valueOf('verified'));
    return (row) => {
      if (place !== undefined && !row.places.some((p) => p === place || p.startsWith(`${place}.`))) return false;
      if (service !== undefined && !row.services.includes(service)) return false;
      const at = facets?.at.get(row.slug);
      if (file === undefined || at === undefined) return true;
      if (price !== undefined && !((file.prices[at] ?? Infinity) <= price)) return false;
      if (verified !== undefined && !((file.verified[at] ?? -1) >= verified)) return false;
      if (licence !== undefined && file.licences[at] !== Number(licence)) return false;
      return lists.every((list) => list.key === undefined || list.of?.[at]?.includes(Number(list.key)) === true);
    };
  };

  const clearAll = formElement.querySelector<HTMLButtonElement>('button[type=reset]');
  const apply = (): void => {
    const waiting = need();
    const name = fold(form.valueOf('name'));
    const matches = matcher();
    const chosen = rows.filter(matches);
    const named = (row: Row): boolean => row.name.includes(name);
    for (const row of others) row.element.hidden = !(matches(row) && named(row));
    for (const list of lists) list.section.hidden = list.rows.every((row) => row.element.hidden);
    const live = ranking(chosen);
    const runs = order(live, chosen).map((run) => ({ ...run, rows: run.rows.filter(named) }));
    const shown = runs.reduce((sum, run) => sum + run.rows.length, 0);
    const hidden = arrange(table, bodies, runs, { flat: form.optionOf('sort') !== undefined, most: live === undefined ? Infinity : most, language });
    paint(live, runs);
    say(chosen.length, shown, name !== '', waiting);
    below(chosen.length, hidden);
    // Nothing chosen, nothing to clear.
    if (clearAll) clearAll.hidden = form.write().size === 0;
    if (redraw !== undefined && market !== undefined) redraw();
  };

  /** The ranking among those chosen; undefined when the published one holds, or what it needs is still on its way. */
  const ranking = (chosen: readonly TableRow[]): LiveRow[] | undefined => {
    const weighs = own !== undefined && market !== undefined;
    if (facets === undefined || (!weighs && filters().length === 0)) return undefined;
    const tie = Number(table.dataset['tie']);
    const members = chosen.flatMap((row) => facets?.at.get(row.slug) ?? []);
    if (own === undefined || market === undefined) return liveRanking(members, facets.file.scores.map((x) => x / 100), facets.file.sds.map((x) => x / 100), tie);
    const scores = new Float64Array(market.table.scores.vendors);
    const sds = new Float64Array(market.table.scores.vendors);
    market.weigh(weightsOf(market.model, own), scores, sds);
    return liveRanking(members, scores, sds, tie);
  };

  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const rowAt = (index: number): TableRow | undefined => bySlug.get(facets?.file.slugs[index] ?? '');

  /** Groups in their order; or all in one, by the chosen column, those without a value last. */
  const order = (live: readonly LiveRow[] | undefined, chosen: readonly TableRow[]): Run<TableRow>[] => {
    const grouped: { group: number; rows: TableRow[] }[] = [];
    if (live === undefined) {
      const kept = new Set(chosen);
      for (const run of published) grouped.push({ group: run.group, rows: run.rows.filter((row) => kept.has(row)) });
    } else {
      for (const { index, group } of live) {
        const row = rowAt(index);
        const last = grouped.at(-1);
        if (row === undefined) continue;
        if (last?.group === group) last.rows.push(row);
        else grouped.push({ group, rows: [row] });
      }
      const rated = new Set(live.map((r) => r.index));
      const unrated = chosen.filter((row) => !rated.has(facets?.at.get(row.slug) ?? -1));
      if (unrated.length > 0) grouped.push({ group: 0, rows: unrated });
    }
    const option = form.optionOf('sort');
    if (option === undefined) return grouped;
    const sign = option.dataset['up'] === undefined ? -1 : 1;
    const keyed = grouped.flatMap((run) => run.rows).map((row) => ({ row, value: sortValue(row, option) }));
    keyed.sort((a, b) => Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value)) || sign * (a.value - b.value) || 0);
    return [{ group: 0, rows: keyed.map((k) => k.row) }];
  };

  const sortValue = (row: TableRow, option: HTMLOptionElement): number => {
    const { dimension, framework, column } = option.dataset;
    const at = facets?.at.get(row.slug);
    if (dimension !== undefined) return at === undefined || market === undefined ? Number.NaN : dimensionScore(at, Number(dimension));
    if (framework !== undefined) return own === undefined || market === undefined || at === undefined ? Number.parseFloat(row.frameworks[Number(framework)]?.text ?? '') : frameworkScore(at, Number(framework));
    const cell = row.element.querySelectorAll('td')[Number(column)];
    return Number.parseFloat(cell?.dataset['v'] ?? cell?.textContent ?? '');
  };

  const dimensionScore = (at: number, dimension: number): number =>
    market === undefined || at >= market.table.scores.vendors ? Number.NaN : (market.table.scores.values[at * market.table.scores.dimensions + dimension] as number);

  /** Score of the framework in this column under own weights. */
  const frameworkScore = (at: number, column: number): number => {
    const id = table.tHead?.querySelectorAll<HTMLElement>('th[data-f]')[column]?.dataset['f'];
    const f = market?.model.frameworks.findIndex((x) => x.id === id) ?? -1;
    const dimensions = market?.weighing.frameworks[f]?.dimensions;
    if (market === undefined || own === undefined || dimensions === undefined) return Number.NaN;
    const { dimensions: weights } = weightsOf(market.model, own);
    return weightedMean(dimensions.map((d) => dimensionScore(at, d)), dimensions.map((d) => weights[d] as number), market.aggregation);
  };

  /** Writes places, scores and framework scores into the rows that are shown. */
  const paint = (live: readonly LiveRow[] | undefined, runs: readonly Run<TableRow>[]): void => {
    const coverage = Number(table.dataset['interval']);
    const places = new Map(live?.map((row) => [rowAt(row.index)?.slug ?? '', row] as const));
    const dimension = sortDimension();
    const ownFrameworks = own !== undefined && market !== undefined && own.factors.some((f) => f !== 1);
    for (const row of runs.flatMap((run) => run.rows)) {
      if (row.element.hidden) continue;
      const at = facets?.at.get(row.slug);
      const figures = places.get(row.slug);
      const shown: Shown = {};
      if (figures !== undefined) shown.places = figures;
      if (dimension !== undefined && market !== undefined && at !== undefined) {
        const score = dimensionScore(at, dimension);
        shown.points = Number.isNaN(score) ? 'none' : rounded(normalInterval(score, market.dimensionSd(at, dimension), coverage));
      } else if (own !== undefined && live !== undefined) shown.points = figures === undefined ? 'none' : rounded(normalInterval(figures.score, figures.sd, coverage));
      if (ownFrameworks && at !== undefined) shown.frameworks = row.frameworks.map((_, f) => wholeOrNone(frameworkScore(at, f)));
      showIn(row, shown);
      if (dimension === undefined) delete row.score.cell.dataset['l'];
      else row.score.cell.dataset['l'] = form.optionOf('sort')?.text ?? '';
    }
    if (head) head.textContent = dimension === undefined ? headText : (form.optionOf('sort')?.text ?? headText);
  };

  /** What a filter is called where it can be loosened. */
  const nameOfFilter = (name: Filter): string =>
    ({ name: t.name, place: t.place, service: t.service, price: t.price, channel: t.channel, language: t.tongue, licence: form.labelOf('licence'), verified: t.verified })[name];

  /** Says what is shown, aloud too. */
  const say = (count: number, shown: number, named: boolean, waiting: boolean): void => {
    const all = number(rows.length);
    const own1 = own !== undefined && market !== undefined;
    const text = failed ? t.failed : waiting ? t.waiting : count === 0 ? t.shownNone : own1 ? t.shownOwn(number(count), all) : filters().length > 0 ? t.shownSome(number(count), all) : t.shownAll(all);
    if (output) output.textContent = named ? `${text} · ${t.shownName(number(shown))}` : text;
    if (opener) opener.textContent = filters().length === 0 ? t.filters : t.filtersOn(String(filters().length));
    if (weighButton && market !== undefined) {
      const id = own === undefined ? '' : nameOfWeights(market.model, own);
      const way = market.model.priorities.find((p) => p.id === id);
      weighButton.textContent = way !== undefined ? t.weighOn(way.name[language]) : id === undefined ? t.weighOwn : t.weigh;
    }
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
    if (count === 0) parts.push(loosening());
    after.replaceChildren(...parts);
  };

  const loosening = (): HTMLElement => {
    const ways = filters().flatMap((name) => {
      const found = rows.filter(matcher(name)).length;
      if (found === 0) return [];
      const button = make('button', '', { type: 'button' }, t.loosened(nameOfFilter(name), number(found)));
      button.addEventListener('click', () => {
        form.clear(name);
        changed();
        formElement.querySelector('output')?.scrollIntoView({ block: 'nearest' });
      });
      return [make('li', '', {}, button)];
    });
    return make('div', 'note empty', {}, make('p', '', {}, t.none, ' ', ways.length > 0 ? t.loosen : filters().length > 1 ? t.noneAnyway : ''), make('ul', '', {}, ...ways));
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
    own = undefined;
    asked = '';
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
