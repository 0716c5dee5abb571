/**
 * How a sentence about a problem is written down: three templates. `{name}` is a param of the problem, made printable;
 * `{name|type}` is a word of the table of types. A suggestion (`near`) or an
 * `example` replaces the fix by itself.
 */

export interface Sentence {
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/** Sentences of one language by rule. */
export type Sentences = Readonly<Record<string, Sentence>>;

/** Shortens the tables. */
export function sentence(found: string, expected: string, fix: string): Sentence {
  return { found, expected, fix };
}
