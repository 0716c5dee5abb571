/**
 * Computes again what a method that compares vendors with one another takes from the whole market: of each number its mean,
 * extremes or place, and of each dimension its mean and standard deviation.
 */
import type { Receipt } from '../schema/api.ts';
import { type Compared, comparisons, directedError, directedNumber, standardises } from '../score/comparison.ts';
import { momentsOf } from '../score/normalise.ts';
import type { Rescored } from './composite.ts';
import { type Context, methodOf } from './context.ts';
import { type Tally, compare } from './difference.ts';

/** One figure of one vendor that the market compares, and what its receipt says of the market. */
export interface ComparedFigures {
  kind: 'number' | 'dimension';
  figure: number;
  /** Standard error of a number; 0 where it is exact, and for dimensions. */
  error: number;
  published: unknown;
}

/** The compared figures of a receipt by their path; none where the method has goalposts. */
export function comparedIn(receipt: Receipt, scores: Rescored, context: Context): ReadonlyMap<string, ComparedFigures> {
  const found = new Map<string, ComparedFigures>();
  const method = methodOf(context);
  if (method.normalisation === 'goalposts' || receipt.status !== 'participating') return found;
  receipt.frameworks.forEach((framework, f) => {
    framework.dimensions.forEach((dimension, d) => {
      const at = `frameworks[${framework.id}].dimensions[${dimension.id}]`;
      const own = scores.frameworks[f]?.dimensions[d];
      if (standardises(method) && own?.estimate !== undefined) {
        const { mean, sd } = dimension.standard ?? {};
        found.set(`${at}.standard`, {
          kind: 'dimension',
          figure: own.standard?.score ?? own.estimate.score,
          error: 0,
          published: dimension.standard && { mean, sd },
        });
      }
      for (const { id, answer } of dimension.criteria) {
        if (answer?.kind !== 'number' || answer.value === undefined || answer.state === 'not-applicable') continue;
        found.set(`${at}.criteria[${id}].answer.compared`, {
          kind: 'number',
          figure: directedNumber(answer.goalposts, answer.value),
          error: directedError(answer.goalposts, answer.value, answer.error ?? 0),
          published: answer.compared,
        });
      }
    });
  });
  return found;
}

/** Compares what the receipts say of the market with what all of them together give. Members in the order of their slugs. */
export function compareComparisons(
  tally: Tally,
  members: readonly { slug: string; compared: ReadonlyMap<string, ComparedFigures> }[],
  context: Context,
): void {
  const { normalisation } = methodOf(context);
  const paths = new Set(members.flatMap((m) => [...m.compared.keys()]));
  for (const path of paths) {
    const own = members.map((m) => m.compared.get(path));
    const figures = own.map((o) => o?.figure ?? Number.NaN);
    const isNumber = own.some((o) => o?.kind === 'number');
    const moments = isNumber ? undefined : momentsOf(figures);
    const expected: readonly (Compared | undefined)[] = isNumber
      ? comparisons(
          figures,
          normalisation,
          own.map((o) => o?.error ?? 0),
        )
      : [];
    members.forEach(({ slug }, i) => {
      if (own[i]) compare(tally, slug, path, own[i].published, moments ?? expected[i]);
    });
  }
}
