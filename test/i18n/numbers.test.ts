import { describe, expect, it } from 'vitest';
import { difference, interval, minutes, money, number, percent, oneIn, vanishing } from '../../src/i18n/numbers.ts';

describe('numbers as text', () => {
  it('group thousands and drop empty decimals', () => {
    expect([number(1234567.8), number(12.5, 1), number(12, 2), number(0.125, 2), number(999)]).toEqual([
      '1,234,568',
      '12.5',
      '12',
      '0.13',
      '999',
    ]);
  });

  it('use a true minus sign, and none for a rounded zero', () => {
    expect([number(-3), number(-0.2), difference(4), difference(-4), difference(0.2)]).toEqual([
      '−3',
      '0',
      '+4',
      '−4',
      '0',
    ]);
  });

  it('write shares, ranges and money', () => {
    expect([percent(0.825), percent(0.825, 1), interval(2, 6), interval(3, 3)]).toEqual(['83%', '82.5%', '2–6', '3']);
    expect([money(1200, 'CNY'), money(9.5, 'USD'), money(300, 'HKD')]).toEqual(['¥1,200', '$9.5', 'HKD 300']);
  });
});

describe('lengths of time', () => {
  it('take the largest unit that fits', () => {
    expect([0.5, 8, 90, 1440, 2160].map((m) => minutes(m, 'zh'))).toEqual([
      '不到 1 分钟',
      '8 分钟',
      '1.5 小时',
      '1 天',
      '1.5 天',
    ]);
    expect([0.5, 8, 90, 1440, 2160].map((m) => minutes(m, 'en'))).toEqual([
      'under 1 min',
      '8 min',
      '1.5 h',
      '1 day',
      '1.5 days',
    ]);
  });

  it('count hours up to a day', () => {
    // 12, 13 and 23.9 hours.
    expect([720, 780, 1434, 1440].map((m) => minutes(m, 'en'))).toEqual(['12 h', '13 h', '23.9 h', '1 day']);
    expect([720, 780, 1434, 1440].map((m) => minutes(m, 'zh'))).toEqual(['12 小时', '13 小时', '23.9 小时', '1 天']);
  });

  it('say when no answer ever came', () => {
    expect([minutes(Infinity, 'zh'), minutes(Infinity, 'en')]).toEqual(['未答复', 'no answer']);
  });
});

it('chances are told as one in so many, to one digit', () => {
  expect([0.5, 0.04, 0.00037, 1].map(oneIn)).toEqual(['2', '30', '3,000', '1']);
});

it('below one in a million they are not told apart', () => {
  expect([oneIn(1e-6), oneIn(3e-20), oneIn(0)]).toEqual(['1,000,000', '1,000,000', '1,000,000']);
  expect([vanishing(1e-6), vanishing(9.9e-7)]).toEqual([false, true]);
});
