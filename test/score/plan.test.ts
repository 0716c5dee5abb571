import { beforeEach, describe, expect, it } from 'vitest';
import { type Plan, compilePlan } from '../../src/score/plan.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';

const sketch: Sketch = {
  frameworks: [
    {
      id: 'one',
      weight: 60,
      minimum: 1,
      dimensions: [
        { id: 'p', weight: 3, criteria: [{ id: 'a', weight: 2, facets: ['x'] }, 'b', { id: 'c', goalposts: 'days' }] },
        { id: 'q', weight: 1, criteria: ['d'] },
      ],
    },
    { id: 'two', weight: 20, dimensions: [{ id: 'p', criteria: ['a'] }] },
  ],
  questions: [
    { id: 'happy', kind: 'rating', criteria: ['one/b', 'two/a'] },
    { id: 'failed', kind: 'share', good: 'no', criteria: ['one/b'] },
    { id: 'wait', kind: 'duration', goalposts: 'reply', window: 2880, criteria: ['one/d'] },
  ],
  observed: {
    channels: ['phone', 'chat'],
    scenarios: ['routine', 'urgent'],
    items: [
      {
        id: 'minutes',
        kind: 'duration',
        goalposts: 'reply',
        window: 1440,
        uses: [
          { id: 'all', criteria: ['one/a'] },
          {
            id: 'urgent-chat',
            criteria: ['one/d', 'one/b'],
            channels: ['chat'],
            scenarios: ['urgent', 'routine'],
            goalposts: 'fast',
          },
        ],
      },
      { id: 'solved', kind: 'share', uses: [{ id: 'solved', criteria: ['one/b'] }] },
      { id: 'sent-away', kind: 'share', good: 'no', uses: [{ id: 'sent-away', criteria: ['two/a'] }] },
      { id: 'tone', kind: 'rating', low: 0, high: 10, uses: [{ id: 'tone', criteria: ['one/b'] }] },
    ],
  },
  vendors: [],
  method: {
    goalposts: {
      days: { worst: 30, best: 10, scale: 'linear' },
      reply: { worst: 1440, best: 10, scale: 'ln' },
      fast: { worst: 240, best: 5, scale: 'ln' },
    },
  },
};

const dataset = datasetOf(sketch);
let plan: Plan;
beforeEach(() => {
  plan = compilePlan(dataset.frameworks, dataset.questionnaire, dataset.method);
});

