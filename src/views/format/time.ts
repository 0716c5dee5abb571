/** Lengths of time between dates of the data. */

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
