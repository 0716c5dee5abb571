/** Moments as a file writes them: days and seconds of the wall clock, without any clock of ours. */

/** A moment as written. */
export interface Moment {
  /** Days since 1970-01-01. */
  day: number;
  /** Seconds since midnight, 0..86399; absent when only a date was written. */
  seconds?: number;
  /** Minutes east of UTC, when written. */
  offset?: number;
}

/** Days since 1970-01-01 of a day that exists between 1900 and 2200, else undefined. */
export function dayNumber(year: number, month: number, day: number): number | undefined {
  if (year < 1900 || year > 2200) return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() / 86_400_000 : undefined;
}

/** Writes a moment as `YYYY-MM-DD`, `YYYY-MM` or `YYYY-MM-DD HH:MM`; undefined when a minute is asked for and was not told. */
export function writeMoment(moment: Moment, to: 'day' | 'month' | 'minute'): string | undefined {
  const day = new Date(moment.day * 86_400_000).toISOString().slice(0, 10);
  if (to === 'day') return day;
  if (to === 'month') return day.slice(0, 7);
  if (moment.seconds === undefined) return undefined;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day} ${two(Math.floor(moment.seconds / 3600))}:${two(Math.floor(moment.seconds / 60) % 60)}`;
}

/**
 * Minutes from `start` to `end`, negative when it ends first; undefined when a time of day is missing, or when only one of
 * the two has a zone, so that they cannot be compared.
 */
export function minutesBetween(start: Moment, end: Moment): number | undefined {
  if (start.seconds === undefined || end.seconds === undefined) return undefined;
  if ((start.offset === undefined) !== (end.offset === undefined)) return undefined;
  const zone = (start.offset ?? 0) - (end.offset ?? 0);
  return (end.day - start.day) * 1440 + (end.seconds - start.seconds) / 60 + zone;
}
