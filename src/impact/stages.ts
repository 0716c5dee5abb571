/**
 * The way from one workspace to another in steps, each of which changes one thing: the parts of the method in their fixed
 * order, then the date, then the data. What a step does is what it does to those before it, so that the steps of a vendor add
 * up to its whole change. One fixed order instead of a mean over all orders: every step can be recomputed by hand, and with
 * few changes at a time the order makes little difference.
 */
import type { ImpactPart, ImpactReport } from '../schema/impact.ts';
import { type ScoredWorkspace, scoreMarket } from '../score/market.ts';
import { crossDataset } from './cross.ts';
import { methodParts, methodWith } from './method-parts.ts';

/** One step: the part that it puts into force, and the workspace scored after it. */
export interface Stage extends ScoredWorkspace {
  part: Pick<ImpactPart, 'kind' | 'framework' | 'unit'>;
}

/**
 * The steps from `base` to `head`; none when nothing was changed. Steps in between have no draws: their scores and groups do
 * not depend on them.
 * @param files those that differ; a file below data/ makes a step of its own, other than that of the date.
 */
export function stagesBetween(base: ScoredWorkspace, head: ScoredWorkspace, files: ImpactReport['files']): Stage[] {
  const parts = methodParts(base.dataset, head.dataset);
  const later = base.dataset.release.asOf !== head.dataset.release.asOf;
  // Where something else is asked, old answers that it cannot use are left out, and come back with the data.
  const data = dataChanged(files) || parts.some((p) => p.kind === 'asked');
  const way: Pick<Stage, 'part' | 'dataset'>[] = parts.map((part, i) => ({
    part: { ...part, unit: UNITS[part.kind] ?? 'criterion' },
    dataset: crossDataset(base.dataset, {
      ...head.dataset,
      method: methodWith(base.dataset, head.dataset, parts.slice(0, i + 1)),
    }),
  }));
  const crossed = crossDataset(base.dataset, head.dataset);
  if (later)
    way.push({ part: { kind: 'date', unit: 'criterion' }, dataset: { ...crossed, release: head.dataset.release } });
  if (data) way.push({ part: { kind: 'data', unit: 'criterion' }, dataset: head.dataset });
  return way.map((step, i) =>
    i === way.length - 1 ? { ...step, ...head } : { ...step, market: scoreMarket(step.dataset, { draws: 0 }) },
  );
}

/** Whether data were changed, other than the date. */
export function dataChanged(files: ImpactReport['files']): boolean {
  return files.some(({ path }) => path.startsWith('data/') && path !== 'data/release.yaml');
}

/** The unit in which a part's causes are given; criteria unless listed here. */
const UNITS: Partial<Record<ImpactPart['kind'], ImpactPart['unit']>> = {
  'framework-weights': 'framework',
  'dimension-weights': 'dimension',
};
