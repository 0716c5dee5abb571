/** A vendor's results over the releases, with the changes of method between them. */
import type { FrozenRelease } from '../../../schema/frozen.ts';
import type { VendorStatus } from '../../../schema/vendor.ts';
import type { Points, Bar } from '../../format/round.ts';
import { frozenPoints, rankedIn, releasePath, vendorsOf } from '../releases.ts';
import { changesPathOf } from '../method-changes/page.ts';

/** How the vendor stood in one release. */
export interface HistoryRow {
  id: string;
  path: string;
  asOf: string;
  methodology: string;
  /** Made by another method than the release before it: the two scores do not measure the same. */
  methodChanged: boolean;
  /** Path of what differs between the two methods; undefined unless they differ. */
  methodChanges: string | undefined;
  status: VendorStatus;
  /** Absent when nothing measured it. */
  shown: { points: Points; bar: Bar } | undefined;
  /** Absent when it was not ranked. */
  rank: { low: number; high: number; group: number; of: number } | undefined;
}

/** The releases in which the vendor is, the newest first. @param releases the first one first. */
export function historyOf(releases: readonly FrozenRelease[], slug: string): HistoryRow[] {
  const rows: HistoryRow[] = [];
  releases.forEach((release, i) => {
    const vendor = vendorsOf(release).get(slug);
    if (vendor === undefined) return;
    const { id, asOf, methodology } = release;
    const before = releases[i - 1];
    const { rank } = vendor;
    rows.push({
      id,
      path: releasePath(id),
      asOf,
      methodology,
      methodChanged: before !== undefined && before.methodology !== methodology,
      methodChanges:
        before === undefined || before.methodology === methodology
          ? undefined
          : changesPathOf(before.methodology, methodology),
      status: vendor.status,
      shown: frozenPoints(vendor),
      rank:
        rank === undefined ? undefined : { low: rank.low, high: rank.high, group: rank.group, of: rankedIn(release) },
    });
  });
  return rows.reverse();
}
