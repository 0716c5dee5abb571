import { beforeEach, describe, expect, it } from 'vitest';
import { type Market, scoreMarket } from '../../src/score/market.ts';
import { normalCdf } from '../../src/score/normal.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';
import { D1, OVERALL, SD, tiny } from './worked-market.ts';

describe('a market worked by hand', () => {
  let market: Market;
  beforeEach(() => {
    market = scoreMarket(datasetOf(tiny), { draws: 0 });
  });

  it('has these dimensions, frameworks and overall scores', () => {
    expect(OVERALL[0]).toBeCloseTo(65.875, 12);
    expect(OVERALL[1]).toBeCloseTo(28.75, 12);
    [0, 1].forEach((v) => {
      const own = market.scored[v];
      expect(own?.dimensions[0]?.score).toBeCloseTo(D1[v], 12);
      expect(own?.dimensions[1]?.score).toBe(v === 0 ? 40 : 0);
      expect(own?.overall?.score).toBeCloseTo(OVERALL[v], 12);
      expect(own?.frameworks[0]?.score).toBeCloseTo(OVERALL[v], 12);
    });
  });

  it('has these spreads and, without draws, intervals of 1.645 spreads', () => {
    [0, 1].forEach((v) => {
      const estimate = market.scored[v]?.overall;
      expect(estimate?.sd).toBeCloseTo(SD[v], 12);
      expect(estimate?.low).toBeCloseTo(OVERALL[v] - 1.6448536269514722 * SD[v], 10);
      expect(estimate?.high).toBeCloseTo(OVERALL[v] + 1.6448536269514722 * SD[v], 10);
      expect(market.scored[v]?.frameworks[0]).toEqual(estimate);
    });
  });

  it('ranks those who take part', () => {
    // Of two vendors, places of both at once are those of the pair: 2.326 / sqrt(2) = 1.645.
    const ranked = { kind: 'ranked', first: 0, topThree: 0 };
    expect(market.ratings[0]).toEqual({
      ...ranked,
      place: 1,
      low: 1,
      high: 1,
      drawn: { low: 1, high: 1 },
      joint: { low: 1, high: 1 },
      group: 1,
    });
    expect(market.ratings[1]).toEqual({
      ...ranked,
      place: 2,
      low: 2,
      high: 2,
      drawn: { low: 2, high: 2 },
      joint: { low: 2, high: 2 },
      group: 2,
    });
    expect([market.ranked, market.rankedCount]).toEqual([[0, 1], 2]);
  });

  it('neither scores nor ranks the others, and says why', () => {
    expect(market.scored[2]).toBeUndefined();
    expect(market.ratings[2]).toEqual({ kind: 'unrated', reasons: [{ kind: 'withdrawn' }] });
    expect(market.scored[3]).toBeUndefined();
    expect(market.ratings[3]).toEqual({ kind: 'unrated', reasons: [{ kind: 'listed' }] });
  });

  it('keeps the weights of the rows', () => {
    expect([...market.weights.reviews]).toEqual([1, 1, 1, 0.5]);
  });

  it('gives no rank to one with too little evidence, but still its score', () => {
    // Beta answered b with nothing, and one review is less than three: d2 is not covered.
    const strict = scoreMarket(datasetOf({ ...tiny, frameworks: tiny.frameworks.map((f) => ({ ...f, minimum: 2 })) }), {
      draws: 0,
    });
    expect(strict.ratings[1]).toEqual({
      kind: 'unrated',
      reasons: [{ kind: 'coverage', framework: 'f', have: 1, need: 2, missing: ['d2'] }],
    });
    expect(strict.scored[1]?.overall?.score).toBeCloseTo(OVERALL[1], 12);
    expect(strict.ranked).toEqual([0]);
    expect(strict.ratings[0]).toMatchObject({ kind: 'ranked', place: 1, high: 1 });
  });

  it('scores without the rows that are left out', () => {
    const without = scoreMarket(datasetOf(tiny), { draws: 0, countsReview: (row) => row !== 3 });
    expect(without.scored[1]?.dimensions[0]?.reviews).toBe(62.5);
    expect(without.scored[0]?.overall?.score).toBeCloseTo(OVERALL[0], 12);
  });
});

