import { describe, expect, it } from 'vitest';
import { causesOf, type Leaf, type ScoreParts } from '../../src/impact/effects.ts';

const named = (_: string, key: string) => ({ zh: key, en: key });

function made(leaves: readonly [criterion: string, weight: number, points: number, dimension?: string][]): ScoreParts {
  const list = leaves.map(([criterion, weight, points, dimension = 'd']): [string, Leaf] => [
    criterion,
    { framework: 'f', dimension, criterion, part: 'facts', weight, points },
  ]);
  return { score: leaves.reduce((sum, [, weight, points]) => sum + weight * points, 0), leaves: new Map(list) };
}

describe('the causes of a change', () => {
  it('are the weight times the points gained, while weights stay', () => {
    const { points, causes, others, rest } = causesOf(
      made([
        ['a', 0.3, 40],
        ['b', 0.7, 50],
      ]),
      made([
        ['a', 0.3, 60],
        ['b', 0.7, 50],
      ]),
      'criterion',
      named,
    );
    expect(points).toBeCloseTo(6, 12);
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({
      key: 'f/a',
      weight: { from: 0.3, to: 0.3, points: 0 },
      score: { from: 40, to: 60 },
    });
    expect(causes[0]?.points).toBeCloseTo(6, 12);
    expect(others).toBe(0);
    expect(rest).toBeCloseTo(0, 12);
  });

  it('count more weight on what is weaker than the rest as a loss', () => {
    // 0.5 x 20 + 0.5 x 80 = 50 becomes 0.7 x 20 + 0.3 x 80 = 38; the mean of both is 44.
    const { points, overall, causes } = causesOf(
      made([
        ['weak', 0.5, 20],
        ['strong', 0.5, 80],
      ]),
      made([
        ['weak', 0.7, 20],
        ['strong', 0.3, 80],
      ]),
      'criterion',
      named,
    );
    expect(points).toBeCloseTo(-12, 12);
    expect(overall).toBeCloseTo(44, 12);
    expect(causes.map((c) => [c.key, c.points, c.weight.points])).toEqual([
      ['f/strong', expect.closeTo(-0.2 * (80 - 44), 10), expect.closeTo(-7.2, 10)],
      ['f/weak', expect.closeTo(0.2 * (20 - 44), 10), expect.closeTo(-4.8, 10)],
    ]);
  });

  it('tell apart what points and what weight make of one criterion', () => {
    // 0.4 x 30 + 0.6 x 50 = 42 becomes 0.5 x 40 + 0.5 x 50 = 45: 0.45 x 10 = 4.5 by its points, 0.1 x (35 - 43.5) by its weight.
    const { causes } = causesOf(
      made([
        ['a', 0.4, 30],
        ['b', 0.6, 50],
      ]),
      made([
        ['a', 0.5, 40],
        ['b', 0.5, 50],
      ]),
      'criterion',
      named,
    );
    const a = causes.find((c) => c.key === 'f/a');
    expect(a?.score.points).toBeCloseTo(4.5, 12);
    expect(a?.weight.points).toBeCloseTo(-0.85, 12);
    expect(a?.points).toBeCloseTo(3.65, 12);
  });

  it('are told by dimension where dimensions were weighed, at the mean of what is in them', () => {
    const [before, after] = [
      made([
        ['a', 0.2, 20, 'x'],
        ['b', 0.2, 40, 'x'],
        ['c', 0.6, 80, 'y'],
      ]),
      made([
        ['a', 0.3, 20, 'x'],
        ['b', 0.3, 40, 'x'],
        ['c', 0.4, 80, 'y'],
      ]),
    ];
    const { causes } = causesOf(before, after, 'dimension', named);
    // 60 becomes 50, the mean is 55: x scores 30 and counts 0.2 more, y scores 80 and counts 0.2 less.
    expect(causes.map((c) => [c.key, c.points])).toEqual([
      ['f/x', expect.closeTo(-5, 10)],
      ['f/y', expect.closeTo(-5, 10)],
    ]);
    expect(causes[0]?.score).toMatchObject({
      from: expect.closeTo(30, 10) as number,
      to: expect.closeTo(30, 10) as number,
    });
  });

  it('take a criterion that is new at the points that it has', () => {
    const { causes } = causesOf(
      made([['old', 1, 50]]),
      made([
        ['old', 0.5, 50],
        ['new', 0.5, 100],
      ]),
      'criterion',
      named,
    );
    expect(causes[0]).toMatchObject({ key: 'f/new', weight: { from: 0, to: 0.5 }, score: { to: 100, points: 0 } });
    expect(causes[0]?.score.from).toBeUndefined();
  });

  it('name the three largest and count the others; the rest makes the sum exact', () => {
    const before = made([1, 2, 3, 4, 5].map((n) => [`c${n}`, 0.2, 50]));
    const after = made([1, 2, 3, 4, 5].map((n) => [`c${n}`, 0.2, 50 + n]));
    const { points, causes, others, rest } = causesOf(before, after, 'criterion', named);
    expect(causes.map((c) => c.key)).toEqual(['f/c5', 'f/c4', 'f/c3']);
    expect(others).toBe(2);
    expect(rest).toBeCloseTo(0.2 * (1 + 2), 10);
    expect(causes.reduce((sum, c) => sum + c.points, rest)).toBeCloseTo(points, 12);
  });
});
