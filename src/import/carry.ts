/** Importing a file again must not undo what editors decided about its reviews: their moderation is carried over. */
import type { CsvRow } from './csv-text.ts';

/** What the earlier file says about each of these must be said of the same review, or it is another review. */
const SAME = ['vendor', 'reviewed_on', 'reviewer', 'text'] as const;

export interface Carried {
  rows: CsvRow[];
  /** Ids of moderated rows that the new file no longer has. */
  lost: string[];
  /** How many decisions were carried over. */
  count: number;
}

/** Whether an editor has touched the row: it is not simply published. */
const isModerated = (row: CsvRow) => (row['moderation'] ?? 'published') !== 'published' || (row['moderation_reason'] ?? '') !== '';

/** Puts the moderation of `earlier` rows on the same rows of `rows`. */
export function carryModeration(earlier: readonly CsvRow[], rows: readonly CsvRow[]): Carried {
  const decided = new Map(earlier.filter(isModerated).map((row) => [row['id'] ?? '', row]));
  let count = 0;
  const carried = rows.map((row) => {
    const before = decided.get(row['id'] ?? '');
    if (before === undefined || SAME.some((column) => (before[column] ?? '') !== (row[column] ?? ''))) return row;
    decided.delete(row['id'] ?? '');
    count += 1;
    return { ...row, moderation: before['moderation'] ?? '', moderation_reason: before['moderation_reason'] ?? '' };
  });
  return { rows: carried, lost: [...decided.keys()], count };
}
