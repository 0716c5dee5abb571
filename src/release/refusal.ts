/** Why a release is not made. */
import type { Bilingual } from '../schema/text.ts';

/** Thrown before anything is written; says why in both languages. */
export class ReleaseRefused extends Error {
  readonly said: Bilingual;
  constructor(said: Bilingual) {
    super(said.en);
    this.name = 'ReleaseRefused';
    this.said = said;
  }
}
