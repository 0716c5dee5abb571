/**
 * The search page. Pagefind splits Chinese into words and so misses names: names come from an index of their own, at once
 * while typing, and exact names of dimensions and criteria from a list in the page; then the texts are asked, and what these
 * find is shown once.
 */
import { addressLabels } from '../../i18n/labels/address.ts';
import { searchLabels } from '../../i18n/labels/search.ts';
import { pathIn } from '../../i18n/language.ts';
import { number } from '../../i18n/numbers.ts';
import type { SearchTitle } from '../../views/browser/search-files.ts';
import { carried, make } from '../dom.ts';
import { withinLimit } from '../fetch-once.ts';
import { names } from './names.ts';
import { type Above, startNames } from './name-results.ts';
import { excerptNodes, type Found, findText, forgetEngine, pagefind, type Result, type ResultData } from './text.ts';
import { titlesIn } from './titles.ts';

/** Results shown at first and by each "more". */
const PAGE = 10;

const language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = searchLabels[language];
const form = document.querySelector<HTMLFormElement>('#search');
const list = document.querySelector<HTMLOListElement>('#results');
const status = document.querySelector<HTMLElement>('#status');
const more = document.querySelector<HTMLButtonElement>('#more');
const titles = carried<SearchTitle[]>('search-titles');
const showNames = startNames(language);

/** Full-width letters and digits as plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

function item(data: ResultData, words: readonly string[]): HTMLLIElement {
  const notes = [data.filters['kind']?.[0], data.meta['place']].filter((n) => n !== undefined);
  const parts = data.sub_results.filter((s) => s.url.includes('#')).slice(0, 3);
  return make(
    'li',
    '',
    {},
    make(
      'p',
      'result-title',
      {},
      link(data.url, data.meta['title'] ?? data.url),
      notes.length > 0 && make('small', '', {}, notes.join(' · ')),
    ),
    make('p', 'excerpt', {}, ...excerptNodes(data.excerpt, words)),
    parts.length > 0 && make('ul', 'parts', {}, ...parts.map((s) => make('li', '', {}, link(s.url, s.title)))),
  );
}

function link(url: string, text: string): HTMLAnchorElement {
  return make('a', '', { href: url }, text);
}

/** A dimension or criterion whose name is the query. */
function titleItem({ name, path, under }: SearchTitle): HTMLLIElement {
  const notes = [t.kinds.criterion, under].filter((n) => n !== undefined);
  return make(
    'li',
    '',
    {},
    make('p', 'result-title', {}, link(pathIn(language, path), name), make('small', '', {}, notes.join(' · '))),
  );
}

