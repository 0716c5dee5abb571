import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/schema/vendor.ts';
import { type Fact, scoreFact, tiersOn } from '../../src/score/facts.ts';
import { cutDeviation, ratioError } from '../../src/score/given-number.ts';
import { compilePlan } from '../../src/score/plan.ts';
import { type MethodChanges, type Sketch, datasetOf } from './dataset-builder.ts';

const EVIDENCE = [
  { id: 'seen', tier: 'observed' },
  { id: 'paper', tier: 'documented' },
  { id: 'word', tier: 'declared' },
  { id: 'old-paper', tier: 'documented', expires: '2025-12-31' },
  { id: 'last-day-paper', tier: 'documented', expires: '2026-01-01' },
] as const;

/** The fact of one criterion answered by one vendor; tiers 1 / 0.8 / 0.5, partly 0.5. */
function factOf(
  criterion: Sketch['frameworks'][number]['dimensions'][number]['criteria'][number],
  answer: Answer | undefined,
  method: MethodChanges = {},
): Fact | undefined {
  const dataset = datasetOf({
    frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: [criterion] }] }],
    vendors: [{ slug: 'a', evidence: EVIDENCE, ...(answer ? { answers: { 'f/c': answer } } : {}) }],
    method: { goalposts: { days: { worst: 30, best: 10, scale: 'linear' } }, ...method },
  });
  const plan = compilePlan(dataset.frameworks, dataset.questionnaire, dataset.method);
  const vendor = dataset.vendors[0];
  if (!vendor || !plan.criteria[0]) throw new Error('nothing built');
  return scoreFact(
    plan.criteria[0],
    vendor.answers,
    tiersOn(vendor.evidence, dataset.method, dataset.release.asOf),
    dataset.method,
  );
}

const four = { id: 'c', facets: ['w', 'x', 'y', 'z'] };
const level = { id: 'c', levels: { none: 0, some: 40, full: 100 } };
const number = { id: 'c', goalposts: 'days' };

describe('tiers of evidence', () => {
  const method = datasetOf({ frameworks: [], vendors: [] }).method;
  const piece = (tier: 'observed' | 'documented' | 'declared', expires?: string) => ({
    id: 'e',
    tier,
    lastLooked: '2025-01-01',
    lastConfirmed: '2025-01-01',
    ...(expires === undefined ? {} : { expires }),
  });

  it('hold up to and including the day of expiry', () => {
    expect(tiersOn([piece('observed', '2026-01-01')], method, '2026-01-01').get('e')).toBe('observed');
    expect(tiersOn([piece('observed', '2025-12-31')], method, '2026-01-01').get('e')).toBe('declared');
    expect(tiersOn([piece('observed')], method, '2026-01-01').get('e')).toBe('observed');
  });

  it('fall to the tier that the method names, but never rise to it', () => {
    const documented = { ...method, facts: { ...method.facts, expired: 'documented' as const } };
    expect(tiersOn([piece('observed', '2020-01-01')], documented, '2026-01-01').get('e')).toBe('documented');
    expect(tiersOn([piece('documented', '2020-01-01')], documented, '2026-01-01').get('e')).toBe('documented');
    expect(tiersOn([piece('declared', '2020-01-01')], documented, '2026-01-01').get('e')).toBe('declared');
  });
});

