import { describe, expect, it } from 'vitest';
import { compose, compositeSd, dimensionSd, factsSd, gradients } from '../../src/score/composite.ts';
import { type LinearDimension, linearDimensions } from '../../src/score/dimensions.ts';
import type { Fact } from '../../src/score/facts.ts';
import { type Plan, compilePlan } from '../../src/score/plan.ts';
import type { Posteriors } from '../../src/score/posteriors.ts';
import { datasetOf } from './dataset-builder.ts';

const shown = (points: number, sd = 0): Fact => ({ state: 'shown', points, sd, facets: [] });
const leftOut: Fact = { state: 'unknown', points: Number.NaN, sd: 0, facets: [] };
const notApplicable: Fact = { state: 'not-applicable', points: Number.NaN, sd: 0, facets: [] };

/** Four criteria with weights 2, 1, 1, 0 in one dimension; questions q0 (a, b), q1 (b); contacts o0 (a), o1 (a, c). */
const dataset = datasetOf({
  frameworks: [
    {
      id: 'f',
      dimensions: [{ id: 'd', criteria: [{ id: 'a', weight: 2, facets: ['x'] }, 'b', 'c', { id: 'z', weight: 0 }] }],
    },
  ],
  questions: [
    { id: 'q0', kind: 'rating', criteria: ['f/a', 'f/b'] },
    { id: 'q1', kind: 'rating', criteria: ['f/b'] },
  ],
  observed: {
    items: [
      { id: 'i0', kind: 'share', uses: [{ id: 'o0', criteria: ['f/a'] }] },
      { id: 'i1', kind: 'share', uses: [{ id: 'o1', criteria: ['f/a', 'f/c', 'f/z'] }] },
    ],
  },
  vendors: [],
});
const plan = compilePlan(dataset.frameworks, dataset.questionnaire, dataset.method);
const prior = { mu: 0, variance: 1, k: 1, drift: 0, source: 'fallback' } as const;

/** Posteriors of which nothing is known; errors of measures are independent. */
function blank(vendors: number, measures: number): Posteriors {
  const make = (): Float64Array => new Float64Array(vendors * measures);
  return {
    measures,
    mean: make(),
    sd: make(),
    points: make(),
    pointsSd: make(),
    weight: make(),
    squaredWeight: make(),
    ageWeight: make(),
    worth: make(),
    count: make(),
    sum: make(),
    rowShare: make(),
    priors: Array.from({ length: measures }, () => prior),
    loadings: Array.from({ length: measures }, () => ({ vendors: 0, rows: 0 })),
    overlap: Array.from({ length: vendors }, () => ({ review: 1, observation: 1 })),
  };
}

/** The same with the spreads given, in points. */
function spreadsOf(vendors: number, measures: number, pointsSd: readonly number[]): Posteriors {
  return { ...blank(vendors, measures), pointsSd: Float64Array.from(pointsSd) };
}

/** Posteriors of two vendors with the given points for the second; `told` says which measures anybody has told. */
function posteriorsOf(points: readonly number[], told: readonly boolean[] = points.map(() => true)): Posteriors {
  const zeros = (): Float64Array => new Float64Array(2 * points.length);
  const all = zeros();
  all.set(points, points.length);
  return { ...blank(2, points.length), points: all, priors: told.map((t) => (t ? prior : undefined)) };
}

function dimensionOf(
  facts: readonly (Fact | undefined)[],
  points: readonly number[],
  told?: readonly boolean[],
): LinearDimension {
  const dimension = linearDimensions(plan, dataset.method, facts, posteriorsOf(points, told), 1)[0];
  if (!dimension) throw new Error('no dimension');
  return dimension;
}

/** Coefficients by measure. */
function coefficients(dimension: LinearDimension): Record<number, number> {
  return Object.fromEntries(dimension.measures.map((m, i) => [m, dimension.coefficients[i]]));
}

