/**
 * Markup made by plain functions, for the parts of a page that hold hundreds of small pieces: a component instance for each
 * of them costs many times what the text does. Words are escaped unless they are markup made here.
 */

/** A piece of HTML that may be put into a page as it is. Only its type leaves this file: `html` alone makes one. */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}
export type { Markup };

/** What may stand in a template: words and numbers are escaped, markup is kept, nothing is left out. */
export type Piece = string | number | Markup | readonly Piece[] | undefined | false;

/** HTML out of a template: `` html`<b class="${kind}">${words}</b>` ``. Attribute values must be quoted. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = parts[0] as string;
  for (let i = 0; i < pieces.length; i++) text += textOf(pieces[i]) + (parts[i + 1] as string);
  return new Markup(text);
}

function textOf(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'number') return String(piece);
  if (piece instanceof Markup) return piece.toString();
  let text = '';
  for (const part of piece) text += textOf(part);
  return text;
}

const SPECIAL = /[&<>"']/;
const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, (c) => NAMES[c] as string) : text;
}
