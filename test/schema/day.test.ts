/** Days and months as numbers, and back. */
import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  dayOf,
  dayText,
  daysBetween,
  monthNumber,
  monthOfDay,
  monthText,
  quarter,
  weekday,
  workingDaysBetween,
} from '../../src/schema/day.ts';

describe('the number of a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    // 30 years with 7 leap days, then 31 + 29 days of 2000.
    ['2000-03-01', 30 * 365 + 7 + 31 + 29],
    ['2026-06-01', 20605],
    // 1920 years of the Gregorian calendar: 465 leap days between 0050 and 1970.
    ['0050-01-01', -(1920 * 365 + 465)],
  ])('of %s is %i', (text, number) => {
    expect(dayNumber(text)).toBe(number);
    expect(dayText(number)).toBe(text);
    expect(dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))).toBe(number);
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

  it('does not exist for months and days beyond their range, or years of another length', () => {
    expect([
      dayOf(2026, 2, 29),
      dayOf(2026, 0, 1),
      dayOf(2026, 1, 0),
      dayOf(10_000, 1, 1),
      dayOf(2026, 1, 1.5),
    ]).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });

  it('grows by one from day to day over four centuries, which have 146097 days', () => {
    const first = dayNumber('1900-01-01');
    for (let day = first; day < first + 146_097; day += 1) expect(dayNumber(dayText(day))).toBe(day);
    expect(dayText(first + 146_097)).toBe('2300-01-01');
  });

  it.each(['0000-03-01', '0099-12-31', '1900-02-28', '2024-02-29', '9999-12-31'])('leads back to %s', (text) => {
    expect(dayText(dayNumber(text))).toBe(text);
  });
});

describe('the number of a month', () => {
  it('counts from January 1970, and leads back', () => {
    const months = ['1970-01', '2026-05', '1969-12', '2026-10'];
    expect(months.map(monthNumber)).toEqual([0, 676, -1, 681]);
    expect(months.map((month) => monthText(monthNumber(month)))).toEqual(months);
    expect([monthNumber('2026-13'), monthNumber('2026-5'), monthNumber('')]).toEqual([NaN, NaN, NaN]);
  });

  it('is that of each of its days', () => {
    const days = ['1970-01-01', '1970-01-31', '1969-12-31', '2026-05-31', '2026-06-01'];
    expect(days.map((day) => monthOfDay(dayNumber(day)))).toEqual([0, 0, -1, 676, 677]);
  });
});

describe('parts of the calendar', () => {
  it('are weekdays and quarters', () => {
    // 1970-01-01 was a Thursday, 2026-10-31 is a Saturday.
    expect(['1970-01-01', '1969-12-28', '2026-10-31'].map((day) => weekday(dayNumber(day)))).toEqual([4, 0, 6]);
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((day) => quarter(dayNumber(day)))).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
  });
});

describe('days between two dates', () => {
  it('are negative when the later one comes first', () => {
    expect([daysBetween('2024-02-28', '2024-03-01'), daysBetween('2026-06-02', '2026-06-01')]).toEqual([2, -1]);
  });

  // 1 June 2026 is a Monday.
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
  ])('from %s to %s include %i working days', (from, to, days) => {
    expect(workingDaysBetween(from, to)).toBe(days);
  });

  it('include five working days in any seven', () => {
    const first = dayNumber('2026-09-01');
    for (let day = first; day < first + 30; day += 1)
      expect(workingDaysBetween(dayText(day), dayText(day + 7))).toBe(5);
  });
});
