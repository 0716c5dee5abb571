/** Nothing may be named twice within a list. */
import type { Path } from '../load/raw.ts';
import type { Checked } from './shape.ts';
import type { Report } from './report.ts';

/**
 * Reports the second and every later entry with the same id.
 * @param at path of the list.
 */
export function uniqueIds(
  checked: Checked<unknown>,
  at: Path,
  entries: readonly { id: string }[],
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [i, { id }] of entries.entries()) {
    if (seen.has(id)) report.yaml(checked.file, [...at, i, 'id'], 'duplicate-id', { found: id });
    seen.add(id);
  }
}

/**
 * Reports the second and every later of equal words in a list of words.
 * @param at path of the list.
 */
export function uniqueWords(checked: Checked<unknown>, at: Path, words: readonly string[], report: Report): void {
  if (words.length < 2) return;
  const seen = new Set<string>();
  for (const [i, word] of words.entries()) {
    if (seen.has(word)) report.yaml(checked.file, [...at, i], 'duplicate-entry', { found: word });
    seen.add(word);
  }
}
