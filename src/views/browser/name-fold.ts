/** Makes names and queries comparable: width, case, accents, punctuation and traditional characters no longer differ. */

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
