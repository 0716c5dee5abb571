/** Compares what `frameworks.json` repeats from the method with the method itself. */
import type { Goalposts } from '../schema/method.ts';
import { type Context, measureRules, methodOf } from './context.ts';
import { type Difference, compare, emptyTally } from './difference.ts';

/** Weights at every level, dimensions needed for a rank, and named goalposts: none when `frameworks.json` agrees with the method. */
export function verifyFrameworks(context: Context): readonly Difference[] {
  const method = methodOf(context);
  const tally = emptyTally();
  const frameworks = context.frameworks.frameworks;
  const ofOverall = shares(frameworks.map((f) => method.frameworks[f.id]?.weight ?? 0));
  const expected = frameworks.map((framework, f) => {
    const stated = method.frameworks[framework.id];
    const ofFramework = shares(framework.dimensions.map((d) => stated?.dimensions[d.id]?.weight ?? 0));
    return {
      id: framework.id,
      weight: ofOverall[f],
      minimumDimensions: stated?.minimumDimensions ?? 0,
      anyOf: framework.dimensions.map((d) => d.id).filter((id) => stated?.anyOf.includes(id)),
      dimensions: framework.dimensions.map((dimension, d) => {
        const ofDimension = shares(
          dimension.criteria.map((c) => stated?.dimensions[dimension.id]?.criteria[c.id] ?? 1),
        );
        const weightOverall = ofOverall[f] * ofFramework[d];
        return {
          id: dimension.id,
          weight: ofFramework[d],
          weightOverall,
          criteria: dimension.criteria.map((criterion, c) => ({
            id: criterion.id,
            weight: ofDimension[c],
            weightOverall: weightOverall * ofDimension[c],
          })),
        };
      }),
    };
  });
  compare(tally, '', 'frameworks.json', context.frameworks, {
    methodology: context.methodology.current,
    frameworks: expected,
  });
  compare(tally, '', 'methodology.json.method.version', method.version, context.methodology.current);
  for (const { id, goalposts } of namedGoalposts(context)) {
    const stated: Goalposts | undefined = goalposts.id === undefined ? undefined : method.goalposts[goalposts.id];
    const posts = stated && { worst: stated.worst, best: stated.best, scale: stated.scale };
    compare(tally, '', `frameworks.json: goalposts of ${id}`, goalposts, posts);
  }
  return tally.differences;
}

/** Goalposts that have a name in the method, with what they belong to. */
function namedGoalposts(context: Context): { id: string; goalposts: { id?: string | undefined } }[] {
  const criteria = context.frameworks.frameworks.flatMap((f) => f.dimensions).flatMap((d) => d.criteria);
  const answers = criteria.flatMap((c) =>
    c.measures.answer?.kind === 'number' ? { id: c.ref, goalposts: c.measures.answer.goalposts } : [],
  );
  return [...answers, ...measureRules(context).values()].filter(({ goalposts }) => goalposts.id !== undefined);
}

/** Weights as shares of 1; all 0 stays all 0. */
function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  return weights.map((w) => (total === 0 ? 0 : w / total));
}
