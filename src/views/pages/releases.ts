/**
 * The list of releases and the page of one, a ranking as it was published; and which vendors changed group between two.
 */
import type { FrozenRelease, FrozenVendor } from '../../schema/frozen.ts';
import type { Language } from '../../schema/text.ts';
import { kendallTau } from '../../score/kendall.ts';
import { inGroups, listOrder } from '../../score/ranks.ts';
import { type Points, round, type Bar, points, bar } from '../format/round.ts';
import { changesPathOf } from './method-changes/page.ts';
import { type LocalText, localize } from '../format/localize.ts';
import { oncePer } from '../format/once.ts';

/** One release in the list. */
export interface ReleaseRow {
  id: string;
  path: string;
  asOf: string;
  methodology: string;
  /** Whether it was made by another method than the release before it; false for the first. */
  methodChanged: boolean;
  /** Path of what differs between the two methods; undefined unless they differ. */
  methodChanges: string | undefined;
  vendors: number;
  ranked: number;
  /** Size of the first group. */
  first: number;
  /** Vendors that changed groups, gained or lost a rank since the release before; absent for the first. */
  moved: number | undefined;
  /** Kendall's tau of the scores of those ranked in both, to two decimals; absent for the first. */
  tau: number | undefined;
}

/** A ranked vendor as it stood then. */
interface FrozenRow {
  slug: string;
  name: LocalText;
  points: Points;
  bar: Bar;
  low: number;
  high: number;
  /** Whole points by framework; undefined without a score. */
  frameworks: readonly (number | undefined)[];
}

/** The page of one release. */
export interface ReleasePage extends ReleaseRow {
  interval: number;
  sampleData: boolean;
  frameworks: readonly { id: string; short: string }[];
  groups: readonly { group: number; rows: readonly FrozenRow[] }[];
  /** Assessed but not ranked, in the order of slugs. */
  unrated: readonly { slug: string; name: LocalText; points: Points | undefined }[];
  /** Number of vendors that were listed only. */
  listed: number;
  moves: readonly NamedMove[];
  earlier: string | undefined;
  later: string | undefined;
}

/** A move with the name to show. */
interface NamedMove extends Move {
  name: LocalText;
}

/** All releases, the newest first. @param releases the first one first. */
export function releaseRows(releases: readonly FrozenRelease[]): ReleaseRow[] {
  return releases.map((release, i) => rowOf(release, releases[i - 1])).reverse();
}

function rowOf(release: FrozenRelease, before: FrozenRelease | undefined): ReleaseRow {
  const { id, asOf, methodology, vendors } = release;
  return {
    id,
    path: releasePath(id),
    asOf,
    methodology,
    methodChanged: before !== undefined && before.methodology !== methodology,
    methodChanges:
      before === undefined || before.methodology === methodology
        ? undefined
        : changesPathOf(before.methodology, methodology),
    vendors: vendors.length,
    ranked: rankedIn(release),
    first: vendors.filter((v) => v.rank?.group === 1).length,
    moved: before === undefined ? undefined : movesBetween(before, release).length,
    tau: before === undefined ? undefined : tauBetween(before, release),
  };
}

function tauBetween(before: FrozenRelease, after: FrozenRelease): number | undefined {
  const was = vendorsOf(before);
  const pairs = after.vendors.flatMap((v): [number, number][] => {
    const a = was.get(v.slug);
    return a?.rank && v.rank && a.overall && v.overall ? [[a.overall.score, v.overall.score]] : [];
  });
  const tau = kendallTau(
    pairs.map((p) => p[0]),
    pairs.map((p) => p[1]),
  );
  return tau === undefined ? undefined : round(tau, 2);
}

/** The page of the release `id`; undefined when there is none. @param releases the first one first. */
export function releasePage(
  releases: readonly FrozenRelease[],
  id: string,
  language: Language,
): ReleasePage | undefined {
  const i = releases.findIndex((r) => r.id === id);
  const release = releases[i];
  if (release === undefined) return undefined;
  const before = releases[i - 1];
  return {
    ...rowOf(release, before),
    interval: release.interval,
    sampleData: release.sampleData,
    frameworks: release.frameworks.map((f) => ({ id: f.id, short: f.short[language] })),
    groups: groupsOf(release, language),
    unrated: release.vendors
      .filter((v) => v.status === 'participating' && v.rank === undefined)
      .map((v) => ({ slug: v.slug, name: localize(v.name, language), points: frozenPoints(v)?.points })),
    listed: release.vendors.filter((v) => v.status === 'listed').length,
    moves:
      before === undefined
        ? []
        : movesBetween(before, release).map((m) => ({ ...m, name: localize(m.vendor.name, language) })),
    earlier: before?.id,
    later: releases[i + 1]?.id,
  };
}

/** The ranked in their groups, best first; equal scores in the order of slugs. */
function groupsOf({ vendors }: FrozenRelease, language: Language): ReleasePage['groups'] {
  const ranked = vendors.flatMap((vendor) => {
    const { rank, overall } = vendor;
    const shown = frozenPoints(vendor);
    return rank === undefined || overall === undefined || shown === undefined
      ? []
      : [{ vendor, rank, shown, group: rank.group, score: overall.score }];
  });
  const groups = inGroups(ranked.toSorted(listOrder), (row) => row.group);
  return groups.map(({ group, rows }) => ({
    group,
    rows: rows.map(({ vendor, rank, shown }): FrozenRow => ({
      slug: vendor.slug,
      name: localize(vendor.name, language),
      ...shown,
      low: rank.low,
      high: rank.high,
      frameworks: (vendor.frameworks ?? []).map((score) => (score === null ? undefined : Math.round(score))),
    })),
  }));
}

/** Whole points of a frozen score; absent when there was none. */
export function frozenPoints({ overall }: FrozenVendor): { points: Points; bar: Bar } | undefined {
  if (overall === undefined) return undefined;
  const shown = points({ ...overall, sd: 0 });
  return { points: shown, bar: bar(shown) };
}

/** Path of a release's page in the default language. */
export function releasePath(id: string): string {
  return `/releases/${id}/`;
}

/** Vendors of a release by slug. */
export const vendorsOf = oncePer(
  (release: FrozenRelease): ReadonlyMap<string, FrozenVendor> => new Map(release.vendors.map((v) => [v.slug, v])),
);

/** Number of vendors that a release ranks. */
export const rankedIn = oncePer(
  (release: FrozenRelease): number => release.vendors.filter((v) => v.rank !== undefined).length,
);

/** A vendor in another group than in the release before, or is ranked in one of the two only. */
export interface Move {
  vendor: FrozenVendor;
  from: FrozenVendor['rank'];
  to: FrozenVendor['rank'];
}

/** Who moved from `before` to `after`, in the order of slugs. A vendor that is new or gone and was not ranked has not moved. */
export function movesBetween(before: FrozenRelease, after: FrozenRelease): Move[] {
  const [was, is] = [vendorsOf(before), vendorsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((slug) => {
    const [a, b] = [was.get(slug), is.get(slug)];
    const vendor = b ?? a;
    return vendor === undefined || a?.rank?.group === b?.rank?.group ? [] : [{ vendor, from: a?.rank, to: b?.rank }];
  });
}
