/** What the search shows above the texts: rankings of the place or service asked for, then vendors by name, or by place and service. */
import { render } from 'preact';
import { searchLabels } from '../../i18n/labels/search.ts';
import { LANGUAGE_TAGS, pathIn } from '../../i18n/language.ts';
import { number } from '../../i18n/numbers.ts';
import type { SearchFigures, SearchScope } from '../../views/browser/search-files.ts';
import { fetchJson, once } from '../fetch-once.ts';
import { elementOf, language, pageData } from '../page.ts';
import { lookUp, names, nearNames, type ShownName } from './names.ts';
import { scopesIn } from './scopes.ts';

const t = searchLabels[language];
const known = pageData<SearchScope[]>('search-scopes');

/** Vendors shown of each list; of those found by place or service beside others found by name, fewer. */
const NAMES = 10;
const BESIDE_NAMES = 3;

/** Scores and prices, fetched once, when somebody searches for a place or a service. */
const figures = once(() => fetchJson<SearchFigures>('/search/figures.json'));

/** What is shown above the texts at the moment. */
export interface Above {
  /** Addresses of the vendors shown, which the full text need not show again. */
  hrefs: ReadonlySet<string>;
  /** Whether a word names a place or a service whose ranking is linked. */
  answered: (word: string) => boolean;
  /** Whether names or their figures could not be fetched, so that vendors may be missing here. */
  failed: boolean;
}

let latest = '';

/** Fills the elements `scopes`, `names` and `about` for a query ('' for nothing); undefined when another query came in between. */
export async function showNames(query: string): Promise<Above | undefined> {
  latest = query;
  const texts = query === '' ? undefined : await names().catch(() => undefined);
  if (latest !== query) return undefined;
  // Without the index the full text is all there is.
  if (texts === undefined) {
    showScopes([]);
    show('names', '', []);
    show('about', '', []);
    return { hrefs: new Set(), answered: () => false, failed: query !== '' };
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
  // The best first; those without a rank after them, as they were found.
  const rankOf = new Map(best?.ranked.map((vendor, i) => [vendor, i]));
  const byTopic = lookUp(texts, query, language, Infinity)
    .shown.filter((hit) => hit.about)
    .map((hit) => ({ ...hit, rank: rankOf.get(hit.vendor) }))
    .sort((a, b) => (a.rank ?? rankOf.size) - (b.rank ?? rankOf.size))
    .slice(0, named > 0 ? BESIDE_NAMES : NAMES)
    .map((hit) => ({ ...hit, facts: best && factsOf(best, hit.vendor, hit.rank) }));
  show('about', t.names.about(number(about)), byTopic);
  return { hrefs: new Set([...byName, ...byTopic].map((hit) => hit.href)), answered, failed: best === undefined };
}

function showScopes(scopes: readonly SearchScope[]): void {
  const list = elementOf('scopes');
  list.hidden = scopes.length === 0;
  const items = scopes.map(({ kind, name, path, count }) => (
    <li>
      <a href={pathIn(language, path)}>{kind === 'place' ? t.scopePlace(name) : t.scopeService(name)}</a>{' '}
      <small>{t.scopeCount(number(count))}</small>
    </li>
  ));
  render(items, list);
}

/** Fills one of the two lists of vendors. */
function show(
  id: 'names' | 'about',
  title: string,
  shown: readonly (ShownName & { facts?: string | undefined })[],
): void {
  const box = elementOf(id);
  box.hidden = shown.length === 0;
  render(title, box.querySelector('h2') ?? box);
  const items = shown.map(({ href, lang, name, city, facts }) => (
    <li>
      <p class="result-title">
        <a href={href} lang={lang && LANGUAGE_TAGS[lang]}>
          {name}
        </a>
        {city !== undefined && <small>{city}</small>}
      </p>
      {facts !== undefined && <p class="result-facts">{facts}</p>}
    </li>
  ));
  render(items, box.querySelector('ol') ?? box);
}

/** Score with its interval, and price, as far as there are any. */
function factsOf(of: SearchFigures, vendor: number, rank: number | undefined): string {
  const price = of.prices[language][of.price[vendor] ?? -1];
  const [score, low, high] = [of.scores, of.lows, of.highs].map((list) => list[rank ?? -1] ?? 0) as [
    number,
    number,
    number,
  ];
  const points = rank === undefined ? t.unranked : t.score(number(score), number(low), number(high));
  return price === undefined ? points : `${points}${language === 'zh' ? '，' : ', '}${price}`;
}
