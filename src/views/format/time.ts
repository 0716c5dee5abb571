/** Lengths of time between dates of the data, and dates as text. */
import type { Method } from '../../schema/method.ts';
import type { Evidence } from '../../schema/vendor.ts';

/** Whole days from `earlier` to `later`, both `YYYY-MM-DD`; negative when they are the other way round. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / 86_400_000);
}

/** ISO date of a count of days since 1970-01-01. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** ISO month of a count of months since 1970-01. */
export function isoMonth(month: number): string {
  return `${1970 + Math.floor(month / 12)}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/** The quarter that a day lies in, such as `2026-Q3`. */
export function quarter(day: number): string {
  const iso = isoDay(day);
  return `${iso.slice(0, 4)}-Q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`;
}

/** Working days: those from Monday to Friday after `from`, up to and with `to`, both `YYYY-MM-DD`; 0 when `to` is not later. Public holidays count as
 * working days, because they differ by place and year. */
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

/** How old a piece of evidence is on the day of the build. */
export type EvidenceAge = 'fresh' | 'stale' | 'expired';

/** Whether evidence is past its own end, or confirmed longer ago than the method calls fresh. */
export function evidenceAge(evidence: Evidence, method: Method, asOf: string): EvidenceAge {
  if (evidence.expires !== undefined && evidence.expires < asOf) return 'expired';
  return daysBetween(evidence.lastConfirmed, asOf) > method.freshness.evidenceDays ? 'stale' : 'fresh';
}
