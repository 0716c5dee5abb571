import { expect, it } from 'vitest';
import { longDate, longMonth, quarterName } from '../../src/i18n/dates.ts';
import { dayText, monthText } from '../../src/schema/day.ts';
import { quarter } from '../../src/schema/day.ts';

it('dates are written out in both languages', () => {
  expect([longDate('2026-10-05', 'zh'), longDate('2026-10-05', 'en')]).toEqual(['2026年10月5日', '5 October 2026']);
  expect([longMonth('2026-02', 'zh'), longMonth('2026-02', 'en')]).toEqual(['2026年2月', 'February 2026']);
  expect([quarterName('2026-Q3', 'zh'), quarterName('2026-Q3', 'en')]).toEqual(['2026年三季度', 'Q3 2026']);
});

it('counts of days and months become ISO dates', () => {
  expect([dayText(0), dayText(-1), dayText(20_454)]).toEqual(['1970-01-01', '1969-12-31', '2026-01-01']);
  expect([monthText(0), monthText(681), monthText(-1)]).toEqual(['1970-01', '2026-10', '1969-12']);
  expect(quarter(20_454)).toBe('2026-Q1');
});
