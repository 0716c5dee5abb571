import { describe, expect, it } from 'vitest';
import { scoreMarket, type ScoredWorkspace } from '../../../src/score/market.ts';
import { checksPage } from '../../../src/views/pages/checks.ts';
import { type Sketch, datasetOf } from '../../score/dataset-builder.ts';

const levels = Object.fromEntries([0, 20, 40, 60, 80, 100].map((points) => [`l${points}`, points]));
const answer = (points: number) => ({ level: `l${points}`, evidence: ['seen'] });
/** Three dimensions of weights 2, 1, 1; d0 and d1 by levels alone, d2 by two review questions. */
const sketch: Sketch = {
  frameworks: [
    {
      id: 'f',
      dimensions: [
        { id: 'd0', weight: 2, criteria: [{ id: 'a', levels }] },
        { id: 'd1', criteria: [{ id: 'b', levels }] },
        { id: 'd2', criteria: ['c'] },
      ],
    },
  ],
  questions: [
    { id: 'q1', kind: 'rating', criteria: ['f/c'] },
    { id: 'q2', kind: 'share', criteria: ['f/c'] },
  ],
  observed: {
    channels: ['phone', 'chat'],
    scenarios: ['urgent'],
    items: [
      {
        id: 'wait',
        kind: 'duration',
        goalposts: 'wait',
        window: 1000,
        uses: [{ id: 'wait-chat', criteria: ['f/c'], channels: ['chat'] }],
      },
    ],
  },
  vendors: [
    [20, 80],
    [60, 60],
    [100, 40],
  ].map(([a = 0, b = 0], i) => ({
    slug: `v${i}`,
    evidence: [{ id: 'seen', tier: 'observed' }],
    answers: { 'f/a': answer(a), 'f/b': answer(b) },
  })),
  reviews: [
    { vendor: 'v0', answers: { q1: 1, q2: 0 } },
    { vendor: 'v0', answers: { q1: 5, q2: 1 } },
    { vendor: 'v1', answers: { q1: 3 } },
  ],
  contacts: [{ vendor: 'v2', channel: 'chat', values: { wait: 30 } }],
  method: { goalposts: { wait: { worst: 1000, best: 10, scale: 'ln' } } },
};
const scored = (change: Partial<Sketch> = {}): ScoredWorkspace => {
  const dataset = datasetOf({ ...sketch, ...change });
  return { dataset, market: scoreMarket(dataset, { draws: 0 }) };
};
const page = checksPage(scored(), 'en');

describe('the page of framework checks', () => {
  it('tells alpha of dimensions with several questions, and names the others', () => {
    // Points 0 and 100 twice over: two items that say the same. Two complete reviews are few.
    expect(page.reliability).toEqual([
      {
        framework: 'f',
        id: 'd2',
        name: 'd2',
        alpha: expect.closeTo(1, 12),
        complete: 2,
        few: true,
        items: [
          { name: 'q1', without: undefined, misfit: false },
          { name: 'q2', without: undefined, misfit: false },
        ],
      },
    ]);
    expect(page.unchecked.map((d) => d.id)).toEqual(['d0', 'd1']);
  });

  it('marks questions without which alpha is higher', () => {
    const rows = [
      [1, 1, 5],
      [3, 4, 2],
      [5, 5, 3],
    ];
    const three = scored({
      questions: ['q1', 'q2', 'q3'].map((id) => ({ id, kind: 'rating', criteria: ['f/c'] })),
      reviews: rows.map(([q1 = 0, q2 = 0, q3 = 0]) => ({ vendor: 'v0', answers: { q1, q2, q3 } })),
    });
    expect(checksPage(three, 'en').reliability[0]?.items.map((i) => i.misfit)).toEqual([false, false, true]);
  });

  it('shows nominal beside effective weights, most telling first', () => {
    expect(page.weights.map((w) => [w.id, w.nominal])).toEqual([
      ['d0', 0.5],
      ['d2', 0.25],
      ['d1', 0.25],
    ]);
    expect(page.weights.reduce((sum, w) => sum + w.effective, 0)).toBeCloseTo(1, 12);
    const d1 = page.weights.find((w) => w.id === 'd1');
    // d1 falls as the overall score rises.
    expect(d1?.effective).toBeLessThan(0);
    expect(d1?.correlation).toBeLessThan(-0.9);
  });

  it('correlates every pair of dimensions once, and names those that stand out', () => {
    expect(page.correlations.map((row) => row.length)).toEqual([0, 1, 2]);
    // 20 60 100 against 80 60 40.
    expect(page.correlations[1]?.[0]).toBeCloseTo(-1, 12);
    expect(page.pairs.against[0]).toEqual({ a: 1, b: 0, r: expect.closeTo(-1, 12) });
    expect(page.pairs.alike.every((p) => p.r >= 0.6)).toBe(true);
  });

  it('shows the market behind each measure that anybody has told of', () => {
    const [q1, q2, wait] = page.measures;
    expect(q1).toEqual({
      id: 'q1',
      name: 'q1',
      scope: [],
      source: 'review',
      kind: 'rating',
      high: 5,
      mu: 3.5,
      k: 7,
      within: expect.closeTo(Math.sqrt(1.5), 12),
      between: undefined,
      estimated: false,
      vendors: 2,
      rows: 3,
    });
    expect(q2).toMatchObject({ kind: 'share', high: undefined, mu: 0.625, vendors: 1, rows: 2 });
    // Fallback of a duration: in the middle of the goalposts, 100 minutes, by logarithm; spread lnSd.
    expect(wait).toMatchObject({
      name: 'wait',
      scope: ['chat'],
      source: 'observation',
      kind: 'duration',
      mu: expect.closeTo(100, 9),
      k: 4,
      within: 1.2,
    });
  });
});

it('a market without scores has nothing to weigh, to correlate or to show', () => {
  const empty = checksPage(scored({ vendors: [], reviews: [], contacts: [] }), 'zh');
  expect([empty.ranked, empty.weights, empty.measures, empty.pairs]).toEqual([0, [], [], { alike: [], against: [] }]);
  expect(empty.correlations).toEqual([[], [undefined], [undefined, undefined]]);
  expect(empty.reliability.map((r) => [r.alpha, r.complete])).toEqual([[undefined, 0]]);
});
