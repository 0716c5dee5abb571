/** Short forms of long names, for sentences that name a vendor again: the full name stands elsewhere on the page. Pure; runs in the browser. */

import { textWidth } from '../../schema/text-width.ts';

/** Widest short form, in half-width columns: sixteen Chinese characters, or twice as many Latin letters. */
const WIDEST = 32;

/**
 * A short form for each name, in their order. A name that is short enough stays; a longer one is cut, at a word or at a mark
 * where it has one, and ends in an ellipsis. One that would then read like another of the names stays whole.
 */
export function shortNames(names: readonly string[]): string[] {
  return names.map((name, i) => {
    const stem = stemOf(name);
    const ambiguous = names.some((other, j) => j !== i && other.startsWith(stem));
    return stem === name || ambiguous ? name : `${stem}…`;
  });
}

function stemOf(name: string): string {
  if (textWidth(name) <= WIDEST) return name;
  let stem = '';
  for (const character of name) {
    if (textWidth(stem + character) > WIDEST) break;
    stem += character;
  }
  const rest = name.slice(stem.length);
  const word = stem.lastIndexOf(' ');
  // A Latin word is not cut in two when there is another before it, nor a part of a list when enough stands before it.
  const part = Math.max(...Array.from('、，（', (mark) => stem.lastIndexOf(mark)));
  const whole =
    word > 0 && /^[\p{Script=Latin}\d]/u.test(rest)
      ? stem.slice(0, word)
      : part >= stem.length / 2
        ? stem.slice(0, part)
        : stem;
  return whole.replace(/(?<![\p{P}\s])[\p{P}\s]+$/u, '') || stem;
}
