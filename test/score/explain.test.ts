import { beforeEach, describe, expect, it } from 'vitest';
import { interval } from '../../src/score/explain.ts';
import { type Market, scoreMarket } from '../../src/score/market.ts';
import type { CriterionScore, VendorScores } from '../../src/score/types.ts';
import { type Sketch, datasetOf } from './dataset-builder.ts';

const rich: Sketch = {
  frameworks: [
    {
      id: 'f',
      weight: 3,
      minimum: 1,
      dimensions: [
        {
          id: 'd1',
          weight: 3,
          criteria: [{ id: 'a', weight: 2, facets: ['x', 'y'] }, 'b', { id: 'n', goalposts: 'days' }],
        },
        { id: 'd2', weight: 1, criteria: [{ id: 'l', levels: { none: 0, some: 40 } }, 'silent'] },
        { id: 'd3', weight: 1, criteria: ['unheard'] },
      ],
    },
    { id: 'g', weight: 1, dimensions: [{ id: 'e1', criteria: ['r'] }] },
  ],
  questions: [
    { id: 'stars', kind: 'rating', criteria: ['f/a', 'f/b', 'g/r'] },
    { id: 'again', kind: 'share', criteria: ['f/b'] },
    { id: 'never-asked', kind: 'rating', criteria: ['f/unheard'] },
  ],
  observed: {
    items: [
      {
        id: 'minutes',
        kind: 'duration',
        goalposts: 'reply',
        window: 480,
        uses: [{ id: 'reply-time', criteria: ['f/a', 'f/l'] }],
      },
    ],
  },
  vendors: [
    {
      slug: 'alpha',
      evidence: [
        { id: 'seen', tier: 'observed' },
        { id: 'paper', tier: 'documented' },
      ],
      answers: {
        'f/a': { facets: { x: { state: 'met', evidence: ['seen'] }, y: 'partly' } },
        'f/n': { value: 15, evidence: ['paper'] },
        'f/l': { level: 'some' },
      },
    },
    {
      slug: 'beta',
      answers: { 'f/a': { state: 'not-applicable', reason: { en: 'not offered' } }, 'f/n': { state: 'unknown' } },
    },
    { slug: 'listed', status: 'listed' },
  ],
  reviews: [
    { vendor: 'alpha', answers: { stars: 5, again: 1 } },
    { vendor: 'alpha', answers: { stars: 4, again: 0 }, age: 365 },
    { vendor: 'alpha', answers: { stars: 1 }, moderation: 'withheld' },
    { vendor: 'listed', answers: { stars: 2 } },
  ],
  contacts: [
    { vendor: 'alpha', values: { minutes: 30 } },
    { vendor: 'alpha', values: { minutes: Infinity } },
  ],
  method: {
    goalposts: { days: { worst: 30, best: 10, scale: 'linear' }, reply: { worst: 480, best: 5, scale: 'ln' } },
  },
};

let market: Market;
let alpha: VendorScores;
let beta: VendorScores;
beforeEach(() => {
  market = scoreMarket(datasetOf(rich));
  alpha = market.of(0);
  beta = market.of(1);
});

function criterion(scores: VendorScores, id: string): CriterionScore {
  const found = scores.frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria)).find((c) => c.id === id);
  if (!found) throw new Error(`no criterion ${id}`);
  return found;
}

/** Weighted mean over the entries that have a value. */
function meanOf<T extends { share: number }>(
  list: readonly T[],
  value: (entry: T) => number | undefined,
): number | undefined {
  const present = list.flatMap((entry) => {
    const x = value(entry);
    return x === undefined ? [] : [[x, entry.share] as const];
  });
  const total = present.reduce((sum, [, w]) => sum + w, 0);
  return total === 0 ? undefined : present.reduce((sum, [x, w]) => sum + x * w, 0) / total;
}

function close(actual: number | undefined, expected: number | undefined): void {
  if (expected === undefined) expect(actual).toBeUndefined();
  else expect(actual).toBeCloseTo(expected, 10);
}

