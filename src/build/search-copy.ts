/**
 * What the search engine reads of a page. Pagefind parses all of every page to find the part that is marked for it, which
 * on a vendor page is a tenth; so it is given copies that hold the marked part alone, in files that are not published.
 */

/** A page as it is indexed. */
export interface SearchCopy {
  /** The page's language tag. */
  language: string;
  html: string;
}

/**
 * The page with the element marked `data-pagefind-body` as all of its body, without what is marked `data-pagefind-ignore` in
 * it; undefined for a page that has no such element and is not to be found. Reads the regular markup that this site renders:
 * elements marked either way are not void, every tag in them is closed, and attributes stand in double quotes.
 * @throws Error when the marked element does not end.
 */
export function searchCopy(page: string): SearchCopy | undefined {
  const start = markedElement(page, 'data-pagefind-body', 0);
  if (start < 0) return undefined;
  const end = endOfElement(page, start);
  let body = '';
  let from = start;
  for (;;) {
    const element = markedElement(page, 'data-pagefind-ignore', from);
    if (element < 0 || element >= end) break;
    body += page.slice(from, element);
    from = endOfElement(page, element);
  }
  body = separated(body + page.slice(from, end));
  const language = /<html[^>]* lang="([a-zA-Z-]+)"/.exec(page)?.[1] ?? 'unknown';
  const title = /<title>[^<]*<\/title>/.exec(page)?.[0] ?? '';
  return { language, html: `<!doctype html><html lang="${language}"><head>${title}</head><body>${body}</body></html>` };
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])(?:[^<>"]|"[^"]*")*>/gi;
/** Elements that the styles set apart from what stands beside them, but that the search engine reads as running text. */
const APART = new Set(['aside', 'button', 'caption', 'dd', 'dt', 'figcaption', 'small', 'summary', 'th']);
/** Elements of running text. Two of them without a blank between them are laid out side by side, as parts of a price are. */
const RUNNING = new Set(['a', 'b', 'bdi', 'code', 'em', 'i', 'span', 'strong', 'time']);

/**
 * The markup with a blank wherever a reader sees two texts apart. Without it the engine joins them: the words of the page are
 * then not those that a person searches for, and excerpts read “monthRepairs”.
 */
function separated(html: string): string {
  let last = { end: -1, closesRunning: false };
  return html.replace(TAG, (tag: string, slash: string, written: string, at: number) => {
    const name = written.toLowerCase();
    const closes = slash !== '';
    const beside = !closes && RUNNING.has(name) && last.closesRunning && last.end === at;
    last = { end: at + tag.length, closesRunning: closes && RUNNING.has(name) };
    if (APART.has(name)) return closes ? `${tag} ` : ` ${tag}`;
    return beside ? ` ${tag}` : tag;
  });
}

/**
 * Where the first element from `from` on begins that has this attribute; -1 for none. A vendor may write the word into its
 * name or a note: in a text, or in another attribute's value, it is no attribute.
 */
function markedElement(page: string, attribute: string, from: number): number {
  for (let at = page.indexOf(` ${attribute}`, from); at >= 0; at = page.indexOf(` ${attribute}`, at + 1)) {
    const tag = page.lastIndexOf('<', at);
    if (tag < from || /[^a-z]/i.test(page.charAt(tag + 1))) continue;
    const quotes = page.slice(tag, at).split('"').length - 1;
    if (quotes % 2 === 0 && at < endOfTag(page, tag + 1) && /[\s=/>]/.test(page.charAt(at + 1 + attribute.length)))
      return tag;
  }
  return -1;
}

/** Where the element that begins at `start` ends: after the closing tag that has no opening one of the same name. */
function endOfElement(page: string, start: number): number {
  const own = /^[a-z0-9-]+/i.exec(page.slice(start + 1, start + 40))?.[0] ?? '';
  let depth = 0;
  for (let at = start; at >= 0; at = page.indexOf('<', at)) {
    const closing = page.charCodeAt(at + 1) === SLASH;
    const after = at + (closing ? 2 : 1);
    if (page.startsWith(own, after) && !/[a-z0-9-]/i.test(page.charAt(after + own.length))) depth += closing ? -1 : 1;
    at = endOfTag(page, after);
    if (depth === 0) return at;
  }
  throw new Error(`<${own}> at ${start} has no end`);
}

const SLASH = 47;

/** Just after the `>` of the tag that `from` is in; one inside quotes means nothing. */
function endOfTag(page: string, from: number): number {
  for (let at = from; ;) {
    const end = page.indexOf('>', at);
    if (end < 0) return page.length;
    const quote = page.indexOf('"', at);
    if (quote < 0 || quote > end) return end + 1;
    at = page.indexOf('"', quote + 1) + 1;
    if (at === 0) return page.length;
  }
}
