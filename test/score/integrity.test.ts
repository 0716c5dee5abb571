import { beforeEach, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/schema/dataset.ts';
import { dayNumber } from '../../src/schema/day.ts';
import { type VendorFlags, reviewFlags } from '../../src/score/integrity.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { AS_OF, type ReviewSketch, type Sketch, datasetOf } from './dataset-builder.ts';

const TODAY = dayNumber(AS_OF);
const PRAISE = 'They answer within minutes, explain every figure, and never miss a filing day. Best in town!';

/** A market of one question with fallback k 7, mu 3.5; no review grows old within a test, and all weigh 1. */
function market(reviews: readonly (ReviewSketch & { text?: string })[], more: Partial<Sketch> = {}): Dataset {
  const dataset = datasetOf({
    frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['a'] }] }],
    questions: [{ id: 'q', kind: 'rating', criteria: ['f/a'] }],
    vendors: ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((slug) => ({ slug })),
    reviews,
    method: { reviews: { halfLifeDays: 1e15 } },
    ...more,
  });
  const text = new Map(reviews.flatMap((r, i) => (r.text === undefined ? [] : [[i, r.text] as const])));
  return { ...dataset, reviews: { ...dataset.reviews, text } };
}

const flags = (dataset: Dataset) => reviewFlags(dataset, scoreMarket(dataset, { draws: 0 }));
/** Slug > review id > reasons. */
const named = (dataset: Dataset): Record<string, Record<string, readonly string[]>> =>
  Object.fromEntries(
    flags(dataset).map((f) => [
      dataset.vendors[f.vendor]?.slug,
      Object.fromEntries(f.rows.map((r) => [dataset.reviews.id[r.row], r.reasons])),
    ]),
  );
const spread = (vendor: string, count: number, more: Partial<ReviewSketch> = {}): ReviewSketch[] =>
  Array.from({ length: count }, (_, i) => ({ vendor, age: 40 * i + 20, answers: { q: 3 }, ...more }));

describe('flags of reviews', () => {
  it('are none where nothing is odd', () => {
    expect(flags(market([...spread('alpha', 9), ...spread('beta', 9)]))).toEqual([]);
  });

  it('name texts that are nearly the same, across vendors too, both of them', () => {
    const dataset = market([
      { id: 'one', vendor: 'beta', answers: { q: 5 }, text: PRAISE, age: 300 },
      { id: 'two', vendor: 'alpha', answers: { q: 5 }, text: PRAISE.replace('!', '.'), age: 100 },
      {
        id: 'three',
        vendor: 'alpha',
        answers: { q: 5 },
        text: 'Nothing to complain about, though the telephone is often busy at month end.',
        age: 200,
      },
    ]);
    expect(named(dataset)).toEqual({ alpha: { two: ['near-duplicate'] }, beta: { one: ['near-duplicate'] } });
  });

  it('let a reviewer say the same again of the same vendor, but not of another', () => {
    const same = (vendor: string, age: number, id: string) => ({
      id,
      vendor,
      answers: { q: 5 },
      text: PRAISE,
      reviewer: 7,
      age,
    });
    expect(named(market([same('alpha', 10, 'new'), same('alpha', 300, 'old')]))).toEqual({});
    expect(named(market([same('alpha', 10, 'new'), same('beta', 300, 'old')]))).toEqual({
      alpha: { new: ['near-duplicate'] },
      beta: { old: ['near-duplicate'] },
    });
  });

  it('name every review of a reviewer who reviewed more vendors than the method allows, three here', () => {
    const by = (vendors: readonly string[], reviewer: number): ReviewSketch[] =>
      vendors.map((vendor, i) => ({ id: `${vendor}-${reviewer}`, vendor, reviewer, answers: { q: 4 }, age: 100 * i }));
    expect(named(market(by(['alpha', 'beta', 'gamma', 'alpha'], 1)))).toEqual({});
    expect(named(market(by(['alpha', 'beta', 'gamma', 'delta'], 1)))).toEqual({
      alpha: { 'alpha-1': ['reviewer-reuse'] },
      beta: { 'beta-1': ['reviewer-reuse'] },
      delta: { 'delta-1': ['reviewer-reuse'] },
      gamma: { 'gamma-1': ['reviewer-reuse'] },
    });
  });

  it('name the rows of a burst, with the burst', () => {
    const week: ReviewSketch[] = Array.from({ length: 9 }, (_, i) => ({
      id: `b${i}`,
      vendor: 'alpha',
      age: 100 - (i % 7),
      answers: { q: 5 },
    }));
    const dataset = market([...spread('alpha', 2), ...week]);
    const [found] = flags(dataset);
    expect(found?.rows.map((r) => dataset.reviews.id[r.row])).toEqual(week.map((r) => r.id));
    expect(found?.bursts.map((b) => [b.from, b.to, b.count])).toEqual([[TODAY - 100, TODAY - 94, 9]]);
    expect(found?.bursts[0]?.probability).toBeLessThan(0.001);
  });

  it('may have several reasons, in a fixed order', () => {
    const week = Array.from({ length: 9 }, (_, i) => ({
      id: `b${i}`,
      vendor: 'alpha',
      age: 100,
      answers: { q: 5 },
      text: PRAISE,
    }));
    expect(new Set(Object.values(named(market(week))['alpha'] ?? {}).map((r) => r.join()))).toEqual(
      new Set(['burst,near-duplicate']),
    );
  });

  it('look at published reviews alone', () => {
    const copies = (moderation: 'withheld' | 'pending') => [
      { vendor: 'alpha', answers: { q: 5 }, text: PRAISE, age: 300 },
      ...Array.from({ length: 9 }, () => ({ vendor: 'alpha', answers: { q: 5 }, text: PRAISE, moderation })),
    ];
    expect(flags(market(copies('withheld')))).toEqual([]);
    expect(flags(market(copies('pending')))).toEqual([]);
  });

  it('are the same in any order of rows', () => {
    const rows = [
      ...spread('beta', 3).map((r, i) => ({ ...r, id: `s${i}`, reviewer: i })),
      ...Array.from({ length: 9 }, (_, i) => ({
        id: `b${i}`,
        vendor: 'alpha',
        age: 100,
        answers: { q: 5 },
        text: PRAISE,
        reviewer: 10 + i,
      })),
    ];
    expect(named(market(rows.toReversed()))).toEqual(named(market(rows)));
  });
});

