import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/schema/api.ts';
import type { MeasureRule } from '../../src/verify/context.ts';
import { type RowStatistics, rowWeights, statisticsOf } from '../../src/verify/rows.ts';
import { smallDataset } from '../views/published/small-market.ts';

// Classes 1 / 0.8 / 0.6 / 0.3, incentivised 0.5, half-life 365 days, one review of a person in 180 days.
const { method } = smallDataset();
const uncapped = { ...method, reviews: { ...method.reviews, dayShare: 1 } };

type Review = Receipt['rows']['reviews'][number];
type Contact = Receipt['rows']['observations'][number];

function review(id: string, on: string, more: Partial<Review> = {}): Review {
  return { id, on, source: 'verified-contract', incentive: 'none', weight: 0, answers: {}, ...more };
}

function contact(at: string, values: Contact['values'], channel = 'chat', scenario = 'plain'): Contact {
  return { id: at, at, channel, scenario, weight: 0, values };
}

function receiptOf(reviews: Review[], observations: Contact[] = []): Receipt {
  return { asOf: '2026-06-30', rows: { reviews, observations } } as unknown as Receipt;
}

describe('the weight of a review', () => {
  it('is class x incentive x one half for each year of age', () => {
    const { reviews } = rowWeights(
      receiptOf([
        review('a', '2026-06-30'),
        review('b', '2026-06-30', { source: 'invited', incentive: 'offered' }),
        review('c', '2025-06-30', { source: 'organic', incentive: 'unknown' }),
        review('d', '2026-07-30'),
      ]),
      uncapped,
    );
    expect(reviews).toEqual([1, 0.4, 0.3, 1]);
  });

  it('is 0 when a newer one of the same person counts that lies less than the window away', () => {
    const weights = (on: string, by: string): number =>
      rowWeights(receiptOf([review('new', '2026-06-30'), review('old', on, { supersededBy: by })]), uncapped)
        .reviews[1];
    expect(weights('2026-01-02', 'new')).toBe(0);
    // 180 days earlier, or replaced by one that is not there: it counts.
    expect(weights('2026-01-01', 'new')).toBeCloseTo(2 ** (-180 / 365), 12);
    expect(weights('2026-01-02', 'gone')).toBeGreaterThan(0.7);
  });

  it('is cut so that no day has more than its share, but leaves a day one full review', () => {
    // Four of one day and one each of 16 others, none decayed: the day may have 0.2 of (16 + c), c = 4: nothing to cut.
    const others = Array.from({ length: 16 }, (_, i) => review(`o${i}`, `2026-07-${String(i + 10)}`));
    const day = (count: number): Review[] => Array.from({ length: count }, (_, i) => review(`d${i}`, '2026-07-01'));
    expect(rowWeights(receiptOf([...others, ...day(4)]), method).reviews.at(-1)).toBe(1);
    // Eight of that day: still 4 in all.
    expect(rowWeights(receiptOf([...others, ...day(8)]), method).reviews.at(-1)).toBeCloseTo(0.5, 12);
    // Alone on one day, two share the weight of one.
    expect(rowWeights(receiptOf(day(2)), method).reviews).toEqual([0.5, 0.5]);
  });
});

describe('the weight of a timed contact', () => {
  it('is one half for each year of age', () => {
    expect(
      rowWeights(receiptOf([], [contact('2026-06-30 23:59', {}), contact('2025-06-30 00:00', {})]), method)
        .observations,
    ).toEqual([1, 0.5]);
  });
});

