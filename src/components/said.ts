/** Words that may be in the other language, as markup; what `Txt.astro` does, for parts of a page made by functions. */
import { LANGUAGE_TAGS } from '../i18n/language.ts';
import type { Said } from '../views/format/say.ts';
import { type Markup, html } from './markup.ts';

/** The words, marked when they are in the other language, so that they are read and broken rightly. */
export function said(of: Said): Markup {
  return of.lang === undefined ? html`${of.text}` : html`<span lang="${LANGUAGE_TAGS[of.lang]}">${of.text}</span>`;
}
