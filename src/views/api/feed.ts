/** The Atom feed of updates, one for each language. */
import { updateLabels } from '../../i18n/labels/updates.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { Language } from '../../schema/text.ts';
import { atom } from './atom.ts';
import { feedEntries } from './feed-entries.ts';

/** The feed as XML. */
export function feed(dataset: Dataset, language: Language): string {
  const { site, release } = dataset;
  const labels = updateLabels[language];
  const entries = feedEntries(dataset, language);
  const head = {
    path: '/feed.xml',
    page: '/',
    title: labels.title(site.name[language]),
    subtitle: site.sampleData ? labels.sample : site.tagline[language],
    updated: entries[0]?.on ?? release.asOf,
  };
  return atom(site, head, entries, language);
}
