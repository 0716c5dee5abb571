/** The seeded draws of a vendor's overall score. */
import type { Method } from '../schema/method.ts';
import type { Loadings, Overlap } from '../score/correlation.ts';
import { FACTS, addDraws, addNormalDraws, drawSeed, sharedDraws } from '../score/draws.ts';
import { weightedMean } from '../score/means.ts';
import type { Rescored } from './composite.ts';
import type { Remeasured } from './measures.ts';

/** A measure with what its prior adds to its draws. */
export type DrawnMeasure = Remeasured & { worth: number; loadings: Loadings };

/** The method's number of draws of the overall score of vendor `slug`; none where nothing measures it. */
export function redraw(
  slug: string,
  scores: Rescored,
  measures: readonly DrawnMeasure[],
  overlap: Overlap,
  method: Method,
): Float64Array {
  const { draws, seed } = method.uncertainty;
  const shared = sharedDraws(method.uncertainty, overlap, slug);
  const dimensions = scores.frameworks.flatMap((f) => f.dimensions);
  const add = (into: Float64Array, coefficients: ReadonlyMap<string, number>): void => {
    for (const m of measures) {
      const coefficient = coefficients.get(m.id) ?? 0;
      if (coefficient === 0) continue;
      addDraws(into, m, m, coefficient, drawSeed(seed, slug, m.id), shared);
    }
  };
  if (scores.coefficients === undefined || scores.factSd === undefined) return new Float64Array(0);
  if (method.aggregation === 'arithmetic') {
    const into = new Float64Array(draws).fill(dimensions.reduce((sum, d) => sum + d.slopes.overall * d.base, 0));
    add(into, scores.coefficients);
    addNormalDraws(into, scores.factSd, drawSeed(seed, slug, FACTS));
    return into;
  }
  const rows = scores.frameworks.map((f) =>
    f.dimensions.map((d) => {
      const row = new Float64Array(draws).fill(d.estimate === undefined ? Number.NaN : d.base);
      add(row, d.coefficients);
      addNormalDraws(row, d.factSd, drawSeed(seed, slug, `${FACTS}/${f.id}/${d.id}`));
      return row;
    }),
  );
  return Float64Array.from({ length: draws }, (_, b) => {
    const frameworks = scores.frameworks.map((f, i) =>
      weightedMean(
        (rows[i] ?? []).map((row) => row[b]),
        f.dimensions.map((d) => d.weight),
        method.aggregation,
      ),
    );
    return weightedMean(
      frameworks,
      scores.frameworks.map((f) => f.weight),
      method.aggregation,
    );
  });
}
