/** Picks the words for a page from texts that may lack its language. */
import type { EitherLanguage, Language } from '../../schema/text.ts';

/** Words to show; `lang` is there only when they are not in the page's language. */
export interface LocalText {
  text: string;
  lang?: Language;
}

/** The text in the page's language, or in the other one with a mark that says so. Throws when both are absent. */
export function localize(text: EitherLanguage, language: Language): LocalText {
  const own = text[language];
  if (own !== undefined) return { text: own };
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const fallback = text[other];
  if (fallback === undefined) throw new Error('a text without any language passed validation');
  return { text: fallback, lang: other };
}

/** As `say`, for a text that may be absent. */
export function localizeOptional(text: EitherLanguage | undefined, language: Language): LocalText | undefined {
  return text === undefined ? undefined : localize(text, language);
}
