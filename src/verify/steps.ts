/** The steps of checking a receipt, for a person who watches. */
import type { Receipt } from '../schema/api.ts';
import type { Difference } from './difference.ts';

/** From the rows upwards, in the order in which one thing is computed from another. */
export const STEPS = ['rules', 'rows', 'measures', 'criteria', 'dimensions', 'frameworks', 'overall'] as const;
export type Step = (typeof STEPS)[number];

/** One step of a check. */
export interface StepResult {
  step: Step;
  /** How many things were computed: rows, measures, criteria, ... */
  items: number;
  differences: readonly Difference[];
}

/** The step that computes the value at a path of a receipt. */
export function stepOf(path: string): Step {
  if (path.includes('.criteria[') || path.startsWith('evidence')) return 'criteria';
  if (path.includes('.dimensions[')) return 'dimensions';
  if (path.startsWith('frameworks')) return 'frameworks';
  if (path.startsWith('measures')) return 'measures';
  if (path.startsWith('rows') || path.startsWith('counted')) return 'rows';
  return path.startsWith('rules') || path === 'methodology' ? 'rules' : 'overall';
}

/** What each step of checking `receipt` computed and found. */
export function stepsOf(receipt: Receipt, differences: readonly Difference[]): StepResult[] {
  const dimensions = receipt.frameworks.flatMap((f) => f.dimensions);
  const items: Readonly<Record<Step, number>> = {
    rules: numbersIn(receipt.rules),
    rows: receipt.rows.reviews.length + receipt.rows.observations.length,
    measures: receipt.measures.length,
    criteria: dimensions.reduce((sum, d) => sum + d.criteria.length, 0),
    dimensions: dimensions.length,
    frameworks: receipt.frameworks.length,
    overall: receipt.overall === undefined ? 0 : 1,
  };
  const byStep = Map.groupBy(differences, (d) => stepOf(d.path));
  return STEPS.map((step) => ({ step, items: items[step], differences: byStep.get(step) ?? [] }));
}

/** How many values stand at the ends of an object. */
function numbersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, part) => sum + numbersIn(part), 0);
}
