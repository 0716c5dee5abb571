/**
 * Finds vendors by name: any part of a Chinese name, brands, pinyin and its initials, English words and their beginnings,
 * also together with a city or a service. Pure; the page around it is `search.ts`.
 */
import { foldName, foldWords } from '../../views/browser/names.ts';
import { compareText } from '../../schema/order.ts';
import { type City, type Haystack, type NameTexts, scan, START } from './name-texts.ts';

/** How a vendor was found; lower is better. */
const HOW = {
  exact: 0,
  prefix: 1,
  inner: 2,
  pinyin: 3,
  pinyinPrefix: 4,
  pinyinInner: 5,
  initials: 6,
  initialsPrefix: 7,
  initialsInner: 8,
  mixed: 9,
  /** Only by where it is or what it does. */
  about: 10,
  no: 255,
} as const;

/** Most words of a query that are looked at. */
const WORDS = 5;

/** One vendor found. */
export interface NameHit {
  /** Index of the vendor in the file. */
  vendor: number;
  slug: string;
  /** How it was found: 0 best; those found alike are in no order but that of length. */
  how: number;
  /** Found only by its city or its services, not by its name. */
  about: boolean;
}

/** What a query finds: the best ones and how many there are in all. */
export interface NameHits {
  /** Those found by their names before those found only by place or service. */
  hits: readonly NameHit[];
  count: number;
  /** How many of these were found by their names. */
  named: number;
}

/** The best `most` vendors for a query: by how they were found, then the shorter name, then the slug. */
export function findNames(texts: NameTexts, query: string, most = 10): NameHits {
  const whole = foldName(query, texts.plain);
  if (whole === '') return { hits: [], count: 0, named: 0 };
  const how = byName(texts, whole);
  const words = foldWords(query, texts.plain).slice(0, WORDS);
  if (words.length > 1) best(how, byWords(texts, words));
  else best(how, byTopic(texts, whole));
  best(how, byCityTogether(texts, whole.replaceAll(' ', '')));
  if (how.every((h) => h === HOW.no)) best(how, byMixture(texts, whole.replaceAll(' ', '')));
  return ranked(texts, how, most);
}

/** How each vendor's names hold the text. */
function byName(texts: NameTexts, text: string): Uint8Array {
  const how = new Uint8Array(texts.slugs.length).fill(HOW.no);
  look(texts.names, text, how, HOW.exact);
  const letters = text.replaceAll(' ', '');
  if (!/^[a-zü0-9]{2,}$/.test(letters)) return how;
  look(texts.pinyin, letters, how, HOW.pinyin);
  look(texts.initials, letters, how, HOW.initials);
  look(texts.longInitials, letters, how, HOW.initials);
  return how;
}

/** Notes every place: `first` for a whole form, the next for the beginning of one, the one after for the inside. */
function look(hay: Haystack, text: string, how: Uint8Array, first: number): void {
  scan(hay, text, (vendor, start, end) => {
    const found = start !== START.form ? first + 2 : hay.text.charCodeAt(end) === 10 ? first : first + 1;
    if (found < how[vendor]) how[vendor] = found;
  });
}

/** Every word has to be found, in the name, as the city or as a service. */
function byWords(texts: NameTexts, words: readonly string[]): Uint8Array {
  const how = new Uint8Array(texts.slugs.length).fill(HOW.exact);
  const named = new Uint8Array(texts.slugs.length);
  for (const word of words) {
    const inName = byName(texts, word);
    const topic = byTopic(texts, word);
    const isTopic = topic.some((t) => t !== HOW.no);
    for (let v = 0; v < how.length; v += 1) {
      const name = inName[v];
      if (name !== HOW.no) named[v] = 1;
      if (topic[v] !== HOW.no) continue;
      // A word that names a city is rarely meant as the sound of a name elsewhere.
      const doubtful = isTopic && name >= HOW.pinyin && name !== HOW.no;
      how[v] = Math.max(how[v], doubtful ? HOW.mixed : name);
    }
  }
  for (let v = 0; v < how.length; v += 1) if (how[v] !== HOW.no && named[v] === 0) how[v] = HOW.about;
  return how;
}

