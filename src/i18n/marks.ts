/** Punctuation that differs between the languages, where a label and its value are put together outside the labels. */
import type { Language } from '../schema/text.ts';

/** What stands between a label and its value: `：`, or a colon with a space. */
export function colon(language: Language): string {
  return language === 'zh' ? '：' : ': ';
}

/** What stands between entries that may hold commas: `；`, or a semicolon with a space. */
export function semicolon(language: Language): string {
  return language === 'zh' ? '；' : '; ';
}

/** An English sentence with its full stop, which a name that ends in one, or in an ellipsis, brings along: `Example Inc.`. */
export function stopped(sentence: string): string {
  return /[.…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** Whole sentences one after another: without a space in Chinese, with one in English. */
export function sentences(parts: readonly string[], language: Language): string {
  return parts.join(language === 'zh' ? '' : ' ');
}
