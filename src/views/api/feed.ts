/** The Atom feed (RFC 4287) of updates, one for each language. Its dates are those of the data: no clock is read. */
import { updateLabels } from '../../i18n/labels/updates.ts';
import { LANGUAGE_TAGS, pathIn } from '../../i18n/language.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { Language } from '../../schema/text.ts';
import { absolute } from './addresses.ts';
import { type FeedEntry, feedEntries } from './feed-entries.ts';
import { element, wrap, xmlDocument } from './xml.ts';

/** The feed as XML. */
export function feed(dataset: Dataset, language: Language): string {
  const { site, release } = dataset;
  const labels = updateLabels[language];
  const entries = feedEntries(dataset, language);
  const home = absolute(site, pathIn(language, '/'));
  const own = absolute(site, pathIn(language, '/feed.xml'));
  const parts = [
    element('id', own),
    element('title', labels.title(site.name[language])),
    element('subtitle', site.sampleData ? labels.sample : site.tagline[language]),
    element('updated', instant(entries[0]?.on ?? release.asOf)),
    element('link', undefined, { rel: 'self', type: 'application/atom+xml', href: own }),
    element('link', undefined, { rel: 'alternate', type: 'text/html', hreflang: LANGUAGE_TAGS[language], href: home }),
    wrap('author', element('name', site.name[language]) + element('uri', home)),
    ...entries.map((entry) => entryXml(dataset, entry, language)),
  ];
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': LANGUAGE_TAGS[language] };
  return xmlDocument(wrap('feed', `\n${parts.join('\n')}\n`, attributes));
}

function entryXml({ site }: Dataset, entry: FeedEntry, language: Language): string {
  const address = absolute(site, pathIn(language, entry.path));
  return wrap(
    'entry',
    [
      element('id', `${absolute(site, pathIn(language, '/feed.xml'))}#${entry.key}`),
      element('title', entry.title),
      element('link', undefined, { rel: 'alternate', type: 'text/html', href: address }),
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
