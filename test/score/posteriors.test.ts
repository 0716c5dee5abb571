import { describe, expect, it } from 'vitest';
import { scoreMarket } from '../../src/score/market.ts';
import { measurePoints, ownScale } from '../../src/score/posteriors.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';

const base: Sketch = {
  frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c'] }] }],
  questions: [
    { id: 'stars', kind: 'rating', criteria: ['f/c'] },
    { id: 'ten', kind: 'rating', low: 10, high: 0, criteria: ['f/c'] },
    { id: 'again', kind: 'share', criteria: ['f/c'] },
    { id: 'wait', kind: 'duration', goalposts: 'reply', window: 1000, criteria: ['f/c'] },
  ],
  observed: {
    items: [
      { id: 'solved', kind: 'share', uses: [{ id: 'solved', criteria: ['f/c'] }] },
      {
        id: 'minutes',
        kind: 'duration',
        goalposts: 'reply',
        window: 1000,
        uses: [{ id: 'minutes', criteria: ['f/c'] }],
      },
      { id: 'tone', kind: 'rating', uses: [{ id: 'tone', criteria: ['f/c'] }] },
    ],
  },
  vendors: [{ slug: 'a' }, { slug: 'b' }],
  method: {
    goalposts: { reply: { worst: 100, best: 1, scale: 'ln' } },
    observations: { fallback: { k: 4, lnSd: 2, share: 0.25 } },
  },
};

/** Every figure of vendor `v` on a measure. */
function figures(sketch: Sketch, slug: string, measure: string) {
  const dataset = datasetOf(sketch);
  const { posteriors, plan } = scoreMarket(dataset, { draws: 0 });
  const m = plan.measures.findIndex((x) => x.id === measure);
  const at = dataset.vendors.findIndex((x) => x.slug === slug) * posteriors.measures + m;
  const pick = (array: Float64Array): number => array[at];
  return {
    mean: pick(posteriors.mean),
    sd: pick(posteriors.sd),
    points: pick(posteriors.points),
    pointsSd: pick(posteriors.pointsSd),
    weight: pick(posteriors.weight),
    count: pick(posteriors.count),
    sum: pick(posteriors.sum),
    prior: posteriors.priors[m],
  };
}

const three = (question: string, values: readonly number[]) =>
  values.map((x) => ({ vendor: 'a', answers: { [question]: x } }));

describe('the fallback on the scale of each measure', () => {
  it('is a share of the range for ratings: 3.5 and 1.5 on 1..5', () => {
    const own = figures({ ...base, reviews: three('stars', [5, 5, 5]) }, 'a', 'stars');
    expect(own.prior).toEqual({ k: 7, mu: 3.5, variance: 1.5, drift: 0, source: 'fallback' });
    // (7 x 3.5 + 15) / 10, sqrt(1.5 / 10); points 100 (3.95 - 1) / 4.
    expect(own.mean).toBeCloseTo(3.95, 12);
    expect(own.sd).toBeCloseTo(Math.sqrt(0.15), 12);
    expect(own.points).toBeCloseTo(73.75, 12);
    expect(own.pointsSd).toBeCloseTo(25 * Math.sqrt(0.15), 12);
    expect([own.weight, own.count, own.sum]).toEqual([3, 3, 15]);
  });

  it('runs the other way on a scale whose best is the lower end', () => {
    const own = figures({ ...base, reviews: three('ten', [0, 0, 0]) }, 'a', 'ten');
    // 62.5 % of the way from 10 to 0.
    expect(own.prior?.mu).toBeCloseTo(3.75, 12);
    expect(own.prior?.variance).toBeCloseTo(9.375, 12);
    expect(own.mean).toBeCloseTo(2.625, 12);
    expect(own.points).toBeCloseTo(73.75, 12);
    expect(own.pointsSd).toBeCloseTo(10 * Math.sqrt(0.9375), 12);
  });

  it('is the same share for yes and no in reviews, and the method’s own for contacts', () => {
    const review = figures({ ...base, reviews: three('again', [1, 1, 0]) }, 'a', 'again');
    expect(review.prior).toEqual({ k: 7, mu: 0.625, variance: 0.625 * 0.375, drift: 0, source: 'fallback' });
    expect(review.mean).toBeCloseTo((4.375 + 2) / 10, 12);
    expect(review.sd).toBeCloseTo(Math.sqrt((0.6375 * 0.3625) / 11), 12);
    expect(review.points).toBeCloseTo(63.75, 12);
    const contact = figures({ ...base, contacts: [{ vendor: 'a', values: { solved: 1 } }] }, 'a', 'solved');
    expect(contact.prior).toMatchObject({ k: 4, mu: 0.25 });
    expect(contact.mean).toBeCloseTo((1 + 1) / 5, 12);
  });

  it('is the middle of the goalposts in ln(minutes) for durations', () => {
    const contact = figures({ ...base, contacts: [{ vendor: 'a', values: { minutes: 1 } }] }, 'a', 'minutes');
    expect(contact.prior?.mu).toBeCloseTo(Math.log(10), 12);
    expect(contact.prior).toMatchObject({ k: 4, variance: 4 });
    // (4 ln 10 + 0) / 5 = 0.8 ln 10, which is 40 % of ln 100: 60 points.
    expect(contact.mean).toBeCloseTo(0.8 * Math.log(10), 12);
    expect(contact.points).toBeCloseTo(60, 10);
    expect(contact.sd).toBeCloseTo(Math.sqrt(0.8), 12);
    const review = figures({ ...base, reviews: three('wait', [100]) }, 'a', 'wait');
    expect(review.prior?.k).toBe(7);
    expect(review.mean).toBeCloseTo((7 * Math.log(10) + Math.log(100)) / 8, 12);
  });

  it('takes ratings of contacts to the same part of the scale, with the k of contacts', () => {
    expect(figures({ ...base, contacts: [{ vendor: 'a', values: { tone: 5 } }] }, 'a', 'tone').prior).toMatchObject({
      k: 4,
      mu: 3.5,
      variance: 1.5,
    });
  });
});