describe('a dimension', () => {
  it('is lambda facts + (1 - lambda) reviews, each a weighted mean over criteria of plain means', () => {
    // Facts: a = (90 + 60 + 30) / 3 = 60 with weight 2, c = 30 with weight 1: 50. b has none.
    // Reviews: a = 80 with weight 2, b = (80 + 20) / 2 = 50 with weight 1: 70.
    const d = dimensionOf([shown(90), undefined, undefined, undefined], [80, 20, 60, 30]);
    expect(d.facts).toBeCloseTo(50, 12);
    expect(d.reviews).toBeCloseTo(70, 12);
    expect(d.score).toBeCloseTo(0.6 * 50 + 0.4 * 70, 12);
  });

  it('is linear in the points of its measures', () => {
    const d = dimensionOf([shown(90), undefined, undefined, undefined], [80, 20, 60, 30]);
    const own = coefficients(d);
    // Facts weigh 2/3 (a) and 1/3 (c): o0 has 0.6 x 2/3 / 3, o1 that and 0.6 x 1/3; base 90 x 0.6 x 2/3 / 3.
    expect(d.base).toBeCloseTo(0.6 * 20, 12);
    expect(own[2]).toBeCloseTo((0.6 * 2) / 9, 12);
    expect(own[3]).toBeCloseTo((0.6 * 2) / 9 + 0.2, 12);
    // Reviews weigh 2/3 (a) and 1/3 (b): q0 has 0.4 (2/3 + 1/6), q1 0.4 / 6.
    expect(own[0]).toBeCloseTo(0.4 * (2 / 3 + 1 / 6), 12);
    expect(own[1]).toBeCloseTo(0.4 / 6, 12);
    const [q0, q1, o0, o1] = [80, 20, 60, 30];
    expect(d.base + q0 * (own[0] ?? 0) + q1 * (own[1] ?? 0) + o0 * (own[2] ?? 0) + o1 * (own[3] ?? 0)).toBeCloseTo(
      d.score,
      12,
    );
  });

  it('is facts alone or reviews alone when the other is missing', () => {
    const none = [false, false, false, false];
    const factsOnly = dimensionOf([shown(90), undefined, undefined, undefined], [80, 20, 60, 30], none);
    expect([factsOnly.score, factsOnly.facts, factsOnly.base, factsOnly.measures]).toEqual([90, 90, 90, []]);
    expect(factsOnly.reviews).toBeNaN();
    const reviewsOnly = dimensionOf(
      [leftOut, undefined, undefined, undefined],
      [80, 20, 60, 30],
      [true, true, false, false],
    );
    expect(reviewsOnly.facts).toBeNaN();
    expect(reviewsOnly.score).toBeCloseTo(70, 12);
    expect(reviewsOnly.base).toBe(0);
    expect(coefficients(reviewsOnly)[0]).toBeCloseTo(5 / 6, 12);
  });

  it('does not exist when nothing measures it', () => {
    const d = dimensionOf([leftOut, undefined, undefined, undefined], [80, 20, 60, 30], [false, false, false, false]);
    expect(d.score).toBeNaN();
    expect([d.base, d.measures, d.coefficients]).toEqual([0, [], []]);
  });

  it('counts an answer that was not shown as 0 and a blank that is left out not at all', () => {
    const told = [false, false, true, false];
    expect(
      dimensionOf(
        [{ state: 'not-shown', points: 0, sd: 0, facets: [] }, undefined, undefined, undefined],
        [0, 0, 60, 0],
        told,
      ).score,
    ).toBeCloseTo(30, 12);
    expect(dimensionOf([leftOut, undefined, undefined, undefined], [0, 0, 60, 0], told).score).toBeCloseTo(60, 12);
  });

  it('leaves a criterion that does not apply out of both sums', () => {
    // Without a: facts are c = 30, reviews are b = 50.
    const d = dimensionOf([notApplicable, undefined, undefined, undefined], [80, 20, 60, 30]);
    expect(d.facts).toBeCloseTo(30, 12);
    expect(d.reviews).toBeCloseTo(50, 12);
    expect(d.score).toBeCloseTo(38, 12);
    expect(coefficients(d)).not.toHaveProperty('2');
  });

  it('reads the rows of its own vendor', () => {
    const posteriors = posteriorsOf([80, 20, 60, 30]);
    expect(linearDimensions(plan, dataset.method, [shown(90)], posteriors, 0)[0]?.score).toBeCloseTo(0.6 * 20, 12);
  });

  it('goes by the share of facts that the method states', () => {
    const method = { ...dataset.method, facts: { ...dataset.method.facts, share: 0.25 } };
    expect(linearDimensions(plan, method, [shown(90)], posteriorsOf([80, 20, 60, 30]), 1)[0]?.score).toBeCloseTo(
      0.25 * 50 + 0.75 * 70,
      12,
    );
    const half = { ...dataset.method, facts: { ...dataset.method.facts, share: 0.5 } };
    expect(linearDimensions(plan, half, [shown(90)], posteriorsOf([80, 20, 60, 30]), 1)[0]?.score).toBeCloseTo(60, 12);
  });

  it('has the spread of its measures', () => {
    const d = { measures: [1, 3], coefficients: [0.5, 0.25], base: 0, factSd: 0, facts: 0, reviews: 0, score: 0 };
    // Vendor 1 of 4 measures: spreads 6 and 16: sqrt(3^2 + 4^2); with facts off by 12: sqrt(5^2 + 12^2).
    const known = spreadsOf(2, 4, [9, 9, 9, 9, 9, 6, 9, 16]);
    expect(dimensionSd(plan, d, known, 1)).toBeCloseTo(5, 12);
    expect(dimensionSd(plan, { ...d, factSd: 12 }, known, 1)).toBeCloseTo(13, 12);
  });

  it('has facts that may be off, as far as they count', () => {
    // a's fact is one of three parts of a, which has 2/3 of the facts, which have 0.6 of the dimension.
    expect(dimensionOf([shown(90, 30), undefined, undefined, undefined], [80, 20, 60, 30]).factSd).toBeCloseTo(
      (30 * 0.6 * 2) / 9,
      12,
    );
    expect(
      dimensionOf([shown(90, 30), undefined, undefined, undefined], [80, 20, 60, 30], [false, false, false, false])
        .factSd,
    ).toBeCloseTo(30, 12);
    expect(
      dimensionOf([leftOut, undefined, undefined, undefined], [80, 20, 60, 30], [true, true, false, false]).factSd,
    ).toBe(0);
  });
});

