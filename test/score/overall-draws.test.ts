import { describe, expect, it } from 'vitest';
import { scoreMarket } from '../../src/score/market.ts';
import { drawOverall, intervalOf } from '../../src/score/overall-draws.ts';
import type { ScoredVendor } from '../../src/score/scored-vendor.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';
import { OVERALL, SD, tiny } from './worked-market.ts';

describe('the draws of an overall score', () => {
  it('have its mean and its spread, that of the facts included', () => {
    const dataset = datasetOf(tiny);
    const market = scoreMarket(dataset, { draws: 0 });
    [0, 1].forEach((v) => {
      const own = market.scored[v];
      if (!own) throw new Error('not scored');
      const into = new Float64Array(40_000);
      drawOverall(into, dataset, market.plan, market.posteriors, own, v);
      const mean = into.reduce((a, b) => a + b, 0) / into.length;
      const sd = Math.sqrt(into.reduce((a, b) => a + (b - mean) ** 2, 0) / into.length);
      // Four standard errors: sd / sqrt(n) and sd / sqrt(2 n).
      expect(Math.abs(mean - OVERALL[v])).toBeLessThan((4 * SD[v]) / 200);
      expect(Math.abs(sd - SD[v])).toBeLessThan((4 * SD[v]) / Math.sqrt(80_000));
    });
  });

  it('tell vendors apart that claim the same: the claims of one may hold and those of another not', () => {
    const claim = { 'f/a': { facets: { x: 'met' as const } } };
    const market = scoreMarket(
      datasetOf({
        frameworks: tiny.frameworks,
        vendors: ['a', 'b', 'c', 'd'].map((slug) => ({ slug, answers: claim })),
        method: { uncertainty: { draws: 4000 } },
      }),
    );
    for (const rating of market.ratings) {
      if (rating.kind !== 'ranked') throw new Error('not ranked');
      expect(rating).toMatchObject({ place: 1, low: 1, high: 4, drawn: { low: 1, high: 4 }, group: 1 });
      expect(Math.abs(rating.first - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 4000));
      expect(Math.abs(rating.topThree - 0.75)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 4000));
    }
  });
});

describe('the draws of an overall score under another mean', () => {
  // d1: two facets on the vendor's word, worth 100 or nothing at even odds, both or none: 50 points, sd 50. d2: observed, 50.
  const claims: Sketch = {
    frameworks: [
      {
        id: 'f',
        dimensions: [
          { id: 'd1', criteria: [{ id: 'a', facets: ['x', 'y'] }] },
          { id: 'd2', criteria: [{ id: 'b', levels: { half: 50 } }] },
        ],
      },
    ],
    vendors: [
      {
        slug: 'only',
        evidence: [{ id: 'seen', tier: 'observed' }],
        answers: { 'f/a': { facets: { x: 'met', y: 'met' } }, 'f/b': { level: 'half', evidence: ['seen'] } },
      },
    ],
  };

  function drawn(aggregation: 'arithmetic' | 'geometric' | 'harmonic'): { draws: Float64Array; sd: number } {
    const dataset = datasetOf({ ...claims, method: { aggregation } });
    const market = scoreMarket(dataset, { draws: 0 });
    const own = market.scored[0];
    if (!own) throw new Error('not scored');
    const draws = new Float64Array(40_000);
    drawOverall(draws, dataset, market.plan, market.posteriors, own, 0);
    return { draws, sd: own.dimensions[0]?.factSd ?? Number.NaN };
  }
  const meanOf = (draws: Float64Array): number => draws.reduce((a, b) => a + b, 0) / draws.length;

  it('are means of the drawn dimensions, not of their tangents', () => {
    const { draws, sd } = drawn('arithmetic');
    expect(sd).toBeCloseTo(50, 12);
    expect(Math.abs(meanOf(draws) - 50)).toBeLessThan((4 * sd) / 2 / 200);
    // A curved mean of a spread lies below the mean of the middles, the harmonic further than the geometric.
    const [geometric, harmonic] = [drawn('geometric'), drawn('harmonic')];
    expect(meanOf(geometric.draws)).toBeLessThan(48);
    expect(meanOf(harmonic.draws)).toBeLessThan(meanOf(geometric.draws) - 2);
    expect(Math.max(...geometric.draws)).toBeLessThan(Math.sqrt(50 * (50 + 5 * sd)));
  });

  it('are other draws for another dimension, vendor or seed', () => {
    const of = (change: (sketch: Sketch) => Sketch): number => {
      const dataset = datasetOf(change({ ...claims, method: { aggregation: 'geometric' } }));
      const market = scoreMarket(dataset, { draws: 0 });
      const into = new Float64Array(1);
      drawOverall(into, dataset, market.plan, market.posteriors, market.scored[0] as ScoredVendor, 0);
      return into[0];
    };
    const plain = of((sketch) => sketch);
    const renamed = of((sketch) => ({ ...sketch, vendors: sketch.vendors.map((v) => ({ ...v, slug: 'other' })) }));
    const elsewhere = of((sketch) => ({
      ...sketch,
      frameworks: sketch.frameworks.map((f) => ({
        ...f,
        dimensions: f.dimensions.map((d) => ({ ...d, id: `${d.id}x` })),
      })),
    }));
    const reseeded = of((sketch) => ({ ...sketch, method: { ...sketch.method, uncertainty: { seed: 'another' } } }));
    expect(new Set([plain, renamed, elsewhere, reseeded]).size).toBe(4);
  });
});

describe('the interval of drawn scores', () => {
  const drawn = Float64Array.from({ length: 101 }, (_, i) => i);

  it('leaves the same share of draws out at both ends', () => {
    expect(intervalOf(drawn, { score: 50 }, 0.5)).toEqual({ low: 25, high: 75 });
  });

  it('holds the score itself, however the draws fell', () => {
    expect(intervalOf(drawn, { score: 20 }, 0.5)).toEqual({ low: 20, high: 75 });
    expect(intervalOf(drawn, { score: 80 }, 0.5)).toEqual({ low: 25, high: 80 });
  });

  it('ends at 0 and 100', () => {
    expect(
      intervalOf(
        drawn.map((x) => 2 * x - 50),
        { score: 50 },
        0.9,
      ),
    ).toEqual({ low: 0, high: 100 });
  });
});