describe('a checklist', () => {
  it('is worth the share of its facets, each times its credibility', () => {
    // observed met 1, documented met 0.8, declared met 0.5, not met 0: 2.3 of 4.
    const fact = factOf(four, {
      facets: {
        w: { state: 'met', evidence: ['seen'] },
        x: { state: 'met', evidence: ['paper'] },
        y: 'met',
        z: 'not-met',
      },
    });
    expect(fact?.points).toBeCloseTo(57.5, 12);
    expect(fact?.state).toBe('shown');
    expect(fact?.facets.map((f) => [f.facet, f.state, f.credit, f.credibility, f.tier])).toEqual([
      ['w', 'met', 1, 1, 'observed'],
      ['x', 'met', 1, 0.8, 'documented'],
      ['y', 'met', 1, 0.5, 'declared'],
      ['z', 'not-met', 0, 0.5, 'declared'],
    ]);
  });

  it('counts a facet that is partly met by the method', () => {
    // 0.5 x 0.8 of one facet of four.
    expect(factOf(four, { facets: { w: { state: 'partly', evidence: ['paper'] } } })?.points).toBeCloseTo(10, 12);
    expect(
      factOf(four, { facets: { w: { state: 'partly', evidence: ['paper'] } } }, { facts: { partly: 0.25 } })?.points,
    ).toBeCloseTo(5, 12);
  });

  it('lends the evidence of the answer to every facet that names none', () => {
    const fact = factOf(four, {
      evidence: ['paper'],
      facets: {
        w: 'met',
        x: { state: 'met' },
        y: { state: 'met', evidence: ['word'] },
        z: { state: 'met', evidence: [] },
      },
    });
    expect(fact?.facets.map((f) => f.tier)).toEqual(['documented', 'documented', 'declared', 'declared']);
    expect(fact?.facets.map((f) => f.evidence)).toEqual([['paper'], ['paper'], ['word'], []]);
    expect(fact?.points).toBeCloseTo((100 * (0.8 + 0.8 + 0.5 + 0.5)) / 4, 12);
  });

  it('goes by the best of several pieces of evidence, and by what still holds', () => {
    const tier = (evidence: string[]) =>
      factOf({ id: 'c', facets: ['w'] }, { facets: { w: { state: 'met', evidence } } })?.facets[0]?.tier;
    expect(tier(['word', 'seen', 'paper'])).toBe('observed');
    expect(tier(['word', 'paper'])).toBe('documented');
    expect(tier(['old-paper'])).toBe('declared');
    expect(tier(['last-day-paper'])).toBe('documented');
    expect(tier(['no-such-thing'])).toBe('declared');
  });

  it('counts blank facets as not shown once any facet is answered', () => {
    expect(factOf(four, { evidence: ['seen'], facets: { w: 'met' } })?.points).toBe(25);
    expect(factOf(four, { evidence: ['seen'], facets: { w: 'met', x: 'unknown' } })?.points).toBe(25);
  });

  it('leaves blank facets out of both sums where the method says so', () => {
    expect(
      factOf(four, { evidence: ['seen'], facets: { w: 'met', x: 'not-met' } }, { facts: { missing: 'leave-out' } })
        ?.points,
    ).toBe(50);
  });

  it('leaves facets that do not apply out of both sums', () => {
    expect(
      factOf(four, { evidence: ['seen'], facets: { w: 'met', x: 'not-met', y: 'not-applicable', z: 'not-applicable' } })
        ?.points,
    ).toBe(50);
  });

  it('does not apply when none of its facets does', () => {
    const none = { state: 'not-applicable', reason: { en: 'no such service' } } as const;
    const fact = factOf(four, { facets: { w: none, x: none, y: none, z: none } });
    expect(fact?.state).toBe('not-applicable');
    expect(fact?.points).toBeNaN();
    expect(factOf({ id: 'c', facets: ['w'] }, { facets: { w: none } })?.state).toBe('not-applicable');
  });

  it('is not shown, and worth 0, when it was left blank', () => {
    for (const answer of [undefined, {}, { facets: {} }, { facets: { w: 'unknown', x: 'not-applicable' } }] as const) {
      expect(factOf(four, answer)).toMatchObject({ state: 'not-shown', points: 0 });
    }
  });

  it('is unknown, and in neither sum, when it was left blank and the method leaves blanks out', () => {
    const fact = factOf(four, {}, { facts: { missing: 'leave-out' } });
    expect(fact?.state).toBe('unknown');
    expect(fact?.points).toBeNaN();
  });

  it('is shown, and worth 0, when everything was answered with not met', () => {
    expect(factOf(four, { facets: { w: 'not-met' } })).toMatchObject({ state: 'shown', points: 0 });
  });
});

