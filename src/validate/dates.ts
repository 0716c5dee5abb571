/** Days as numbers, without a clock and without time zones. */

/** Days since 1970-01-01 of `YYYY-MM-DD`; NaN when it is not written so or there is no such day. */
export function dayNumber(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return NaN;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return NaN;
  // Years begin in March here, so that the leap day is the last of its year.
  // http://howardhinnant.github.io/date_algorithms.html#days_from_civil
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** Months since 1970-01 of `YYYY-MM`; NaN when it is not written so. */
export function monthNumber(text: string): number {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return NaN;
  return (Number(text.slice(0, 4)) - 1970) * 12 + Number(text.slice(5)) - 1;
}

/** Months since 1970-01 of a day since 1970-01-01. Source as `dayNumber`, civil_from_days. */
export function monthOfDay(day: number): number {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (yearOfEra + era * 400 - 1970) * 12 + monthFromMarch + 2;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
