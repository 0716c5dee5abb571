import { describe, expect, it } from 'vitest';
import { dayCap, decay, observationWeights, reviewWeights, rowsByVendor } from '../../src/score/row-weights.ts';
import { dayNumber } from '../../src/schema/day.ts';
import { AS_OF, type MethodChanges, type ReviewSketch, datasetOf } from './dataset-builder.ts';

const TODAY = dayNumber(AS_OF);

function weightsOf(
  reviews: readonly Partial<ReviewSketch>[],
  settings: MethodChanges['reviews'] = {},
  counts?: (row: number) => boolean,
): number[] {
  const { dataset, rows } = built(reviews, settings);
  return [...reviewWeights(dataset.reviews, rows, dataset.method, TODAY, counts)];
}

function built(reviews: readonly Partial<ReviewSketch>[], settings: MethodChanges['reviews'] = {}) {
  const dataset = datasetOf({
    frameworks: [],
    vendors: [{ slug: 'a' }, { slug: 'b' }],
    reviews: reviews.map((r) => ({ vendor: 'a', answers: {}, ...r })),
    method: { reviews: settings },
  });
  return { dataset, rows: rowsByVendor(dataset.reviews, 2) };
}

describe('rows by vendor', () => {
  it('stand newest first, then by id, whatever the order of the file', () => {
    const table = {
      count: 5,
      vendor: Int32Array.from([1, 0, 1, 1, 0]),
      day: Int32Array.from([10, 5, 12, 10, 7]),
      id: ['b', 'x', 'c', 'a', 'y'],
    };
    const { start, rows } = rowsByVendor(table, 3);
    expect([...start]).toEqual([0, 2, 5, 5]);
    expect([...rows]).toEqual([4, 1, 2, 3, 0]);
  });

  it('sort ids by code units: Z before a', () => {
    const table = { count: 2, vendor: new Int32Array(2), day: new Int32Array(2), id: ['a', 'Z'] };
    expect([...rowsByVendor(table, 1).rows]).toEqual([1, 0]);
  });
});

describe('the weight of a review', () => {
  it('halves with every half-life of its age', () => {
    expect(decay(0, 365)).toBe(1);
    expect(decay(365, 365)).toBe(0.5);
    expect(decay(730, 365)).toBe(0.25);
    expect(decay(30, 60)).toBeCloseTo(Math.SQRT1_2, 14);
    expect(weightsOf([{ age: 365 }, { age: 1095 }])).toEqual([0.5, 0.125]);
  });

  it('never passes 1, even for a review dated after the day of scoring', () => {
    expect(decay(-400, 365)).toBe(1);
    expect(weightsOf([{ age: -400 }])).toEqual([1]);
  });

  it('goes by its class and by whether anything was given for it', () => {
    expect(
      weightsOf([
        { source: 'verified-contract' },
        { source: 'invited' },
        { source: 'organic' },
        { source: 'vendor-supplied' },
        { source: 'organic', incentive: 'offered' },
        { source: 'invited', incentive: 'unknown' },
        { source: 'invited', incentive: 'offered', age: 365 },
      ]),
    ).toEqual([1, 0.8, 0.6, 0.3, 0.3, 0.8, 0.2]);
  });

  it('is 0 while it is not published, and for a row that is left out', () => {
    expect(weightsOf([{ moderation: 'withheld' }, { moderation: 'pending' }, {}])).toEqual([0, 0, 1]);
    expect(weightsOf([{}, {}, {}], {}, (row) => row !== 1)).toEqual([1, 0, 1]);
  });
});

describe('one reviewer', () => {
  it('counts once in 180 days for a vendor, with the newest review', () => {
    expect(
      weightsOf(
        [
          { age: 100, reviewer: 1 },
          { age: 0, reviewer: 1 },
          { age: 179, reviewer: 1 },
        ],
        { halfLifeDays: 1e9 },
      ).map(Math.round),
    ).toEqual([0, 1, 0]);
  });

  it('counts again from the 180th day on', () => {
    const rounded = (ages: number[]) =>
      weightsOf(
        ages.map((age) => ({ age, reviewer: 1 })),
        { halfLifeDays: 1e9 },
      ).map(Math.round);
    expect(rounded([0, 180])).toEqual([1, 1]);
    expect(rounded([0, 179])).toEqual([1, 0]);
    // The window runs from the last review that was kept: 300 lies 120 days before 180, 360 lies 180 before it.
    expect(rounded([0, 180, 300, 360])).toEqual([1, 1, 0, 1]);
  });

  it('is not held against other reviewers or other vendors', () => {
    expect(weightsOf([{ reviewer: 1 }, { reviewer: 2 }, { vendor: 'b', reviewer: 1 }])).toEqual([1, 1, 1]);
  });

  it('keeps an older review when the newer one is not published or left out', () => {
    expect(
      weightsOf([
        { reviewer: 1, moderation: 'withheld' },
        { reviewer: 1, age: 0 },
      ]),
    ).toEqual([0, 1]);
    expect(weightsOf([{ reviewer: 1 }, { reviewer: 1, age: 0 }], {}, (row) => row !== 0)).toEqual([0, 1]);
  });

  it('counts every time when the window is 0', () => {
    expect(weightsOf([{ reviewer: 1 }, { reviewer: 1 }], { reviewerWindowDays: 0 })).toEqual([1, 1]);
  });
});

