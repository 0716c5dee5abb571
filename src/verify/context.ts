/** What a receipt is verified against: the published frameworks and method. */
import type { FrameworksFile, MethodologyFile, ReceiptMeasure } from '../schema/api.ts';
import type { Method } from '../schema/method.ts';

/** The files beside the receipts that verification reads. */
export interface Context {
  frameworks: FrameworksFile;
  methodology: Pick<MethodologyFile, 'current' | 'method'>;
}

export type PublishedFramework = FrameworksFile['frameworks'][number];
export type PublishedDimension = PublishedFramework['dimensions'][number];
export type PublishedCriterion = PublishedDimension['criteria'][number];

/** What a survey measure is, the same for every vendor. */
export type MeasureRule = Pick<
  ReceiptMeasure,
  'id' | 'source' | 'question' | 'kind' | 'goalposts' | 'good' | 'window' | 'channels' | 'scenarios'
>;

/** The method that everything is computed by. */
export function methodOf(context: Context): Method {
  return context.methodology.method;
}

const known = new WeakMap<FrameworksFile, ReadonlyMap<string, MeasureRule>>();

/** Every survey measure by its id. */
export function measureRules({ frameworks }: Context): ReadonlyMap<string, MeasureRule> {
  let rules = known.get(frameworks);
  if (rules === undefined) {
    const criteria = frameworks.frameworks.flatMap((f) => f.dimensions).flatMap((d) => d.criteria);
    rules = new Map(criteria.flatMap(rulesOf).map((rule) => [rule.id, rule] as const));
    known.set(frameworks, rules);
  }
  return rules;
}

function rulesOf({ measures }: PublishedCriterion): MeasureRule[] {
  return [
    ...measures.observed.map(({ id, kind, goalposts, good, window, item, channels, scenarios }): MeasureRule => ({
      id,
      source: 'observation',
      question: item,
      kind,
      goalposts,
      good,
      window,
      channels,
      scenarios,
    })),
    ...measures.reviewed.map(({ id, kind, goalposts, good, window }): MeasureRule => ({
      id,
      source: 'review',
      question: id,
      kind,
      goalposts,
      good,
      window,
      channels: undefined,
      scenarios: undefined,
    })),
  ];
}
