/** What a query is the name of: rankings of a place or a service; frameworks, dimensions and criteria. Pure. */
import { foldName, foldWords } from '../../views/browser/names.ts';
import type { SearchScope, SearchTitle } from '../../views/browser/search-files.ts';

/**
 * The places and services that the whole query, or one of its words, is the name of; a beginning with a place's name counts
 * too. One for each name. `suffixes` are endings that people add to the name of a place.
 */
export function scopesIn(
  scopes: readonly SearchScope[],
  query: string,
  plain: ReadonlyMap<string, string>,
  suffixes: readonly string[],
): SearchScope[] {
  const whole = foldName(query, plain);
  const words = new Set([whole, ...foldWords(query, plain)].filter((word) => word !== ''));
  const named = new Set<string>();
  return scopes.filter((scope) => {
    const names = scope.names.map((name) => foldName(name, plain));
    const known = names.some(
      (name) =>
        words.has(name) ||
        (scope.kind === 'place' && (suffixes.some((s) => words.has(name + s)) || startsWithPlace(whole, name))),
    );
    if (!known || named.has(scope.name)) return false;
    named.add(scope.name);
    return true;
  });
}

function startsWithPlace(whole: string, name: string): boolean {
  return name.length > 1 && whole.length > name.length && /\p{Script=Han}/u.test(name) && whole.startsWith(name);
}

const NO_PAIRS: ReadonlyMap<string, string> = new Map();

/** Those whose name, in either language, is exactly `query`, but for case, width, blanks and punctuation; none for an empty query. */
export function titlesIn(titles: readonly SearchTitle[], query: string): SearchTitle[] {
  const wanted = foldName(query, NO_PAIRS);
  if (wanted === '') return [];
  return titles.filter(
    ({ name, other }) => foldName(name, NO_PAIRS) === wanted || foldName(other, NO_PAIRS) === wanted,
  );
}
