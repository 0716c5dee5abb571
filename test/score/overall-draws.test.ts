import { describe, expect, it } from 'vitest';
import { scoreMarket } from '../../src/score/market.ts';
import { drawOverall, intervalOf } from '../../src/score/overall-draws.ts';
import { datasetOf } from './dataset-builder.ts';
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
      expect(Math.abs(mean - (OVERALL[v] as number))).toBeLessThan((4 * (SD[v] as number)) / 200);
      expect(Math.abs(sd - (SD[v] as number))).toBeLessThan((4 * (SD[v] as number)) / Math.sqrt(80_000));
    });
  });

  it('tell vendors apart that claim the same: the claims of one may hold and those of another not', () => {
    const claim = { 'f/a': { facets: { x: 'met' as const } } };
    const market = scoreMarket(datasetOf({ frameworks: tiny.frameworks, vendors: ['a', 'b', 'c', 'd'].map((slug) => ({ slug, answers: claim })), method: { uncertainty: { draws: 4000 } } }));
    for (const rating of market.ratings) {
      if (rating.kind !== 'ranked') throw new Error('not ranked');
      expect(rating).toMatchObject({ place: 1, low: 1, high: 4, drawn: { low: 1, high: 4 }, group: 1 });
      expect(Math.abs(rating.first - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 4000));
      expect(Math.abs(rating.topThree - 0.75)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 4000));
    }
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
    expect(intervalOf(drawn.map((x) => 2 * x - 50), { score: 50 }, 0.9)).toEqual({ low: 0, high: 100 });
  });
});
