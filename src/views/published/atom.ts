/** Writing Atom feeds (RFC 4287). Their dates are those of the data: no clock is read. */
import { LANGUAGE_TAGS, pathIn } from '../../i18n/language.ts';
import type { Site } from '../../schema/site.ts';
import type { Language } from '../../schema/text.ts';
import { absolute } from './addresses.ts';
import { element, wrap, xmlDocument } from './xml.ts';

export interface FeedEntry {
  /** Path of its page in the default language, with the anchor of what it is about. */
  path: string;
  /** Unique among the entries and never changed: what the entry's identity is made of. */
  key: string;
  /** `YYYY-MM-DD`. */
  on: string;
  title: string;
  summary: string | undefined;
}

/** What a feed says of itself. Paths are those of the default language. */
interface FeedHead {
  path: string;
  /** The page that the feed is of. */
  page: string;
  title: string;
  subtitle: string;
  /** `YYYY-MM-DD` of the newest entry, or of the build when there is none. */
  updated: string;
}

/** A feed as XML, its entries in the order given. */
export function atom(site: Site, head: FeedHead, entries: readonly FeedEntry[], language: Language): string {
  const home = absolute(site, pathIn(language, '/'));
  const own = absolute(site, pathIn(language, head.path));
  const parts = [
    element('id', own),
    element('title', head.title),
    element('subtitle', head.subtitle),
    element('updated', instant(head.updated)),
    element('link', undefined, { rel: 'self', type: 'application/atom+xml', href: own }),
    element('link', undefined, {
      rel: 'alternate',
      type: 'text/html',
      hreflang: LANGUAGE_TAGS[language],
      href: absolute(site, pathIn(language, head.page)),
    }),
    wrap('author', element('name', site.name[language]) + element('uri', home)),
    ...entries.map((entry) => entryXml(site, own, entry, language)),
  ];
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': LANGUAGE_TAGS[language] };
  return xmlDocument(wrap('feed', `\n${parts.join('\n')}\n`, attributes));
}

function entryXml(site: Site, own: string, entry: FeedEntry, language: Language): string {
  return wrap(
    'entry',
    [
      element('id', `${own}#${entry.key}`),
      element('title', entry.title),
      element('link', undefined, {
        rel: 'alternate',
        type: 'text/html',
        href: absolute(site, pathIn(language, entry.path)),
      }),
      element('published', instant(entry.on)),
      element('updated', instant(entry.on)),
      ...(entry.summary === undefined ? [] : [element('summary', entry.summary, { type: 'text' })]),
    ].join(''),
  );
}

/** The start of a day as RFC 3339 wants it. */
function instant(date: string): string {
  return `${date}T00:00:00Z`;
}
