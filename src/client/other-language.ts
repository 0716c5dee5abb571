/** The link to the page in the other language, kept to the same state. */

/** Gives the link the query and the part behind `#` of the present address. */
export function keepInOtherLanguage(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.tongue')) {
    link.search = location.search;
    link.hash = location.hash;
  }
}
