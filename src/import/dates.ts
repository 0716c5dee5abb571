/**
 * Reads dates and times by a declared format, never by guessing. The wall clock as written is what counts: a zone is only
 * used when two times are compared. Tokens: YYYY YY MMMM MMM MM M DD D HH H hh h mm ss A; everything else is taken literally.
 * `iso` reads ISO 8601 with or without time and zone; `excel` the serial numbers of spreadsheets (1900 system).
 */
import { dayOf, dayText } from '../schema/day.ts';

/** Reads one text; undefined when it does not fit or is no real date. */
type DateReader = (text: string) => Moment | undefined;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const TOKEN = /YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|A/g;
const PATTERNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    YYYY: '(\\d{4})',
    YY: '(\\d{2})',
    MMMM: `(${FULL.join('|')})`,
    MMM: `(${MONTHS.join('|')})`,
    MM: '(\\d{2})',
    M: '(\\d{1,2})',
    DD: '(\\d{2})',
    D: '(\\d{1,2})',
    HH: '(\\d{2})',
    H: '(\\d{1,2})',
    hh: '(\\d{2})',
    h: '(\\d{1,2})',
    mm: '(\\d{2})',
    ss: '(\\d{2})',
    A: '(am|pm)',
  }),
);

/** How precise a format is: to the month, day or minute; undefined when it lacks the month. */
export function precisionOf(format: string): 'month' | 'day' | 'minute' | undefined {
  if (format === 'iso' || format === 'excel') return 'minute';
  const tokens = format.match(TOKEN) ?? [];
  const has = (...names: string[]) => tokens.some((t) => names.includes(t));
  if (!has('YYYY', 'YY') || !has('M', 'MM', 'MMM', 'MMMM')) return undefined;
  if (!has('D', 'DD')) return 'month';
  const hour = has('H', 'HH') || (has('h', 'hh') && has('A'));
  return hour && has('mm') ? 'minute' : 'day';
}

/** Compiles one format. Two-digit years are 2000..2068 and 1969..1999, as POSIX reads them. */
export function dateReader(format: string): DateReader {
  if (format === 'iso') return readIso;
  if (format === 'excel') return readExcel;
  const order = format.match(TOKEN) ?? [];
  const body = format
    .split(new RegExp(`(${TOKEN.source})`))
    .map((part) => PATTERNS.get(part) ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('');
  const pattern = new RegExp(`^${body}$`, 'i');
  return (text) => {
    const found = pattern.exec(text);
    if (found === null) return undefined;
    const parts = new Map(order.map((token, i) => [token, found[i + 1] ?? '']));
    const number = (...names: string[]) => {
      for (const name of names) if (parts.has(name)) return Number(parts.get(name));
      return undefined;
    };
    const name = (parts.get('MMM') ?? parts.get('MMMM')?.slice(0, 3))?.toLowerCase();
    const short = number('YY');
    const year = number('YYYY') ?? (short === undefined ? NaN : short + (short < 69 ? 2000 : 1900));
    const month = number('MM', 'M') ?? (name === undefined ? NaN : MONTHS.indexOf(name) + 1);
    const day = plausibleDay(year, month, number('DD', 'D') ?? 1);
    if (day === undefined) return undefined;
    return withTime(day, number('HH', 'H'), number('hh', 'h'), parts.get('A'), number('mm'), number('ss'));
  };
}

function withTime(
  day: number,
  hour24: number | undefined,
  hour12: number | undefined,
  half: string | undefined,
  minute: number | undefined,
  second: number | undefined,
): Moment | undefined {
  if (minute === undefined || (hour24 === undefined && (hour12 === undefined || half === undefined))) return { day };
  if (hour24 === undefined && (hour12 === undefined || hour12 < 1 || hour12 > 12)) return undefined;
  const hour = hour24 ?? ((hour12 ?? 0) % 12) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return undefined;
  return { day, seconds: hour * 3600 + minute * 60 + (second ?? 0) };
}

function readIso(text: string): Moment | undefined {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (found === null) return undefined;
  const [, y, m, d, hour, minute, second, zone] = found;
  const day = plausibleDay(Number(y), Number(m), Number(d));
  if (day === undefined || hour === undefined) return day === undefined ? undefined : { day };
  const moment = withTime(day, Number(hour), undefined, undefined, Number(minute), Number(second ?? 0));
  if (moment === undefined || zone === undefined) return moment;
  const digits = zone === 'Z' ? '+0000' : zone.replace(':', '');
  const size = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return { ...moment, offset: digits.startsWith('-') ? -size : size };
}

/** Serial days count from 1899-12-30 for everything after the day that never was, 1900-02-29 (serial 60). */
function readExcel(text: string): Moment | undefined {
  if (!/^\d{2,6}(?:\.\d+)?$/.test(text)) return undefined;
  const serial = Number(text);
  if (serial < 61 || serial >= 109_939) return undefined;
  const seconds = Math.round((serial % 1) * 86_400);
  const day = Math.floor(serial) - 25_569;
  return seconds === 86_400 ? { day: day + 1, seconds: 0 } : { day, seconds };
}

/** Tries the formats in order. */
export function anyDateReader(formats: readonly string[]): DateReader {
  const readers = formats.map(dateReader);
  return (text) => {
    for (const read of readers) {
      const moment = read(text);
      if (moment !== undefined) return moment;
    }
    return undefined;
  };
}

/** A moment as written. */
interface Moment {
  /** Days since 1970-01-01. */
  day: number;
  /** Seconds since midnight, 0..86399; absent when only a date was written. */
  seconds?: number;
  /** Minutes east of UTC, when written. */
  offset?: number;
}

/** Days since 1970-01-01 of a day that exists between 1900 and 2200, else undefined. */
function plausibleDay(year: number, month: number, day: number): number | undefined {
  const number = year < 1900 || year > 2200 ? NaN : dayOf(year, month, day);
  return Number.isNaN(number) ? undefined : number;
}

/** Writes a moment as `YYYY-MM-DD`, `YYYY-MM` or `YYYY-MM-DD HH:MM`; undefined when a minute is asked for that the moment lacks. */
export function writeMoment(moment: Moment, to: 'day' | 'month' | 'minute'): string | undefined {
  const day = dayText(moment.day);
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
