/** Lengths of time between dates of the data. */
import { dayNumber, dayText } from '../../schema/day.ts';
import type { Method } from '../../schema/method.ts';
import type { Evidence } from '../../schema/vendor.ts';

/** Whole days from `earlier` to `later`, both `YYYY-MM-DD`; negative when they are the other way round. */
export function daysBetween(earlier: string, later: string): number {
  return dayNumber(later) - dayNumber(earlier);
}

/** The quarter that a day lies in, such as `2026-Q3`. */
export function quarter(day: number): string {
  const iso = dayText(day);
  return `${iso.slice(0, 4)}-Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`;
}

/**
 * Working days, Monday to Friday, after `from`, up to and with `to`, both `YYYY-MM-DD`; 0 when `to` is not later. Public
 * holidays count as working days, because they differ by place and year.
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

/** How old a piece of evidence is on the day of the build. */
export type EvidenceAge = 'fresh' | 'stale' | 'expired';

/** Whether evidence is past its own end, or confirmed longer ago than the method calls fresh. */
export function evidenceAge(evidence: Evidence, method: Method, asOf: string): EvidenceAge {
  if (evidence.expires !== undefined && evidence.expires < asOf) return 'expired';
  return daysBetween(evidence.lastConfirmed, asOf) > method.freshness.evidenceDays ? 'stale' : 'fresh';
}
