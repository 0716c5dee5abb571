/**
 * The full text by Pagefind: pages that hold the query as it is, then those that hold all of its words, and where these are few,
 * those that hold some. Words that only hold a question together are left out; excerpts do not begin with what ends a sentence.
 */
import { searchLabels } from '../../i18n/labels/search.ts';
import type { Language } from '../../i18n/language.ts';
import { withinLimit } from '../fetch-once.ts';

interface SubResult {
  title: string;
  url: string;
  excerpt: string;
}
export interface ResultData {
  url: string;
  /** The whole text of the page. */
  content: string;
  excerpt: string;
  meta: Record<string, string | undefined>;
  filters: Record<string, string[] | undefined>;
  sub_results: SubResult[];
}
export interface Result {
  id: string;
  data(): Promise<ResultData>;
}
export interface SearchEngine {
  /** Pages for a query, best first; those for a phrase in quotes in no order. */
  search(query: string, options?: { filters?: Record<string, string> }): Promise<{ results: Result[] }>;
}
interface Pagefind extends SearchEngine {
  options(options: Record<string, unknown>): Promise<void>;
}

/** Pages found. */
export interface Found {
  results: readonly Result[];
  /** The words that were looked for. */
  words: readonly string[];
  /** How many of the pages, the first ones, hold the query as it is, word after word. */
  exact: number;
  /** How many, the first ones, have all of the words. */
  whole: number;
  /** The words that were looked for one by one because hardly a page has them all. */
  alone: readonly string[];
}

/** With fewer pages than this that have all of the words, those with some of them follow. */
const FEW = 3;
/** Words looked for one by one, at most. */
const ALONE = 6;
/** Pages that are read to learn whether the engine found a word or only its beginning. */
const SAMPLE = 3;

let loading: Promise<Pagefind> | undefined;
let attempts = 0;

/** The search engine, loaded once; after a failure it is loaded anew. */
export function pagefind(): Promise<Pagefind> {
  // A browser does not ask again for a module that it still waits for: another attempt needs another address.
  const address = `/pagefind/pagefind.js${attempts === 0 ? '' : `?attempt=${attempts}`}`;
  loading ??= opened(address);
  loading.catch(forgetEngine);
  return loading;
}

async function opened(address: string): Promise<Pagefind> {
  const loaded = await withinLimit<Pagefind>(import(/* @vite-ignore */ address));
  await withinLimit(loaded.options({ excerptLength: 24 }));
  return loaded;
}

/** The next search loads the engine anew: one that had no answer from the network waits for it for ever. */
export function forgetEngine(): void {
  if (loading !== undefined) attempts += 1;
  loading = undefined;
}

/**
 * Pages of a kind ('' for all) for a query; `elsewhere` are words that the page answers otherwise, such as the name of a place.
 * Rejects when the engine does.
 */
export async function findText(
  engine: SearchEngine,
  query: string,
  kind: string,
  language: Language,
  elsewhere: (word: string) => boolean,
): Promise<Found> {
  const options = kind === '' ? {} : { filters: { kind } };
  const search = async (text: string): Promise<Result[]> =>
    text === '' ? [] : (await engine.search(text, options)).results;
  if (query.includes('"')) {
    const results = await search(query);
    return { results, words: [], exact: results.length, whole: results.length, alone: [] };
  }
  const words = wordsLooked(query, searchLabels[language].particles, language);
  const holding = await Promise.all(words.map((word) => pagesWith(word, search)));
  /** Pages with all of the words at these places, best first. */
  const withAll = async (places: readonly number[]): Promise<Result[]> => {
    const ids = places.map((place) => new Set((holding[place] ?? []).map((result) => result.id)));
    if (ids.length === 0 || ids.some((set) => set.size === 0)) return [];
    return (await search(places.map((place) => words[place]).join(' '))).filter((result) =>
      ids.every((set) => set.has(result.id)),
    );
  };
  const every = words.map((_, place) => place);
  const exact = new Set((await search(`"${query}"`)).map((result) => result.id));
  const all = await withAll(every);
  const asItIs = words.length < 2 ? all : all.filter((result) => exact.has(result.id));
  const whole = distinct([...asItIs, ...all]);
  const found = { words, exact: asItIs.length, whole: whole.length };
  if (whole.length >= FEW || words.length < 2) return { ...found, results: whole, alone: [] };
  const left = every.filter((place) => !elsewhere(words[place] ?? ''));
  const rest = left.length > 0 ? left : every;
  if (rest.length < words.length) {
    const some = await withAll(rest);
    if (some.length > 0)
      return { ...found, results: distinct([...whole, ...some]), alone: rest.map((place) => words[place] ?? '') };
  }
  const telling = rest
    .filter((place) => isTelling(words[place] ?? '') && (holding[place] ?? []).length > 0)
    .slice(0, ALONE);
  const some = mostWords(telling.map((place) => holding[place] ?? []));
  return { ...found, results: distinct([...whole, ...some]), alone: telling.map((place) => words[place] ?? '') };
}

