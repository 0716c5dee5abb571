/** The Atom feed of releases and of the changes in rank that each brought. */
import { longDate } from '../../i18n/dates.ts';
import { releaseLabels } from '../../i18n/labels/releases.ts';
import { updateLabels } from '../../i18n/labels/updates.ts';
import { number } from '../../i18n/numbers.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { FrozenRelease } from '../../schema/frozen.ts';
import type { Language } from '../../schema/text.ts';
import { type ReleaseRow, releaseRows, type Move, movesBetween } from '../pages/releases.ts';
import { localize } from '../format/localize.ts';
import { type FeedEntry, atom } from './atom.ts';

/** Entries that the feed holds at most. */
const MOST_ENTRIES = 100;

/** The feed as XML. @param releases the first one first. */
export function releasesFeed(
  { site, release }: Dataset,
  releases: readonly FrozenRelease[],
  language: Language,
): string {
  const t = releaseLabels[language];
  const sample = site.sampleData || releases.some((r) => r.sampleData);
  const head = {
    path: '/releases/feed.xml',
    page: '/releases/',
    title: t.feedTitle(site.name[language]),
    subtitle: sample ? updateLabels[language].sample : t.description,
    updated: releases.at(-1)?.asOf ?? release.asOf,
  };
  return atom(site, head, releaseEntries(releases, language), language);
}

/** Entries, the newest release first: the release itself, then vendors that changed groups, by slug. */
export function releaseEntries(
  releases: readonly FrozenRelease[],
  language: Language,
  most = MOST_ENTRIES,
): FeedEntry[] {
  const before = new Map(releases.map((release, i) => [release.id, releases[i - 1]] as const));
  const byId = new Map(releases.map((release) => [release.id, release]));
  return releaseRows(releases)
    .flatMap((row) => {
      const [was, is] = [before.get(row.id), byId.get(row.id)];
      const moves = was === undefined || is === undefined ? [] : movesBetween(was, is);
      return [releaseEntry(row, language), ...moves.map((move) => moveEntry(move, row, language))];
    })
    .slice(0, most);
}

/** The entry of a release itself. */
export function releaseEntry(row: ReleaseRow, language: Language): FeedEntry {
  const t = releaseLabels[language];
  const summary = [
    t.feedSummary(longDate(row.asOf, language), row.methodology, number(row.ranked), number(row.first)),
    ...(row.methodChanged ? [t.feedMethod] : []),
  ];
  return {
    path: row.path,
    key: `release/${row.id}`,
    on: row.asOf,
    title: t.feedRelease(row.id),
    summary: summary.join('\n'),
  };
}

function moveEntry({ vendor, from, to }: Move, row: ReleaseRow, language: Language): FeedEntry {
  const t = releaseLabels[language];
  const summary = [
    t.move(standingText(from, language), standingText(to, language)),
    ...(row.methodChanged ? [t.feedMethod] : []),
  ];
  return {
    path: row.path,
    key: `rank/${row.id}/${vendor.slug}`,
    on: row.asOf,
    title: t.feedMove(localize(vendor.name, language).text, row.id),
    summary: summary.join('\n'),
  };
}

/** Group and places in words. */
export function standingText(rank: Move['from'], language: Language): string {
  const t = releaseLabels[language];
  return rank === undefined ? t.notRanked : t.standing(number(rank.group), number(rank.low), number(rank.high));
}
