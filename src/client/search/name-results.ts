/** What the search shows above the texts: rankings of the place or service asked for, then vendors by name, or by place and service. */
import { searchLabels } from '../../i18n/labels/search.ts';
import { type Language, LANGUAGE_TAGS, pathIn } from '../../i18n/language.ts';
import { number } from '../../i18n/numbers.ts';
import type { SearchScope, SearchFigures } from '../../views/browser/search-files.ts';
import { carried, make } from '../dom.ts';
import { fetchJson, once } from '../fetch-once.ts';
import type { NameTexts } from './name-texts.ts';
import { lookUp, names, nearNames, type ShownName } from './names.ts';
import { scopesIn } from './scopes.ts';

/** Vendors shown of each list; of those found by place or service beside others found by name, fewer. */
const NAMES = 10;
const BESIDE_NAMES = 3;

/** Scores and prices, fetched once, when somebody searches for a place or a service. */
const figures = once(() => fetchJson<SearchFigures>('/search/figures.json'));

/** What stands above the texts at the moment. */
export interface Above {
  /** Addresses of the vendors shown, which the full text need not show again. */
  hrefs: ReadonlySet<string>;
  /** Whether a word names a place or a service whose ranking is linked. */
  answered: (word: string) => boolean;
  /** Whether names or their figures could not be fetched, so that vendors may be missing here. */
  failed: boolean;
}

const NOTHING: Above = { hrefs: new Set(), answered: () => false, failed: false };

/** Fills the elements `scopes`, `names` and `about` for a query ('' for nothing); undefined when another query came in between. */
export function startNames(language: Language): (query: string) => Promise<Above | undefined> {
  const t = searchLabels[language];
  const ways = document.getElementById('scopes');
  const known = carried<SearchScope[]>('search-scopes');
  let latest = '';

  const showScopes = (scopes: readonly SearchScope[]): void => {
    if (!ways) return;
    ways.hidden = scopes.length === 0;
    ways.replaceChildren(
      ...scopes.map((scope) =>
        make(
          'li',
          '',
          {},
          make(
            'a',
            '',
            { href: pathIn(language, scope.path) },
            scope.kind === 'place' ? t.scopePlace(scope.name) : t.scopeService(scope.name),
          ),
          ' ',
          make('small', '', {}, t.scopeCount(number(scope.count))),
        ),
      ),
    );
  };

  /** Fills one of the two lists. */
  const show = (id: 'names' | 'about', text: string, shown: readonly ShownName[], of?: SearchFigures): void => {
    const box = document.getElementById(id);
    const title = box?.querySelector('h2');
    const list = box?.querySelector('ol');
    if (!box || !title || !list) return;
    box.hidden = shown.length === 0;
    title.textContent = text;
    const place = new Map(of?.ranked.map((vendor, i) => [vendor, i] as const));
    list.replaceChildren(
      ...shown.map((hit) =>
        nameItem(hit, language, of === undefined ? [] : told(of, hit.vendor, place.get(hit.vendor), language)),
      ),
    );
  };

  return async (query) => {
    latest = query;
    const texts = query === '' ? undefined : await names().catch(() => undefined);
    if (latest !== query) return undefined;
    // Without the index the full text is all there is.
    if (texts === undefined) {
      showScopes([]);
      show('names', '', []);
      show('about', '', []);
      return { ...NOTHING, failed: query !== '' };
    }
    const { shown, count, named } = lookUp(texts, query, language, NAMES);
    const about = count - named;
    const scopes = about > 0 || count === 0 ? scopesIn(known, query, texts.plain, t.placeEndings) : [];
    showScopes(scopes);
    const answered = (word: string): boolean => scopesIn(scopes, word, texts.plain, t.placeEndings).length > 0;
    const byName = count === 0 ? nearNames(texts, query, language) : shown.filter((hit) => !hit.about);
    show('names', count === 0 ? t.names.near : t.names.named(number(named)), byName);
    if (about === 0) {
      show('about', '', []);
      return { hrefs: new Set(byName.map((hit) => hit.href)), answered, failed: false };
    }
    const best = await figures().catch(() => undefined);
    if (latest !== query) return undefined;
    const byTopic = rankedFirst(texts, query, language, best).slice(0, named > 0 ? BESIDE_NAMES : NAMES);
    show('about', t.names.about(number(about)), byTopic, best);
    return { hrefs: new Set([...byName, ...byTopic].map((hit) => hit.href)), answered, failed: best === undefined };
  };
}

/** All that are found by place or service, the best first; those without a rank after them, as they were found. */
function rankedFirst(texts: NameTexts, query: string, language: Language, of: SearchFigures | undefined): ShownName[] {
  const ranked = of?.ranked ?? [];
  const place = new Map(ranked.map((vendor, i) => [vendor, i] as const));
  const at = (hit: ShownName): number => place.get(hit.vendor) ?? ranked.length;
  return lookUp(texts, query, language, Infinity)
    .shown.filter((hit) => hit.about)
    .sort((a, b) => at(a) - at(b));
}

/** Score with its interval, and price, as far as there are any. */
function told(of: SearchFigures, vendor: number, place: number | undefined, language: Language): string[] {
  const t = searchLabels[language];
  const price = of.prices[language][of.price[vendor] ?? -1];
  return [
    place === undefined
      ? t.unranked
      : t.score(number(of.scores[place] ?? 0), number(of.lows[place] ?? 0), number(of.highs[place] ?? 0)),
    ...(price === undefined ? [] : [price]),
  ];
}

function nameItem(hit: ShownName, language: Language, facts: readonly string[]): HTMLLIElement {
  const link = make(
    'a',
    '',
    { href: hit.href, lang: hit.lang === undefined ? undefined : LANGUAGE_TAGS[hit.lang] },
    hit.name,
  );
  return make(
    'li',
    '',
    {},
    make('p', 'result-title', {}, link, hit.city !== undefined && make('small', '', {}, hit.city)),
    facts.length > 0 && make('p', 'result-facts', {}, facts.join(language === 'zh' ? '，' : ', ')),
  );
}
