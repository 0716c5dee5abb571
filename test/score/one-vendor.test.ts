import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreMarket } from '../../src/score/market.ts';
import {
  type KnownMarket,
  type VendorRows,
  drawnOverall,
  lacksOf,
  posteriorsOfOne,
  scoreAlone,
  standAmong,
  standsAlone,
} from '../../src/score/one-vendor.ts';
import { RUNS, arbitraryMarket } from './arbitrary-market.ts';
import { datasetOf } from './dataset-builder.ts';
import { OVERALL, tiny } from './worked-market.ts';

/** How sure one has to be that a vendor is ahead of another, and that the first group holds the best. */
const SURE = { tie: 0.95, interval: 0.9 };

/** Every row answers every question. */
const ALL = { review: 1, observation: 1 };

/** What the market tells of vendor `v`, as a published file has it. */
function toldOf({ plan, posteriors }: ReturnType<typeof scoreMarket>, v: number): (VendorRows | undefined)[] {
  return plan.measures.map((_, m) => {
    const at = v * posteriors.measures + m;
    const count = posteriors.count[at];
    const own = (key: 'weight' | 'squaredWeight' | 'sum' | 'ageWeight'): number => posteriors[key][at];
    return count === 0
      ? undefined
      : {
          count,
          weight: own('weight'),
          squaredWeight: own('squaredWeight'),
          sum: own('sum'),
          ageWeight: own('ageWeight'),
        };
  });
}

describe('one vendor scored against a market that is known', () => {
  it('has the scores, intervals and lacks that the whole market gives it, to the last bit', () => {
    fc.assert(
      fc.property(arbitraryMarket(), (sketch) => {
        const dataset = datasetOf({ ...sketch, method: { ...sketch.method, uncertainty: { draws: 40 } } });
        const market = scoreMarket(dataset);
        const known: KnownMarket = {
          plan: market.plan,
          priors: market.posteriors.priors,
          loadings: market.posteriors.loadings,
        };
        dataset.vendors.forEach((vendor, v) => {
          const posteriors = posteriorsOfOne(known, toldOf(market, v), market.posteriors.overlap[v] ?? ALL);
          const own = scoreAlone(dataset, known, posteriors, vendor);
          const whole = market.scored[v];
          expect(own.composite).toEqual(whole?.composite);
          expect(own.dimensions).toEqual(whole?.dimensions);
          expect(own.coverage).toEqual(whole?.coverage);
          expect(own.frameworks).toEqual(whole?.frameworks);
          const rating = market.ratings[v];
          expect(lacksOf(known, own)).toEqual(rating?.kind === 'unrated' ? rating.reasons : []);
          if (rating?.kind === 'ranked')
            expect(drawnOverall(dataset, known, posteriors, vendor, own)).toEqual(whole?.overall);
        });
      }),
      RUNS,
    );
  });

  it('is at the market’s mean where nobody has told of it, and nothing is known of what nobody was asked', () => {
    const dataset = datasetOf(tiny);
    const market = scoreMarket(dataset, { draws: 0 });
    const known: KnownMarket = {
      plan: market.plan,
      priors: market.posteriors.priors,
      loadings: market.posteriors.loadings,
    };
    const untold = posteriorsOfOne(known, [], ALL);
    expect([untold.count[0], untold.weight[0], untold.sum[0]]).toEqual([0, 0, 0]);
    expect(untold.mean[0]).toBe(3.5);
    expect(untold.points[0]).toBe(62.5);
    const unasked = posteriorsOfOne(
      { ...known, priors: [undefined] },
      [{ count: 3, weight: 3, squaredWeight: 3, sum: 15, ageWeight: 0 }],
      ALL,
    );
    expect([unasked.mean[0], unasked.weight[0], unasked.count[0]]).toEqual([0, 0, 0]);
  });

  it('keeps the normal interval when nothing is drawn, and has none when nothing measures it', () => {
    const dataset = datasetOf({ ...tiny, method: { uncertainty: { draws: 0 } } });
    const market = scoreMarket(dataset, { draws: 0 });
    const known: KnownMarket = {
      plan: market.plan,
      priors: market.posteriors.priors,
      loadings: market.posteriors.loadings,
    };
    const posteriors = posteriorsOfOne(known, toldOf(market, 0), ALL);
    const vendor = dataset.vendors[0];
    if (!vendor) throw new Error('no vendor');
    const own = scoreAlone(dataset, known, posteriors, vendor);
    expect(drawnOverall(dataset, known, posteriors, vendor, own)).toBe(own.overall);
    expect(own.overall?.score).toBeCloseTo(OVERALL[0], 12);
    const { overall: _overall, ...blank } = own;
    expect(drawnOverall(datasetOf(tiny), known, posteriors, vendor, blank)).toBeUndefined();
    expect(lacksOf(known, { ...blank, coverage: own.coverage }).map((r) => r.kind)).toEqual(
      lacksOf(known, blank).map((r) => r.kind),
    );
  });

  it('stands where its score puts it among the others', () => {
    const others = [
      { score: 80, sd: 1 },
      { score: 60, sd: 1 },
      { score: 40, sd: 1 },
    ];
    expect(standAmong({ score: 70, sd: 1, low: 0, high: 0 }, others, SURE)).toEqual({
      place: 2,
      low: 2,
      high: 2,
      group: 2,
    });
    expect(standAmong({ score: 61, sd: 1, low: 0, high: 0 }, others, SURE)).toMatchObject({
      place: 2,
      low: 2,
      high: 3,
    });
    expect(standAmong({ score: 50, sd: 1, low: 0, high: 0 }, [], SURE)).toEqual({
      place: 1,
      low: 1,
      high: 1,
      group: 1,
    });
  });

  it('hangs on nobody else only under a method with goalposts', () => {
    const { method } = datasetOf(tiny);
    expect(standsAlone(method)).toBe(true);
    expect(standsAlone({ ...method, normalisation: 'zscore' })).toBe(false);
  });
});
