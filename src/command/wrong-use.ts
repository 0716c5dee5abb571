import type { Bilingual, Language } from '../schema/text.ts';

/** A wrong call of a command; its text is shown as it is, followed by a hint at `--help`. */
export class WrongUse extends Error {
  readonly #text: Bilingual | string;

  /** @param text in both languages, or what reads the same in both. */
  constructor(text: Bilingual | string) {
    super(typeof text === 'string' ? text : text.en);
    this.name = 'WrongUse';
    this.#text = text;
  }

  /** What is wrong, in a language. */
  text(language: Language): string {
    return typeof this.#text === 'string' ? this.#text : this.#text[language];
  }
}
