/** Many short texts one after the other, so that one `indexOf` looks through all of them at once. */

/** What begins at an offset of a haystack: nothing, a piece (character, syllable, word), or a whole form of a name. */
export const START = { none: 0, piece: 1, form: 2 } as const;

/** Forms of names one after the other, each ended by a line feed. */
export interface Haystack {
  text: string;
  /** Vendor that the character at an offset belongs to. */
  vendor: Int32Array;
  /** What begins at an offset: one of `START`. */
  start: Uint8Array;
}

/** Collects forms of names. */
export class Forms {
  readonly #texts: string[] = [];
  readonly #vendors: number[] = [];
  readonly #starts: number[] = [];

  /** Adds one form of a vendor's name in pieces; piece `again` (-1 for none) counts as a beginning too. */
  add(vendor: number, pieces: readonly string[], again: number): void {
    let text = '';
    pieces.forEach((piece, i) => {
      const first = i === 0 || i === again ? START.form : beginsPiece(piece, text.at(-1)) ? START.piece : START.none;
      this.#starts.push(first);
      for (let rest = 1; rest < piece.length; rest += 1) this.#starts.push(START.none);
      text += piece;
    });
    this.#starts.push(START.none);
    this.#texts.push(text);
    this.#vendors.push(vendor);
  }

  /** The haystack of all forms added. */
  haystack(): Haystack {
    const text = this.#texts.join('\n') + '\n';
    const vendor = new Int32Array(text.length);
    let at = 0;
    this.#texts.forEach((form, i) => {
      vendor.fill(this.#vendors[i] as number, at, at + form.length + 1);
      at += form.length + 1;
    });
    return { text, vendor, start: Uint8Array.from(this.#starts) };
  }
}

/** Letters and digits of other scripts than Chinese make words; only their first begins something. */
function beginsPiece(piece: string, before: string | undefined): boolean {
  const inWord = /^[a-z0-9]$/.test(piece) && before !== undefined && /[a-z0-9]/.test(before);
  return piece !== ' ' && !inWord;
}

/** Calls `found` for each place where `query` stands at the beginning of a piece, with the offset behind it. */
export function scan(hay: Haystack, query: string, found: (vendor: number, start: number, end: number) => void): void {
  for (let at = hay.text.indexOf(query); at !== -1; at = hay.text.indexOf(query, at + 1)) {
    const start = hay.start[at] as number;
    if (start !== START.none) found(hay.vendor[at] as number, start, at + query.length);
  }
}
