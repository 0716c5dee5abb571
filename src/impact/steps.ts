/** What each step on the way from one workspace to the other does: to one vendor, and to all that are ranked. */
import type { Vendor } from '../schema/dataset.ts';
import type { ImpactMoves, ImpactStanding, ImpactStep, ImpactVendor } from '../schema/impact.ts';
import type { ScoredWorkspace } from '../score/market.ts';
import type { VendorScores } from '../score/types.ts';
import { causesOf, NEGLIGIBLE, leavesOf, type ScoreParts } from './effects.ts';
import type { NameOf } from './method-parts.ts';
import type { Stage } from './stages.ts';
import { compareText } from '../schema/order.ts';

/** A stage with its vendors. */
export type StageStandings = Pick<Stage, 'part'> & { of: StandingBySlug };

/**
 * The steps that do something to the vendor, beginning with its standing before all of them. Where a stage has no score for it, what
 * that stage does counts with the next one that has, so that the points add up whenever it has a score before and after.
 */
export function stepsOf(
  slug: string,
  before: VendorStanding,
  stages: readonly StageStandings[],
  nameOf: NameOf,
): ImpactStep[] {
  let last = before;
  let parts = before.parts;
  return stages.flatMap((stage, part): ImpactStep[] => {
    const now = stage.of(slug);
    if (now === undefined) return [];
    const causes = parts && now.parts ? causesOf(parts, now.parts, stage.part.unit, nameOf) : NOTHING;
    const group = groupChange(last.standing, now.standing);
    last = now;
    parts = now.parts ?? parts;
    return Math.abs(causes.points) <= NEGLIGIBLE && group === undefined
      ? []
      : [{ part, ...causes, ...(group === undefined ? {} : { group }) }];
  });
}

const NOTHING: Omit<ImpactStep, 'part' | 'group'> = { points: 0, causes: [], others: 0, rest: 0 };

/** The group before and after, when it is another or there is none on one side. */
function groupChange({ rank: a }: ImpactStanding, { rank: b }: ImpactStanding): ImpactStep['group'] {
  if (a?.group === b?.group) return undefined;
  return { ...(a === undefined ? {} : { from: a.group }), ...(b === undefined ? {} : { to: b.group }) };
}

/** The steps of one vendor; `ranked` when it is ranked before and after all of them. */
export interface VendorSteps {
  ranked: boolean;
  steps: readonly ImpactStep[];
}

/** What the steps that `takes` names do to those that are ranked; several together, from before the first to after the last. */
export function movesOf(vendors: readonly VendorSteps[], takes: (part: number) => boolean): ImpactMoves {
  let [sum, most, ranked, groups] = [0, 0, 0, 0];
  for (const vendor of vendors) {
    const steps = vendor.steps.filter((s) => takes(s.part));
    const changes = steps.flatMap((s) => s.group ?? []);
    if (changes.length > 0 && changes[0]?.from !== changes.at(-1)?.to) groups += 1;
    if (!vendor.ranked) continue;
    const points = Math.abs(steps.reduce((all, s) => all + s.points, 0));
    ranked += 1;
    sum += points;
    most = Math.max(most, points);
  }
  return { mean: ranked === 0 ? 0 : sum / ranked, most, groups };
}

/** Scores closer than this are the same. */
const SAME = 1e-9;

/** A vendor in one workspace; `parts` is undefined where nothing measures it. */
export interface VendorStanding {
  vendor: Vendor;
  standing: ImpactStanding;
  parts: ScoreParts | undefined;
}

type StandingBySlug = (slug: string) => VendorStanding | undefined;

/** Looks vendors of a scored workspace up by slug; each is explained anew when asked for, so that none is kept in memory. */
export function standingsOf({ dataset, market }: ScoredWorkspace): StandingBySlug {
  const indexes = new Map(dataset.vendors.map((vendor, v) => [vendor.slug, v]));
  return (slug) => {
    const v = indexes.get(slug);
    const vendor = dataset.vendors[v ?? -1];
    if (v === undefined || vendor === undefined) return undefined;
    const scores = market.of(v);
    const parts =
      scores.overall === undefined
        ? undefined
        : { score: scores.overall.score, leaves: leavesOf(scores, dataset.method) };
    return { vendor, standing: standingOf(vendor, scores), parts };
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
  return crosses(b) - crosses(a) || Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0) || compareText(a.slug, b.slug);
}
