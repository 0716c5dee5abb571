/**
 * The full text by Pagefind: first as a phrase, then all words, and where nothing holds them all, each word alone. Words that
 * only hold a question together are left out; excerpts do not begin with what ends a sentence.
 */
import { searchLabels } from '../i18n/labels/search.ts';
import type { Language } from '../i18n/language.ts';
import { wordsLooked } from './search-words.ts';

interface SubResult {
  title: string;
  url: string;
  excerpt: string;
}
export interface ResultData {
  url: string;
  excerpt: string;
  meta: Record<string, string | undefined>;
  filters: Record<string, string[] | undefined>;
  sub_results: SubResult[];
}
export interface Result {
  id: string;
  data(): Promise<ResultData>;
}
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string, options?: { filters?: Record<string, string> }): Promise<{ results: Result[] }>;
}

/** Pages found, and the words that were looked for one by one because hardly a page has them all. */
export interface Found {
  results: readonly Result[];
  /** How many of them, the first ones, have all of the words. */
  whole: number;
  alone: readonly string[];
}

/** With fewer pages than this that have all of the words, those with some of them follow. */
const FEW = 3;
/** Words looked for one by one, at most. */
const ALONE = 6;

let loading: Promise<Pagefind> | undefined;

/** The search engine, loaded once. */
export function pagefind(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  loading ??= (import(/* @vite-ignore */ address) as Promise<Pagefind>).then(async (loaded) => {
    await loaded.options({ excerptLength: 24 });
    return loaded;
  });
  loading.catch(() => (loading = undefined));
  return loading;
}

/** Pages of a kind ('' for all) for a query; `elsewhere` are words that the page answers otherwise, such as the name of a place. */
export async function findText(query: string, kind: string, language: Language, elsewhere: (word: string) => boolean): Promise<Found> {
  const engine = await pagefind();
  const options = kind === '' ? {} : { filters: { kind } };
  const search = async (text: string): Promise<Result[]> => (text === '' ? [] : (await engine.search(text, options)).results);
  const words = wordsLooked(query, searchLabels[language].particles, language);
  const quoted = query.includes('"') ? [] : await search(`"${query}"`);
  const whole = distinct([...quoted, ...(await search(query.includes('"') ? query : words.join(' ')))]);
  if (whole.length >= FEW || query.includes('"')) return { results: whole, whole: whole.length, alone: [] };
  const rest = words.filter((word) => !elsewhere(word));
  if (rest.length > 0 && rest.length < words.length) {
    const left = await search(rest.join(' '));
    if (left.length > 0) return { results: distinct([...whole, ...left]), whole: whole.length, alone: rest };
  }
  const alone = (rest.length > 0 ? rest : words).slice(0, ALONE);
  if (alone.length < 2) return { results: whole, whole: whole.length, alone: [] };
  return { results: distinct([...whole, ...mostWords(await Promise.all(alone.map(search)))]), whole: whole.length, alone };
}

function distinct(results: readonly Result[]): Result[] {
  const seen = new Set<string>();
  return results.filter((r) => !seen.has(r.id) && seen.add(r.id));
}

/** Pages that hold more of the words first; then the place in the list of their first word. */
function mostWords(lists: readonly (readonly Result[])[]): Result[] {
  const known = new Map<string, { result: Result; words: number; place: number }>();
  for (const list of lists) {
    list.forEach((result, place) => {
      const entry = known.get(result.id) ?? { result, words: 0, place };
      known.set(result.id, { result, words: entry.words + 1, place: Math.min(entry.place, place) });
    });
  }
  return [...known.values()].sort((a, b) => b.words - a.words || a.place - b.place).map((entry) => entry.result);
}

/** The excerpt with its marked words, as nodes: Pagefind gives escaped text with `<mark>`. */
export function excerptNodes(excerpt: string): Node[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html').body;
  const nodes = [...parsed.childNodes].map((node) => {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
  // It may begin with the end of the sentence before.
  const first = nodes[0];
  if (first instanceof Text) first.data = first.data.replace(LEADING, '');
  return nodes;
}

/** Marks and blanks that no sentence begins with. */
const LEADING = /^[\s\p{Pe}\p{Pf}.,;:!?，。、；：！？·…—-]+/u;
