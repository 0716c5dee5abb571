import { describe, expect, it } from 'vitest';
import { coverageOf, missingCoverage } from '../../src/score/coverage.ts';
import type { Fact } from '../../src/score/facts.ts';
import { compilePlan } from '../../src/score/plan.ts';
import type { Posteriors } from '../../src/score/posteriors.ts';
import { datasetOf } from './dataset-builder.ts';

/** Posteriors of which only the counts of rows are looked at. */
function countsOf(measures: number, count: Float64Array): Posteriors {
  const none = new Float64Array(count.length);
  return {
    measures,
    mean: none,
    sd: none,
    points: none,
    pointsSd: none,
    weight: none,
    squaredWeight: none,
    ageWeight: none,
    worth: none,
    rowShare: none,
    count,
    sum: none,
    priors: [],
    loadings: [],
    overlap: [],
  };
}

/** Dimension p: criteria a (2), b (1), c (1); dimension q: d. A question on b and d, contacts on c. */
const dataset = datasetOf({
  frameworks: [
    {
      id: 'f',
      minimum: 2,
      dimensions: [
        { id: 'p', criteria: [{ id: 'a', weight: 2, facets: ['x'] }, 'b', 'c'] },
        { id: 'q', criteria: ['d'] },
      ],
    },
    { id: 'g', minimum: 0, dimensions: [{ id: 'r', criteria: ['e'] }] },
  ],
  questions: [{ id: 'q0', kind: 'rating', criteria: ['f/b', 'f/d'] }],
  observed: { items: [{ id: 'i0', kind: 'share', uses: [{ id: 'o0', criteria: ['f/c'] }] }] },
  vendors: [],
});
const plan = compilePlan(dataset.frameworks, dataset.questionnaire, dataset.method);
const state = (s: Fact['state']): Fact => ({ state: s, points: 0, sd: 0, facets: [] });

/** Coverage of the second of two vendors with so many reviews and contacts. */
function coverage(fact: Fact['state'], reviews: number, contacts: number) {
  const posteriors = countsOf(2, Float64Array.from([99, 99, reviews, contacts]));
  return coverageOf(plan, dataset.method, [state(fact)], posteriors, 1);
}

describe('evidence', () => {
  it('of a criterion is an answer, or enough reviews, or enough contacts', () => {
    expect([...coverage('shown', 0, 0).evidenced]).toEqual([1, 0, 0, 0, 0]);
    expect([...coverage('not-shown', 2, 1).evidenced]).toEqual([0, 0, 0, 0, 0]);
    expect([...coverage('not-shown', 3, 1).evidenced]).toEqual([0, 1, 0, 1, 0]);
    expect([...coverage('unknown', 2, 2).evidenced]).toEqual([0, 0, 1, 0, 0]);
    expect([...coverage('not-applicable', 3, 2).evidenced]).toEqual([0, 1, 1, 1, 0]);
  });

  it('of a dimension is the share of the weight that applies', () => {
    expect([...coverage('shown', 0, 0).shares]).toEqual([0.5, 0, 0]);
    expect([...coverage('shown', 3, 2).shares]).toEqual([1, 1, 0]);
    // Without a, which does not apply: b alone is half of b and c.
    expect([...coverage('not-applicable', 3, 0).shares]).toEqual([0.5, 1, 0]);
  });

  it('covers a dimension from the share that the method asks for', () => {
    expect([...coverage('shown', 0, 0).covered]).toEqual([1, 0, 0]);
    expect([...coverage('not-shown', 3, 0).shares]).toEqual([0.25, 1, 0]);
    expect([...coverage('not-shown', 3, 0).covered]).toEqual([0, 1, 0]);
    expect([...coverage('not-applicable', 3, 0).covered]).toEqual([1, 1, 0]);
  });

  it('covers no dimension that has none, even if the method asks for no share', () => {
    const method = { ...dataset.method, coverage: { ...dataset.method.coverage, criteria: 0 } };
    const zeros = new Float64Array(4);
    const posteriors = countsOf(2, zeros);
    expect([...coverageOf(plan, method, [state('not-shown')], posteriors, 1).covered]).toEqual([0, 0, 0]);
  });

  it('covers no dimension of which nothing applies', () => {
    const sole = datasetOf({
      frameworks: [{ id: 'f', dimensions: [{ id: 'p', criteria: [{ id: 'a', facets: ['x'] }] }] }],
      vendors: [],
    });
    const none = new Float64Array(0);
    const posteriors = countsOf(0, none);
    const own = coverageOf(
      compilePlan(sole.frameworks, sole.questionnaire, sole.method),
      sole.method,
      [state('not-applicable')],
      posteriors,
      0,
    );
    expect([own.shares[0], own.covered[0]]).toEqual([0, 0]);
  });

  it('is enough at a third of three equal criteria, whatever rounding makes of the shares', () => {
    const thirds = datasetOf({
      frameworks: [{ id: 'f', dimensions: [{ id: 'p', criteria: [{ id: 'a', facets: ['x'] }, 'b', 'c'] }] }],
      vendors: [],
      method: { coverage: { criteria: 1 / 3 + 1e-12 } },
    });
    const own = compilePlan(thirds.frameworks, thirds.questionnaire, thirds.method);
    const none = new Float64Array(0);
    const posteriors = countsOf(0, none);
    expect([...coverageOf(own, thirds.method, [state('shown')], posteriors, 0).covered]).toEqual([1]);
  });
});

describe('what is missing for a rank', () => {
  it('is told framework by framework, with the dimensions that lack evidence', () => {
    expect(missingCoverage(plan, coverage('shown', 0, 0), true)).toEqual([
      { kind: 'coverage', framework: 'f', have: 1, need: 2, missing: ['q'] },
    ]);
    expect(missingCoverage(plan, coverage('not-shown', 0, 0), true)).toEqual([
      { kind: 'coverage', framework: 'f', have: 0, need: 2, missing: ['p', 'q'] },
    ]);
  });

  it('is nothing when every framework has what it needs', () => {
    expect(missingCoverage(plan, coverage('shown', 3, 0), true)).toEqual([]);
  });

  it('is a dimension of each framework for a vendor that nothing measures', () => {
    expect(missingCoverage(plan, coverage('unknown', 0, 0), false)).toEqual([
      { kind: 'coverage', framework: 'f', have: 0, need: 2, missing: ['p', 'q'] },
      { kind: 'coverage', framework: 'g', have: 0, need: 1, missing: ['r'] },
    ]);
  });
});
