import { beforeEach, describe, expect, it } from 'vitest';
import { compilePlan } from '../../src/score/plan.ts';
import { rescorer } from '../../src/score/reweighted.ts';
import {
  type WeightDraws,
  type WeightRule,
  anyWeight,
  drawWeights,
  perturbed,
  placeBand,
} from '../../src/score/weight-draws.ts';
import { datasetOf, methodOf } from './dataset-builder.ts';

const frameworks = [
  {
    id: 'f',
    dimensions: [
      { id: 'a', criteria: ['a1'] },
      { id: 'b', criteria: ['b1'] },
    ],
  },
];
const { frameworks: built, questionnaire } = datasetOf({ frameworks, vendors: [] });
const plan = compilePlan(built, questionnaire, methodOf({ frameworks }));

/** Draws over vendors with the given scores on a and b, of whom all are looked at. */
function drawn(
  rows: readonly (readonly [number, number])[],
  published: readonly number[],
  rule: WeightRule,
  draws: number,
) {
  const table = { vendors: rows.length, dimensions: 2, values: Float64Array.from(rows.flat()) };
  return drawWeights(plan, rows.length, rescorer(plan, table, 'arithmetic'), published, { seed: 'test', draws, rule });
}

/** Draw 0 weighs a alone, draw 1 both alike, draws 2 and 3 b alone. */
const seeds: number[] = [];
const scripted: WeightRule = (own, seed, draw) => {
  if (!seeds.includes(seed)) seeds.push(seed);
  const dimension = seeds.indexOf(seed);
  if (dimension > 1) return own;
  return draw === 1 || dimension === (draw === 0 ? 0 : 1) ? 1 : 0;
};

describe('places under other weights', () => {
  // a alone: x 1, y 2, z 3. Both: x 60, y 65, z 55. b alone: y 1 (80), z 2 (70), x 3 (40).
  let result: WeightDraws;
  beforeEach(() => {
    result = drawn(
      [
        [80, 40],
        [50, 80],
        [40, 70],
      ],
      [2, 1, 3],
      scripted,
      4,
    );
  });

  it('are counted draw by draw', () => {
    expect(result.acceptability.map((row) => [...row])).toEqual([
      [0.25, 0.25, 0.5],
      [0.75, 0.25, 0],
      [0, 0.5, 0.5],
    ]);
  });

  it('are a band for each vendor, without the places that no draw gave it', () => {
    expect(placeBand(result, 1)).toEqual({ low: 1, high: 2, held: 0.75, steady: 1, from: 1, shares: [0.75, 0.25] });
    expect(placeBand(result, 2)).toEqual({ low: 2, high: 3, held: 0.5, steady: 1, from: 2, shares: [0.5, 0.5] });
  });

  it('say how often a vendor keeps its place, and how often it is at most one away', () => {
    expect([...result.held]).toEqual([0.25, 0.75, 0.5]);
    expect([...result.steady]).toEqual([1, 1, 1]);
  });

  it('agree with the published order by the mean of the taus', () => {
    // Published y x z. Draw 0, x y z: one pair of three exchanged, 1/3. Draw 1, y x z: 1. Draws 2 and 3, y z x: 1/3.
    expect(result.tau).toBeCloseTo((1 / 3 + 1 + 1 / 3 + 1 / 3) / 4, 12);
  });

  it('have a band that leaves out at most a twentieth at each end', () => {
    // The second is ahead in every draw but the first few; of 100 draws, 4 are fewer than a twentieth and 5 are not.
    const first =
      (few: number): WeightRule =>
      (own, seed, draw) => {
        if (!seeds.includes(seed)) throw new Error('a seed of its own');
        if (seeds.indexOf(seed) > 1) return own;
        return (seeds.indexOf(seed) === 0) === draw < few ? 1 : 0;
      };
    const bands = (few: number): number[] => {
      const { low, high } = drawn(
        [
          [80, 40],
          [50, 80],
        ],
        [1, 2],
        first(few),
        100,
      );
      return [...low, ...high];
    };
    expect(bands(4)).toEqual([2, 1, 2, 1]);
    expect(bands(5)).toEqual([1, 1, 2, 2]);
    expect(bands(95)).toEqual([1, 1, 2, 2]);
    expect(bands(96)).toEqual([1, 2, 1, 2]);
  });

  it('share a place where vendors are equal, and have no tau where nobody is told apart', () => {
    const equal = drawn(
      [
        [50, 60],
        [50, 60],
      ],
      [1, 1],
      anyWeight,
      10,
    );
    expect(equal.acceptability.map((row) => [...row])).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(equal.tau).toBeUndefined();
  });

  it('are none where there is nobody', () => {
    expect(drawn([], [], anyWeight, 10)).toMatchObject({ draws: 10, acceptability: [] });
  });
});

describe('the rules by which weights are drawn', () => {
  const many = (rule: WeightRule, own: number, seed: number): number[] =>
    Array.from({ length: 4000 }, (_, b) => rule(own, seed, b));
  const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

  it('multiply by a factor spread evenly over the range', () => {
    const weights = many(perturbed(0.75, 1.25), 0.4, 7);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.3);
    expect(Math.max(...weights)).toBeLessThan(0.5);
    // Mean of 4,000 draws: 0.4, spread 0.2 / sqrt(12 x 4000) = 0.0009.
    expect(Math.abs(mean(weights) - 0.4)).toBeLessThan(0.004);
    // Variance of an even spread: range^2 / 12.
    expect(mean(weights.map((w) => (w - 0.4) ** 2))).toBeCloseTo(0.04 / 12, 3);
  });

  it('or draw evenly from all sets of weights: each of three is above 1/2 a quarter of the time', () => {
    const three = [1, 2, 3].map((seed) => many(anyWeight, 0.2, seed));
    const shares = three[0]!.map((_, b) => {
      const total = three.reduce((sum, own) => sum + own[b], 0);
      return three.map((own) => own[b] / total);
    });
    // On the even simplex of three, P(w > t) = (1 - t)^2 (Dirichlet (1, 1, 1) has Beta(1, 2) margins).
    for (const i of [0, 1, 2]) {
      expect(Math.abs(mean(shares.map((s) => (s[i] > 0.5 ? 1 : 0))) - 0.25)).toBeLessThan(0.03);
      expect(Math.abs(mean(shares.map((s) => s[i])) - 1 / 3)).toBeLessThan(0.015);
    }
  });

  it('leave what weighs nothing at nothing', () => {
    expect(many(anyWeight, 0, 5).every((w) => w === 0)).toBe(true);
    expect(many(perturbed(0.5, 2), 0, 5).every((w) => w === 0)).toBe(true);
  });

  it('give a dimension the same draws whoever stands beside it', () => {
    const more = [{ id: 'f', dimensions: [{ id: 'new', criteria: ['n1'] }, ...frameworks[0]!.dimensions] }];
    const wide = datasetOf({ frameworks: more, vendors: [] });
    const seen = (of: typeof plan): Map<number, number> => {
      const weights = new Map<number, number>();
      const record: WeightRule = (own, seed, draw) => {
        const w = perturbed(0.5, 1.5)(1, seed, draw);
        weights.set(seed, w);
        return own;
      };
      drawWeights(of, 0, () => undefined, [], { seed: 'test', draws: 1, rule: record });
      return weights;
    };
    const before = seen(plan);
    const after = seen(compilePlan(wide.frameworks, wide.questionnaire, methodOf({ frameworks: more })));
    expect(before.size).toBe(3);
    expect(after.size).toBe(4);
    for (const [seed, w] of before) expect(after.get(seed)).toBe(w);
  });
});
