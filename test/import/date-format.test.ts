import { describe, expect, it } from 'vitest';
import { anyDateReader, dateReader, minutesBetween, precisionOf, writeMoment } from '../../src/import/dates.ts';

function read(format: string, text: string, to: 'day' | 'month' | 'minute' = 'day'): string | undefined {
  const moment = dateReader(format)(text);
  return moment === undefined ? undefined : writeMoment(moment, to);
}

describe('reading dates by a declared format', () => {
  it.each([
    ['D/M/YYYY', '3/4/2026', '2026-04-03'],
    ['M/D/YYYY', '3/4/2026', '2026-03-04'],
    ['YYYY-MM-DD', '2026-02-28', '2026-02-28'],
    ['DD-MM-YYYY', '07-11-2025', '2025-11-07'],
    ['YYYY年M月D日', '2026年1月9日', '2026-01-09'],
    ['YYYY.M.D', '2026.1.9', '2026-01-09'],
    ['D MMM YYYY', '9 Sep 2026', '2026-09-09'],
    ['MMMM D, YYYY', 'december 31, 2026', '2026-12-31'],
    ['YYYYMMDD', '20260131', '2026-01-31'],
    ['D/M/YY', '1/2/26', '2026-02-01'],
    ['D/M/YY', '1/2/69', '1969-02-01'],
    // POSIX: 69 to 99 are of the last century, 00 to 68 of this one.
    ['D/M/YY', '1/2/68', '2068-02-01'],
    ['D/M/YY', '1/2/50', '2050-02-01'],
    ['D/M/YY', '1/2/00', '2000-02-01'],
    ['D/M/YY', '1/2/99', '1999-02-01'],
    // No token, but the name of something that every object of JavaScript has.
    ['YYYYtoStringMMDD', '2025toString1107', '2025-11-07'],
    ['iso', '2026-05-06T07:08:09.123Z', '2026-05-06'],
    ['iso', '2026-05-06', '2026-05-06'],
  ])('%s reads %s as %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });

  it.each([
    ['D/M/YYYY H:mm', '29/2/2016 01:16', '2016-02-29 01:16'],
    ['M/D/YYYY h:mm A', '2/29/2016 12:05 AM', '2016-02-29 00:05'],
    ['M/D/YYYY h:mm A', '2/29/2016 12:05 pm', '2016-02-29 12:05'],
    ['YYYY年M月D日 HH:mm:ss', '2026年1月9日 08:09:59', '2026-01-09 08:09'],
    ['iso', '2026-05-06T07:08+08:00', '2026-05-06 07:08'],
  ])('%s reads %s to the minute as %s', (format, text, expected) => {
    expect(read(format, text, 'minute')).toBe(expected);
  });

  it('gives the month when only that is asked for', () => {
    expect(read('YYYY/M', '2026/7', 'month')).toBe('2026-07');
  });

  it('reads the serial numbers of spreadsheets, the leap day that never was behind them', () => {
    // 25569 is 1970-01-01 in the 1900 system; .5 is noon.
    expect(read('excel', '25569')).toBe('1970-01-01');
    expect(read('excel', '45658.5', 'minute')).toBe('2025-01-01 12:00');
    expect(read('excel', '60')).toBeUndefined();
    expect(read('excel', '45658.999999', 'minute')).toBe('2025-01-02 00:00');
  });

  it.each([
    ['D/M/YYYY', '2/29/2016'],
    ['D/M/YYYY', '31/4/2026'],
    ['YYYY-MM-DD', '2025-02-29'],
    ['YYYY-MM-DD', '2026-2-3'],
    ['D/M/YYYY', '3/4/2026 10:00'],
    ['D/M/YYYY H:mm', '3/4/2026 24:00'],
    ['iso', '2026-13-01'],
    ['YYYY-MM-DD', '0026-01-01'],
  ])('%s does not read %s', (format, text) => {
    expect(dateReader(format)(text)).toBeUndefined();
  });

  it('tries several formats in order', () => {
    const reader = anyDateReader(['YYYY-MM-DD', 'D/M/YYYY']);
    expect(writeMoment(reader('2026-01-02') ?? { day: 0 }, 'day')).toBe('2026-01-02');
    expect(writeMoment(reader('2/1/2026') ?? { day: 0 }, 'day')).toBe('2026-01-02');
    expect(reader('Jan 2')).toBeUndefined();
  });

  it('does not invent a time of day', () => {
    expect(read('YYYY-MM-DD', '2026-01-02', 'minute')).toBeUndefined();
  });
});

describe('what a format can tell', () => {
  it.each([
    ['D/M/YYYY H:mm', 'minute'],
    ['M/D/YYYY h:mm A', 'minute'],
    ['M/D/YYYY h:mm', 'day'],
    ['YYYY年M月', 'month'],
    ['excel', 'minute'],
  ])('%s tells the %s', (format, precision) => {
    expect(precisionOf(format)).toBe(precision);
  });

  it('is nothing for a format without a year', () => {
    expect(precisionOf('D/M')).toBeUndefined();
  });
});

describe('minutes between two times', () => {
  const at = (text: string) => dateReader('iso')(text) ?? { day: Number.NaN };

  it('crosses midnight, month ends and leap days', () => {
    expect(minutesBetween(at('2016-02-28 23:50'), at('2016-03-01 00:10'))).toBe(24 * 60 + 20);
  });

  it('is negative when the end comes first, and keeps seconds', () => {
    expect(minutesBetween(at('2026-01-01 10:00:30'), at('2026-01-01 10:00:00'))).toBe(-0.5);
  });

  it('compares zones when both are told, and refuses when only one is', () => {
    expect(minutesBetween(at('2026-01-01T10:00+08:00'), at('2026-01-01T02:30Z'))).toBe(30);
    expect(minutesBetween(at('2026-01-01T10:00+08:00'), at('2026-01-01 10:30'))).toBeUndefined();
  });

  it('needs a time of day on both sides', () => {
    expect(minutesBetween(at('2026-01-01'), at('2026-01-02'))).toBeUndefined();
  });
});
