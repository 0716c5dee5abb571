/** Calendar days and months as whole numbers, without a clock and without time zones. */

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of `YYYY-MM-DD`; NaN when it is not written so or there is no such day. Years 0000 to 9999. */
export function dayNumber(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return NaN;
  // A date alone is midnight UTC (ECMA-262 21.4.1.32). Days that do not exist may roll over into the next month.
  const day = Date.parse(text) / MS_PER_DAY;
  return !Number.isNaN(day) && dayText(day) === text ? day : NaN;
}

/** Days since 1970-01-01 of a day of a month, 1..12; NaN when there is no such day. Years 0 to 9999. */
export function dayOf(year: number, month: number, day: number): number {
  const text = [String(year).padStart(4, '0'), ...[month, day].map((n) => String(n).padStart(2, '0'))].join('-');
  return dayNumber(text);
}

/** `YYYY-MM-DD` of a count of days since 1970-01-01; years 0000 to 9999. */
export function dayText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Months since 1970-01 of `YYYY-MM`; NaN when it is not written so. */
export function monthNumber(text: string): number {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return NaN;
  return (Number(text.slice(0, 4)) - 1970) * 12 + Number(text.slice(5)) - 1;
}

/** `YYYY-MM` of a count of months since 1970-01. */
export function monthText(month: number): string {
  return `${1970 + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/** Months since 1970-01 of a count of days since 1970-01-01. */
export function monthOfDay(day: number): number {
  const date = new Date(day * MS_PER_DAY);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** Day of the week of a count of days since 1970-01-01, a Thursday: 0 = Sunday .. 6 = Saturday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The quarter that a day since 1970-01-01 lies in, such as `2026-Q3`. */
export function quarter(day: number): string {
  const text = dayText(day);
  return `${text.slice(0, 4)}-Q${Math.ceil(Number(text.slice(5, 7)) / 3)}`;
}

/** Whole days from `earlier` to `later`, both `YYYY-MM-DD`; negative when they are the other way round. */
export function daysBetween(earlier: string, later: string): number {
  return dayNumber(later) - dayNumber(earlier);
}

/**
 * Days from Monday to Friday after `from`, up to and with `to`, both `YYYY-MM-DD`; 0 when `to` is not later. Public holidays
 * count as working days, because they differ by place and year.
 */
export function workingDaysBetween(from: string, to: string): number {
  const [a, b] = [dayNumber(from), dayNumber(to)];
  return b <= a ? 0 : workingDaysUpTo(b) - workingDaysUpTo(a);
}

/** Working days in 1970-01-01..`day`, up to a constant. Day 0 was a Thursday, so day 4 was a Monday. */
function workingDaysUpTo(day: number): number {
  const sinceMonday = day - 4;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(5, sinceMonday - weeks * 7 + 1);
}