describe('the cap on single days', () => {
  it('cuts nothing when no day passes the share', () => {
    expect(dayCap([5, 3, 2], 0.5)).toBe(Infinity);
    expect(dayCap([1, 1, 1], 0.2)).toBe(Infinity);
    expect(dayCap([], 0.2)).toBe(Infinity);
    expect(dayCap([0.4], 0.2)).toBe(Infinity);
  });

  it('cuts the heaviest day to the share of what is then left', () => {
    // 6, 3, 1 and one half: 6 is cut to 4, which is half of 4 + 3 + 1.
    expect(dayCap([6, 3, 1], 0.5)).toBe(4);
    expect(dayCap([1, 3, 6], 0.5)).toBe(4);
  });

  it('cuts several days when cutting one leaves another too heavy', () => {
    // 10, 10, 1 and 40 %: cutting both tens to c gives c = 0.4 (2c + 1), c = 2.
    expect(dayCap([10, 1, 10], 0.4)).toBeCloseTo(2, 12);
    // 8, 6, 4, 3, 2, 1, 1 and 20 %: c = 0.2 (3c + 7) = 3.5 with three cut (the fourth, 3, is below it).
    expect(dayCap([8, 6, 4, 3, 2, 1, 1], 0.2)).toBeCloseTo(3.5, 12);
  });

  it('never cuts a day below one full review, since few days cannot each be a fifth', () => {
    expect(dayCap([9], 0.2)).toBe(1);
    expect(dayCap([3, 2], 0.2)).toBe(1);
    expect(dayCap([4, 4, 4, 4], 0.2)).toBe(1);
    // Six days: 10 cut to 0.2 (c + 2.5) = 0.625, raised to 1.
    expect(dayCap([10, 0.5, 0.5, 0.5, 0.5, 0.5], 0.2)).toBe(1);
  });

  it('is shared among the reviews of the day in proportion', () => {
    // Day 0 weighs 4 x 1 + 0.6 + 0.6 + 0.8 = 6, others 3 and 1; half: cut to 4, each by a third.
    const day = [{}, {}, {}, {}, { source: 'organic' }, { source: 'organic' }, { source: 'invited' }] as const;
    const others = [{ age: 1 }, { age: 1 }, { age: 1 }, { age: 2 }];
    const weights = weightsOf([...others, ...day], { dayShare: 0.5, halfLifeDays: 1e12 });
    [1, 1, 1, 1, ...[1, 1, 1, 1, 0.6, 0.6, 0.8].map((w) => (w * 4) / 6)].forEach((w, i) =>
      expect(weights[i]).toBeCloseTo(w, 9),
    );
    const total = weights.reduce((a, b) => a + b, 0);
    expect(weights.slice(4).reduce((a, b) => a + b, 0) / total).toBeCloseTo(0.5, 9);
  });

  it('takes no notice of rows without weight, and holds for each vendor by itself', () => {
    const rows = [{}, {}, { age: 1 }, { moderation: 'withheld', age: 1 }, { vendor: 'b' }] as const;
    const weights = weightsOf(rows, { dayShare: 0.5, halfLifeDays: 1e12 });
    [0.5, 0.5, 1, 0, 1].forEach((w, i) => expect(weights[i]).toBeCloseTo(w, 9));
  });

  it('does nothing at a share of 1', () => {
    expect(weightsOf([{}, {}, {}])).toEqual([1, 1, 1]);
  });
});

describe('the weight of a timed contact', () => {
  it('goes by its age alone', () => {
    const dataset = datasetOf({
      frameworks: [],
      vendors: [{ slug: 'a' }],
      contacts: [
        { vendor: 'a', values: {} },
        { vendor: 'a', age: 100, values: {} },
        { vendor: 'a', age: -5, values: {} },
      ],
      method: { observations: { halfLifeDays: 100 } },
    });
    expect([...observationWeights(dataset.observations, dataset.method, TODAY)]).toEqual([1, 0.5, 1]);
  });
});

it('weights do not depend on the order of rows', () => {
  const reviews = Array.from({ length: 30 }, (_, i) => ({
    id: `r${i}`,
    age: (i * 7) % 90,
    reviewer: i % 11,
    vendor: i % 3 === 0 ? 'b' : 'a',
  }));
  const forward = built(reviews, { dayShare: 0.2 });
  const backward = built(reviews.toReversed(), { dayShare: 0.2 });
  const weights = (x: typeof forward) => reviewWeights(x.dataset.reviews, x.rows, x.dataset.method, TODAY);
  expect([...weights(backward)].toReversed()).toEqual([...weights(forward)]);
});
