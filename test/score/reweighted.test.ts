import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Aggregation, weightedMean } from '../../src/score/means.ts';
import { compilePlan } from '../../src/score/plan.ts';
import { placesAmong, plannedWeights, rankedTable, rescorer } from '../../src/score/reweighted.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { datasetOf, methodOf } from './dataset-builder.ts';

/** Framework f (weight 3) of dimensions a (2) and b (1), framework g (weight 1) of dimension c. */
const frameworks = [
  {
    id: 'f',
    weight: 3,
    dimensions: [
      { id: 'a', weight: 2, criteria: ['a1'] },
      { id: 'b', weight: 1, criteria: ['b1'] },
    ],
  },
  { id: 'g', weight: 1, dimensions: [{ id: 'c', weight: 1, criteria: ['c1'] }] },
];
const { frameworks: built, questionnaire } = datasetOf({ frameworks, vendors: [] });
const plan = compilePlan(built, questionnaire, methodOf({ frameworks }));
const MISSING = Number.NaN;

function scores(rows: readonly (readonly number[])[], how: Aggregation, weights = plannedWeights(plan)): number[] {
  const into = new Float64Array(rows.length);
  rescorer(plan, { vendors: rows.length, dimensions: 3, values: Float64Array.from(rows.flat()) }, how)(weights, into);
  return [...into];
}

describe('overall scores under given weights', () => {
  it('are weighted means of weighted means', () => {
    // f: (2 x 90 + 30) / 3 = 70; overall (3 x 70 + 10) / 4 = 55.
    expect(scores([[90, 30, 10]], 'arithmetic')[0]).toBeCloseTo(55, 12);
    // f: 90^(2/3) 30^(1/3); overall f^(3/4) 10^(1/4) = 90^(1/2) 30^(1/4) 10^(1/4) = sqrt(90) 300^(1/4).
    expect(scores([[90, 30, 10]], 'geometric')[0]).toBeCloseTo(Math.sqrt(90) * 300 ** 0.25, 10);
    // f: 3 / (2/90 + 1/30) = 54; overall 4 / (3/54 + 1/10) = 4 / (14/90).
    expect(scores([[90, 30, 10]], 'harmonic')[0]).toBeCloseTo(360 / 14, 10);
  });

  it('leave out what a vendor does not have, at both levels', () => {
    expect(
      scores(
        [
          [90, MISSING, 10],
          [90, 30, MISSING],
          [MISSING, MISSING, 10],
        ],
        'arithmetic',
      ),
    ).toEqual([70, 70, 10]);
    expect(scores([[MISSING, MISSING, MISSING]], 'geometric')[0]).toBeNaN();
  });

  it('leave out what weighs nothing', () => {
    const weights = plannedWeights(plan);
    expect(
      scores([[90, 30, 10]], 'arithmetic', { ...weights, dimensions: weights.dimensions.with(0, 0) })[0],
    ).toBeCloseTo(25, 12);
    expect(scores([[90, 30, 10]], 'arithmetic', { ...weights, dimensions: Float64Array.of(0, 0, 1) })).toEqual([10]);
    expect(scores([[90, 30, 10]], 'arithmetic', { ...weights, frameworks: Float64Array.of(0, 1) })).toEqual([10]);
    expect(
      scores([[90, 30, 10]], 'arithmetic', {
        dimensions: Float64Array.of(0, 0, 0),
        frameworks: Float64Array.of(1, 1),
      })[0],
    ).toBeNaN();
  });

  it('count nothing below the floor of the geometric and harmonic means', () => {
    expect(scores([[0, 0, 0]], 'geometric')[0]).toBeCloseTo(1, 12);
    expect(scores([[0, 0, 0]], 'harmonic')[0]).toBeCloseTo(1, 12);
  });

  it('equal the means taken one by one, for any scores and weights', () => {
    const score = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constant(MISSING));
    const weight = fc.integer({ min: 0, max: 5 });
    const how = fc.constantFrom<Aggregation>('arithmetic', 'geometric', 'harmonic');
    fc.assert(
      fc.property(
        fc.tuple(score, score, score),
        fc.tuple(weight, weight, weight),
        fc.tuple(weight, weight),
        how,
        (row, dimensions, outer, mean) => {
          const weights = { dimensions: Float64Array.from(dimensions), frameworks: Float64Array.from(outer) };
          const f = weightedMean(row.slice(0, 2), dimensions.slice(0, 2), mean);
          const g = weightedMean(row.slice(2), dimensions.slice(2), mean);
          const expected = weightedMean([f, g], outer, mean);
          const [got] = scores([row], mean, weights) as [number];
          if (Number.isNaN(expected)) expect(got).toBeNaN();
          else expect(got).toBeCloseTo(expected, 9);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('places', () => {
  const places = (all: number[], count = all.length): number[] => [
    ...placesAmong(Float64Array.from(all), count, new Float64Array(all.length)),
  ];

  it('are 1 + the number of higher scores; equals share the better place', () => {
    expect(places([70, 90, 70, 50])).toEqual([2, 1, 2, 4]);
  });

  it('do not tell scores apart that differ by rounding', () => {
    expect(places([0.1 + 0.2, 0.3, 0.3 - 1e-6])).toEqual([1, 1, 3]);
  });

  it('put those without a score last, together', () => {
    expect(places([MISSING, 40, MISSING, 60])).toEqual([3, 2, 3, 1]);
  });

  it('count all scores, also those that are not asked for', () => {
    expect(places([50, 60, 70, 80], 2)).toEqual([4, 3]);
    expect(places([], 0)).toEqual([]);
  });
});

it('the table of a market holds the ranked vendors, best first', () => {
  const level = (id: string) => ({ level: id, evidence: ['seen'] });
  const evidence = [{ id: 'seen', tier: 'observed' as const }];
  const dataset = datasetOf({
    frameworks: [
      {
        id: 'f',
        dimensions: ['a', 'b'].map((id) => ({ id, criteria: [{ id: `${id}1`, levels: { low: 20, high: 80 } }] })),
      },
    ],
    vendors: [
      { slug: 'alpha', evidence, answers: { 'f/a1': level('low'), 'f/b1': level('low') } },
      { slug: 'beta', status: 'listed' },
      { slug: 'gamma', evidence, answers: { 'f/a1': level('high'), 'f/b1': level('low') } },
    ],
  });
  const market = scoreMarket(dataset, { draws: 0 });
  expect(market.ranked).toEqual([2, 0]);
  expect(rankedTable(market)).toEqual({ vendors: 2, dimensions: 2, values: Float64Array.of(80, 20, 20, 20) });
});