describe('the plan', () => {
  it('rescales weights to shares of 1 at every level', () => {
    expect(plan.frameworks.map((f) => [f.id, f.share, f.needed, [...f.dimensions]])).toEqual([
      ['one', 0.75, 1, [0, 1]],
      ['two', 0.25, 0, [2]],
    ]);
    expect(plan.dimensions.map((d) => [d.id, d.theme, d.framework, d.share, [...d.criteria]])).toEqual([
      ['p', 'theme', 0, 0.75, [0, 1, 2]],
      ['q', 'theme', 0, 0.25, [3]],
      ['p', 'theme', 1, 1, [4]],
    ]);
    // Stated 2, and 1 for those not listed.
    expect(plan.criteria.map((c) => [c.framework, c.id, c.dimension, c.share])).toEqual([
      ['one', 'a', 0, 0.5],
      ['one', 'b', 0, 0.25],
      ['one', 'c', 0, 0.25],
      ['one', 'd', 1, 1],
      ['two', 'a', 2, 1],
    ]);
  });

  it('gives numbers their goalposts', () => {
    expect(plan.criteria.map((c) => c.goalposts?.worst)).toEqual([undefined, undefined, 30, undefined, undefined]);
  });

  it('lists questions, then every use of every observed item, with their columns', () => {
    expect(plan.measures.map((m) => [m.id, m.source, m.question, m.column, m.kind])).toEqual([
      ['happy', 'review', 'happy', 0, 'rating'],
      ['failed', 'review', 'failed', 1, 'share'],
      ['wait', 'review', 'wait', 2, 'duration'],
      ['all', 'observation', 'minutes', 0, 'duration'],
      ['urgent-chat', 'observation', 'minutes', 0, 'duration'],
      ['solved', 'observation', 'solved', 1, 'share'],
      ['sent-away', 'observation', 'sent-away', 2, 'share'],
      ['tone', 'observation', 'tone', 3, 'rating'],
    ]);
  });

  it('gives each measure its scale', () => {
    expect(
      plan.measures.map((m) => [m.goalposts.worst, m.goalposts.best, m.goalposts.scale, m.inverted, m.window]),
    ).toEqual([
      [1, 5, 'linear', false, 0],
      [0, 1, 'linear', true, 0],
      [1440, 10, 'ln', false, 2880],
      [1440, 10, 'ln', false, 1440],
      [240, 5, 'ln', false, 1440],
      [0, 1, 'linear', false, 0],
      [0, 1, 'linear', true, 0],
      [0, 10, 'linear', false, 0],
    ]);
  });

  it('knows which contacts count', () => {
    expect(plan.measures[3]?.channels).toBeUndefined();
    expect(plan.measures[3]?.scenarios).toBeUndefined();
    expect([...(plan.measures[4]?.channels ?? [])]).toEqual([1]);
    expect([...(plan.measures[4]?.scenarios ?? [])]).toEqual([1, 0]);
  });

  it('joins criteria and measures in both directions', () => {
    expect(plan.measures.map((m) => [...m.criteria])).toEqual([[1, 4], [1], [3], [0], [3, 1], [1], [4], [1]]);
    expect(plan.criteria.map((c) => [...c.reviewed])).toEqual([[], [0, 1], [], [2], [0]]);
    expect(plan.criteria.map((c) => [...c.observed])).toEqual([[3], [4, 5, 7], [], [4], [6]]);
  });

  it('only knows ratios of weights', () => {
    const scaled = datasetOf({
      ...sketch,
      frameworks: sketch.frameworks.map((f) => ({
        ...f,
        weight: (f.weight ?? 1) * 7,
        dimensions: f.dimensions.map((d) => ({ ...d, weight: (d.weight ?? 1) * 0.3 })),
      })),
    });
    const again = compilePlan(scaled.frameworks, scaled.questionnaire, scaled.method);
    again.frameworks.forEach((f, i) => expect(f.share).toBeCloseTo(plan.frameworks[i]?.share ?? Number.NaN, 14));
    again.dimensions.forEach((d, i) => expect(d.share).toBeCloseTo(plan.dimensions[i]?.share ?? Number.NaN, 14));
  });
});

describe('weights that are left out', () => {
  it('are 0 for frameworks and dimensions, and all 0 stays all 0', () => {
    const { frameworks, questionnaire, method } = datasetOf({
      frameworks: sketch.frameworks,
      vendors: [],
      method: sketch.method ?? {},
    });
    const { one } = method.frameworks;
    if (!one) throw new Error('no framework');
    const half = compilePlan(frameworks, questionnaire, {
      ...method,
      frameworks: { one: { ...one, dimensions: { q: { weight: 2, criteria: {} } } } },
    });
    expect(half.frameworks.map((f) => f.share)).toEqual([1, 0]);
    expect(half.frameworks.map((f) => f.needed)).toEqual([1, 0]);
    expect(half.dimensions.map((d) => d.share)).toEqual([0, 1, 0]);
    expect(
      compilePlan(frameworks, questionnaire, { ...method, frameworks: {} }).frameworks.map((f) => f.share),
    ).toEqual([0, 0]);
  });

  it('a criterion can be given weight 0', () => {
    const { frameworks, questionnaire, method } = datasetOf({
      frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: [{ id: 'a', weight: 0 }, 'b'] }] }],
      vendors: [],
    });
    expect(compilePlan(frameworks, questionnaire, method).criteria.map((c) => c.share)).toEqual([0, 1]);
  });
});

describe('references that do not resolve', () => {
  it('are an error, since validation should have stopped them', () => {
    const { frameworks, questionnaire, method } = datasetOf(sketch);
    expect(() => compilePlan(frameworks, questionnaire, { ...method, goalposts: {} })).toThrow('no goalposts');
    expect(() => compilePlan([], questionnaire, method)).toThrow('no criterion one/b');
  });
});
