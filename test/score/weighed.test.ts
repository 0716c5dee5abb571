import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, compositeSd, dimensionSd, gradients } from '../../src/score/composite.ts';
import { scoreMarket } from '../../src/score/market.ts';
import type { Aggregation } from '../../src/score/means.ts';
import { plannedWeights } from '../../src/score/reweighted.ts';
import { tableDimensionSd, weighedTable, weigher } from '../../src/score/weighed.ts';
import { arbitraryMarket } from './arbitrary-market.ts';
import { datasetOf } from './dataset-builder.ts';

/** Draws are not looked at here. */
const NO_DRAWS = { draws: 0 };
const TOGETHER = { uncertainty: { draws: 100, interval: 0.9, together: 0.65, tie: 0.95, seed: 'test' } };

describe('a market weighed anew', () => {
  const dimensionWeights = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 });
  const frameworkWeights = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 2 });
  const means = fc.constantFrom<Aggregation>('arithmetic', 'geometric', 'harmonic');

  it('has at the published weights the published scores and standard deviations', () => {
    fc.assert(
      fc.property(arbitraryMarket(), means, (sketch, aggregation) => {
        const dataset = datasetOf(sketch);
        const market = scoreMarket({ ...dataset, method: { ...dataset.method, aggregation, ...TOGETHER } }, NO_DRAWS);
        const vendors = market.scored.flatMap((s, v) => (s?.overall === undefined ? [] : [v]));
        const scores = new Float64Array(vendors.length);
        const sds = new Float64Array(vendors.length);
        const weighing = { frameworks: market.plan.frameworks, aggregation };
        const table = weighedTable(market, vendors);
        weigher(weighing, table)(plannedWeights(market.plan), scores, sds);
        vendors.forEach((v, i) => {
          const own = market.scored[v];
          expect(scores[i]).toBeCloseTo(own?.overall?.score ?? Number.NaN, 9);
          // Coefficients are kept to four digits.
          expect(Math.abs((sds[i] ?? 0) - (own?.overall?.sd ?? Number.NaN))).toBeLessThan(0.02);
          own?.dimensions.forEach((d, at) => {
            if (Number.isNaN(d.score)) return;
            const sd = dimensionSd(market.plan, d, market.posteriors, v);
            expect(Math.abs(tableDimensionSd(weighing, table, i, at) - sd)).toBeLessThan(0.02);
          });
        });
      }),
      { numRuns: 150, seed: 20260101 },
    );
  });

  it('has under any weights the scores and standard deviations that scoring by a method with these weights gives', () => {
    fc.assert(
      fc.property(
        arbitraryMarket(),
        means,
        dimensionWeights,
        frameworkWeights,
        (sketch, aggregation, dimensions, frameworks) => {
          const dataset = datasetOf(sketch);
          const method = { ...dataset.method, aggregation, ...TOGETHER };
          const market = scoreMarket({ ...dataset, method }, NO_DRAWS);
          const { plan, posteriors } = market;
          const vendors = market.scored.flatMap((s, v) => (s === undefined ? [] : [v]));
          const scores = new Float64Array(vendors.length);
          const sds = new Float64Array(vendors.length);
          const weights = { dimensions: Float64Array.from(dimensions), frameworks: Float64Array.from(frameworks) };
          weigher({ frameworks: plan.frameworks, aggregation }, weighedTable(market, vendors))(weights, scores, sds);
          const other = {
            ...plan,
            dimensions: plan.dimensions.map((d, i) => ({ ...d, share: dimensions[i] ?? 0 })),
            frameworks: plan.frameworks.map((f, i) => ({ ...f, share: frameworks[i] ?? 0 })),
          };
          vendors.forEach((v, i) => {
            const own = market.scored[v]?.dimensions ?? [];
            const composite = compose(
              other,
              method,
              own.map((d) => d.score),
            );
            if (Number.isNaN(composite.overall)) {
              expect(scores[i]).toBeNaN();
              expect(sds[i]).toBeNaN();
              return;
            }
            expect(scores[i]).toBeCloseTo(composite.overall, 9);
            const slope = gradients(
              other,
              method,
              own.map((d) => d.score),
              composite,
            )[plan.frameworks.length];
            const sd = compositeSd(plan, own, slope ?? new Float64Array(4), posteriors, v);
            expect(Math.abs((sds[i] ?? 0) - sd)).toBeLessThan(0.02 + 0.001 * sd);
          });
        },
      ),
      { numRuns: 150, seed: 20260101 },
    );
  });
});
