/** The words of a question that are worth looking for. Pure. */
import type { Language } from '../../i18n/language.ts';

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