/** The address of the page without the part. */
function pageOf(title: SearchTitle): string {
  return pathIn(language, title.path.replace(/#.*/, ''));
}

/**
 * How many pages of each kind there are, without those (`twice`, by their place) that are shown above already; undefined for
 * none.
 */
function countText(
  { results, words, exact, whole, alone }: Found,
  twice: readonly boolean[],
  query: string,
): string | undefined {
  const left = (from: number, to: number): number => to - from - twice.slice(from, to).filter((again) => again).length;
  if (left(0, results.length) === 0) return undefined;
  if (alone.length > 0 && whole < results.length) return t.alone(number(whole), alone);
  if (exact === 0) return t.together(number(left(0, whole)), words);
  const apart = left(exact, whole);
  return `${t.found(number(left(0, exact)), query)}${apart === 0 ? '' : t.apart(number(apart))}`;
}

/** Says what could not be loaded, after what the status says otherwise, with a button that tries again. */
function showFailure(failure: string, query: string, kind: string): void {
  const again = make('button', 'plain', { type: 'button' }, t.again);
  again.addEventListener(
    'click',
    () => void run(query, kind, showNames(kind === '' || kind === t.kinds.vendor ? query : '')),
  );
  status?.append(' ', make('span', 'warn', {}, failure), ' ', again);
}

let latest = 0;
async function run(query: string, kind: string, namesShown: Promise<Above | undefined>): Promise<void> {
  if (!list || !status || !more) return;
  const mine = ++latest;
  const failed = (): void => {
    if (mine !== latest) return;
    forgetEngine();
    status.textContent = '';
    showFailure(t.failed, query, kind);
  };
  const named = kind === '' || kind === t.kinds.criterion ? titlesIn(titles, query) : [];
  const titleItems = named.map(titleItem);
  list.replaceChildren(...titleItems);
  more.hidden = true;
  if (query === '') {
    status.textContent = t.start;
    return;
  }
  status.textContent = t.working;
  try {
    const above = await namesShown;
    if (mine !== latest || above === undefined) return;
    const found = await withinLimit(
      pagefind().then((engine) => findText(engine, query, kind, language, above.answered)),
    );
    if (mine !== latest) return;
    const dataOf = (some: readonly Result[]): Promise<ResultData[]> =>
      withinLimit(Promise.all(some.map((r) => r.data())));
    // What stands above already is not shown again, and not counted.
    const all = await dataOf(found.results.slice(0, PAGE + above.hrefs.size));
    if (mine !== latest) return;
    const nothing = above.hrefs.size === 0 && named.length === 0 && !above.answered(query) ? t.none(query) : '';
    status.textContent =
      countText(
        found,
        all.map((d) => above.hrefs.has(d.url)),
        query,
      ) ?? nothing;
    // A page that is called so comes before those that mention it.
    const called = found.results.filter(
      (_, i) => plain(all[i]?.meta['title'] ?? '').toLowerCase() === query.toLowerCase(),
    );
    const results = [...called, ...found.results.filter((result) => !called.includes(result))];
    if (above.failed) showFailure(t.namesFailed, query, kind);
    // The page of a name that stands first gives it its excerpt.
    named.forEach((title, i) => {
      const page = all.find((d) => d.url === pageOf(title));
      if (page !== undefined)
        titleItems[i]?.append(make('p', 'excerpt', {}, ...excerptNodes(page.excerpt, found.words)));
    });
    const shownAbove = new Set([...above.hrefs, ...named.map(pageOf)]);
    let shown = 0;
    const next = async (): Promise<void> => {
      const data = await dataOf(results.slice(shown, shown + PAGE));
      if (mine !== latest) return;
      shown += data.length;
      list.append(...data.filter((d) => !shownAbove.has(d.url)).map((d) => item(d, found.words)));
      more.hidden = shown >= results.length;
    };
    more.onclick = () => void next().catch(failed);
    await next();
  } catch {
    failed();
  }
}

if (form) {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const kind = form.elements.namedItem('kind') as HTMLSelectElement;
  const notes = make('div', '', { role: 'status' });
  form.after(notes);
  const read = (): void => {
    const query = new URLSearchParams(location.search);
    input.value = query.get('q') ?? '';
    const wanted = (query.get('kind') ?? '').trim();
    const known = [...kind.options].find((o) => o.value === wanted.toLowerCase());
    kind.value = known?.value ?? '';
    notes.replaceChildren(
      ...(known === undefined ? [make('p', 'note', {}, addressLabels[language].notUnderstood(`kind=${wanted}`))] : []),
    );
  };
  const go = (): void => {
    const query = new URLSearchParams();
    if (input.value.trim() !== '') query.set('q', input.value.trim());
    if (kind.value !== '') query.set('kind', kind.value);
    const text = query.toString();
    history.replaceState(null, '', `${location.pathname}${text === '' ? '' : `?${text}`}`);
    void run(plain(input.value), kind.selectedOptions[0]?.dataset['filter'] ?? '', showNames(nameQuery()));
  };
  const nameQuery = (): string => (['', 'vendor'].includes(kind.value) ? plain(input.value) : '');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    void showNames(nameQuery());
    clearTimeout(waiting);
    waiting = setTimeout(go, 200);
  });
  const prepare = (): void => {
    void names().catch(() => undefined);
    void pagefind().catch(() => undefined);
  };
  input.addEventListener('focus', prepare, { once: true });
  kind.addEventListener('change', () => {
    notes.replaceChildren();
    go();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go();
  });
  addEventListener('popstate', () => {
    read();
    go();
  });
  read();
  go();
}
