import { expect, test } from 'vitest';
import { spread, stream } from '../../src/sample/random.ts';

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the same name gives the same values, another label others', () => {
  const values = (...labels: (string | number)[]): number[] => {
    const random = stream('seed', ...labels);
    return draws(5, random.unit);
  };
  expect(values('a', 1)).toEqual(values('a', 1));
  expect(values('a', 1)).not.toEqual(values('a', 2));
  expect(values('a', 12)).not.toEqual(values('a1', 2));
});

test('first values of neighbouring streams spread over the whole range', () => {
  const first = Array.from({ length: 2000 }, (_, index) => stream('seed', index).unit());
  expect(mean(first)).toBeCloseTo(0.5, 1);
  expect(first.filter((value) => value < 0.1).length).toBeGreaterThan(150);
  expect(first.filter((value) => value < 0.1).length).toBeLessThan(250);
});

test('normal draws have mean 0 and variance 1', () => {
  const random = stream('seed', 'normal');
  const values = draws(20_000, random.normal);
  expect(Math.abs(mean(values))).toBeLessThan(0.03);
  expect(Math.abs(mean(values.map((value) => value * value)) - 1)).toBeLessThan(0.04);
});

test('whole numbers reach both ends and nothing beyond', () => {
  const random = stream('seed', 'int');
  expect(new Set(draws(500, () => random.int(3, 6)))).toEqual(new Set([3, 4, 5, 6]));
});

test('weighted picks follow the weights, and a weight of 0 is never picked', () => {
  const random = stream('seed', 'weighted');
  const picks = Array.from({ length: 4000 }, () =>
    random.weighted(['a', 'b', 'c'], (entry) => ({ a: 3, b: 1, c: 0 })[entry] ?? 0),
  );
  expect(picks).not.toContain('c');
  expect(picks.filter((pick) => pick === 'a').length / 4000).toBeCloseTo(0.75, 1);
});

test('an empty list and weights of 0 are refused', () => {
  const random = stream('seed');
  expect(() => random.pick([])).toThrow(RangeError);
  expect(() => random.weighted([1, 2], () => 0)).toThrow(RangeError);
});

test('shuffling keeps the entries and leaves the list alone', () => {
  const list = [1, 2, 3, 4, 5, 6, 7, 8];
  const shuffled = stream('seed', 'shuffle').shuffled(list);
  expect(shuffled).not.toEqual(list);
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
  expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('the even sequence fills every tenth of the range with any hundred entries', () => {
  const tenths = Array.from({ length: 100 }, (_, index) => Math.floor(spread('seed', 'x', index) * 10));
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const count = tenths.filter((value) => value === tenth).length;
    expect(count).toBeGreaterThanOrEqual(8);
    expect(count).toBeLessThanOrEqual(12);
  }
});
