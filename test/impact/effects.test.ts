import { describe, expect, it } from 'vitest';
import { type Made, partOf } from '../../src/impact/effects.ts';
import type { Leaf } from '../../src/impact/leaves.ts';

const named = (_: string, criterion: string) => ({ zh: criterion, en: criterion });

function made(leaves: readonly [criterion: string, weight: number, points: number][]): Made {
  const list = leaves.map(([criterion, weight, points]): [string, Leaf] => [criterion, { framework: 'f', criterion, part: 'facts', weight, points }]);
  return { score: leaves.reduce((sum, [, weight, points]) => sum + weight * points, 0), leaves: new Map(list) };
}

describe('the causes of a change', () => {
  it('are the weight times the points gained, while weights stay', () => {
    const { points, causes, rest } = partOf(made([['a', 0.3, 40], ['b', 0.7, 50]]), made([['a', 0.3, 60], ['b', 0.7, 50]]), named);
    expect(points).toBeCloseTo(6, 12);
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ criterion: 'a', weight: { from: 0.3, to: 0.3 }, score: { from: 40, to: 60 } });
    expect(causes[0]?.points).toBeCloseTo(6, 12);
    expect(rest).toBeCloseTo(0, 12);
  });

  it('count more weight on what is weaker than the rest as a loss', () => {
    // 0.5 x 20 + 0.5 x 80 = 50 becomes 0.7 x 20 + 0.3 x 80 = 38; the mean of both is 44.
    const { points, causes } = partOf(made([['weak', 0.5, 20], ['strong', 0.5, 80]]), made([['weak', 0.7, 20], ['strong', 0.3, 80]]), named);
    expect(points).toBeCloseTo(-12, 12);
    expect(causes.map((c) => [c.criterion, c.points])).toEqual([['strong', expect.closeTo(-0.2 * (80 - 44), 10)], ['weak', expect.closeTo(0.2 * (20 - 44), 10)]]);
  });

  it('take a criterion that is new at the points that it has', () => {
    const { causes } = partOf(made([['old', 1, 50]]), made([['old', 0.5, 50], ['new', 0.5, 100]]), named);
    expect(causes[0]).toMatchObject({ criterion: 'new', weight: { from: 0, to: 0.5 }, score: { to: 100 } });
    expect(causes[0]?.score.from).toBeUndefined();
  });

  it('name the three largest; the rest makes the sum exact', () => {
    const before = made([1, 2, 3, 4, 5].map((n) => [`c${n}`, 0.2, 50]));
    const after = made([1, 2, 3, 4, 5].map((n) => [`c${n}`, 0.2, 50 + n]));
    const { points, causes, rest } = partOf(before, after, named);
    expect(causes.map((c) => c.criterion)).toEqual(['c5', 'c4', 'c3']);
    expect(rest).toBeCloseTo(0.2 * (1 + 2), 10);
    expect(causes.reduce((sum, c) => sum + c.points, rest)).toBeCloseTo(points, 12);
  });
});
