/**
 * `/search/names.json`, the index of names written by `name-index.ts`, and folding, which makes names and queries comparable:
 * width, case, accents, punctuation and traditional characters no longer differ.
 */

const HAN = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const SEPARATORS = /[^\p{L}\p{N}\n]+/gu;
const BESIDE_HAN = new RegExp(` (?=[${HAN}])|(?<=[${HAN}]) `, 'gu');
const EDGES = /^ | $/gm;

/**
 * Folds text: compatibility forms (full-width letters) to plain ones, lower case, no accents, every run of punctuation and
 * blanks to one blank, none beside Chinese characters; characters found in `plain` become simplified. Line feeds stay, so
 * that many names may be folded at once.
 */
export function foldName(text: string, plain: ReadonlyMap<string, string>): string {
  return simplified(letters(text), plain).replace(SEPARATORS, ' ').replace(BESIDE_HAN, '').replace(EDGES, '');
}

/** The words of a query, folded one by one: what stood between blanks, commas and the like. */
export function foldWords(text: string, plain: ReadonlyMap<string, string>): string[] {
  return simplified(letters(text), plain)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function letters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

function simplified(text: string, plain: ReadonlyMap<string, string>): string {
  if (plain.size === 0) return text;
  let out = '';
  for (const character of text) out += plain.get(character) ?? character;
  return out;
}

/** Placeholders of the slug and of the part of the Chinese name that it spells. */
export const MARKS = { slug: '\u0001', run: '\u0002' } as const;

/** The slug with a capital, as English names write a brand. */
export function capital(slug: string): string {
  return slug.charAt(0).toUpperCase() + slug.slice(1);
}

/**
 * Columns with one line for each vendor, so that they compress well. `MARKS.slug` in `en` and `also` stands for the slug with a
 * capital, `MARKS.run` in `also` for the characters of the Chinese name that the slug spells. Names cannot hold either mark:
 * control characters are refused in vendor files.
 */
export interface NameFile {
  version: 1;
  /**
   * The slug, or two capitals `XY` when it is the reading of characters X..Y of the Chinese name (A = 0, Y excluded). Slugs
   * themselves have no capitals.
   */
  slugs: string;
  /** Chinese and English names as displayed; empty lines for those without. */
  zh: string;
  en: string;
  /** Other names, separated by tabs. Names that are part of another name of the same vendor are left out. */
  also: string;
  /** One line for each city: Chinese name, tab, English name, tab, pinyin with blanks between syllables. */
  cities: string;
  /** Lines of `cities` that the vendor has offices in, in base 36, separated by blanks; the main one first. */
  at: string;
  /** One line for each service: names and aliases in all languages, separated by tabs. */
  services: string;
  /** Lines of `services` as a number in base 36 whose bit `i` stands for line `i`. */
  does: string;
  /** Pinyin of every character that occurs: a syllable and its characters, groups separated by commas. */
  readings: string;
  /** Characters read otherwise: `vendor.name.position.syllable`, numbers in base 36, name 0 = Chinese, 1.. = `also`; by commas. */
  except: string;
  /** Traditional characters, each followed by its simplified form. */
  plain: string;
}
