import { describe, expect, it } from 'vitest';
import { cronbachAlpha } from '../../src/score/consistency.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { reliabilities, reviewMeasures } from '../../src/score/reliability.ts';
import { type ReviewSketch, type Sketch, datasetOf } from './dataset-builder.ts';

const sketch = (reviews: readonly ReviewSketch[]): Sketch => ({
  frameworks: [
    {
      id: 'f',
      dimensions: [
        { id: 'd1', criteria: ['a', 'b'] },
        { id: 'd2', criteria: ['c'] },
        { id: 'd3', criteria: ['d'] },
      ],
    },
  ],
  questions: [
    { id: 'kind', kind: 'rating', criteria: ['f/a'] },
    { id: 'clear', kind: 'rating', low: 0, high: 10, criteria: ['f/b', 'f/c'] },
    { id: 'fees', kind: 'share', good: 'no', criteria: ['f/c'] },
    { id: 'wait', kind: 'duration', goalposts: 'wait', window: 1000, criteria: ['f/d'] },
    { id: 'wait-2', kind: 'duration', goalposts: 'wait', window: 1000, criteria: ['f/d'] },
  ],
  vendors: [{ slug: 'alpha' }, { slug: 'beta' }],
  reviews,
  method: { goalposts: { wait: { worst: 1000, best: 10, scale: 'ln' } } },
});
const of = (reviews: readonly ReviewSketch[]) => {
  const dataset = datasetOf(sketch(reviews));
  return reliabilities(dataset, scoreMarket(dataset, { draws: 0 }));
};
const review = (answers: Record<string, number>, more: Partial<ReviewSketch> = {}): ReviewSketch => ({
  vendor: 'alpha',
  answers,
  ...more,
});

describe('the reliability of review questions', () => {
  it('is told for dimensions that two or more questions measure, by any of their criteria', () => {
    const { plan } = scoreMarket(datasetOf(sketch([])), { draws: 0 });
    expect([0, 1, 2].map((d) => reviewMeasures(plan, d))).toEqual([
      [0, 1],
      [1, 2],
      [3, 4],
    ]);
    expect(of([]).map((r) => [r.dimension, r.measures, r.complete, r.alpha])).toEqual([
      [0, [0, 1], 0, undefined],
      [1, [1, 2], 0, undefined],
      [2, [3, 4], 0, undefined],
    ]);
  });

  it('is Cronbach’s alpha of the answers in points, over reviews that answer all of them', () => {
    const [d1] = of([
      review({ kind: 1, clear: 0 }),
      review({ kind: 3, clear: 10 }, { vendor: 'beta' }),
      review({ kind: 5, clear: 5 }),
      review({ kind: 5 }),
      review({ clear: 10 }),
    ]);
    expect(d1?.complete).toBe(3);
    // Points 0 50 100 and 0 100 50, sums 0 150 150: variances 2500 each, of the sum 7500: 2 (1 - 5000 / 7500).
    expect(d1?.alpha).toBeCloseTo(2 / 3, 12);
  });

  it('turns every answer so that more is better: no where no is good, long waits and none at all', () => {
    const rows = [
      review({ clear: 0, fees: 1, wait: 1000, 'wait-2': Infinity }),
      review({ clear: 10, fees: 0, wait: 10, 'wait-2': 1 }),
      review({ clear: 5, fees: 1, wait: 100, 'wait-2': 100 }),
    ];
    const [, d2, d3] = of(rows);
    expect(d2?.alpha).toBeCloseTo(
      cronbachAlpha([
        [0, 100, 50],
        [0, 100, 0],
      ]) as number,
      12,
    );
    expect(d3?.alpha).toBeCloseTo(1, 12);
  });

  it('leaves out reviews that do not count', () => {
    const rows = [review({ kind: 1, clear: 0 }), review({ kind: 3, clear: 10 }), review({ kind: 5, clear: 5 })];
    const uncounted = [
      review({ kind: 1, clear: 10 }, { moderation: 'withheld' }),
      review({ kind: 5, clear: 0 }, { moderation: 'pending' }),
    ];
    expect(of([...rows, ...uncounted])).toEqual(of(rows));
  });

  it('tells what alpha would be without each question, where two remain', () => {
    const three: Sketch = {
      ...sketch([]),
      questions: ['q1', 'q2', 'q3'].map((id) => ({ id, kind: 'rating', criteria: ['f/a'] })),
    };
    const dataset = datasetOf({
      ...three,
      reviews: [
        [1, 1, 5],
        [3, 4, 2],
        [5, 5, 3],
      ].map(([q1 = 0, q2 = 0, q3 = 0]) => review({ q1, q2, q3 })),
    });
    const [found] = reliabilities(dataset, scoreMarket(dataset, { draws: 0 }));
    const points = [
      [0, 50, 100],
      [0, 75, 100],
      [100, 25, 50],
    ];
    expect(found?.alpha).toBeCloseTo(cronbachAlpha(points) as number, 12);
    expect(found?.dropped).toEqual(
      [0, 1, 2].map((i) => expect.closeTo(cronbachAlpha(points.toSpliced(i, 1)) as number, 12)),
    );
    expect(of([])[0]?.dropped).toEqual([undefined, undefined]);
  });
});