describe('what rows tell of a measure', () => {
  const rule = (more: Partial<MeasureRule>): MeasureRule => ({
    id: 'm',
    source: 'review',
    question: 'q',
    kind: 'rating',
    goalposts: { worst: 1, best: 5, scale: 'linear' },
    ...more,
  });
  const told = (receipt: Receipt, measure: MeasureRule): RowStatistics =>
    statisticsOf(receipt, measure, rowWeights(receipt, uncapped), uncapped);

  it('is the weighted sums of ratings, without rows that say nothing or count nothing', () => {
    const receipt = receiptOf([
      review('a', '2026-06-30', { answers: { q: 4 } }),
      review('b', '2025-06-30', { answers: { q: 2 } }),
      review('c', '2026-06-30', { answers: { other: 1 } }),
      review('d', '2026-06-29', { answers: { q: 5 }, supersededBy: 'a' }),
    ]);
    expect(told(receipt, rule({}))).toMatchObject({
      count: 2,
      weight: 1.5,
      squaredWeight: 1.25,
      sum: 5,
      squares: 18,
      censored: 0,
      censoredSquares: 0,
    });
    // Ages of 0 and of 365 days, one half-life: the first period and the third.
    expect(told(receipt, rule({})).periods).toEqual({
      weight: Float64Array.of(1, 0, 0.5, 0),
      squaredWeight: Float64Array.of(1, 0, 0.25, 0),
      sum: Float64Array.of(4, 0, 1, 0),
      age: Float64Array.of(0, 0, 0.5, 0),
      pairAge: Float64Array.of(0, 0, 0.25, 0),
    });
  });

  it('adds what reviews of one day may have in common, whatever the order of rows, except those of a collection', () => {
    const { dayShare: _none, ...reviews } = uncapped.reviews;
    const correlating = { ...uncapped, reviews: { ...reviews, dayCorrelation: 0.1 } };
    const receipt = receiptOf([
      review('a', '2026-06-30', { answers: { q: 4 } }),
      review('b', '2025-06-30', { answers: { q: 4 } }),
      review('c', '2026-06-30', { answers: { q: 4 } }),
      review('d', '2026-06-30', { answers: { q: 4 }, collection: 'wave' }),
    ]);
    const { dayNoise } = statisticsOf(receipt, rule({}), rowWeights(receipt, correlating), correlating);
    // Two reviews of weight 1 / 1.1 each: 0.1 x 2 x (1 / 1.1)^2.
    expect(dayNoise).toBeCloseTo(0.2 / 1.21, 12);
  });

  it('counts the good answer of a share as 1, be it yes or no', () => {
    const receipt = receiptOf([
      review('a', '2026-06-30', { answers: { q: 'yes' } }),
      review('b', '2026-06-30', { answers: { q: 'no' } }),
      review('c', '2025-06-30', { answers: { q: 'no' } }),
    ]);
    expect(told(receipt, rule({ kind: 'share', good: 'yes' })).sum).toBe(1);
    expect(told(receipt, rule({ kind: 'share', good: 'no' })).sum).toBe(1.5);
  });

  it('takes logarithms of minutes, and sets those never answered apart', () => {
    const receipt = receiptOf(
      [],
      [
        contact('2026-06-30 09:00', { wait: Math.E }),
        contact('2026-06-30 09:01', { wait: 0.2 }),
        contact('2026-06-30 09:02', { wait: 'none' }),
        contact('2025-06-30 09:03', { wait: 480 }),
        contact('2026-06-30 09:04', {}),
      ],
    );
    const result = told(receipt, rule({ source: 'observation', question: 'wait', kind: 'duration', window: 480 }));
    expect(result).toMatchObject({
      count: 4,
      weight: 2,
      squaredWeight: 2,
      sum: 1,
      squares: 1,
      censored: 1.5,
      censoredSquares: 1.25,
    });
  });

  it('looks at the channels and scenarios that the measure is about', () => {
    const receipt = receiptOf(
      [],
      [
        contact('2026-06-30 09:00', { wait: 5 }),
        contact('2026-06-30 09:01', { wait: 5 }, 'phone'),
        contact('2026-06-30 09:02', { wait: 5 }, 'phone', 'urgent'),
      ],
    );
    const count = (more: Partial<MeasureRule>): number =>
      told(receipt, rule({ source: 'observation', question: 'wait', kind: 'duration', window: 480, ...more })).count;
    expect([
      count({}),
      count({ channels: ['phone'] }),
      count({ channels: ['phone'], scenarios: ['urgent'] }),
      count({ scenarios: ['none-such'] }),
    ]).toEqual([3, 2, 1, 0]);
  });
});
