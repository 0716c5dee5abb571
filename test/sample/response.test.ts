import { expect, test } from 'vitest';
import { stream } from '../../src/sample/random.ts';
import { respond } from '../../src/sample/response.ts';

const goalposts = { worst: 1440, best: 10, scale: 'ln' as const };

test('a rating lies on its scale, at the good end for a good vendor and at the bad end for a bad one', () => {
  const random = stream('response');
  expect(respond({ kind: 'rating', low: 1, high: 5 }, 3, random)).toEqual({ cell: '5', points: 1 });
  expect(respond({ kind: 'rating', low: 1, high: 5 }, -4, random)).toEqual({ cell: '1', points: 0 });
  // 0.66 of the way from 1 to 5 is 3.64.
  expect(respond({ kind: 'rating', low: 1, high: 5 }, 0, random).cell).toBe('4');
});

test('where no is the good answer, good vendors get no', () => {
  const random = stream('response', 'no');
  const cells = Array.from({ length: 300 }, () => respond({ kind: 'share', good: 'no' }, 3, random));
  expect(cells.filter(({ cell, points }) => cell === 'no' && points === 1).length).toBeGreaterThan(280);
});

test('minutes that people remember are round, minutes by the watch are not', () => {
  const random = stream('response', 'minutes');
  const scale = { kind: 'duration' as const, goalposts, window: 2880 };
  const remembered = Array.from({ length: 200 }, () => respond(scale, 0, random).cell).filter(
    (cell) => cell !== 'none',
  );
  const exact = Array.from({ length: 200 }, () => respond(scale, 0, random, true).cell).filter(
    (cell) => cell !== 'none',
  );
  expect(new Set(remembered).size).toBeLessThan(16);
  expect(new Set(exact).size).toBeGreaterThan(60);
});

test('nothing is longer than the window: it is none', () => {
  const random = stream('response', 'window');
  const scale = { kind: 'duration' as const, goalposts, window: 300 };
  for (let i = 0; i < 300; i += 1) {
    const { cell, points } = respond(scale, -2, random, true);
    if (cell === 'none') expect(points).toBe(0);
    else expect(Number(cell)).toBeLessThanOrEqual(300);
  }
});
