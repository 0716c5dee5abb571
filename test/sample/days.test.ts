import { expect, test } from 'vitest';
import { dateOf, dayOf, weekday } from '../../src/sample/days.ts';

test('days count from 1970 and lead back to their date', () => {
  expect(dayOf('1970-01-01')).toBe(0);
  expect(dayOf('2000-03-01')).toBe(11_017);
  for (const date of ['2024-02-29', '2026-10-31', '2025-12-31']) expect(dateOf(dayOf(date))).toBe(date);
});

test('1970-01-01 was a Thursday, 2026-10-31 is a Saturday', () => {
  expect(weekday(dayOf('1970-01-01'))).toBe(4);
  expect(weekday(dayOf('2026-10-31'))).toBe(6);
});