/** Framework one (weight 3): d0 (1), d1 (3); framework two (weight 1): d2. */
const wide = datasetOf({
  frameworks: [
    {
      id: 'one',
      weight: 3,
      dimensions: [
        { id: 'd0', weight: 1, criteria: ['a'] },
        { id: 'd1', weight: 3, criteria: ['b'] },
      ],
    },
    { id: 'two', weight: 1, dimensions: [{ id: 'd2', criteria: ['c'] }] },
  ],
  vendors: [],
});
const widePlan: Plan = compilePlan(wide.frameworks, wide.questionnaire, wide.method);

describe('the spread of the facts of a dimension', () => {
  const factsOnly = [false, false, false, false];

  it('takes the facts of its criteria to be independent', () => {
    // a weighs 2/3, b 1/3: sqrt((2/3 x 6)^2 + (1/3 x 9)^2); a criterion of weight 0 adds nothing.
    expect(dimensionOf([shown(90, 6), shown(30, 9), undefined, undefined], [0, 0, 0, 0], factsOnly).factSd).toBeCloseTo(
      5,
      12,
    );
    expect(
      dimensionOf([shown(90, 6), shown(30, 9), undefined, shown(50, 50)], [0, 0, 0, 0], factsOnly).factSd,
    ).toBeCloseTo(5, 12);
  });

  it('is none of a criterion that does not apply', () => {
    expect(
      dimensionOf([notApplicable, shown(30, 9), undefined, undefined], [0, 0, 0, 0], factsOnly).factSd,
    ).toBeCloseTo(9, 12);
    expect(dimensionOf([notApplicable, undefined, undefined, undefined], [80, 20, 60, 30]).factSd).toBe(0);
  });
});