/** Vendors in the cities, or with the services, that a word names. */
function byTopic(texts: NameTexts, word: string): Uint8Array {
  const how = new Uint8Array(texts.slugs.length).fill(HOW.no);
  const cities = new Set(texts.cities.flatMap((city, i) => (namesCity(city, word) ? [i] : [])));
  const services = texts.services.flatMap((names, i) => (names.some((name) => holds(name, word)) ? [i] : []));
  if (cities.size === 0 && services.length === 0) return how;
  for (let v = 0; v < how.length; v += 1) {
    const there = texts.at[v].some((c) => cities.has(c));
    const does = texts.does[v];
    if (there || services.some((s) => Math.floor(does / 2 ** s) % 2 === 1)) how[v] = HOW.about;
  }
  return how;
}

/** A city's name, with or without 市, the beginning of its English name or pinyin, or its initials. */
function namesCity(city: City, word: string): boolean {
  if (city.initials === word && word.length > 1) return true;
  return city.names.some(
    (name) =>
      word === name || word === `${name}市` || (word.length > 2 && /^[a-z]/.test(word) && name.startsWith(word)),
  );
}

/** A service's name holds a word: two Chinese characters anywhere, or the beginning of an English word. */
function holds(name: string, word: string): boolean {
  if (word.length < 2) return false;
  return /^[a-z0-9]/.test(word) ? ` ${name}`.includes(` ${word}`) && word.length > 2 : name.includes(word);
}

/** A city and a part of the name written together, in this order. */
function byCityTogether(texts: NameTexts, text: string): Uint8Array {
  const how = new Uint8Array(texts.slugs.length).fill(HOW.no);
  texts.cities.forEach((city, c) => {
    const ways = [...city.names.map((name) => name.replaceAll(' ', '')), `${city.names[0] ?? ''}市`, city.initials];
    const prefix = ways.filter((w) => w.length > 1 && text.startsWith(w)).sort((a, b) => b.length - a.length)[0];
    const rest = text.slice(prefix?.length ?? text.length);
    if (rest === '' || (/^[a-z0-9]/.test(rest) && rest.length < 2)) return;
    const named = byName(texts, rest);
    for (let v = 0; v < how.length; v += 1) {
      if (named[v] !== HOW.no && texts.at[v].includes(c)) how[v] = Math.min(how[v], named[v]);
    }
  });
  return how;
}

/** Pinyin in which syllables are cut short: `yunhcs`, `yhengshili`. Looked at only when nothing else is found. */
function byMixture(texts: NameTexts, text: string): Uint8Array {
  const how = new Uint8Array(texts.slugs.length).fill(HOW.no);
  if (!/^[a-z0-9]{3,}$/.test(text)) return how;
  const { pinyin } = texts;
  const first = text.charAt(0);
  for (let at = pinyin.text.indexOf(first); at !== -1; at = pinyin.text.indexOf(first, at + 1)) {
    if (pinyin.start[at] !== START.none && mixes(pinyin, at, text, 0)) how[pinyin.vendor[at]] = HOW.mixed;
  }
  return how;
}

/** Whether `text` from `from` on is made of the beginnings of the syllables from offset `at` on. */
function mixes(hay: Haystack, at: number, text: string, from: number): boolean {
  let length = 0;
  while (from + length < text.length && hay.text.charCodeAt(at + length) === text.charCodeAt(from + length)) {
    if (length > 0 && hay.start[at + length] !== START.none) break;
    length += 1;
  }
  if (from + length === text.length) return length > 0;
  let next = at + 1;
  while (hay.start[next] === START.none && hay.text.charCodeAt(next) !== 10) next += 1;
  if (hay.text.charCodeAt(next) === 10) return false;
  for (let taken = length; taken > 0; taken -= 1) if (mixes(hay, next, text, from + taken)) return true;
  return false;
}

