/** Route parameters for pages that exist in both languages. */
import { parameterOf } from '../i18n/language.ts';
import { LANGUAGES } from '../schema/text.ts';

/** The route of a page that takes no other parameter, in both languages. */
export function inBothLanguages(): { params: { lang: string | undefined } }[] {
  return LANGUAGES.map((language) => ({ params: { lang: parameterOf(language) } }));
}

/**
 * The routes of pages with parameters of their own, in both languages. Both pages of one thing follow each other, so that
 * what they share is still at hand.
 */
export function eachInBothLanguages<P extends Record<string, string | undefined>>(
  parameters: readonly P[],
): { params: P & { lang: string | undefined } }[] {
  return parameters.flatMap((own) =>
    LANGUAGES.map((language) => ({ params: { ...own, lang: parameterOf(language) } })),
  );
}
