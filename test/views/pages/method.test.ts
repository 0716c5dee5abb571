import { describe, expect, it } from 'vitest';
import {
  countOf,
  eligibility,
  goalpostTable,
  methodLimits,
  methodOf,
  methodValue,
  tierTable,
  weightTable,
} from '../../../src/views/pages/method.ts';
import type { Method } from '../../../src/schema/method.ts';
import { smallMarket } from '../published/small-market.ts';
import { market } from '../fixture.ts';

const inputs = market();
const { method } = inputs.dataset;

describe('values in prose', () => {
  it('come from the method by their path', () => {
    expect(methodValue(method, 'reviews.halfLifeDays')).toBe(365);
    expect(methodValue(method, 'facts.expired')).toBe('declared');
  });

  it('must exist: a wrong path stops the build', () => {
    expect(() => methodValue(method, 'reviews.halflife')).toThrow('reviews.halflife');
    expect(() => methodValue(method, 'reviews')).toThrow('reviews');
    expect(() => methodOf(inputs, '1999.1')).toThrow('1999.1');
    expect(() => weightTable(inputs, method, 'nothing', 'en')).toThrow('nothing');
  });

  it('count what the workspace holds', () => {
    expect(
      ['frameworks', 'dimensions', 'criteria', 'facets', 'questions', 'ranked'].map((w) =>
        countOf(inputs, w as 'facets'),
      ),
    ).toEqual([1, 3, 3, 3, 2, 3]);
    expect(countOf(inputs, 'criteria', 'other')).toBe(0);
  });
});

describe('the limits of a method', () => {
  const scored = smallMarket();
  const limits = (change: Partial<Method>) => {
    const changed = { ...scored.dataset.method, ...change };
    return methodLimits({ dataset: { ...scored.dataset, method: changed }, market: scored.market }, changed);
  };

  it('are none with goalposts and the arithmetic mean', () => {
    expect(limits({})).toBeUndefined();
  });

  it('say where standard scores are cut, in standard deviations, and which mean has a floor, with counts for the current version alone', () => {
    const withinMarket = { ...scored.dataset.method.withinMarket, centre: 60, spread: 16 };
    expect(limits({ normalisation: 'zscore', withinMarket })).toMatchObject({
      cut: { below: 3.75, above: 2.5 },
      floored: undefined,
    });
    expect(limits({ aggregation: 'harmonic' })).toMatchObject({
      cut: undefined,
      floored: 'harmonic',
      counts: { floored: { mean: 'harmonic' } },
    });
    expect(
      methodLimits(scored, { ...scored.dataset.method, version: '1999.1', aggregation: 'geometric' }),
    ).toMatchObject({ floored: 'geometric', counts: undefined });
  });
});

describe('tables of the method', () => {
  it('turn weights into percent of the framework and of the whole', () => {
    const table = weightTable(inputs, method, 'talk', 'en');
    expect(table.percent).toBe(100);
    expect(table.rows.map((r) => [r.name, r.percent, r.overallPercent])).toEqual([
      ['phone', 50, 50],
      ['clarity', 25, 25],
      ['care', 25, 25],
    ]);
  });

  it('name criteria whose weight is unusual', () => {
    const heavy = structuredClone(method);
    heavy.frameworks['talk']!.dimensions['phone']!.criteria = { 'phone-speed': 2 };
    expect(weightTable(inputs, heavy, 'talk', 'en').rows[0]?.unequal).toEqual([{ name: 'phone-speed', percent: 100 }]);
  });

  it('say what each pair of goalposts measures, in minutes where it is a time', () => {
    expect(goalpostTable(inputs, method, 'en')).toEqual([
      { id: 'wait', uses: ['wait (phone)'], worst: 240, best: 5, scale: 'ln', minutes: true, why: undefined },
    ]);
  });

  it('give tiers and eligibility', () => {
    expect(tierTable(method).map((t) => t.share)).toEqual([100, 80, 50]);
    expect(eligibility(inputs, method, 'en')).toEqual([{ framework: 'talk', needed: 2, of: 3, anyOf: [] }]);
  });
});
