import { describe, expect, it } from 'vitest';
import { comparable } from '../../../src/views/format/price.ts';

const price = (amount: number, period: 'once' | 'hour' | 'month' | 'quarter' | 'year') =>
  ({ service: 'books', amount, currency: 'CNY', period }) as never;

describe('the amount by which prices are compared', () => {
  it('is that of one month when the price recurs: a quarter has three and a year twelve', () => {
    expect([
      comparable(price(300, 'month')),
      comparable(price(300, 'quarter')),
      comparable(price(300, 'year')),
    ]).toEqual([300, 100, 25]);
  });

  it('is the amount itself when the price is paid once or by the hour', () => {
    expect([comparable(price(300, 'once')), comparable(price(300, 'hour'))]).toEqual([300, 300]);
  });
});