describe('a level', () => {
  it('is worth its points times the credibility of the best evidence', () => {
    expect(factOf(level, { level: 'full', evidence: ['paper', 'word'] })).toMatchObject({
      state: 'shown',
      points: 80,
      credibility: 0.8,
      tier: 'documented',
      facets: [],
    });
    expect(factOf(level, { level: 'some' })).toMatchObject({ points: 20, tier: 'declared' });
    expect(factOf(level, { level: 'none', evidence: ['seen'] })).toMatchObject({ state: 'shown', points: 0 });
  });

  it('is not shown when blank or not one of the levels', () => {
    expect(factOf(level, undefined)).toEqual({ state: 'not-shown', points: 0, sd: 0, facets: [] });
    expect(factOf(level, { level: 'unheard-of' })).toMatchObject({ state: 'not-shown', points: 0 });
    expect(factOf(level, {}, { facts: { missing: 'leave-out' } })?.points).toBeNaN();
  });
});

describe('a number', () => {
  it('is worth its points by the goalposts times credibility', () => {
    expect(factOf(number, { value: 15, evidence: ['seen'] })?.points).toBe(75);
    expect(factOf(number, { value: 15, evidence: ['paper'] })?.points).toBeCloseTo(60, 12);
    expect(factOf(number, { value: 90, evidence: ['seen'] })).toMatchObject({ state: 'shown', points: 0 });
  });

  it('takes 0 as an answer and a blank as none', () => {
    expect(factOf(number, { value: 0, evidence: ['seen'] })?.points).toBe(100);
    expect(factOf(number, { evidence: ['seen'] })).toMatchObject({ state: 'not-shown', points: 0 });
  });
});

