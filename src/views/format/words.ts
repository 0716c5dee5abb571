/** What this market calls a vendor, in the page's language. */
import type { Directory } from '../../schema/directory.ts';
import type { Language } from '../../schema/text.ts';

/** The words for one and for many. */
export interface Words {
  one: string;
  many: string;
}

/** The directory's words. */
export function wordsOf(directory: Directory, language: Language): Words {
  return { one: directory.vendor.one[language], many: directory.vendor.many[language] };
}
