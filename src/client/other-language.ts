/** The link to the page in the other language leads to the same state: the same query, and the same part behind `#`. */

/** Anchors of a text whose headings are called otherwise in the other language; the page carries them. */
const anchors = new Map<string, string>(
  JSON.parse(document.getElementById('other-anchors')?.textContent ?? '[]') as [string, string][],
);

const links = [...document.querySelectorAll<HTMLAnchorElement>('a.tongue')];

function anchorElsewhere(): string {
  try {
    return anchors.get(decodeURIComponent(location.hash.slice(1))) ?? location.hash;
  } catch {
    // A stray percent sign is no anchor of ours.
    return location.hash;
  }
}

/** Gives the link the query and the part behind `#` of the present address. */
export function keepInOtherLanguage(): void {
  for (const link of links) {
    link.search = location.search;
    link.hash = anchorElsewhere();
  }
}

keepInOtherLanguage();
addEventListener('hashchange', keepInOtherLanguage);
addEventListener('popstate', keepInOtherLanguage);
// Pages that keep their state in the address tell nobody when they change it, so the link is also set right when it is used.
for (const link of links)
  for (const use of ['pointerenter', 'focus', 'click', 'contextmenu']) link.addEventListener(use, keepInOtherLanguage);
