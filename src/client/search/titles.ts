/** Frameworks, dimensions and criteria whose name is the query. Pure. */
import type { SearchTitle } from '../../views/browser/search-files.ts';
import { foldName } from '../../views/browser/names.ts';

const NO_PAIRS: ReadonlyMap<string, string> = new Map();

/** Those whose name, in either language, is exactly `query`, but for case, width, blanks and punctuation; none for an empty query. */
export function titlesIn(titles: readonly SearchTitle[], query: string): SearchTitle[] {
  const wanted = foldName(query, NO_PAIRS);
  if (wanted === '') return [];
  return titles.filter(
    ({ name, other }) => foldName(name, NO_PAIRS) === wanted || foldName(other, NO_PAIRS) === wanted,
  );
}
