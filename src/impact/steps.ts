/** What each step on the way from one workspace to the other does: to one vendor, and to all that are ranked. */
import type { ImpactMoves, ImpactStanding, ImpactStep } from '../schema/impact.ts';
import { DUST, causesOf } from './effects.ts';
import type { NameOf } from './names.ts';
import type { Stage } from './stages.ts';
import type { BySlug, Known } from './standing.ts';

/** A stage with its vendors. */
export type Looked = Pick<Stage, 'part'> & { of: BySlug };

/**
 * The steps that do something to the vendor, from where it stood before all of them. Where a stage has no score for it, what
 * that stage does counts with the next one that has, so that the points add up whenever it has a score before and after.
 */
export function stepsOf(slug: string, before: Known, stages: readonly Looked[], nameOf: NameOf): ImpactStep[] {
  let last = before;
  let made = before.made;
  return stages.flatMap((stage, part): ImpactStep[] => {
    const now = stage.of(slug);
    if (now === undefined) return [];
    const causes = made && now.made ? causesOf(made, now.made, stage.part.unit, nameOf) : NOTHING;
    const group = groupChange(last.standing, now.standing);
    last = now;
    made = now.made ?? made;
    return Math.abs(causes.points) <= DUST && group === undefined
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
export interface Stepped {
  ranked: boolean;
  steps: readonly ImpactStep[];
}

/** What the steps that `takes` names do to those that are ranked; several together, from before the first to after the last. */
export function movesOf(vendors: readonly Stepped[], takes: (part: number) => boolean): ImpactMoves {
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
