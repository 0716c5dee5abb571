/** The link to the page in the other language leads to the same state: the same query, and the same part behind `#`. */

const links = [...document.querySelectorAll<HTMLAnchorElement>('a.tongue')];

/** Gives the link the query and the part behind `#` of the present address. */
export function keepInOtherLanguage(): void {
  for (const link of links) {
    link.search = location.search;
    link.hash = location.hash;
  }
}

keepInOtherLanguage();
addEventListener('hashchange', keepInOtherLanguage);
addEventListener('popstate', keepInOtherLanguage);
// Pages that keep their state in the address tell nobody when they change it, so the link is also set right when it is used.
for (const link of links) for (const use of ['pointerenter', 'focus', 'click', 'contextmenu']) link.addEventListener(use, keepInOtherLanguage);
