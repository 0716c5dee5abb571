/**
 * Importing a file again must not undo what editors decided about its reviews: a review that is in the tree keeps the moderation
 * that it has there, whether that was withheld, or published out of a mapping that says pending.
 */
import type { CsvRow } from './csv-text.ts';

/** What the earlier file says about each of these must be said of the same review, or it is another review. */
const SAME = ['vendor', 'reviewed_on', 'reviewer', 'text'] as const;

export interface Carried {
  rows: CsvRow[];
  /** Ids of moderated rows that the new file no longer has. */
  lost: string[];
  /** How many reviews keep a moderation that the mapping would not give them. */
  count: number;
}

const moderationOf = (row: CsvRow) => ({
  moderation: row['moderation'] ?? 'published',
  moderation_reason: row['moderation_reason'] ?? '',
});

/** Whether somebody has looked at the row: it waits for nobody and is not simply published. */
const isDecided = (row: CsvRow) => {
  const { moderation, moderation_reason } = moderationOf(row);
  return moderation_reason !== '' || (moderation !== 'published' && moderation !== 'pending');
};

/** Puts the moderation of `earlier` rows on the same rows of `rows`. */
export function carryModeration(earlier: readonly CsvRow[], rows: readonly CsvRow[]): Carried {
  const before = new Map(earlier.map((row) => [row['id'] ?? '', row]));
  const left = new Set(earlier.filter(isDecided).map((row) => row['id'] ?? ''));
  let count = 0;
  const carried = rows.map((row) => {
    const id = row['id'] ?? '';
    const old = before.get(id);
    if (old === undefined || SAME.some((column) => (old[column] ?? '') !== (row[column] ?? ''))) return row;
    left.delete(id);
    const [kept, mapped] = [moderationOf(old), moderationOf(row)];
    if (kept.moderation === mapped.moderation && kept.moderation_reason === mapped.moderation_reason) return row;
    count += 1;
    return { ...row, ...kept };
  });
  return { rows: carried, lost: [...left], count };
}