describe('the draws of a market', () => {
  let many: Market;
  beforeEach(() => {
    many = scoreMarket(datasetOf({ ...tiny, method: { uncertainty: { draws: 20_000 } } }));
  });

  it('give intervals near the normal ones where nothing is cut off', () => {
    [0, 1].forEach((v) => {
      const estimate = many.scored[v]?.overall;
      expect(estimate?.score).toBeCloseTo(OVERALL[v], 12);
      expect(estimate?.low).toBeCloseTo(OVERALL[v] - 1.645 * SD[v], 0);
      expect(estimate?.high).toBeCloseTo(OVERALL[v] + 1.645 * SD[v], 0);
    });
  });

  it('say how often each is first', () => {
    const close: Sketch = {
      ...tiny,
      frameworks: tiny.frameworks.map((f) => ({ ...f, minimum: 0 })),
      vendors: [{ slug: 'alpha' }, { slug: 'beta' }],
    };
    const market = scoreMarket(datasetOf({ ...close, method: { uncertainty: { draws: 20_000 } } }));
    const [a, b] = [market.scored[0]?.overall, market.scored[1]?.overall];
    if (!a || !b) throw new Error('not scored');
    const ahead = normalCdf((a.score - b.score) / Math.hypot(a.sd, b.sd));
    const [first, second] = market.ratings;
    if (first?.kind !== 'ranked' || second?.kind !== 'ranked') throw new Error('not ranked');
    expect(first.first).toBeCloseTo(ahead, 1);
    expect(first.first + second.first).toBeCloseTo(1, 12);
    expect([first.topThree, second.topThree]).toEqual([1, 1]);
    expect([first.drawn, second.drawn]).toEqual([
      { low: 1, high: 2 },
      { low: 1, high: 2 },
    ]);
    expect([first.low, first.high, second.low, second.high, second.group]).toEqual([1, 2, 1, 2, 1]);
  });

  it('never leave 0..100, though claims that may not hold are drawn as normals', () => {
    // One declared facet of one: 50 points give or take 50.
    const doubtful: Sketch = {
      frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: [{ id: 'a', facets: ['x'] }] }] }],
      vendors: [{ slug: 'alpha', answers: { 'f/a': { facets: { x: 'met' } } } }],
    };
    const market = scoreMarket(datasetOf(doubtful));
    expect(market.scored[0]?.overall).toEqual({ score: 50, sd: 50, low: 0, high: 100 });
  });

  it('come out the same every time, and otherwise with another seed', () => {
    const lows = (seed: string): (number | undefined)[] =>
      scoreMarket(datasetOf({ ...tiny, method: { uncertainty: { seed } } })).scored.map((s) => s?.overall?.low);
    expect(lows('one')).toEqual(lows('one'));
    expect(lows('one')).not.toEqual(lows('two'));
  });

  it('of one vendor do not change when another comes or when rows change places', () => {
    const estimate = (sketch: Sketch): unknown =>
      scoreMarket(datasetOf(sketch)).of(datasetOf(sketch).vendors.findIndex((v) => v.slug === 'beta')).overall;
    const before = estimate(tiny);
    expect(estimate({ ...tiny, vendors: [...tiny.vendors, { slug: 'aardvark' }, { slug: 'zebra' }] })).toEqual(before);
    expect(
      estimate({ ...tiny, reviews: (tiny.reviews ?? []).map((r, i) => ({ ...r, id: `r${i}` })).toReversed() }),
    ).toEqual(before);
  });

  it('do not tell vendors apart that nothing uncertain sets apart', () => {
    const same: Sketch = {
      frameworks: tiny.frameworks,
      vendors: ['a', 'b', 'c', 'd'].map((slug) => ({
        slug,
        evidence: [{ id: 'seen', tier: 'observed' as const }],
        answers: { 'f/a': { evidence: ['seen'], facets: { x: 'met' as const } } },
      })),
    };
    const market = scoreMarket(datasetOf(same));
    for (const rating of market.ratings) {
      expect(rating).toEqual({
        kind: 'ranked',
        place: 1,
        low: 1,
        high: 4,
        drawn: { low: 1, high: 1 },
        joint: { low: 1, high: 4 },
        group: 1,
        first: 1,
        topThree: 1,
      });
    }
    expect(market.ranked).toEqual([0, 1, 2, 3]);
  });

  it('hold for the other means, near what the delta method says', () => {
    for (const aggregation of ['geometric', 'harmonic'] as const) {
      const method = { aggregation, uncertainty: { draws: 4000 } } as const;
      const market = scoreMarket(datasetOf({ ...tiny, method }));
      const plain = scoreMarket(datasetOf({ ...tiny, method }), { draws: 0 });
      const [drawn, normal] = [market.scored[0]?.overall, plain.scored[0]?.overall];
      const expected = aggregation === 'geometric' ? D1[0] ** 0.75 * 40 ** 0.25 : 1 / (0.75 / D1[0] + 0.25 / 40);
      expect(drawn?.score).toBeCloseTo(expected, 10);
      expect(drawn?.low).toBeCloseTo(normal?.low ?? Number.NaN, 0);
      expect(drawn?.high).toBeCloseTo(normal?.high ?? Number.NaN, 0);
      expect(drawn?.sd).toBe(normal?.sd);
      expect(drawn?.sd).toBeGreaterThan(0);
    }
  });
});

describe('a vendor that nothing measures', () => {
  const empty: Sketch = {
    ...tiny,
    frameworks: tiny.frameworks.map((f) => ({ ...f, minimum: 0 })),
    vendors: [{ slug: 'blank' }],
    reviews: [],
    method: { facts: { missing: 'leave-out' } },
  };

  it('has neither score nor rank, and the reason is that evidence is missing', () => {
    const market = scoreMarket(datasetOf(empty));
    expect(market.scored[0]?.overall).toBeUndefined();
    expect(market.scored[0]?.frameworks).toEqual([undefined]);
    expect(market.ratings[0]).toEqual({
      kind: 'unrated',
      reasons: [{ kind: 'coverage', framework: 'f', have: 0, need: 1, missing: ['d1', 'd2'] }],
    });
    expect([market.ranked, market.rankedCount]).toEqual([[], 0]);
  });

  it('scores 0, and is still unranked, where blanks count as not shown', () => {
    const market = scoreMarket(datasetOf({ ...empty, method: {}, frameworks: tiny.frameworks }));
    expect(market.scored[0]?.overall).toEqual({ score: 0, sd: 0, low: 0, high: 0 });
    expect(market.ratings[0]?.kind).toBe('unrated');
  });

  it('an empty market is no error', () => {
    expect(scoreMarket(datasetOf({ ...tiny, vendors: [], reviews: [] })).ratings).toEqual([]);
  });
});
