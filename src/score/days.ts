/** Calendar days as whole numbers, without time zones or clocks. */

/** Days from 1970-01-01 to `date` (`YYYY-MM-DD`, a day that exists; a date alone is midnight UTC, ECMA-262 21.4.1.32). */
export function daysSinceEpoch(date: string): number {
  return Date.parse(date) / 86_400_000;
}

/** The date `YYYY-MM-DD` that lies `days` days after 1970-01-01; years 0000 to 9999. */
export function dateOfDay(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