function best(how: Uint8Array, other: Uint8Array): void {
  for (let v = 0; v < how.length; v += 1) how[v] = Math.min(how[v], other[v]);
}

function ranked(texts: NameTexts, how: Uint8Array, most: number): NameHits {
  const found: number[] = [];
  const counts = new Uint32Array(HOW.about + 1);
  for (let v = 0; v < how.length; v += 1) if (how[v] !== HOW.no) counts[how[v]]! += 1;
  // Only the ways that can still be among the best are put in order.
  let last = 0;
  for (let sum = counts[0]; sum < most && last < HOW.about; sum += counts[last]) last += 1;
  for (let v = 0; v < how.length; v += 1) if (how[v] <= last) found.push(v);
  found.sort(
    (a, b) => how[a] - how[b] || texts.lengths[a] - texts.lengths[b] || compareText(texts.slugs[a], texts.slugs[b]),
  );
  const count = counts.reduce((sum, n) => sum + n, 0);
  return {
    hits: found
      .slice(0, most)
      .map((v) => ({ vendor: v, slug: texts.slugs[v], how: how[v], about: how[v] === HOW.about })),
    count,
    named: count - counts[HOW.about],
  };
}

/** Shortest queries for which one edit still points somewhere. */
const LEAST = { letters: 4, characters: 3 } as const;

/**
 * Vendors with a part of their name one edit away from the query: a character changed, left out, added, or two swapped.
 * Beginnings of names first, then the shorter name, then the slug. Empty for queries too short to tell.
 */
export function findNear(texts: NameTexts, query: string, most = 3): number[] {
  const whole = foldName(query, texts.plain);
  const letters = whole.replaceAll(' ', '');
  const latin = /^[a-zü0-9]+$/.test(letters);
  if ([...letters].length < (latin ? LEAST.letters : LEAST.characters)) return [];
  const starts = new Map<number, number>();
  noteNear(texts.names, whole, starts);
  if (latin) noteNear(texts.pinyin, letters, starts);
  return [...starts]
    .sort(
      ([a, s], [b, t]) => t - s || texts.lengths[a] - texts.lengths[b] || compareText(texts.slugs[a], texts.slugs[b]),
    )
    .slice(0, most)
    .map(([vendor]) => vendor);
}

/** Notes for each vendor the best kind of beginning at which a part lies one edit away. */
function noteNear(hay: Haystack, query: string, starts: Map<number, number>): void {
  for (let at = 0; at < hay.text.length; at += 1) {
    const start = hay.start[at];
    const vendor = hay.vendor[at];
    if (start === START.none || start <= (starts.get(vendor) ?? START.none) || !isNear(hay, at, query)) continue;
    starts.set(vendor, start);
  }
}

/** Whether the text from `at` to the end of some piece is one edit away from the query, their first characters being alike. */
function isNear(hay: Haystack, at: number, query: string): boolean {
  const { text } = hay;
  let same = 0;
  while (same < query.length && text.charCodeAt(at + same) === query.charCodeAt(same)) same += 1;
  if (same === 0 || same === query.length) return false;
  const rest = (from: number, of: number): boolean =>
    text.startsWith(query.slice(of), from) && endsPiece(hay, from + query.length - of);
  const here = at + same;
  const swapped =
    same + 1 < query.length &&
    text.charCodeAt(here) === query.charCodeAt(same + 1) &&
    text.charCodeAt(here + 1) === query.charCodeAt(same);
  return (
    rest(here + 1, same + 1) || rest(here, same + 1) || rest(here + 1, same) || (swapped && rest(here + 2, same + 2))
  );
}

/** Whether a piece of a name ends before an offset. */
function endsPiece(hay: Haystack, at: number): boolean {
  const code = hay.text.charCodeAt(at);
  return code === 10 || code === 32 || (hay.start[at] ?? START.none) !== START.none;
}
