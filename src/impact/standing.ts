/** Where a vendor stands in a scored workspace, and whether that is somewhere else. */
import type { Vendor } from '../schema/dataset.ts';
import type { ImpactStanding, ImpactVendor } from '../schema/impact.ts';
import type { VendorScores } from '../score/types.ts';
import type { Made } from './effects.ts';
import { leavesOf } from './leaves.ts';
import type { Sided } from './stages.ts';

/** Scores closer than this are the same. */
const SAME = 1e-9;

/** A vendor in one workspace; `made` is undefined where nothing measures it. */
export interface Known {
  vendor: Vendor;
  standing: ImpactStanding;
  made: Made | undefined;
}

export type BySlug = (slug: string) => Known | undefined;

/** Looks vendors of a scored workspace up by slug; each is explained anew when asked for, so that none is kept in memory. */
export function standingsOf({ dataset, market }: Sided): BySlug {
  const indexes = new Map(dataset.vendors.map((vendor, v) => [vendor.slug, v]));
  return (slug) => {
    const v = indexes.get(slug);
    const vendor = dataset.vendors[v ?? -1];
    if (v === undefined || vendor === undefined) return undefined;
    const scores = market.of(v);
    const made =
      scores.overall === undefined
        ? undefined
        : { score: scores.overall.score, leaves: leavesOf(scores, dataset.method) };
    return { vendor, standing: standingOf(vendor, scores), made };
  };
}

function standingOf({ status }: Vendor, { overall, rating }: VendorScores): ImpactStanding {
  return {
    status,
    ...(overall === undefined ? {} : { score: overall.score, low: overall.low, high: overall.high }),
    ...(rating.kind === 'ranked'
      ? { rank: { place: rating.place, low: rating.low, high: rating.high, group: rating.group } }
      : {}),
  };
}

/** Whether the score, the places that the evidence allows, the group or the status is another. */
export function moved(a: ImpactStanding, b: ImpactStanding): boolean {
  const near = (x: number | undefined, y: number | undefined): boolean =>
    x === y || (x !== undefined && y !== undefined && Math.abs(x - y) <= SAME);
  return (
    a.status !== b.status ||
    !near(a.score, b.score) ||
    a.rank?.low !== b.rank?.low ||
    a.rank?.high !== b.rank?.high ||
    a.rank?.group !== b.rank?.group
  );
}

/** Those that change groups or lose or gain a rank first, then by how far the score moves, then by slug. */
export function largestFirst(a: ImpactVendor, b: ImpactVendor): number {
  const crosses = (v: ImpactVendor): number => (v.from.rank?.group === v.to.rank?.group ? 0 : 1);
  return crosses(b) - crosses(a) || Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0) || (a.slug < b.slug ? -1 : 1);
}
