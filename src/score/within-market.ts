/** What a method does that compares the vendors of the market with one another (`withinMarket`): numbers first, dimensions after. */
import type { Dataset } from '../schema/dataset.ts';
import type { Method } from '../schema/method.ts';
import { type Compared, comparisons, directedError, directedNumber } from './comparison.ts';
import { givenNumber } from './given-number.ts';
import { type LinearDimension, standardised } from './dimensions.ts';
import { momentsOf } from './normalise.ts';
import type { Plan } from './plan.ts';

/** By criterion and vendor, what the vendor's number is compared with; undefined where nothing is. */
export type ComparedNumbers = readonly (readonly (Compared | undefined)[] | undefined)[];

/** What the numbers of participating vendors (1 in `participating`) are compared with; undefined where the method has goalposts. */
export function comparedNumbers(
  { vendors, method }: Dataset,
  plan: Plan,
  participating: Uint8Array,
): ComparedNumbers | undefined {
  if (method.normalisation === 'goalposts') return undefined;
  return plan.criteria.map(({ criterion: { measure }, goalposts, framework, id }) => {
    if (!goalposts || measure?.kind !== 'number') return undefined;
    const stated = vendors.map((vendor, v) => {
      const answer = participating[v] === 1 ? vendor.answers[framework]?.[id] : undefined;
      return answer?.state === 'not-applicable'
        ? undefined
        : givenNumber(answer, measure.per, method.uncertainty.interval);
    });
    const directed = stated.map((given) => (given === undefined ? Number.NaN : directedNumber(goalposts, given.value)));
    const errors = stated.map((given) =>
      given === undefined ? 0 : directedError(goalposts, given.value, given.error),
    );
    return comparisons(directed, method.normalisation, errors);
  });
}

/** Puts every dimension of every vendor on the scale of its standard scores over the participating vendors. */
export function standardise(
  plan: Plan,
  measured: readonly ({ dimensions: readonly LinearDimension[] } | undefined)[],
  method: Method,
): void {
  const moments = plan.dimensions.map((_, d) => momentsOf(measured.flatMap((own) => own?.dimensions[d]?.score ?? [])));
  for (const own of measured) {
    if (own) own.dimensions = own.dimensions.map((dimension, d) => standardised(dimension, moments[d], method));
  }
}
