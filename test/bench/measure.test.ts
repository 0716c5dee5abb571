import { describe, expect, it } from 'vitest';
import { findingsTable, median, ratio } from '../../src/bench/measure.ts';

describe('the bench', () => {
  it('takes the middle value', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  it('runs the two sides of a ratio in turn', async () => {
    const order: string[] = [];
    const found = await ratio(
      2,
      () => order.push('a'),
      () => order.push('b'),
    );
    expect(order.join('')).toBe('abab');
    expect(found.ratio).toBeGreaterThan(0);
  });

  it('marks what holds and what does not', () => {
    const table = findingsTable([
      { what: 'one', measured: '1 s', budget: '2 s', holds: true, detail: {} },
      { what: 'two', measured: '3 s', budget: '2 s', holds: false, detail: {} },
      { what: 'three', measured: '3 s', budget: '', detail: {} },
    ]);
    expect(table.split('\n').map((line) => line[0])).toEqual([' ', '✓', '✗', ' ', undefined]);
  });
});
