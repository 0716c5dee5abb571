import { describe, expect, it } from 'vitest';
import { rankings } from '../../../src/views/pages/rankings.ts';
import { market } from '../fixture.ts';

describe('the ranking of the whole market', () => {
  const view = rankings(market(), { kind: 'all' }, 'en');

  it('keeps the vendors in their groups, best first', () => {
    expect(view.groups.map((g) => [g.group, g.rows.map((r) => r.slug)])).toEqual([
      [1, ['alpha', 'beta']],
      [2, ['gamma']],
    ]);
  });

  it('gives places as ranges out of all that are ranked', () => {
    expect(view.groups[0]?.rows[0]?.standing).toEqual({ low: 1, high: 2, of: 3, group: 1 });
  });

  it('rounds scores to whole points and intervals outwards', () => {
    const scores = market({});
    expect(rankings(scores, { kind: 'all' }, 'en').groups[0]?.rows[0]?.points).toEqual({
      score: 70,
      low: 68,
      high: 72,
    });
  });

  it('says what an unrated vendor lacks, in names', () => {
    expect(view.unrated.map((v) => v.slug)).toEqual(['delta']);
    expect(view.unrated[0]?.lacks).toEqual([{ framework: 'talk', have: 1, need: 2, missing: ['clarity', 'care'] }]);
  });

  it('lists those that are only listed apart, and withdrawn ones nowhere', () => {
    expect(view.listed.map((v) => v.slug)).toEqual(['epsilon']);
    const everybody = [...view.groups.flatMap((g) => g.rows), ...view.unrated, ...view.listed].map((v) => v.slug);
    expect(everybody).not.toContain('zeta');
  });
});

describe('the ranking of a place', () => {
  it('ranks only vendors with an office there, among themselves, with their places in the market beside', () => {
    const view = rankings(market(), { kind: 'region', region: 'south' }, 'zh');
    expect(view.title).toBe('南方');
    expect(view.groups.map((g) => [g.group, g.rows.map((r) => r.slug)])).toEqual([[1, ['gamma']]]);
    const [gamma] = view.groups[0]?.rows ?? [];
    expect(gamma?.standing).toEqual({ low: 1, high: 1, of: 1, group: 1 });
    expect(gamma?.inMarket).toMatchObject({ low: 3, high: 3, of: 3, group: 2 });
    expect([view.ranked, view.rankedInMarket]).toEqual([1, 3]);
    expect(rankings(market(), { kind: 'all' }, 'zh').groups[0]?.rows[0]?.inMarket).toBeUndefined();
  });

  it('says of a vendor with its main office elsewhere why it is there', () => {
    const offices = [
      { region: 'north', city: 'dalian', main: true },
      { region: 'south', city: 'sanya', main: false },
    ];
    const inputs = market({ vendors: { gamma: { offices } } });
    const cityOn = (scope: Parameters<typeof rankings>[1]): string | undefined =>
      rankings(inputs, scope, 'en')
        .groups.flatMap((g) => g.rows)
        .find((r) => r.slug === 'gamma')?.city;
    expect(cityOn({ kind: 'city', region: 'south', city: 'sanya' })).toBe('Sanya (main office in Dalian)');
    expect(cityOn({ kind: 'region', region: 'north' })).toBe('Dalian');
    expect(cityOn({ kind: 'all' })).toBe('Dalian');
  });
});

describe('the price column', () => {
  const price = (service: string, amount: number, period: 'month' | 'year') => ({
    service,
    amount,
    currency: 'CNY',
    period,
    observedOn: '2025-12-01',
  });

  it('shows the lowest monthly equivalent of what most vendors price', () => {
    const inputs = market({
      vendors: {
        alpha: { prices: [price('books', 300, 'month'), price('books', 2400, 'year'), price('tax', 10, 'month')] },
        beta: { prices: [price('books', 250, 'month')] },
      },
    });
    const view = rankings(inputs, { kind: 'all' }, 'en');
    expect(view.priceOf).toBe('Books');
    expect(view.groups[0]?.rows.map((r) => r.price?.amount)).toEqual([2400, 250]);
    // Only where there is another price for the same: a single one is exact.
    expect(view.groups[0]?.rows.map((r) => r.priceFrom)).toEqual([true, false]);
    expect(view.groups[1]?.rows[0]?.price).toBeUndefined();
  });

  it('does not compare prices for different things', () => {
    const inputs = market({
      vendors: {
        alpha: { prices: [{ ...price('books', 100, 'month'), basis: 'idle' }, price('books', 300, 'month')] },
        beta: { prices: [price('books', 250, 'month')] },
      },
    });
    expect(rankings(inputs, { kind: 'all' }, 'en').groups[0]?.rows.map((r) => r.price?.amount)).toEqual([300, 250]);
  });
});
