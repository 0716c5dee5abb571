/**
 * The search page. Pagefind splits Chinese into words and so misses names: names come from an index of their own, at once
 * while typing; then the query is asked for as a phrase, then as words, and what these find is shown once.
 */
import { searchLabels } from '../i18n/labels/search.ts';
import { LANGUAGE_TAGS } from '../i18n/language.ts';
import { type ShownName, lookUp, names } from './names.ts';

interface SubResult {
  title: string;
  url: string;
  excerpt: string;
}
interface ResultData {
  url: string;
  excerpt: string;
  meta: Record<string, string | undefined>;
  filters: Record<string, string[] | undefined>;
  sub_results: SubResult[];
}
interface Result {
  id: string;
  data(): Promise<ResultData>;
}
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string, options?: { filters?: Record<string, string> }): Promise<{ results: Result[] }>;
}

/** Results shown at first and by each "more". */
const PAGE = 10;
/** Names shown above them. */
const NAMES = 10;

const language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = searchLabels[language];
const form = document.querySelector<HTMLFormElement>('#search');
const list = document.querySelector<HTMLOListElement>('#results');
const status = document.querySelector<HTMLElement>('#status');
const more = document.querySelector<HTMLButtonElement>('#more');
const nameBox = document.querySelector<HTMLElement>('#names');

let loading: Promise<Pagefind> | undefined;
function pagefind(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  loading ??= (import(/* @vite-ignore */ address) as Promise<Pagefind>).then(async (loaded) => {
    await loaded.options({ excerptLength: 24 });
    return loaded;
  });
  return loading;
}

/** Full-width letters and digits as plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

async function find(query: string, kind: string): Promise<Result[]> {
  const engine = await pagefind();
  const options = kind === '' ? {} : { filters: { kind } };
  const quoted = query.includes('"') ? { results: [] } : await engine.search(`"${query}"`, options);
  const loose = await engine.search(query, options);
  const seen = new Set<string>();
  return [...quoted.results, ...loose.results].filter((r) => !seen.has(r.id) && seen.add(r.id));
}

/** The excerpt with its marked words, as nodes: Pagefind gives escaped text with `<mark>`. */
function excerptNodes(excerpt: string): Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html').body;
  return [...parsed.childNodes].map((node) => {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

function link(url: string, text: string): HTMLAnchorElement {
  const a = element('a', '', text);
  a.href = url;
  return a;
}

function item(data: ResultData): HTMLLIElement {
  const head = element('p', 'result-title', link(data.url, data.meta['title'] ?? data.url));
  const notes = [data.filters['kind']?.[0], data.meta['place']].filter((n) => n !== undefined);
  if (notes.length > 0) head.append(element('small', '', notes.join(' · ')));
  const made = element('li', '', head, element('p', 'excerpt', ...excerptNodes(data.excerpt)));
  const parts = data.sub_results.filter((s) => s.url.includes('#')).slice(0, 3);
  if (parts.length > 0) made.append(element('ul', 'parts', ...parts.map((s) => element('li', '', link(s.url, s.title)))));
  return made;
}

function nameItem(hit: ShownName): HTMLLIElement {
  const a = link(hit.href, hit.name);
  if (hit.lang !== undefined) a.lang = LANGUAGE_TAGS[hit.lang];
  const head = element('p', 'result-title', a);
  if (hit.city !== undefined) head.append(element('small', '', hit.city));
  return element('li', '', head);
}

/** Addresses of the names shown, which the full text need not show again. */
let named = new Set<string>();
let typed = '';

/** Shows the vendors whose names hold the query. Without the index the full text is all there is. */
async function runNames(query: string): Promise<void> {
  if (!nameBox) return;
  typed = query;
  const texts = query === '' ? undefined : await names().catch(() => undefined);
  if (typed !== query) return;
  const { shown, count } = texts === undefined ? { shown: [], count: 0 } : lookUp(texts, query, language, NAMES);
  named = new Set(shown.map((hit) => hit.href));
  nameBox.hidden = shown.length === 0;
  const title = nameBox.querySelector('h2');
  if (title) title.textContent = shown.every((hit) => hit.about) ? t.names.about(String(count)) : t.names.named(String(count));
  nameBox.querySelector('ol')?.replaceChildren(...shown.map(nameItem));
}

let latest = 0;
async function run(query: string, kind: string, namesShown: Promise<void>): Promise<void> {
  if (!list || !status || !more) return;
  const mine = ++latest;
  list.replaceChildren();
  more.hidden = true;
  if (query === '') {
    status.textContent = t.start;
    return;
  }
  status.textContent = t.working;
  try {
    const [results] = await Promise.all([find(query, kind), namesShown]);
    if (mine !== latest) return;
    const nothing = named.size === 0 ? t.none(query) : t.names.only;
    status.textContent = results.length === 0 ? nothing : t.found(String(results.length), query);
    let shown = 0;
    const next = async (): Promise<void> => {
      const data = await Promise.all(results.slice(shown, shown + PAGE).map((r) => r.data()));
      if (mine !== latest) return;
      shown += data.length;
      list.append(...data.filter((d) => !named.has(d.url)).map(item));
      more.hidden = shown >= results.length;
    };
    more.onclick = () => void next();
    await next();
  } catch {
    if (mine === latest) status.textContent = t.failed;
  }
}

if (form) {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const kind = form.elements.namedItem('kind') as HTMLSelectElement;
  const read = (): void => {
    const query = new URLSearchParams(location.search);
    input.value = query.get('q') ?? '';
    const wanted = query.get('kind') ?? '';
    kind.value = [...kind.options].some((o) => o.value === wanted) ? wanted : '';
  };
  const go = (): void => {
    const query = new URLSearchParams();
    if (input.value.trim() !== '') query.set('q', input.value.trim());
    if (kind.value !== '') query.set('kind', kind.value);
    const text = query.toString();
    history.replaceState(null, '', `${location.pathname}${text === '' ? '' : `?${text}`}`);
    void run(plain(input.value), kind.selectedOptions[0]?.dataset['filter'] ?? '', runNames(nameQuery()));
  };
  const nameQuery = (): string => (['', 'vendor'].includes(kind.value) ? plain(input.value) : '');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    void runNames(nameQuery());
    clearTimeout(waiting);
    waiting = setTimeout(go, 200);
  });
  const prepare = (): void => {
    void names().catch(() => undefined);
    void pagefind().catch(() => undefined);
  };
  input.addEventListener('focus', prepare, { once: true });
  kind.addEventListener('change', go);
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
