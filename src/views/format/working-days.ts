/** Working days between two dates, for time limits: Monday to Friday. Public holidays differ by place and year and are not taken out. */

/** Days from Monday to Friday after `from`, up to and with `to`, both `YYYY-MM-DD`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  const [a, b] = [dayNumber(from), dayNumber(to)];
  return b <= a ? 0 : workingDaysUpTo(b) - workingDaysUpTo(a);
}

function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

/** Working days in 1970-01-01..`day`, up to a constant. Day 0 was a Thursday, so day 4 was a Monday. */
function workingDaysUpTo(day: number): number {
  const sinceMonday = day - 4;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(5, sinceMonday - weeks * 7 + 1);
}
