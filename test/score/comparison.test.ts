import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../src/score/plan.ts';
import { comparedPoints, comparisons, directedNumber } from '../../src/score/comparison.ts';
import { momentsOf } from '../../src/score/normalise.ts';
import { normaliseBy } from './normalise-by.ts';
import { scoreMarket } from '../../src/score/market.ts';
import type { ScoredVendor } from '../../src/score/market.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';

const NaN_ = Number.NaN;
const plain = { centre: 50, spread: 10, leastVendors: 1, dimensions: false };

describe('a number that is compared', () => {
  it('is better when more, whatever the goalposts say is better', () => {
    expect(directedNumber({ worst: 0, best: 10, scale: 'linear' }, 4)).toBe(4);
    expect(directedNumber({ worst: 10, best: 0, scale: 'linear' }, 4)).toBe(-4);
    expect(directedNumber({ worst: 1000, best: 10, scale: 'ln' }, Math.E)).toBe(-1);
    // Nothing has no logarithm: the smaller end stands for it.
    expect(directedNumber({ worst: 1, best: Math.E, scale: 'ln' }, 0)).toBe(0);
    expect(directedNumber({ worst: Math.E, best: 1, scale: 'ln' }, -3)).toBe(-0);
  });

  it('is told mean and deviation, extremes or place, as the method compares', () => {
    const numbers = [1, NaN_, 2, 6];
    // Mean 3; squares 4 + 1 + 9 = 14, over n - 1 = 2.
    expect(comparisons(numbers, 'zscore')).toEqual([{ vendors: 3, mean: 3, sd: Math.sqrt(7) }, undefined, { vendors: 3, mean: 3, sd: Math.sqrt(7) }, { vendors: 3, mean: 3, sd: Math.sqrt(7) }]);
    expect(comparisons(numbers, 'minmax')[0]).toEqual({ vendors: 3, least: 1, most: 6 });
    expect(comparisons([2, 2, 1, NaN_, 3], 'percentile').map((c) => c?.lower)).toEqual([1, 1, 0, undefined, 3]);
    expect(comparisons([5], 'percentile')).toEqual([{ vendors: 1, lower: 0 }]);
    expect(comparisons([NaN_], 'zscore')).toEqual([undefined]);
  });

  it('earns points by that alone', () => {
    expect(comparedPoints({ vendors: 3, mean: 3, sd: 2 }, 7, plain)).toBe(70);
    expect(comparedPoints({ vendors: 3, mean: 3, sd: 2 }, 7, { ...plain, centre: 40, spread: 5 })).toBe(50);
    expect(comparedPoints({ vendors: 3, least: 1, most: 6 }, 2, plain)).toBe(20);
    expect(comparedPoints({ vendors: 5, lower: 1 }, 0, plain)).toBe(25);
  });

  it('earns the middle where all are equal, or nobody else is there', () => {
    expect(comparedPoints({ vendors: 3, mean: 3, sd: 0 }, 3, plain)).toBe(50);
    expect(comparedPoints({ vendors: 3, least: 3, most: 3 }, 3, plain)).toBe(50);
    expect(comparedPoints({ vendors: 1, lower: 0 }, 3, plain)).toBe(50);
  });

  it('stays within 0 and 100, and is left out where too few state it', () => {
    expect(comparedPoints({ vendors: 99, mean: 0, sd: 1 }, 9, plain)).toBe(100);
    expect(comparedPoints({ vendors: 99, mean: 0, sd: 1 }, -9, plain)).toBe(0);
    expect(comparedPoints({ vendors: 2, mean: 0, sd: 1 }, 1, { ...plain, leastVendors: 3 })).toBeUndefined();
    expect(comparedPoints({ vendors: 3, mean: 0, sd: 1 }, 1, { ...plain, leastVendors: 3 })).toBe(60);
  });

  it('cannot be compared with nothing', () => {
    expect(() => comparedPoints({ vendors: 3 }, 1, plain)).toThrow('a comparison without figures');
  });

  it('earns what the whole column normalised at once would', () => {
    const column = fc.array(fc.oneof(fc.constant(NaN_), fc.double({ min: -1e6, max: 1e6, noNaN: true })), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(column, fc.constantFrom('zscore', 'minmax', 'percentile'), (numbers, how) => {
        const whole = normaliseBy(how, numbers, 50, 10);
        comparisons(numbers, how).forEach((compared, i) => {
          if (!compared) expect(whole[i]).toBeNaN();
          else expect(comparedPoints(compared, numbers[i] as number, plain)).toBeCloseTo(Math.min(100, Math.max(0, whole[i] as number)), 6);
        });
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });
});

describe('mean and standard deviation', () => {
  it('leave missing entries out, and are exact where all are equal', () => {
    expect(momentsOf([1, NaN_, 3])).toEqual({ mean: 2, sd: Math.SQRT2 });
    expect(momentsOf([0.1, 0.1, 0.1]).sd).toBe(0);
    expect(momentsOf([4])).toEqual({ mean: 4, sd: 0 });
  });
});

/** One framework of two dimensions, each of one or two numbers. */
function sketch(method: Sketch['method'], changes: Partial<Sketch> = {}): Sketch {
  return {
    frameworks: [{ id: 'f', dimensions: [{ id: 'size', criteria: [{ id: 'staff', goalposts: 'more' }, { id: 'desks', goalposts: 'more' }] }, { id: 'haste', criteria: [{ id: 'days', goalposts: 'less' }] }] }],
    vendors: [
      { slug: 'a', answers: { 'f/staff': { value: 1 }, 'f/desks': { value: 10 }, 'f/days': { value: 9 } } },
      { slug: 'b', answers: { 'f/staff': { value: 2 }, 'f/days': { value: 6 } } },
      { slug: 'c', answers: { 'f/staff': { value: 6 }, 'f/desks': { value: 30 }, 'f/days': { value: 3 } } },
    ],
    method: {
      goalposts: { more: { worst: 0, best: 100, scale: 'linear' }, less: { worst: 100, best: 0, scale: 'linear' } },
      facts: { missing: 'leave-out', tiers: { observed: 1, documented: 1, declared: 1 } },
      ...method,
    },
    ...changes,
  };
}

const dimensions = (scored: readonly (ScoredVendor | undefined)[]): number[][] => scored.map((own) => own?.dimensions.map((d) => d.score) ?? []);

describe('a market whose numbers are compared', () => {
  it('gives z-scores: 50 at the mean, 10 points for each standard deviation, missing numbers left out', () => {
    const { scored } = scoreMarket(datasetOf(sketch({ normalisation: 'zscore' })));
    // staff: mean 3, sd sqrt 7; desks: mean 20, sd sqrt 200; days: mean 6, sd 3, less is better.
    const [staff, desks] = [Math.sqrt(7), Math.sqrt(200)];
    expect(dimensions(scored)[0]?.[0]).toBeCloseTo(50 + 5 * (-2 / staff - 10 / desks), 12);
    expect(dimensions(scored)[1]?.[0]).toBeCloseTo(50 - 10 / staff, 12);
    expect(dimensions(scored).map((d) => d[1])).toEqual([40, 50, 60]);
  });

  it('gives places between the lowest and the highest, and shares of the others', () => {
    expect(dimensions(scoreMarket(datasetOf(sketch({ normalisation: 'minmax' }))).scored)).toEqual([[0, 0], [20, 50], [100, 100]]);
    expect(dimensions(scoreMarket(datasetOf(sketch({ normalisation: 'percentile' }))).scored)).toEqual([[0, 0], [50, 50], [100, 100]]);
  });

  it('leaves a number out that too few state', () => {
    const { scored } = scoreMarket(datasetOf(sketch({ normalisation: 'minmax', withinMarket: { leastVendors: 3 } })));
    expect(dimensions(scored).map((d) => d[0])).toEqual([0, 20, 100]);
    expect(scored[0]?.facts[1]).toMatchObject({ state: 'unknown', compared: { vendors: 2 } });
  });

  it('compares with nobody who is merely listed, nor with a number that does not apply', () => {
    const others = sketch({ normalisation: 'minmax' }).vendors;
    const listed = { slug: 'd', status: 'listed' as const, answers: { 'f/staff': { value: 1000 } } };
    const { scored } = scoreMarket(datasetOf(sketch({ normalisation: 'minmax' }, { vendors: [...others, listed] })));
    expect(dimensions(scored).map((d) => d[0])).toEqual([0, 20, 100, undefined]);
  });

  it('counts only as much as the evidence is credible', () => {
    const { scored } = scoreMarket(datasetOf(sketch({ normalisation: 'minmax', facts: { missing: 'leave-out', tiers: { observed: 1, documented: 0.8, declared: 0.5 } } })));
    expect(scored[2]?.facts[2]).toMatchObject({ points: 50, credibility: 0.5, tier: 'declared', sd: 50 });
  });

  it('standardises dimensions once more where the method says so, with all that they are made of', () => {
    const { scored, plan } = scoreMarket(datasetOf(sketch({ normalisation: 'minmax', withinMarket: { dimensions: true } })));
    // haste before: 0, 50, 100: mean 50, sd 50.
    expect(dimensions(scored).map((d) => d[1])).toEqual([40, 50, 60]);
    expect(scored[0]?.dimensions[1]).toMatchObject({ standard: { mean: 50, sd: 50, score: 0 }, base: 40, facts: 40 });
    expect(plan.dimensions).toHaveLength(2);
    // size before: 0, 20, 100: mean 40, variance (1600 + 400 + 3600) / 2.
    expect(dimensions(scored)[2]?.[0]).toBeCloseTo(50 + (10 * 60) / Math.sqrt(2800), 12);
    expect(scored[2]?.composite.overall).toBeCloseTo((50 + (10 * 60) / Math.sqrt(2800) + 60) / 2, 12);
  });

  it('moves a dimension that lands beyond the end to the end, and keeps it what it is linear in', () => {
    const { scored } = scoreMarket(datasetOf(sketch({ normalisation: 'minmax', withinMarket: { dimensions: true, centre: 98 } })));
    expect(scored[2]?.dimensions[1]).toMatchObject({ score: 100, base: 100 });
  });

  it('standardises the spread and the coefficients of reviews too', () => {
    const asked: Partial<Sketch> = {
      questions: [{ id: 'quick', kind: 'rating', criteria: ['f/days'] }],
      reviews: [{ vendor: 'a', answers: { quick: 5 } }, { vendor: 'c', answers: { quick: 1 } }],
    };
    const before = scoreMarket(datasetOf(sketch({ normalisation: 'minmax' }, asked)), { draws: 0 }).scored;
    const after = scoreMarket(datasetOf(sketch({ normalisation: 'minmax', withinMarket: { dimensions: true } }, asked)), { draws: 0 }).scored;
    const { mean, sd } = momentsOf(dimensions(before).map((d) => d[1] as number));
    after.forEach((own, v) => {
      const [now, then] = [own?.dimensions[1], before[v]?.dimensions[1]];
      expect(now?.score).toBeCloseTo(50 + (10 * ((then?.score ?? NaN_) - mean)) / sd, 10);
      expect(now?.coefficients[0]).toBeCloseTo((10 / sd) * (then?.coefficients[0] ?? NaN_), 10);
      expect(now?.reviews).toBeCloseTo(50 + (10 * ((then?.reviews ?? NaN_) - mean)) / sd, 10);
    });
  });

  it('has nothing to do with goalposts: dimensions are then never standardised', () => {
    const { scored } = scoreMarket(datasetOf(sketch({ withinMarket: { dimensions: true } })));
    expect(dimensions(scored).map((d) => d[1])).toEqual([91, 94, 97]);
    expect(scored[0]?.dimensions[1]?.standard).toBeUndefined();
  });
});

describe('one dimension of several that must have evidence', () => {
  const vendors = [
    { slug: 'a', answers: { 'f/staff': { value: 1 }, 'f/desks': { value: 1 } } },
    { slug: 'b', answers: { 'f/days': { value: 1 } } },
  ];
  it('keeps those without out of the ranking', () => {
    const base = sketch({}, { vendors });
    const dataset = datasetOf({ ...base, frameworks: base.frameworks.map((f) => ({ ...f, minimum: 1, anyOf: ['haste'] })) });
    expect(compilePlan(dataset.frameworks, dataset.questionnaire, dataset.method).frameworks[0]?.anyOf).toEqual([1]);
    const { ratings } = scoreMarket(dataset);
    expect(ratings[0]).toEqual({ kind: 'unrated', reasons: [{ kind: 'coverage', framework: 'f', have: 0, need: 1, missing: ['haste'] }] });
    expect(ratings[1]?.kind).toBe('ranked');
  });

  it('is covered only by as many criteria as the method asks for', () => {
    const base = sketch({ coverage: { criteria: 0, minimumCriteria: 2 } }, { vendors });
    const { ratings } = scoreMarket(datasetOf({ ...base, frameworks: base.frameworks.map((f) => ({ ...f, minimum: 1 })) }));
    expect(ratings.map((r) => r.kind)).toEqual(['ranked', 'unrated']);
  });
});
