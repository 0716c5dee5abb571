/** What every view of frozen releases shares: points and bars of frozen scores, and who stands elsewhere than before. */
import type { FrozenRelease, FrozenVendor } from '../../schema/frozen.ts';
import { type Bar, bar } from '../format/bar.ts';
import { oncePer } from '../format/once.ts';
import type { Points } from '../format/round.ts';
import { points } from '../format/round.ts';

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

/** A vendor that stands in another group than in the release before, or is ranked in one of the two only. */
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