describe('frameworks and the overall score', () => {
  it('are weighted means of weighted means', () => {
    const { frameworks, overall } = compose(widePlan, wide.method, [20, 60, 90]);
    expect([...frameworks]).toEqual([50, 90]);
    expect(overall).toBe(60);
  });

  it('are of the kind that the method states', () => {
    const geometric = compose(widePlan, { ...wide.method, aggregation: 'geometric' }, [16, 81, 50]);
    // 16^(1/4) x 81^(3/4) = 2 x 27.
    expect(geometric.frameworks[0]).toBeCloseTo(54, 10);
    expect(geometric.overall).toBeCloseTo(54 ** 0.75 * 50 ** 0.25, 10);
    const harmonic = compose(widePlan, { ...wide.method, aggregation: 'harmonic' }, [20, 60, 80]);
    expect(harmonic.frameworks[0]).toBeCloseTo(40, 10);
    expect(harmonic.overall).toBeCloseTo(4 / (3 / 40 + 1 / 80), 10);
  });

  it('are made of what there is', () => {
    expect(compose(widePlan, wide.method, [Number.NaN, 60, 90]).overall).toBe(67.5);
    expect(compose(widePlan, wide.method, [20, 60, Number.NaN]).overall).toBe(50);
    expect(compose(widePlan, wide.method, [Number.NaN, Number.NaN, Number.NaN]).overall).toBeNaN();
  });

  it('have gradients that small differences confirm, for every kind of mean', () => {
    for (const aggregation of ['arithmetic', 'geometric', 'harmonic'] as const) {
      const method = { ...wide.method, aggregation };
      const at = [20, 60, 90];
      const rows = gradients(widePlan, method, at, compose(widePlan, method, at));
      expect(rows).toHaveLength(3);
      const h = 1e-5;
      for (let d = 0; d < 3; d++) {
        const up = compose(widePlan, method, at.with(d, at[d] + h));
        const down = compose(widePlan, method, at.with(d, at[d] - h));
        for (let f = 0; f < 2; f++) {
          expect(rows[f]?.[d]).toBeCloseTo((up.frameworks[f] - down.frameworks[f]) / (2 * h), 7);
        }
        expect(rows[2]?.[d]).toBeCloseTo((up.overall - down.overall) / (2 * h), 7);
      }
    }
  });

  it('have gradients that are the effective weights when a dimension is missing', () => {
    const at = [Number.NaN, 60, 90];
    const rows = gradients(widePlan, wide.method, at, compose(widePlan, wide.method, at));
    expect(rows.map((row) => [...row])).toEqual([
      [0, 1, 0],
      [0, 0, 1],
      [0, 0.75, 0.25],
    ]);
  });

  it('add up what dimensions share of a measure before squaring', () => {
    const d = (measures: number[], own: number[]): LinearDimension => ({
      measures,
      coefficients: own,
      base: 0,
      factSd: 0,
      facts: 0,
      reviews: 0,
      score: 0,
    });
    const dimensions = [d([0], [1]), d([0, 1], [0.5, 0.5]), d([1], [1])];
    // Measure 0: 0.25 + 0.25 = 0.5 of 6; measure 1: 0.5 x 0.5 = 0.25 of 16 (the last dimension weighs 0).
    const sd = compositeSd(plan, dimensions, Float64Array.from([0.25, 0.5, 0]), spreadsOf(2, 2, [99, 99, 6, 16]), 1);
    expect(sd).toBeCloseTo(Math.hypot(3, 4), 12);
  });

  it('add what the facts of each dimension may be off by', () => {
    const d = (factSd: number): LinearDimension => ({
      measures: [0],
      coefficients: [1],
      base: 0,
      factSd,
      facts: 0,
      reviews: 0,
      score: 0,
    });
    const gradient = Float64Array.from([0.25, 0.5, 0]);
    expect(factsSd([d(12), d(8), d(99)], gradient)).toBeCloseTo(Math.hypot(3, 4), 12);
    // Measure 0 counts 0.75 of 16.
    expect(compositeSd(plan, [d(12), d(8), d(99)], gradient, spreadsOf(1, 1, [16]), 0)).toBeCloseTo(
      Math.hypot(5, 12),
      12,
    );
  });
});
