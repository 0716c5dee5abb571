import { expect, it } from 'vitest';
import { longDate, longMonth, quarterName } from '../../src/i18n/dates.ts';

it('dates are written out in both languages', () => {
  expect([longDate('2026-10-05', 'zh'), longDate('2026-10-05', 'en')]).toEqual(['2026年10月5日', '5 October 2026']);
  expect([longMonth('2026-02', 'zh'), longMonth('2026-02', 'en')]).toEqual(['2026年2月', 'February 2026']);
  expect([quarterName('2026-Q3', 'zh'), quarterName('2026-Q3', 'en')]).toEqual(['2026年三季度', 'Q3 2026']);
});
