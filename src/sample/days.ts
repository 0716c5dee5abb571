/** Calendar days as numbers since 1970-01-01 and back. */

/** Day number of `YYYY-MM-DD`. */
export function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** `YYYY-MM-DD` of a day number. */
export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Day of the week of a day number: 0 = Sunday .. 6 = Saturday. */
export function weekday(day: number): number {
  return (day + 4) % 7;
}
