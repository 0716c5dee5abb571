/** The two languages of the site and where their pages live: Chinese at `/`, English at `/en/`. */
import type { Language } from '../schema/text.ts';

export type { Language };

/** BCP 47 tags for `<html lang>` and `hreflang`. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

/** The language of a `[...lang]` route parameter; the default language has none. */
export function languageOf(parameter: string | undefined): Language {
  return parameter === 'en' ? 'en' : 'zh';
}

/** The `[...lang]` route parameter of a language: nothing for the default one. */
export function parameterOf(language: Language): string | undefined {
  return language === 'zh' ? undefined : language;
}

/** The address of `path` (which starts with `/`) in a language, such as `/rankings/` or `/en/rankings/`. */
export function pathIn(language: Language, path: string): string {
  return language === 'zh' ? path : `/${language}${path}`;
}

/** The other language. */
export function otherLanguage(language: Language): Language {
  return language === 'zh' ? 'en' : 'zh';
}
