/**
 * The Atom feed of updates, one for each language: vendors entered and left, methods and results published, cases opened
 * and closed.
 */
import { updateLabels } from '../../i18n/labels/updates.ts';
import type { Dataset, Case, Vendor } from '../../schema/dataset.ts';
import type { FrozenRelease } from '../../schema/frozen.ts';
import type { Language } from '../../schema/text.ts';
import { atom, type FeedEntry } from './atom.ts';
import { releaseRows } from '../pages/releases.ts';
import { localize, localizeOptional } from '../format/localize.ts';
import { releaseEntry } from './releases-feed.ts';
import { compareText } from '../../schema/order.ts';

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

/** Entries that the feed holds at most. */
const MOST_ENTRIES = 50;

/** The newest entries up to the day of the build, newest first; the key settles the order within a day. */
export function feedEntries(
  dataset: Dataset,
  releases: readonly FrozenRelease[],
  language: Language,
  most = MOST_ENTRIES,
): FeedEntry[] {
  const vendors = new Map(dataset.vendors.map((v) => [v.slug, v] as const));
  return [
    ...dataset.vendors.flatMap((v) => vendorEntries(v, language)),
    ...dataset.methods.flatMap(({ method }) => methodEntry(method, language)),
    ...releaseRows(releases).map((row) => releaseEntry(row, language)),
    ...dataset.cases.flatMap((c) => {
      const vendor = vendors.get(c.vendor);
      return vendor ? caseEntries(c, vendor, language) : [];
    }),
  ]
    .filter((entry) => entry.on <= dataset.release.asOf)
    .sort((a, b) => compareText(b.on, a.on) || compareText(a.key, b.key))
    .slice(0, most);
}

function vendorEntries(vendor: Vendor, language: Language): FeedEntry[] {
  const labels = updateLabels[language];
  const path = `/vendors/${vendor.slug}/`;
  const name = localize(vendor.name, language).text;
  const entry = (happened: string, on: string, title: string, summary: string | undefined): FeedEntry => {
    return { path, key: `vendor/${vendor.slug}/${happened}`, on, title, summary };
  };
  const { since, withdrawn } = vendor;
  return [
    ...(since === undefined
      ? []
      : [entry('entered', since, labels.entered(name), localizeOptional(vendor.about, language)?.text)]),
    ...(withdrawn === undefined
      ? []
      : [entry('left', withdrawn.on, labels.left(name), localize(withdrawn.reason, language).text)]),
  ];
}

function methodEntry(method: Dataset['method'], language: Language): FeedEntry[] {
  if (method.status !== 'published') return [];
  return [
    {
      path: `/methodology/${method.version}/`,
      key: `method/${method.version}`,
      on: method.published,
      title: updateLabels[language].method(method.version),
      summary: method.summary[language],
    },
  ];
}

function caseEntries(own: Case, vendor: Vendor, language: Language): FeedEntry[] {
  const labels = updateLabels[language];
  const name = localize(vendor.name, language).text;
  const path = `/vendors/${vendor.slug}/#case-${own.id}`;
  const opened = {
    path,
    key: `case/${own.id}/opened`,
    on: own.openedOn,
    title: labels.opened[own.kind](name),
    summary: localize(own.claim, language).text,
  };
  if (own.closedOn === undefined) return [opened];
  const outcome = localizeOptional(own.outcome, language)?.text;
  return [
    opened,
    {
      path,
      key: `case/${own.id}/closed`,
      on: own.closedOn,
      title: labels.closed[own.kind](name),
      summary: [labels.outcome(labels.states[own.state]), outcome].filter((s) => s !== undefined).join('\n'),
    },
  ];
}
