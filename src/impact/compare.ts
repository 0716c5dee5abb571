/** Two scored workspaces, compared: who moves, from where to where, and what of method, date and data did it. */
import type { InputFile, Vendor } from '../schema/dataset.ts';
import type {
  ImpactMoves,
  ImpactPart,
  ImpactReport,
  ImpactSide,
  ImpactSideName,
  ImpactStanding,
  ImpactVendor,
} from '../schema/impact.ts';
import { kendallTau } from '../score/kendall.ts';
import type { ScoredWorkspace } from '../score/market.ts';
import { methodSettings, type NameOf, namesIn, publishedChanged } from './method-parts.ts';
import { dataChanged, stagesBetween } from './stages.ts';
import { largestFirst, moved, movesOf, type StageStandings, standingsOf, stepsOf, type VendorSteps } from './steps.ts';

/** A scored workspace, and what to call it. */
export interface LabelledWorkspace extends ScoredWorkspace {
  label: string;
  /** Files of evidence, which are not among the inputs; none when not given. */
  evidence?: readonly InputFile[];
  /** Commit of a git revision. */
  commit?: string;
}

/** Compares `base` with `head`, step by step (see `stages.ts`). */
export function compare(base: LabelledWorkspace, head: LabelledWorkspace, codeDiffers: boolean): ImpactReport {
  const nameOf = namesIn(head.dataset.frameworks, base.dataset.frameworks);
  const files = changedFiles(
    [...base.dataset.inputs, ...(base.evidence ?? [])],
    [...head.dataset.inputs, ...(head.evidence ?? [])],
  );
  const [before, after] = [standingsOf(base), standingsOf(head)];
  const stages = stagesBetween(base, head, files).map((stage, i, all): StageStandings => ({
    part: stage.part,
    of: i === all.length - 1 ? after : standingsOf(stage),
  }));
  const slugs = [...new Set([...base.dataset.vendors, ...head.dataset.vendors].map((v) => v.slug))].sort();
  const entered: ImpactReport['entered'] = [];
  const left: ImpactReport['left'] = [];
  const changed: ImpactVendor[] = [];
  const allSteps: VendorSteps[] = [];
  const ranked: RankedTwice[] = [];
  let unchanged = 0;
  for (const slug of slugs) {
    const [a, b] = [before(slug), after(slug)];
    if (a === undefined) {
      if (b !== undefined) entered.push({ slug, name: nameIn(b.vendor), to: b.standing });
      continue;
    }
    if (b === undefined) {
      left.push({ slug, name: nameIn(a.vendor), from: a.standing });
      continue;
    }
    const steps = stepsOf(slug, a, stages, nameOf);
    const twice = rankedTwice(a.standing, b.standing);
    ranked.push(...twice);
    allSteps.push({ ranked: twice.length > 0, steps });
    if (!moved(a.standing, b.standing) && steps.length === 0) unchanged += 1;
    else
      changed.push({
        slug,
        name: nameIn(b.vendor),
        from: a.standing,
        to: b.standing,
        ...(a.parts && b.parts ? { points: b.parts.score - a.parts.score } : {}),
        steps,
      });
  }
  const settings = methodSettings(base.dataset.method, head.dataset.method, nameOf);
  return {
    format: 'hengping-impact-2',
    base: sideOf(base),
    head: sideOf(head),
    codeDiffers,
    order: orderOf(ranked),
    ...partsOf(stages, allSteps, nameOf, {
      method: settings.length > 0 || stages.some(({ part }) => sideOfPart(part.kind) === 'method'),
      date: base.dataset.release.asOf !== head.dataset.release.asOf,
      data: dataChanged(files),
    }),
    publishedChanged: publishedChanged(base.dataset, head.dataset),
    settings,
    files,
    entered,
    left,
    changed: changed.sort(largestFirst),
    unchanged,
  };
}

/** Whether a part belongs to the method, or is the date or the data. */
function sideOfPart(kind: ImpactPart['kind']): ImpactSideName {
  return kind === 'date' || kind === 'data' ? kind : 'method';
}

function partsOf(
  stages: readonly StageStandings[],
  vendors: readonly VendorSteps[],
  nameOf: NameOf,
  changed: Readonly<Record<ImpactSideName, boolean>>,
): Pick<ImpactReport, 'sides' | 'parts'> {
  const side = (name: ImpactSideName): { changed: boolean } & ImpactMoves => ({
    changed: changed[name],
    ...movesOf(vendors, (part) => sideOfPart(stages[part]?.part.kind ?? 'data') === name),
  });
  const parts = stages.map(({ part }, i): ImpactPart => ({
    ...part,
    ...(part.framework === undefined ? {} : { name: nameOf('framework', part.framework) }),
    ...movesOf(vendors, (p) => p === i),
  }));
  return { sides: { method: side('method'), date: side('date'), data: side('data') }, parts };
}

/** A vendor that is ranked before and after: its scores, and whether it changes groups. */
interface RankedTwice {
  from: number;
  to: number;
  crossed: boolean;
}

function rankedTwice(a: ImpactStanding, b: ImpactStanding): RankedTwice[] {
  return a.rank && b.rank && a.score !== undefined && b.score !== undefined
    ? [{ from: a.score, to: b.score, crossed: a.rank.group !== b.rank.group }]
    : [];
}

function orderOf(both: readonly RankedTwice[]): ImpactReport['order'] {
  const tau = kendallTau(
    both.map((x) => x.from),
    both.map((x) => x.to),
  );
  return {
    compared: both.length,
    ...(tau === undefined ? {} : { tau }),
    crossed: both.filter((x) => x.crossed).length,
  };
}

function sideOf({ label, commit, dataset, market }: LabelledWorkspace): ImpactSide {
  return {
    label: label.slice(0, 200),
    ...(commit === undefined ? {} : { commit }),
    asOf: dataset.release.asOf,
    methodology: dataset.release.methodology,
    vendors: dataset.vendors.length,
    ranked: market.rankedCount,
  };
}

function nameIn({ name }: Vendor): { zh?: string; en?: string } {
  return { ...(name.zh === undefined ? {} : { zh: name.zh }), ...(name.en === undefined ? {} : { en: name.en }) };
}

/** Files that were added, changed or removed, in the order of their paths. */
function changedFiles(base: readonly InputFile[], head: readonly InputFile[]): ImpactReport['files'] {
  const was = new Map(base.map((f) => [f.path, f.sha256]));
  const is = new Map(head.map((f) => [f.path, f.sha256]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((path): ImpactReport['files'] => {
    if (was.get(path) === is.get(path)) return [];
    return [{ path: path.slice(0, 500), change: !was.has(path) ? 'added' : !is.has(path) ? 'removed' : 'changed' }];
  });
}
