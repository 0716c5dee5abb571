/**
 * Which pages really hold a word. Pagefind never answers “none” where it can avoid it: for a word that no page has, it takes the
 * longest beginning that some word begins with, so that 汇丰 finds 汇总, and “asdfgh” finds “as”. Pure.
 */

/** Latin words shorter than this must stand there whole: nearly every page has a word that begins with “wi”. */
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

/** Whether a word tells enough to be looked for by itself when the whole query finds little: single characters do not. */
export function isTelling(word: string): boolean {
  return [...word].length > 1;
}