describe('the tree of a vendor', () => {
  it('adds up from the measures to the overall score', () => {
    for (const scores of [alpha, beta]) {
      close(
        scores.overall?.score,
        meanOf(scores.frameworks, (f) => f.estimate?.score),
      );
      for (const framework of scores.frameworks) {
        close(
          framework.estimate?.score,
          meanOf(framework.dimensions, (d) => d.estimate?.score),
        );
        for (const dimension of framework.dimensions) {
          close(
            dimension.facts,
            meanOf(dimension.criteria, (c) => c.facts),
          );
          close(
            dimension.reviews,
            meanOf(dimension.criteria, (c) => c.reviews),
          );
          const { facts, reviews } = dimension;
          close(
            dimension.estimate?.score,
            facts === undefined ? reviews : reviews === undefined ? facts : 0.6 * facts + 0.4 * reviews,
          );
          for (const c of dimension.criteria) {
            const own = c.measures.filter(
              (m) =>
                m.source !== 'review' &&
                !(m.source === 'vendor' && (m.state === 'unknown' || m.state === 'not-applicable')),
            );
            close(
              c.facts,
              meanOf(
                own.map((m) => ({ share: 1, points: m.points })),
                (m) => m.points,
              ),
            );
            close(
              c.reviews,
              meanOf(
                c.measures.filter((m) => m.source === 'review').map((m) => ({ share: 1, points: m.points })),
                (m) => m.points,
              ),
            );
          }
        }
      }
    }
  });

  it('has weights that sum to 1 at every level', () => {
    const total = (list: readonly { share: number }[]): number => list.reduce((sum, x) => sum + x.share, 0);
    expect(total(alpha.frameworks)).toBeCloseTo(1, 14);
    for (const f of alpha.frameworks) {
      expect(total(f.dimensions)).toBeCloseTo(1, 14);
      for (const d of f.dimensions) expect(total(d.criteria)).toBeCloseTo(1, 14);
    }
  });

  it('counts the rows that count', () => {
    expect([alpha.reviews, alpha.observations]).toEqual([2, 2]);
    expect([beta.reviews, beta.observations]).toEqual([0, 0]);
  });

  it('says what a checklist was worth, facet by facet', () => {
    const measure = criterion(alpha, 'a').measures.find((m) => m.kind === 'checklist');
    // x: met, observed: 1; y: partly, declared: 0.5 x 0.5.
    expect(measure).toEqual({
      measure: 'f/a',
      kind: 'checklist',
      source: 'vendor',
      state: 'shown',
      points: 62.5,
      facets: [
        { facet: 'x', state: 'met', credit: 1, credibility: 1, tier: 'observed', evidence: ['seen'] },
        { facet: 'y', state: 'partly', credit: 0.5, credibility: 0.5, tier: 'declared', evidence: [] },
      ],
    });
  });

  it('says what a number and a level were worth, and by what evidence', () => {
    expect(criterion(alpha, 'n').measures).toEqual([
      {
        measure: 'f/n',
        kind: 'number',
        source: 'vendor',
        state: 'shown',
        points: 60,
        value: 15,
        tier: 'documented',
        evidence: ['paper'],
      },
    ]);
    expect(criterion(alpha, 'l').measures[0]).toEqual({
      measure: 'f/l',
      kind: 'level',
      source: 'vendor',
      state: 'shown',
      points: 20,
      level: 'some',
      tier: 'declared',
      evidence: [],
    });
    expect(criterion(beta, 'n').measures).toEqual([
      { measure: 'f/n', kind: 'number', source: 'vendor', state: 'not-shown', points: 0, evidence: [] },
    ]);
    expect(criterion(beta, 'l').measures[0]).toEqual({
      measure: 'f/l',
      kind: 'level',
      source: 'vendor',
      state: 'not-shown',
      points: 0,
      evidence: [],
    });
  });

  it('says what customers told, what their rows alone say, and what they are drawn to', () => {
    const stars = criterion(alpha, 'b').measures.find((m) => m.measure === 'stars');
    // Weights 1 and 0.5: sum 7; (24.5 + 7) / 8.5.
    expect(stars).toMatchObject({
      kind: 'rating',
      source: 'review',
      state: 'told',
      question: 'stars',
      count: 2,
      market: 3.5,
      k: 7,
    });
    if (stars?.kind !== 'rating') throw new Error('no rating');
    expect(stars.weight).toBeCloseTo(1.5, 12);
    expect(stars.rawMean).toBeCloseTo(7 / 1.5, 12);
    expect(stars.value).toBeCloseTo(31.5 / 8.5, 12);
    expect(stars.points).toBeCloseTo(25 * (31.5 / 8.5 - 1), 12);
    // Squared weights 1 + 0.25: variance 1.5 (7 + 1.25) / 8.5^2.
    expect(stars.sd).toBeCloseTo((25 * Math.sqrt(1.5 * 8.25)) / 8.5, 12);
  });

  it('shows the market where nobody has told of this vendor', () => {
    const stars = criterion(beta, 'b').measures.find((m) => m.measure === 'stars');
    expect(stars).toMatchObject({ state: 'estimated', count: 0, weight: 0, value: 3.5, points: 62.5 });
    expect(stars).not.toHaveProperty('rawMean');
    expect(criterion(beta, 'b').state).toBe('estimated');
  });

  it('gives durations in minutes', () => {
    const reply = criterion(alpha, 'a').measures.find((m) => m.measure === 'reply-time');
    expect(reply).toMatchObject({
      kind: 'duration',
      source: 'observation',
      question: 'minutes',
      count: 2,
      state: 'told',
    });
    if (reply?.kind !== 'duration') throw new Error('no duration');
    expect(reply.market).toBeCloseTo(Math.sqrt(480 * 5), 10);
    // One contact took 30 minutes, the other more than 480.
    expect(reply.value).toBeGreaterThan(reply.market);
    expect(reply.rawMean).toBeGreaterThan(reply.value);
  });

  it('names the state of each criterion', () => {
    expect(['a', 'b', 'n', 'l', 'silent', 'unheard', 'r'].map((id) => criterion(alpha, id).state)).toEqual([
      'shown',
      'told',
      'shown',
      'shown',
      'unmeasured',
      'unmeasured',
      'told',
    ]);
    expect(['a', 'b', 'n', 'l', 'silent', 'unheard', 'r'].map((id) => criterion(beta, id).state)).toEqual([
      'not-applicable',
      'estimated',
      'not-shown',
      'not-shown',
      'unmeasured',
      'unmeasured',
      'estimated',
    ]);
  });

  it('has no score, rather than a special number, where there is none', () => {
    const silent = criterion(alpha, 'silent');
    expect(silent).toEqual({ id: 'silent', share: 0.5, state: 'unmeasured', evidenced: false, measures: [] });
    const d3 = alpha.frameworks[0]?.dimensions[2];
    expect(d3).toMatchObject({ id: 'd3', covered: false, evidenced: 0 });
    expect(d3).not.toHaveProperty('estimate');
    expect(JSON.stringify([alpha, beta])).not.toMatch(/null|NaN|Infinity/);
  });

  it('leaves out whatever measures a criterion that does not apply', () => {
    const a = criterion(beta, 'a');
    expect(a).toMatchObject({ state: 'not-applicable', evidenced: false });
    expect(a).not.toHaveProperty('score');
    expect(a.measures).toEqual([
      { measure: 'f/a', kind: 'checklist', source: 'vendor', state: 'not-applicable', points: 0, facets: [] },
    ]);
  });

  it('blends facts and reviews of a criterion as its dimension does', () => {
    const a = criterion(alpha, 'a');
    expect(a.score).toBeCloseTo(0.6 * (a.facts ?? 0) + 0.4 * (a.reviews ?? 0), 12);
    const b = criterion(alpha, 'b');
    expect(b).not.toHaveProperty('facts');
    expect(b.score).toBe(b.reviews);
    const n = criterion(alpha, 'n');
    expect(n.score).toBe(n.facts);
  });

  it('says what is covered', () => {
    const f = alpha.frameworks[0];
    expect(f).toMatchObject({ id: 'f', share: 0.75, covered: 2, needed: 1 });
    expect(f?.dimensions[0]).toMatchObject({ theme: 'theme', covered: true, evidenced: 0.75 });
    expect(criterion(alpha, 'a').evidenced).toBe(true);
    expect(criterion(alpha, 'b').evidenced).toBe(false);
  });

  it('carries the rank, and the overall interval of the draws', () => {
    expect(alpha.rating).toBe(market.ratings[0]);
    expect(alpha.overall).toBe(market.scored[0]?.overall);
    expect(alpha.slug).toBe('alpha');
  });
});

describe('vendors outside the ranking', () => {
  it('have a rating that says why, and no scores', () => {
    expect(market.of(2)).toEqual({
      slug: 'listed',
      rating: { kind: 'unrated', reasons: [{ kind: 'listed' }] },
      frameworks: [],
      reviews: 1,
      observations: 0,
    });
  });

  it('that do not exist are an error', () => {
    expect(() => market.of(3)).toThrow(RangeError);
    expect(() => market.of(-1)).toThrow(RangeError);
  });
});

describe('the interval of a score', () => {
  it('is the normal one, cut to 0..100', () => {
    const { low, high } = interval(50, 10, 0.9);
    expect(low).toBeCloseTo(50 - 16.448536269514722, 10);
    expect(high).toBeCloseTo(50 + 16.448536269514722, 10);
    expect(interval(5, 10, 0.9).low).toBe(0);
    expect(interval(95, 10, 0.9).high).toBe(100);
    expect(interval(42, 0, 0.9)).toEqual({ score: 42, sd: 0, low: 42, high: 42 });
  });
});
