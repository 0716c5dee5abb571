/**
 * The search page. Pagefind splits Chinese into words and so misses names: names come from an index of their own, at once
 * while typing, and exact names of dimensions and criteria from a list in the page; then the texts are asked, and what these
 * find is shown once.
 */
import { render } from 'preact';
import { addressLabels } from '../../i18n/labels/address.ts';
import { searchLabels } from '../../i18n/labels/search.ts';
import { pathIn } from '../../i18n/language.ts';
import { number } from '../../i18n/numbers.ts';
import type { SearchTitle } from '../../views/browser/search-files.ts';
import { debounce } from '../debounce.ts';
import { withinLimit } from '../fetch-once.ts';
import { elementOf, language, pageData } from '../page.ts';
import { button } from '../ui.tsx';
import { type Above, showNames } from './name-results.tsx';
import { names } from './names.ts';
import { titlesIn } from './scopes.ts';
import { excerptParts, type Found, findText, forgetEngine, pagefind, type Result, type ResultData } from './text.ts';

/** Results shown at first and by each "more". */
const PAGE = 10;
/** Pause after typing before the texts are asked, in milliseconds. */
const TYPING_MS = 200;

const t = searchLabels[language];
const form = elementOf<HTMLFormElement>('search');
const list = elementOf('results');
const status = elementOf('status');
const more = elementOf<HTMLButtonElement>('more');
const titles = pageData<SearchTitle[]>('search-titles');

/** Full-width letters and digits as plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

function excerptOf(data: ResultData, words: readonly string[]) {
  return (
    <p class="excerpt">
      {excerptParts(data.excerpt, words).map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
    </p>
  );
}

function titleOf(url: string, title: string, notes: readonly (string | undefined)[]) {
  const some = notes.filter((note) => note !== undefined);
  return (
    <p class="result-title">
      <a href={url}>{title}</a>
      {some.length > 0 && <small>{some.join(' · ')}</small>}
    </p>
  );
}

function pageItem(data: ResultData, words: readonly string[]) {
  const { url, meta, filters } = data;
  const parts = data.sub_results.filter((s) => s.url.includes('#')).slice(0, 3);
  return (
    <li key={url}>
      {titleOf(url, meta['title'] ?? url, [filters['kind']?.[0], meta['place']])}
      {excerptOf(data, words)}
      {parts.length > 0 && (
        <ul class="parts">
          {parts.map((part) => (
            <li>
              <a href={part.url}>{part.title}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The address of the page of a dimension or criterion, without the part. */
