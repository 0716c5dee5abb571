/** Names that differ from a query by one slip of the pen: asked for when nothing holds the query itself. */
import { foldName } from '../../views/browser/names.ts';
import { type Haystack, START } from './name-haystack.ts';
import type { NameTexts } from './name-texts.ts';
import { compareText } from '../../schema/order.ts';

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
  note(texts.names, whole, starts);
  if (latin) note(texts.pinyin, letters, starts);
  return [...starts]
    .sort(
      ([a, s], [b, t]) =>
        t - s ||
        (texts.lengths[a] as number) - (texts.lengths[b] as number) ||
        compareText(texts.slugs[a] as string, texts.slugs[b] as string),
    )
    .slice(0, most)
    .map(([vendor]) => vendor);
}

/** Notes for each vendor the best kind of beginning at which a part lies one edit away. */
function note(hay: Haystack, query: string, starts: Map<number, number>): void {
  for (let at = 0; at < hay.text.length; at += 1) {
    const start = hay.start[at] as number;
    const vendor = hay.vendor[at] as number;
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
    text.startsWith(query.slice(of), from) && ends(hay, from + query.length - of);
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
function ends(hay: Haystack, at: number): boolean {
  const code = hay.text.charCodeAt(at);
  return code === 10 || code === 32 || (hay.start[at] ?? START.none) !== START.none;
}
