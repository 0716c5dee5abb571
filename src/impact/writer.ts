/** The ways in which a report may be written: what differs between Markdown and plain text. */

/** An entry of a list, with entries below it. */
export interface Item {
  text: string;
  items?: readonly Item[];
}

/** Makes lines of text. What comes from files goes through `foreign` or `code`; everything else is taken as it is. */
export interface Writer {
  /** Text that strangers wrote, made harmless. */
  foreign: (text: string) => string;
  /** A path or id. */
  code: (text: string) => string;
  strong: (text: string) => string;
  heading: (level: 2 | 3, text: string) => string[];
  list: (items: readonly Item[]) => string[];
  table: (heads: readonly string[], rows: readonly (readonly string[])[]) => string[];
  /** Lines that are folded away where that can be done. */
  fold: (summary: string, lines: readonly string[]) => string[];
}
