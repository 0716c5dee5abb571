/** What the search shows above the texts: rankings of the place or service asked for, then vendors by name, or by place and service. */
import { searchLabels } from '../i18n/labels/search.ts';
import { type Language, LANGUAGE_TAGS, pathIn } from '../i18n/language.ts';
import { number } from '../i18n/numbers.ts';
import type { SearchFigures } from '../views/search-figures.ts';
import type { SearchScope } from '../views/search-scopes.ts';
import { carried, make } from './dom.ts';
import type { NameTexts } from './name-texts.ts';
import { lookUp, names, nearNames, type ShownName } from './names.ts';
import { scopesIn } from './search-scopes.ts';

/** Vendors shown. */
const NAMES = 10;

let loading: Promise<SearchFigures> | undefined;

/** Scores and prices, fetched once, when somebody searches for a place or a service. */
function figures(): Promise<SearchFigures> {
  loading ??= fetch('/search/figures.json').then((response) => {
    if (!response.ok) throw new Error(`figures.json: ${response.status}`);
    return response.json() as Promise<SearchFigures>;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

/** What stands above the texts at the moment. */
export interface Above {
  /** Addresses of the vendors shown, which the full text need not show again. */
  hrefs: ReadonlySet<string>;
  /** Whether a word names a place or a service whose ranking is linked. */
  answered: (word: string) => boolean;
}

const NOTHING: Above = { hrefs: new Set(), answered: () => false };

/** Fills the elements `scopes` and `names` for a query ('' for nothing); undefined when another query came in between. */
export function startNames(language: Language): (query: string) => Promise<Above | undefined> {
  const t = searchLabels[language];
  const box = document.getElementById('names');
  const ways = document.getElementById('scopes');
  const title = box?.querySelector('h2');
  const list = box?.querySelector('ol');
  const known = carried<SearchScope[]>('search-scopes');
  let latest = '';

  const showScopes = (scopes: readonly SearchScope[]): void => {
    if (!ways) return;
    ways.hidden = scopes.length === 0;
    ways.replaceChildren(
      ...scopes.map((scope) =>
        make('li', '', {}, make('a', '', { href: pathIn(language, scope.path) }, scope.kind === 'place' ? t.scopePlace(scope.name) : t.scopeService(scope.name)), ' ', make('small', '', {}, t.scopeCount(number(scope.count)))),
      ),
    );
  };

  const show = (text: string, shown: readonly ShownName[], of?: SearchFigures): void => {
    if (!box || !title || !list) return;
    box.hidden = shown.length === 0;
    title.textContent = text;
    const place = new Map(of?.ranked.map((vendor, i) => [vendor, i] as const));
    list.replaceChildren(...shown.map((hit) => nameItem(hit, language, of === undefined ? [] : told(of, hit.vendor, place.get(hit.vendor), language))));
  };

  return async (query) => {
    latest = query;
    const texts = query === '' ? undefined : await names().catch(() => undefined);
    if (latest !== query) return undefined;
    // Without the index the full text is all there is.
    if (texts === undefined) {
      showScopes([]);
      show('', []);
      return NOTHING;
    }
    const found = lookUp(texts, query, language, NAMES);
    const about = found.shown.every((hit) => hit.about);
    const scopes = about ? scopesIn(known, query, texts.plain, t.placeEndings) : [];
    showScopes(scopes);
    const answered = (word: string): boolean => scopesIn(scopes, word, texts.plain, t.placeEndings).length > 0;
    if (found.count === 0) {
      const near = nearNames(texts, query, language);
      show(t.names.near, near);
      return { hrefs: new Set(near.map((hit) => hit.href)), answered };
    }
    if (!about) {
      show(t.names.named(String(found.count)), found.shown);
      return { hrefs: new Set(found.shown.map((hit) => hit.href)), answered };
    }
    const best = await figures().catch(() => undefined);
    if (latest !== query) return undefined;
    const shown = best === undefined ? found.shown : rankedFirst(texts, query, language, best);
    show(t.names.about(String(found.count)), shown, best);
    return { hrefs: new Set(shown.map((hit) => hit.href)), answered };
  };
}

/** The best of all that are found, by place; those without one after them, as they were found. */
function rankedFirst(texts: NameTexts, query: string, language: Language, { ranked }: SearchFigures): ShownName[] {
  const place = new Map(ranked.map((vendor, i) => [vendor, i] as const));
  const at = (hit: ShownName): number => place.get(hit.vendor) ?? ranked.length;
  return lookUp(texts, query, language, Infinity).shown.sort((a, b) => at(a) - at(b)).slice(0, NAMES);
}

/** Score with its interval, and price, as far as there are any. */
function told(of: SearchFigures, vendor: number, place: number | undefined, language: Language): string[] {
  const t = searchLabels[language];
  const price = of.prices[language][of.price[vendor] ?? -1];
  return [
    place === undefined ? t.unranked : t.score(number(of.scores[place] ?? 0), number(of.lows[place] ?? 0), number(of.highs[place] ?? 0)),
    ...(price === undefined ? [] : [price]),
  ];
}

function nameItem(hit: ShownName, language: Language, facts: readonly string[]): HTMLLIElement {
  const link = make('a', '', { href: hit.href, lang: hit.lang === undefined ? undefined : LANGUAGE_TAGS[hit.lang] }, hit.name);
  return make(
    'li',
    '',
    {},
    make('p', 'result-title', {}, link, hit.city !== undefined && make('small', '', {}, hit.city)),
    facts.length > 0 && make('p', 'result-facts', {}, facts.join(language === 'zh' ? '，' : ', ')),
  );
}
