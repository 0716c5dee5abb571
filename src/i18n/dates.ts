/** Dates in words, from ISO strings. No clock, no time zone. */
import type { Language } from '../schema/text.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** An ISO date in words: `2026年10月31日`, `31 October 2026`. */
export function longDate(iso: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** An ISO month in words: `2026年10月`, `October 2026`. */
export function longMonth(iso: string, language: Language): string {
  const [year = 0, month = 1] = iso.split('-').map(Number);
  return language === 'zh' ? `${year}年${month}月` : `${MONTHS[month - 1] ?? ''} ${year}`;
}

/** A quarter `2026-Q3` in words: `2026年三季度`, `Q3 2026`. */
export function quarterName(quarter: string, language: Language): string {
  const year = quarter.slice(0, 4);
  const number = Number(quarter.slice(6));
  return language === 'zh' ? `${year}年${'一二三四'[number - 1] ?? ''}季度` : `Q${number} ${year}`;
}