describe('how far a fact may be off', () => {
  const sd = (...args: Parameters<typeof factOf>): number => factOf(...args)?.sd ?? Number.NaN;

  it('follows from credibility as the probability that a claim holds: sqrt(c (1 - c)) of what it is worth', () => {
    // Documented 0.8: sqrt(0.16) = 0.4; declared 0.5: 0.5; observed 1: nothing.
    expect(sd(level, { level: 'full', evidence: ['paper'] })).toBeCloseTo(40, 12);
    expect(sd(level, { level: 'some' })).toBeCloseTo(20, 12);
    expect(sd(number, { value: 15, evidence: ['paper'] })).toBeCloseTo(30, 12);
    expect(sd(number, { value: 15, evidence: ['seen'] })).toBe(0);
  });

  it('follows from the error of a number too, by the slope of the goalposts at it', () => {
    // 5 points for a day: half a day is 2.5 points. Documented, 75 points: sqrt(0.8 x 0.2 x 75^2 + 0.8 x 2.5^2) = sqrt(905).
    expect(sd(number, { value: 15, error: 0.5, evidence: ['seen'] })).toBeCloseTo(2.5, 9);
    expect(sd(number, { value: 15, error: 0.5, evidence: ['paper'] })).toBeCloseTo(Math.sqrt(905), 9);
    expect(sd(number, { value: 10, error: 0.5, evidence: ['seen'] })).toBeCloseTo(2.5 / Math.SQRT2, 9);
    expect(sd(number, { value: 500, error: 2, evidence: ['seen'] })).toBe(0);
    // ln from 1 to 100: the slope at 10 is 100 / (10 ln 100).
    const byLogarithm: MethodChanges = { goalposts: { days: { worst: 100, best: 1, scale: 'ln' } } };
    expect(sd(number, { value: 10, error: 0.1, evidence: ['seen'] }, byLogarithm)).toBeCloseTo(1 / Math.log(100), 9);
    // At or below 0 the smaller end stands for the value.
    expect(sd(number, { value: 0, error: 0.1, evidence: ['seen'] }, byLogarithm)).toBeCloseTo(
      10 / Math.log(100) / Math.SQRT2,
      9,
    );
  });

  it('follows from the counts of a ratio, whose points are those of the ratio', () => {
    // 12 of 48 in percent is 25: a quarter of the way from 30 to 10. The error is in percent, 5 points for each.
    const counted = factOf({ ...number, per: 100 }, { numerator: 12, denominator: 48, evidence: ['seen'] });
    expect(counted?.points).toBe(25);
    expect(counted?.sd).toBeCloseTo(cutDeviation(25, 500 * ratioError(12, 48, 0.9)), 9);
    expect(factOf(number, { numerator: 12, denominator: 48, evidence: ['seen'] })).toMatchObject({
      state: 'not-shown',
      points: 0,
    });
  });

  it('is that of facets of one tier together, of different tiers apart', () => {
    const facets = (...ids: (string | undefined)[]) => ({
      facets: Object.fromEntries(
        ids.map((id, i) => [
          'wxyz'[i],
          id === undefined ? ('not-met' as const) : { state: 'met' as const, evidence: [id] },
        ]),
      ),
    });
    // Two documented facets of four: 2 x 0.4 / 4; one documented and one declared: sqrt(0.4^2 + 0.5^2) / 4.
    expect(sd(four, facets('paper', 'paper'))).toBeCloseTo(20, 12);
    expect(sd(four, facets('paper', 'word'))).toBeCloseTo(25 * Math.hypot(0.4, 0.5), 12);
    expect(sd(four, facets('seen', 'seen', 'seen', 'seen'))).toBe(0);
    // A facet partly met is worth half, and so is what may be wrong with it.
    expect(sd(four, { facets: { w: { state: 'partly', evidence: ['paper'] } } })).toBeCloseTo(5, 12);
    expect(
      sd(four, { evidence: ['paper'], facets: { w: 'met', x: 'not-applicable', y: 'not-applicable', z: 'not-met' } }),
    ).toBeCloseTo(20, 12);
  });

  it('is that of all the ways in which the claims of each tier can hold or fail', () => {
    // One observed facet, one documented, two declared: eight ways, each with its chance.
    const claims = [
      { credits: 1, chance: 1 },
      { credits: 1, chance: 0.8 },
      { credits: 2, chance: 0.5 },
    ];
    let [mean, square] = [0, 0];
    for (let way = 0; way < 8; way++) {
      const holds = claims.map((_, i) => (way >> i) % 2 === 1);
      const chance = claims.reduce((product, c, i) => product * (holds[i] ? c.chance : 1 - c.chance), 1);
      const points = claims.reduce((sum, c, i) => sum + (holds[i] ? 25 * c.credits : 0), 0);
      mean += chance * points;
      square += chance * points * points;
    }
    const fact = factOf(four, {
      facets: { w: { state: 'met', evidence: ['seen'] }, x: { state: 'met', evidence: ['paper'] }, y: 'met', z: 'met' },
    });
    expect(fact?.points).toBeCloseTo(mean, 12);
    expect(fact?.sd).toBeCloseTo(Math.sqrt(square - mean * mean), 12);
  });

  it('is nothing where nothing is claimed', () => {
    expect(sd(four, { facets: { w: 'not-met' } })).toBe(0);
    expect(sd(four, undefined)).toBe(0);
    expect(sd(level, { level: 'none' })).toBe(0);
    expect(sd(level, { state: 'not-applicable' })).toBe(0);
    const facet = { state: 'not-applicable', reason: { en: 'none' } } as const;
    expect(sd(four, { facets: { w: facet, x: facet, y: facet, z: facet } })).toBe(0);
  });
});

describe('a criterion', () => {
  it('that does not apply as a whole leaves both sums, whatever else was answered', () => {
    for (const criterion of [four, level, number]) {
      const fact = factOf(criterion, { state: 'not-applicable', level: 'full', value: 10, facets: { w: 'met' } });
      expect(fact).toMatchObject({ state: 'not-applicable', facets: [] });
      expect(fact?.points).toBeNaN();
    }
  });

  it('without a facts measure has no fact', () => {
    expect(factOf('c', { value: 3 })).toBeUndefined();
  });
});