describe('the score without flagged reviews', () => {
  // alpha: two of 3 and, on one day, eight of 5. beta: two of 4.
  const odd = Array.from({ length: 8 }, () => ({ vendor: 'alpha', age: 100, answers: { q: 5 } }));
  const dataset = market([...spread('alpha', 2), ...odd, ...spread('beta', 2, { answers: { q: 4 } })]);
  let alpha: VendorFlags | undefined;
  beforeEach(() => {
    [alpha] = flags(dataset);
  });

  it('stands beside the score with them, and so does the place', () => {
    // (7 x 3.5 + 6 + 40) / 17 = 70.5 / 17 of 1..5; without: 30.5 / 9. beta: 32.5 / 9.
    expect(alpha?.score).toBeCloseTo((70.5 / 17 - 1) * 25, 10);
    expect(alpha?.without).toBeCloseTo((30.5 / 9 - 1) * 25, 10);
    // The other three have no reviews: 3.5, which lies between.
    expect([alpha?.place, alpha?.placeWithout]).toEqual([1, 5]);
  });

  it('is not there for a vendor without a score, nor a place for one without a rank', () => {
    const only = (status: 'listed' | 'participating', minimum = 0) =>
      flags(
        market(odd, {
          vendors: [{ slug: 'alpha', status }],
          frameworks: [{ id: 'f', minimum, dimensions: [{ id: 'd', criteria: ['a'] }] }],
        }),
      )[0];
    expect(only('listed')).not.toHaveProperty('score');
    expect(only('listed')?.rows).toHaveLength(8);
    // Ranked by these eight; without them too little is known for a rank, but there is a score.
    const lost = only('participating', 1);
    expect(lost?.place).toBe(1);
    expect(lost).not.toHaveProperty('placeWithout');
    // Nobody else has told anything either: without the eight nothing measures anybody.
    expect(lost).not.toHaveProperty('without');
  });
});

describe('the gap between classes', () => {
  const of = (source: 'vendor-supplied' | 'verified-contract', count: number, q: number): ReviewSketch[] =>
    spread('alpha', count, { source, answers: { q } });

  it('is told when vendor-supplied reviews are better by a tenth of the scale', () => {
    const [found] = flags(market([...of('vendor-supplied', 5, 5), ...of('verified-contract', 6, 3)]));
    expect(found?.gap).toEqual({ supplied: 1, verified: 0.5, suppliedCount: 5, verifiedCount: 6 });
    expect(found?.rows).toEqual([]);
  });

  it('is not told when it is small, the other way round, or rests on fewer than five reviews of a class', () => {
    expect(flags(market([...of('vendor-supplied', 9, 3.3), ...of('verified-contract', 9, 3)]))).toEqual([]);
    expect(flags(market([...of('vendor-supplied', 9, 3), ...of('verified-contract', 9, 5)]))).toEqual([]);
    expect(flags(market([...of('vendor-supplied', 4, 5), ...of('verified-contract', 9, 3)]))).toEqual([]);
    expect(flags(market([...of('vendor-supplied', 9, 5), ...of('verified-contract', 4, 3)]))).toEqual([]);
  });

  it('counts each review as the mean of its ratings on their scales, and none without ratings or not published', () => {
    const questions = [
      { id: 'q', kind: 'rating', criteria: ['f/a'] },
      { id: 'r', kind: 'rating', low: 0, high: 10, criteria: ['f/a'] },
      { id: 's', kind: 'share', criteria: ['f/a'] },
    ] as const;
    const rows = [
      ...of('vendor-supplied', 5, 5).map((r) => ({ ...r, answers: { q: 5, r: 5, s: 0 } })),
      ...of('vendor-supplied', 1, 0).map((r) => ({ ...r, answers: { s: 0 } })),
      ...of('vendor-supplied', 1, 1).map((r) => ({ ...r, moderation: 'withheld' as const })),
      ...of('verified-contract', 5, 3),
    ];
    // (1 + 1/2) / 2 and 1/2.
    expect(flags(market(rows, { questions }))[0]?.gap).toEqual({
      supplied: 0.75,
      verified: 0.5,
      suppliedCount: 5,
      verifiedCount: 5,
    });
  });
});
