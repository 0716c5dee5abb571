/** How Chinese names are read: one pinyin syllable without tone for each character. Build time only. */
import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/** Syllables of a folded name, one for each code point; other characters are kept. `ü` is written `v`. */
export function readingOf(name: string): string[] {
  const characters = [...name];
  const whole = pinyin(name, { toneType: 'none', type: 'array', v: true });
  const found =
    whole.length === characters.length ? whole : characters.map((c) => pinyin(c, { toneType: 'none', v: true }));
  return characters.map((character, i) => (HAN.test(character) ? plainSyllable(found[i] ?? character) : character));
}

/**
 * A slug that spells part of the name shows how it is read: the run of characters `from`..`to` (code
 * points, `to` excluded) whose syllables are the slug, with these syllables put in. Undefined when no run of at least two
 * characters can be read so.
 */
export function spelledBy(
  slug: string,
  name: string,
  reading: readonly string[],
): { from: number; to: number; reading: string[] } | undefined {
  const letters = slug.replaceAll('-', '');
  const characters = [...name];
  for (let from = 0; from < characters.length; from += 1) {
    const syllables = spelling(letters, characters, reading, from);
    if (syllables === undefined || syllables.length < 2) continue;
    const to = from + syllables.length;
    return { from, to, reading: [...reading.slice(0, from), ...syllables, ...reading.slice(to)] };
  }
  return undefined;
}

/** Syllables of the characters from `at` on that spell `letters` whole; the usual reading is tried first. */
function spelling(
  letters: string,
  characters: readonly string[],
  reading: readonly string[],
  at: number,
): string[] | undefined {
  if (letters === '') return [];
  const character = characters[at];
  if (character === undefined) return undefined;
  const usual = reading[at] ?? character;
  for (const syllable of letters.startsWith(usual) ? [usual, ...others(character)] : others(character)) {
    if (!letters.startsWith(syllable)) continue;
    const rest = spelling(letters.slice(syllable.length), characters, reading, at + 1);
    if (rest !== undefined) return [syllable, ...rest];
  }
  return undefined;
}

const known = new Map<string, readonly string[]>();

/** All readings of a character. */
function others(character: string): readonly string[] {
  const found = known.get(character);
  if (found !== undefined) return found;
  const read = HAN.test(character)
    ? [...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }).map(plainSyllable))]
    : [character];
  known.set(character, read);
  return read;
}

function plainSyllable(syllable: string): string {
  return syllable.replaceAll('ü', 'v').toLowerCase();
}
