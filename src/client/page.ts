/** What the scripts of a page know of it. */
import type { Language } from '../i18n/language.ts';

/** The language of the page. */
export const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh';

/** The data that the page carries in `<script type="application/json" id="...">`. Throws when it has none. */
export function pageData<T>(id: string): T {
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`the page has no data called ${id}`);
  return JSON.parse(text) as T;
}

/** The element of an id. Throws when the page has none. */
export function elementOf<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found as T;
}
