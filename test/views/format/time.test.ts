import { describe, expect, it } from 'vitest';
import { workingDaysBetween } from '../../../src/views/format/time.ts';

// 1 June 2026 is a Monday.
describe('working days', () => {
  it.each([
    ['2026-06-01', '2026-06-02', 1],
    ['2026-06-01', '2026-06-05', 4],
    ['2026-06-05', '2026-06-06', 0],
    ['2026-06-05', '2026-06-08', 1],
    ['2026-06-06', '2026-06-08', 1],
    ['2026-06-01', '2026-06-15', 10],
    ['1969-12-29', '1970-01-05', 5],
    ['2026-06-01', '2026-06-01', 0],
    ['2026-06-02', '2026-06-01', 0],
  ])('after %s up to %s are %i', (from, to, days) => {
    expect(workingDaysBetween(from, to)).toBe(days);
  });

  it('are five in any seven days', () => {
    for (let day = 1; day <= 30; day++) {
      const from = `2026-09-${String(day).padStart(2, '0')}`;
      const to = new Date(Date.parse(`${from}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
      expect(workingDaysBetween(from, to)).toBe(5);
    }
  });
});
