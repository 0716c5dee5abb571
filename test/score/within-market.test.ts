import { describe, expect, it } from 'vitest';
import { scoreMarket } from '../../src/score/market.ts';
import { momentsOf } from '../../src/score/normalise.ts';
import { compilePlan } from '../../src/score/plan.ts';
import type { ScoredVendor } from '../../src/score/scored-vendor.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';

/** One framework of two dimensions, each of one or two numbers. */
function sketch(method: Sketch['method'], changes: Partial<Sketch> = {}): Sketch {
  return {
    frameworks: [
      {
        id: 'f',
        dimensions: [
          {
            id: 'size',
            criteria: [
              { id: 'staff', goalposts: 'more' },
              { id: 'desks', goalposts: 'more' },
            ],
          },
          { id: 'haste', criteria: [{ id: 'days', goalposts: 'less' }] },
        ],
      },
    ],
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

const dimensions = (scored: readonly (ScoredVendor | undefined)[]): number[][] =>
  scored.map((own) => own?.dimensions.map((d) => d.score) ?? []);

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
    expect(dimensions(scoreMarket(datasetOf(sketch({ normalisation: 'minmax' }))).scored)).toEqual([
      [0, 0],
      [20, 50],
      [100, 100],
    ]);
    expect(dimensions(scoreMarket(datasetOf(sketch({ normalisation: 'percentile' }))).scored)).toEqual([
      [0, 0],
      [50, 50],
      [100, 100],
    ]);
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
    const { scored } = scoreMarket(
      datasetOf(
        sketch({
          normalisation: 'minmax',
          facts: { missing: 'leave-out', tiers: { observed: 1, documented: 0.8, declared: 0.5 } },
        }),
      ),
    );
    expect(scored[2]?.facts[2]).toMatchObject({ points: 50, credibility: 0.5, tier: 'declared', sd: 50 });
  });

  it('makes points of the error of a number by what it is compared with', () => {
    const erring = (error: number) =>
      sketch({}, {}).vendors.map((v) =>
        v.slug === 'b' ? { ...v, answers: { ...v.answers, 'f/staff': { value: 2, error } } } : v,
      );
    const sdOf = (method: Sketch['method'], error: number): number =>
      scoreMarket(datasetOf(sketch(method, { vendors: erring(error) }))).scored[1]?.facts[0]?.sd ?? Number.NaN;
    // staff 1, 2, 6: sd sqrt 7, range 5; of the others one is below 2.
    expect(sdOf({ normalisation: 'zscore' }, 0.5)).toBeCloseTo(5 / Math.sqrt(7), 9);
    expect(sdOf({ normalisation: 'minmax' }, 0.1)).toBeCloseTo(2, 9);
    // 0.5..3.5 holds one other of two, -3..7 both, 1.5..2.5 none: 50 points for each half of the difference.
    expect([1.5, 5, 0.5].map((error) => sdOf({ normalisation: 'percentile' }, error))).toEqual([25, 50, 0]);
    // Standardised dimensions carry it on.
    const own = scoreMarket(
      datasetOf(sketch({ normalisation: 'zscore', withinMarket: { dimensions: true } }, { vendors: erring(0.5) })),
    ).scored[1]?.dimensions[0];
    expect(own?.factSd).toBeCloseTo((10 / (own?.standard?.sd ?? Number.NaN)) * (5 / Math.sqrt(7)), 9);
  });

  it('compares ratios by their value', () => {
    const base = sketch({ normalisation: 'minmax' });
    const frameworks = base.frameworks.map((f) => ({
      ...f,
      dimensions: f.dimensions.map((d) => ({
        ...d,
        criteria: d.criteria.map((c) => (typeof c === 'string' ? c : { ...c, per: 10 })),
      })),
    }));
    const vendors = base.vendors.map((v) =>
      v.slug === 'b' ? { ...v, answers: { ...v.answers, 'f/staff': { numerator: 2, denominator: 10 } } } : v,
    );
    expect(dimensions(scoreMarket(datasetOf({ ...base, frameworks, vendors })).scored).map((d) => d[0])).toEqual([
      0, 20, 100,
    ]);
  });

  it('standardises dimensions once more where the method says so, with all that they are made of', () => {
    const { scored, plan } = scoreMarket(
      datasetOf(sketch({ normalisation: 'minmax', withinMarket: { dimensions: true } })),
    );
    // haste before: 0, 50, 100: mean 50, sd 50.
    expect(dimensions(scored).map((d) => d[1])).toEqual([40, 50, 60]);
    expect(scored[0]?.dimensions[1]).toMatchObject({ standard: { mean: 50, sd: 50, score: 0 }, base: 40, facts: 40 });
    expect(plan.dimensions).toHaveLength(2);
    // size before: 0, 20, 100: mean 40, variance (1600 + 400 + 3600) / 2.
    expect(dimensions(scored)[2]?.[0]).toBeCloseTo(50 + (10 * 60) / Math.sqrt(2800), 12);
    expect(scored[2]?.composite.overall).toBeCloseTo((50 + (10 * 60) / Math.sqrt(2800) + 60) / 2, 12);
  });

  it('moves a dimension that lands beyond the end to the end, and keeps it what it is linear in', () => {
    const { scored } = scoreMarket(
      datasetOf(sketch({ normalisation: 'minmax', withinMarket: { dimensions: true, centre: 98 } })),
    );
    expect(scored[2]?.dimensions[1]).toMatchObject({ score: 100, base: 100 });
  });

  it('standardises the spread and the coefficients of reviews too', () => {
    const asked: Partial<Sketch> = {
      questions: [{ id: 'quick', kind: 'rating', criteria: ['f/days'] }],
      reviews: [
        { vendor: 'a', answers: { quick: 5 } },
        { vendor: 'c', answers: { quick: 1 } },
      ],
    };
    const before = scoreMarket(datasetOf(sketch({ normalisation: 'minmax' }, asked)), { draws: 0 }).scored;
    const after = scoreMarket(
      datasetOf(sketch({ normalisation: 'minmax', withinMarket: { dimensions: true } }, asked)),
      { draws: 0 },
    ).scored;
    const { mean, sd } = momentsOf(dimensions(before).map((d) => d[1]));
    after.forEach((own, v) => {
      const [now, then] = [own?.dimensions[1], before[v]?.dimensions[1]];
      expect(now?.score).toBeCloseTo(50 + (10 * ((then?.score ?? Number.NaN) - mean)) / sd, 10);
      expect(now?.coefficients[0]).toBeCloseTo((10 / sd) * (then?.coefficients[0] ?? Number.NaN), 10);
      expect(now?.reviews).toBeCloseTo(50 + (10 * ((then?.reviews ?? Number.NaN) - mean)) / sd, 10);
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
    const dataset = datasetOf({
      ...base,
      frameworks: base.frameworks.map((f) => ({ ...f, minimum: 1, anyOf: ['haste'] })),
    });
    expect(compilePlan(dataset.frameworks, dataset.questionnaire, dataset.method).frameworks[0]?.anyOf).toEqual([1]);
    const { ratings } = scoreMarket(dataset);
    expect(ratings[0]).toEqual({
      kind: 'unrated',
      reasons: [{ kind: 'coverage', framework: 'f', have: 0, need: 1, missing: ['haste'] }],
    });
    expect(ratings[1]?.kind).toBe('ranked');
  });

  it('is covered only by as many criteria as the method asks for', () => {
    const base = sketch({ coverage: { criteria: 0, minimumCriteria: 2 } }, { vendors });
    const { ratings } = scoreMarket(
      datasetOf({ ...base, frameworks: base.frameworks.map((f) => ({ ...f, minimum: 1 })) }),
    );
    expect(ratings.map((r) => r.kind)).toEqual(['ranked', 'unrated']);
  });
});