function pageOf({ path }: SearchTitle): string {
  return pathIn(language, path.replace(/#.*/, ''));
}

/** What was found so far. */
interface Shown {
  /** Dimensions and criteria whose name is the query. */
  titles: readonly SearchTitle[];
  /** The pages that say more about these. */
  excerpts: readonly ResultData[];
  pages: readonly ResultData[];
  words: readonly string[];
}

function showResults({ titles: called, excerpts, pages, words }: Shown): void {
  const titleItems = called.map((title) => {
    const page = excerpts.find((data) => data.url === pageOf(title));
    return (
      <li key={title.path}>
        {titleOf(pathIn(language, title.path), title.name, [t.kinds.criterion, title.under])}
        {page !== undefined && excerptOf(page, words)}
      </li>
    );
  });
  render([...titleItems, ...pages.map((data) => pageItem(data, words))], list);
}

/**
 * How many pages of each kind there are, without those (`twice`, by their place) that are shown above already; undefined for
 * none.
 */
function countText({ results, words, exact, whole, alone }: Found, twice: readonly boolean[], query: string) {
  const left = (from: number, to: number): number => to - from - twice.slice(from, to).filter((again) => again).length;
  if (left(0, results.length) === 0) return undefined;
  if (alone.length > 0 && whole < results.length) return t.alone(number(whole), alone);
  if (exact === 0) return t.together(number(left(0, whole)), words);
  const apart = left(exact, whole);
  return `${t.found(number(left(0, exact)), query)}${apart === 0 ? '' : t.apart(number(apart))}`;
}

/** Says what was found, and what could not be loaded, with a button that tries again. */
function say(text: string, failure?: string, retry: () => void = () => undefined): void {
  render(
    failure === undefined ? text : [text, ' ', <span class="warn">{failure}</span>, ' ', button(t.again, retry)],
    status,
  );
}

let latest = 0;
async function run(query: string, kind: string, namesShown: Promise<Above | undefined>): Promise<void> {
  const mine = ++latest;
  const retry = (): void => void run(query, kind, showNames(kind === '' || kind === t.kinds.vendor ? query : ''));
  const failed = (): void => {
    if (mine !== latest) return;
    forgetEngine();
    say('', t.failed, retry);
  };
  const named = kind === '' || kind === t.kinds.criterion ? titlesIn(titles, query) : [];
  let shown: Shown = { titles: named, excerpts: [], pages: [], words: [] };
  showResults(shown);
  more.hidden = true;
  say(query === '' ? t.start : t.working);
  if (query === '') return;
  try {
    const above = await namesShown;
    if (mine !== latest || above === undefined) return;
    const found = await withinLimit(
      pagefind().then((engine) => findText(engine, query, kind, language, above.answered)),
    );
    if (mine !== latest) return;
    const dataOf = (some: readonly Result[]): Promise<ResultData[]> =>
      withinLimit(Promise.all(some.map((r) => r.data())));
    // What is shown above already is not shown again, and not counted.
    const all = await dataOf(found.results.slice(0, PAGE + above.hrefs.size));
    if (mine !== latest) return;
    const isNothing = above.hrefs.size === 0 && named.length === 0 && !above.answered(query);
    const twice = all.map((d) => above.hrefs.has(d.url));
    const text = countText(found, twice, query) ?? (isNothing ? t.none(query) : '');
    say(text, above.failed ? t.namesFailed : undefined, retry);
    // A page that is called so comes before those that mention it.
    const called = found.results.filter(
      (_, i) => plain(all[i]?.meta['title'] ?? '').toLowerCase() === query.toLowerCase(),
    );
    const results = [...called, ...found.results.filter((result) => !called.includes(result))];
    shown = { ...shown, excerpts: all, words: found.words };
    const shownAbove = new Set([...above.hrefs, ...named.map(pageOf)]);
    let read = 0;
    const next = async (): Promise<void> => {
      const data = await dataOf(results.slice(read, read + PAGE));
      if (mine !== latest) return;
      read += data.length;
      shown = { ...shown, pages: [...shown.pages, ...data.filter((d) => !shownAbove.has(d.url))] };
      showResults(shown);
      more.hidden = read >= results.length;
    };
    more.onclick = () => void next().catch(failed);
    await next();
  } catch {
    failed();
  }
}

const input = form.elements.namedItem('q') as HTMLInputElement;
const kind = form.elements.namedItem('kind') as HTMLSelectElement;
const notes = document.createElement('div');
notes.setAttribute('role', 'status');
form.after(notes);

function read(): void {
  const query = new URLSearchParams(location.search);
  input.value = query.get('q') ?? '';
  const wanted = (query.get('kind') ?? '').trim();
  const isKnown = [...kind.options].some((o) => o.value === wanted.toLowerCase());
  kind.value = isKnown ? wanted.toLowerCase() : '';
  render(isKnown ? null : <p class="note">{addressLabels[language].notUnderstood(`kind=${wanted}`)}</p>, notes);
}

function nameQuery(): string {
  return ['', 'vendor'].includes(kind.value) ? plain(input.value) : '';
}

function go(): void {
  const query = new URLSearchParams();
  if (input.value.trim() !== '') query.set('q', input.value.trim());
  if (kind.value !== '') query.set('kind', kind.value);
  const text = query.toString();
  history.replaceState(null, '', `${location.pathname}${text === '' ? '' : `?${text}`}`);
  void run(plain(input.value), kind.selectedOptions[0]?.dataset['filter'] ?? '', showNames(nameQuery()));
}

const typed = debounce(go, TYPING_MS);
input.addEventListener('input', () => {
  void showNames(nameQuery());
  typed.soon();
});
const prepare = (): void => {
  void names().catch(() => undefined);
  void pagefind().catch(() => undefined);
};
input.addEventListener('focus', prepare, { once: true });
kind.addEventListener('change', () => {
  render(null, notes);
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