/**
 * Pages that hold a word, best first. The engine is sure of those that it finds for the word in quotes, and of the others only
 * where it knows words that begin with it. It either does or does not, so a few of these pages tell for all.
 */
async function pagesWith(word: string, search: (text: string) => Promise<Result[]>): Promise<Result[]> {
  const [found, exact] = await Promise.all([search(word), search(`"${word}"`)]);
  const sure = new Set(exact.map((result) => result.id));
  const others = found.filter((result) => !sure.has(result.id));
  const sample = await Promise.all(others.slice(0, SAMPLE).map((result) => result.data()));
  return sample.every((page) => holdsWord(page.content, word)) ? found : found.filter((result) => sure.has(result.id));
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

/**
 * The excerpt in pieces: Pagefind gives escaped text with `<mark>`. It also marks Chinese words that only begin like one of
 * `words` (注册 for 注销): these are not marked here. It does not begin with the end of the sentence before.
 */
export function excerptParts(excerpt: string, words: readonly string[]): { text: string; marked: boolean }[] {
  const { childNodes } = new DOMParser().parseFromString(excerpt, 'text/html').body;
  return [...childNodes].map(({ nodeName, textContent }, i) => {
    const marked = nodeName === 'MARK' && isOf(textContent ?? '', words);
    const text = textContent ?? '';
    return { text: i === 0 && !marked ? text.replace(LEADING, '') : text, marked };
  });
}

function isOf(marked: string, words: readonly string[]): boolean {
  const text = marked.trim().toLowerCase();
  return (
    words.length === 0 ||
    !/\p{Script=Han}/u.test(text) ||
    words.some((word) => text.includes(word) || word.includes(text))
  );
}

/** Marks and blanks that no sentence begins with. */
const LEADING = /^[\s\p{Pe}\p{Pf}.,;:!?，。、；：！？·…—-]+/u;

/**
 * Words of a query without `particles`, in its order, each once. Chinese is cut into words as the dictionary of the browser has
 * them; single characters beside each other, which it does not know as a word, stay together. A query of particles alone is
 * looked for as it is.
 */
export function wordsLooked(query: string, particles: readonly string[], language: Language): string[] {
  const dropped = new Set(particles);
  const pieces = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece !== '');
  const words = pieces.flatMap((piece) =>
    /\p{Script=Han}/u.test(piece) ? cut(piece, dropped, language) : dropped.has(piece) ? [] : [piece],
  );
  return words.length === 0 ? pieces : [...new Set(words)];
}

function cut(piece: string, dropped: ReadonlySet<string>, language: Language): string[] {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(piece)].map((s) => s.segment);
  const words: string[] = [];
  let single = false;
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at] ?? '';
    // The dictionary may have cut a particle in two.
    const length = dropped.has(segment + (segments[at + 1] ?? '')) ? 2 : dropped.has(segment) ? 1 : 0;
    if (length > 0) {
      at += length - 1;
      single = false;
      continue;
    }
    const short = segment.length === 1;
    if (short && single) words.push(`${words.pop() ?? ''}${segment}`);
    else words.push(segment);
    single = short;
  }
  return words;
}

// Pagefind never answers “none” where it can avoid it: for a word that no page has, it takes the longest beginning that some word
// begins with, so that 汇丰 finds 汇总, and “asdfgh” finds “as”.

/** Latin words shorter than this count only as whole words: nearly every page has a word that begins with “wi”. */
const WHOLE_BELOW = 4;

/** Whether `text` holds `word`: Chinese anywhere, other words whole or, from four letters on, as the beginning of one. */
export function holdsWord(text: string, word: string): boolean {
  const held = text.normalize('NFKC').toLowerCase();
  const wanted = word.normalize('NFKC').toLowerCase();
  if (/\p{Script=Han}/u.test(wanted)) return held.includes(wanted);
  for (let at = held.indexOf(wanted); at >= 0; at = held.indexOf(wanted, at + 1)) {
    const after = held.charAt(at + wanted.length);
    if (!isLetter(held.charAt(at - 1)) && (wanted.length >= WHOLE_BELOW || !isLetter(after))) return true;
  }
  return false;
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character) && !/\p{Script=Han}/u.test(character);
}

/** Whether a word says enough to be looked for by itself when the whole query finds little: single characters do not. */
export function isTelling(word: string): boolean {
  return [...word].length > 1;
}
