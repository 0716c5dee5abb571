/** Why a record, or a cell of it, cannot be used: the value that every part of the import hands on instead of a text. */

/** Stable names of the reasons; their sentences are in `i18n/import.ts`. */
export type Reason =
  | 'where'
  | 'superseded'
  | 'key-empty'
  | 'ragged'
  | 'broken'
  | 'not-number'
  | 'not-date'
  | 'out-of-range'
  | 'out-of-scale'
  | 'not-in-table'
  | 'slug-empty'
  | 'slug-clash'
  | 'negative-minutes'
  | 'required-empty'
  | 'not-allowed'
  | 'personal-data'
  | 'guessable'
  | 'id-repeated'
  | 'outside-collection'
  | 'vendor-unknown'
  | 'vendor-exists'
  | 'vendor-bad'
  | 'answered-twice';

/** A record that is left out: on purpose (`skip`), or because something in it is bad (`error`). */
export interface LeftOut {
  out: 'skip' | 'error';
  reason: Reason;
  /** What was found, as it stood in the file; may be empty. */
  found: string;
}

/** A cell's text ('' = unknown), or the reason why its record cannot be used. */
export type Made = string | LeftOut;

/** Turns a step's declared `fallback` into its outcome: an empty cell, or a record left out for `reason`. */
export function fallBack(choice: 'error' | 'empty' | 'skip', reason: Reason, found: string): Made {
  return choice === 'empty' ? '' : { out: choice, reason, found };
}
