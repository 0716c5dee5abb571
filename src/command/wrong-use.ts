/** A wrong call of a command. */
import type { Bilingual, Language } from '../schema/text.ts';

/** A wrong call of a command; its text is shown as it is, followed by a hint at `--help`. */
export class WrongUse extends Error {
  readonly #said: Bilingual | string;

  /** @param said in both languages, or what reads the same in both. */
  constructor(said: Bilingual | string) {
    super(typeof said === 'string' ? said : said.en);
    this.name = 'WrongUse';
    this.#said = said;
  }

  /** What is wrong, in a language. */
  told(language: Language): string {
    return typeof this.#said === 'string' ? this.#said : this.#said[language];
  }
}
