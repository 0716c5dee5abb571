/** The bounds of a score again, with everything that is open at its worst and at its best. */
import type { Receipt } from '../schema/api.ts';
import { type Bounds, checklistPoints } from '../score/bounds.ts';
import type { Reanswered } from './answers.ts';
import type { PublishedCriterion } from './context.ts';
import type { Remeasured } from './measures.ts';

/** What open answers and untold measures are worth: 0 at worst, 1 at best. */
export type Open = 0 | 1;

/** An answer with everything open worth `open`. */
export function boundedAnswer(
  answer: Reanswered | undefined,
  { measures }: PublishedCriterion,
  open: Open,
): Reanswered | undefined {
  if (answer === undefined || answer.state === 'not-applicable') return answer;
  if (answer.kind === 'checklist') {
    const facets = (answer.facets ?? []).map((f) => ({ ...f, credibility: f.credibility ?? 0 }));
    return { ...answer, points: checklistPoints(facets, open) };
  }
  if (answer.state === 'shown' || answer.compared) return answer;
  const asked = measures.answer;
  if (asked?.kind !== 'level') return { ...answer, points: 100 * open };
  const points = asked.levels.map((l) => l.points);
  return { ...answer, points: open === 1 ? Math.max(...points) : Math.min(...points) };
}

/** The measures with those that nobody has told of this vendor worth `open`. */
export function boundedMeasures<M extends Remeasured>(
  measures: ReadonlyMap<string, M>,
  open: Open,
): ReadonlyMap<string, M> {
  return new Map([...measures].map(([id, m]) => [id, m.state === 'told' ? m : { ...m, points: 100 * open }] as const));
}

/** Both bounds; none for a vendor without an overall score. */
export function boundsOf(
  overall: Receipt['overall'],
  scoreWith: (open: Open) => number | undefined,
): Bounds | undefined {
  if (overall === undefined) return undefined;
  return { worst: scoreWith(0) ?? Number.NaN, best: scoreWith(1) ?? Number.NaN };
}
