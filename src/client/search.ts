/**
 * The search page. Pagefind splits Chinese into words and so misses names: names come from an index of their own, at once
 * while typing; then the texts are asked, and what these find is shown once.
 */
import { addressLabels } from '../i18n/labels/address.ts';
import { searchLabels } from '../i18n/labels/search.ts';
import { make } from './dom.ts';
import { names } from './names.ts';
import { type Above, startNames } from './search-names.ts';
import { excerptNodes, findText, pagefind, type ResultData } from './search-text.ts';

/** Results shown at first and by each "more". */
const PAGE = 10;

const language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';
const t = searchLabels[language];
const form = document.querySelector<HTMLFormElement>('#search');
const list = document.querySelector<HTMLOListElement>('#results');
const status = document.querySelector<HTMLElement>('#status');
const more = document.querySelector<HTMLButtonElement>('#more');
const showNames = startNames(language);

/** Full-width letters and digits as plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

function item(data: ResultData): HTMLLIElement {
  const notes = [data.filters['kind']?.[0], data.meta['place']].filter((n) => n !== undefined);
  const parts = data.sub_results.filter((s) => s.url.includes('#')).slice(0, 3);
  return make(
    'li',
    '',
    {},
    make('p', 'result-title', {}, link(data.url, data.meta['title'] ?? data.url), notes.length > 0 && make('small', '', {}, notes.join(' · '))),
    make('p', 'excerpt', {}, ...excerptNodes(data.excerpt)),
    parts.length > 0 && make('ul', 'parts', {}, ...parts.map((s) => make('li', '', {}, link(s.url, s.title)))),
  );
}

function link(url: string, text: string): HTMLAnchorElement {
  return make('a', '', { href: url }, text);
}

let latest = 0;
async function run(query: string, kind: string, namesShown: Promise<Above | undefined>): Promise<void> {
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
    const above = await namesShown;
    if (mine !== latest || above === undefined) return;
    const { results, whole, alone } = await findText(query, kind, language, above.answered);
    if (mine !== latest) return;
    // Whoever stands above already is not shown again, and not counted.
    const all = await Promise.all(results.slice(0, PAGE + above.hrefs.size).map((r) => r.data()));
    if (mine !== latest) return;
    const twice = all.filter((d) => above.hrefs.has(d.url)).length;
    const left = results.length - twice;
    const nothing = above.hrefs.size === 0 && !above.answered(query) ? t.none(query) : '';
    status.textContent = left === 0 ? nothing : alone.length > 0 && whole < results.length ? t.alone(String(whole), alone.join(language === 'zh' ? '”“' : ', ')) : t.found(String(left), query);
    let shown = 0;
    const next = async (): Promise<void> => {
      const data = await Promise.all(results.slice(shown, shown + PAGE).map((r) => r.data()));
      if (mine !== latest) return;
      shown += data.length;
      list.append(...data.filter((d) => !above.hrefs.has(d.url)).map(item));
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
  const notes = make('div', '', { role: 'status' });
  form.after(notes);
  const read = (): void => {
    const query = new URLSearchParams(location.search);
    input.value = query.get('q') ?? '';
    const wanted = (query.get('kind') ?? '').trim();
    const known = [...kind.options].find((o) => o.value === wanted.toLowerCase());
    kind.value = known?.value ?? '';
    notes.replaceChildren(...(known === undefined ? [make('p', 'note', {}, addressLabels[language].notUnderstood(`kind=${wanted}`))] : []));
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
