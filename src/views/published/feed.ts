/** The Atom feed of updates, one for each language. */
import { updateLabels } from '../../i18n/labels/updates.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { FrozenRelease } from '../../schema/frozen.ts';
import type { Language } from '../../schema/text.ts';
import { atom } from './atom.ts';
import { feedEntries } from './feed-entries.ts';

/** The feed as XML. @param releases the first one first. */
export function feed(dataset: Dataset, releases: readonly FrozenRelease[], language: Language): string {
  const { site, release } = dataset;
  const labels = updateLabels[language];
  const entries = feedEntries(dataset, releases, language);
  const head = {
    path: '/feed.xml',
    page: '/',
    title: labels.title(site.name[language]),
    subtitle: site.sampleData ? labels.sample : site.tagline[language],
    updated: entries[0]?.on ?? release.asOf,
  };
  return atom(site, head, entries, language);
}
