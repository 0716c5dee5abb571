import { describe, expect, it } from 'vitest';
import { drawCount, multiplyAdds, normalDraws } from '../../src/bench/scoring.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { smallMarket } from '../views/published/small-market.ts';

describe('the arithmetic that a market is measured against', () => {
  it('counts ranked vendors, measures that anyone has told something about, and draws', () => {
    const { dataset } = smallMarket();
    const market = scoreMarket(dataset);
    const count = drawCount(market, 2000);
    expect(count.vendors).toBe(market.ranked.length);
    expect(count.measures).toBe(market.posteriors.priors.filter(Boolean).length);
    expect(count.measures).toBeGreaterThan(0);
  });

  it('does every sum: one vendor, two measures with coefficients 0 and 1, two draws', () => {
    expect(multiplyAdds({ vendors: 1, measures: 2, draws: 2 })).toBeCloseTo(Math.sin(1) + Math.sin(2), 12);
  });

  it('draws normals: their mean is near 0, and none where there is no vendor', () => {
    const draws = 40_000;
    expect(Math.abs(normalDraws({ vendors: 1, measures: 1, draws }) / draws)).toBeLessThan(0.02);
    expect(normalDraws({ vendors: 0, measures: 1, draws })).toBe(0);
  });
});
