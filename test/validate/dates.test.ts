/** Days and months as numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, monthNumber, monthOfDay } from '../../src/schema/day.ts';

describe('the number of a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2026-06-01', 20605],
  ])('%s is %i', (text, number) => {
    expect(dayNumber(text)).toBe(number);
  });

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '',
    '2026-01-01T00:00',
  ])('does not exist for %s', (text) => {
    expect(dayNumber(text)).toBeNaN();
  });

  it('agrees with the calendar of the engine on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(dayNumber(date.toISOString().slice(0, 10))).toBe(day);
        expect(monthOfDay(day)).toBe((date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth());
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe('the number of a month', () => {
  it('counts from January 1970', () => {
    expect([monthNumber('1970-01'), monthNumber('2026-05'), monthNumber('1969-12')]).toEqual([0, 676, -1]);
    expect([monthNumber('2026-13'), monthNumber('2026-5'), monthNumber('')]).toEqual([NaN, NaN, NaN]);
  });
});
