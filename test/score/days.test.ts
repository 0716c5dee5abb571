import { describe, expect, it } from 'vitest';
import { dateOfDay, daysSinceEpoch } from '../../src/score/days.ts';

describe('days as whole numbers', () => {
  it('counts from 1970-01-01', () => {
    expect(daysSinceEpoch('1970-01-01')).toBe(0);
    expect(daysSinceEpoch('1970-01-02')).toBe(1);
    expect(daysSinceEpoch('1969-12-31')).toBe(-1);
    // 30 years with 7 leap days, then 31 + 29 days of 2000.
    expect(daysSinceEpoch('2000-03-01')).toBe(30 * 365 + 7 + 31 + 29);
  });

  it('takes the years 0 to 99 as they are written', () => {
    // 1920 years of the Gregorian calendar: 465 leap days between 0050 and 1970.
    expect(daysSinceEpoch('0050-01-01')).toBe(-(1920 * 365 + 465));
  });

  it('gives every day its date back', () => {
    for (const date of [
      '0000-03-01',
      '0099-12-31',
      '1900-02-28',
      '1999-12-31',
      '2000-02-29',
      '2024-02-29',
      '2026-11-22',
      '9999-12-31',
    ]) {
      expect(dateOfDay(daysSinceEpoch(date))).toBe(date);
    }
  });
});