describe('vendors of whom nobody has told', () => {
  it('stand at the market, with its spread', () => {
    const own = figures({ ...base, reviews: three('stars', [5]) }, 'b', 'stars');
    expect(own.mean).toBe(3.5);
    expect(own.sd).toBeCloseTo(Math.sqrt(1.5 / 7), 12);
    expect(own.points).toBe(62.5);
    expect([own.weight, own.count, own.sum]).toEqual([0, 0, 0]);
  });
});

describe('a measure of which nobody in the market has told', () => {
  it('is left out', () => {
    expect(figures(base, 'a', 'stars').prior).toBeUndefined();
    expect(figures({ ...base, reviews: three('ten', [1]) }, 'a', 'stars').prior).toBeUndefined();
  });

  it('is so even if vendors outside the market have rows', () => {
    const vendors = [{ slug: 'a', status: 'listed' as const }, { slug: 'b' }];
    expect(figures({ ...base, vendors, reviews: three('stars', [5]) }, 'b', 'stars').prior).toBeUndefined();
  });

  it('is not left out when contacts were made, though never answered', () => {
    const own = figures({ ...base, contacts: [{ vendor: 'a', values: { minutes: Infinity } }] }, 'a', 'minutes');
    expect(own.prior).toBeDefined();
    expect(own.count).toBe(1);
    expect(own.weight).toBeGreaterThan(0);
    expect(own.weight).toBeLessThan(1);
    expect(own.mean).toBeGreaterThan(Math.log(10));
    expect(own.points).toBeLessThan(50);
  });
});

describe('the market that vendors are drawn to', () => {
  const vendors = ['a', 'b', 'c'].map((slug) => ({ slug }));
  // Means 3, 4, 8 on a scale 0..10: mu 5, s2e 2, s2a 6 (worked in shrinkage.test.ts).
  const k = 2 / (3 + Math.sqrt(9 + 149 / 3));
  const reviews = [
    ['a', 2],
    ['a', 4],
    ['b', 3],
    ['b', 5],
    ['c', 7],
    ['c', 9],
  ].map(([vendor, x]) => ({ vendor: String(vendor), answers: { q: Number(x) } }));
  const sketch: Sketch = {
    ...base,
    questions: [{ id: 'q', kind: 'rating', low: 0, high: 10, criteria: ['f/c'] }],
    vendors,
    reviews,
    method: { ...base.method, shrinkage: { minVendors: 2 } },
  };

  it('is estimated from its vendors', () => {
    const own = figures(sketch, 'c', 'q');
    expect(own.prior?.source).toBe('estimated');
    expect(own.prior?.mu).toBeCloseTo(5, 12);
    expect(own.prior?.k).toBeCloseTo(k, 12);
    expect(own.mean).toBeCloseTo((5 * k + 16) / (k + 2), 12);
    expect(own.sd).toBeCloseTo(Math.sqrt(2 / (k + 2)), 12);
  });

  it('does not hear vendors that do not take part, though they are drawn to it too', () => {
    const withListed: Sketch = {
      ...sketch,
      vendors: [...vendors, { slug: 'd', status: 'listed' }],
      reviews: [...reviews, { vendor: 'd', answers: { q: 0 } }, { vendor: 'd', answers: { q: 1 } }],
    };
    expect(figures(withListed, 'c', 'q')).toEqual(figures(sketch, 'c', 'q'));
    expect(figures(withListed, 'd', 'q').mean).toBeCloseTo((5 * k + 1) / (k + 2), 12);
  });
});

describe('points', () => {
  const measure = (kind: 'rating' | 'duration', worst: number, best: number, scale: 'linear' | 'ln') =>
    ({
      id: 'm',
      source: 'review',
      question: 'q',
      column: 0,
      kind,
      goalposts: { worst, best, scale },
      inverted: false,
      window: 0,
      criteria: [],
    }) as const;

  it('of durations are taken in minutes', () => {
    expect(ownScale(measure('duration', 100, 1, 'ln'), Math.log(30))).toBeCloseTo(30, 12);
    expect(ownScale(measure('rating', 1, 5, 'linear'), 3.2)).toBe(3.2);
    expect(measurePoints(measure('duration', 100, 1, 'ln'), Math.log(10))).toBeCloseTo(50, 12);
    expect(measurePoints(measure('duration', 100, 0, 'linear'), Math.log(25))).toBeCloseTo(75, 12);
  });

  it('spread only as far as the scale goes', () => {
    // Mean at the best end: the step down counts, the step up does not.
    const own = figures(
      {
        ...base,
        contacts: [{ vendor: 'a', values: { minutes: 1 } }],
        method: {
          ...base.method,
          goalposts: { reply: { worst: 10_000, best: 10, scale: 'ln' } },
          observations: { fallback: { k: 1e-9, lnSd: 1, share: 0.5 } },
        },
      },
      'a',
      'minutes',
    );
    expect(own.points).toBe(100);
    expect(own.mean).toBeCloseTo(0, 6);
    // Spread 1 around ln 1 = 0: ln 10 = 2.3 is never reached, so nothing is uncertain.
    expect(own.pointsSd).toBe(0);
  });
});
