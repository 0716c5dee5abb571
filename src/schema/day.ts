/** Calendar days and months as whole numbers, without a clock and without time zones. */

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of `YYYY-MM-DD`; NaN when it is not written so or there is no such day. Years 0000 to 9999. */
export function dayNumber(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return NaN;
  // A date alone is midnight UTC (ECMA-262 21.4.1.32). Days that do not exist may roll over into the next month.
  const day = Date.parse(text) / MS_PER_DAY;
  return !Number.isNaN(day) && dayText(day) === text ? day : NaN;
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
