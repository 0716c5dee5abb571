import { describe, expect, it } from 'vitest';
import { FEWEST, findBursts } from '../../src/score/bursts.ts';
import { poissonTail } from '../../src/score/poisson.ts';

/** `count` reviews on each of `days` days from `first` on. */
const run = (first: number, days: number, count = 1): number[] =>
  Array.from({ length: days * count }, (_, i) => first + Math.floor(i / count));
/** One review every `step` days in `from`..`to`. */
const flow = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
const sorted = (...lists: number[][]): number[] => lists.flat().sort((a, b) => a - b);
/** Bursts of a week, of a vendor that is alone in its market unless others are named. */
const bursts = (days: number[], others: number[] = [], limit = 0.001) =>
  findBursts(days, sorted(days, others), 7, limit);

describe('a burst', () => {
  it('is a week with far more reviews than the year before it', () => {
    // One review every 10 days for two years, and 12 within days 500..505.
    const steady = flow(0, 700, 10);
    const days = sorted(steady, run(500, 6, 2));
    const [burst, ...more] = bursts(days);
    expect(more).toEqual([]);
    // Day 500 has a steady review too: 13. Before: days 142..499, 150 to 490, 35 in 358 days; after: 507..864, cut at
    // the last review on day 700, 510 to 700, 20 in 194 days, which is busier.
    const expected = (20 / 194) * 7;
    expect(burst).toMatchObject({ from: 500, to: 506, count: 13 });
    expect(burst?.expected).toBeCloseTo(expected, 12);
    // Looked at: a window from each of the 71 steady days and from 5 days more.
    expect(burst?.probability).toBeCloseTo(poissonTail(13, expected) * 76, 18);
  });

  it('is no steady flow, however dense, nor its start or end', () => {
    expect(bursts(flow(0, 400, 1))).toEqual([]);
    expect(bursts(run(0, 100, 3))).toEqual([]);
    // Two years of nothing but one review a quarter, then two a week from day 730 on.
    expect(bursts(sorted(flow(0, 720, 90), flow(730, 1100, 3)))).toEqual([]);
    expect(bursts(sorted(flow(0, 370, 3), flow(380, 1100, 90)))).toEqual([]);
  });

  it('takes five reviews at least', () => {
    expect(FEWEST).toBe(5);
    expect(bursts(run(100, 1, 4), [], 0.9)).toEqual([]);
    expect(bursts(run(100, 1, 5), [], 0.9)).toHaveLength(1);
  });

  it('is judged by six reviews a year where the vendor has no others', () => {
    const [burst] = bursts(run(100, 1, 8));
    expect(burst).toMatchObject({ from: 100, to: 106, count: 8 });
    expect(burst?.expected).toBeCloseTo((6 / 365) * 7, 12);
    expect(burst?.probability).toBeCloseTo(poissonTail(8, (6 / 365) * 7), 18);
  });

  it('takes a short record for a quarter at least, so that two bursts do not excuse each other', () => {
    const found = bursts(sorted(run(100, 2, 10), run(120, 2, 10)));
    expect(found.map((b) => [b.from, b.count])).toEqual([
      [100, 20],
      [120, 20],
    ]);
    // From day 107 to the last review on day 121: 15 days count as 90.
    expect(found[0]?.expected).toBeCloseTo((20 / 90) * 7, 12);
  });

  it('ends after as many days as the window has: the seventh day counts, the eighth does not', () => {
    expect(bursts([...run(100, 1, 6), 106])[0]?.count).toBe(7);
    expect(bursts([...run(100, 1, 6), 107])[0]?.count).toBe(6);
  });

  it('stands once where windows overlap: the least likely of them', () => {
    // 5 on day 100, 9 on day 103: from 100 on there are 14, from 103 on 9.
    expect(bursts(sorted(run(100, 1, 5), run(103, 1, 9))).map((b) => [b.from, b.count])).toEqual([[100, 14]]);
    // 1 on day 100, 5 on day 105, 9 on day 110: from 105 on there are 14.
    expect(bursts(sorted([100], run(105, 1, 5), run(110, 1, 9))).map((b) => [b.from, b.count])).toEqual([[105, 14]]);
  });

  it('is none when all vendors have a busy week, as after a pause of the site', () => {
    const own = run(500, 1, 8);
    const calm = flow(0, 1000, 5);
    expect(bursts(own, calm)).toHaveLength(1);
    // The others: one every 5 days, and 300 in the same week where one or two are usual.
    expect(bursts(own, sorted(calm, run(500, 6, 50)))).toEqual([]);
  });

  it('is expected in proportion to how busy the others are, five reviews of calm added', () => {
    const own = run(500, 1, 8);
    const others = sorted(run(501, 1, 10), [400, 600]);
    // Days 400 to 600 are all there is: two elsewhere in 201 - 7 days.
    const busy = (10 + 5) / ((2 * 7) / 194 + 5);
    expect(bursts(own, others, 0.9)[0]?.expected).toBeCloseTo((6 / 365) * 7 * busy, 12);
    // Others who are calmer than usual excuse nothing and accuse nobody.
    expect(bursts(own, flow(0, 490, 1), 0.9)[0]?.expected).toBeCloseTo((6 / 365) * 7, 12);
  });

  it('needs a probability below the limit, for all windows together', () => {
    const days = run(100, 1, 5);
    const p = poissonTail(5, (6 / 365) * 7);
    expect(bursts(days, [], p)).toEqual([]);
    expect(bursts(days, [], p * 1.0001)).toHaveLength(1);
    // Two starts: days 100 and 1000, twice the chance.
    expect(bursts([...days, 1000], [], 0.9)[0]?.probability).toBeCloseTo(2 * p, 15);
  });

  it('has a chance of 1 at most', () => {
    const days = flow(0, 300, 1);
    for (const b of bursts(days, [], Number.POSITIVE_INFINITY)) expect(b.probability).toBeLessThanOrEqual(1);
  });
});

it('nobody has no bursts', () => {
  expect(bursts([])).toEqual([]);
  expect(bursts([], [1, 2, 3])).toEqual([]);
});
