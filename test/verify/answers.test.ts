import { describe, expect, it } from 'vitest';
import type { Receipt, ReceiptAnswer } from '../../src/schema/api.ts';
import { countedTiers, reanswer } from '../../src/verify/answers.ts';
import type { PublishedCriterion } from '../../src/verify/context.ts';
import { smallDataset } from '../views/published/small-market.ts';

// Tiers 1 / 0.85 / 0.5, partly 0.5, blanks not shown, expired evidence as declared.
const { method } = smallDataset();
const leaveOut = { ...method, facts: { ...method.facts, missing: 'leave-out' as const } };
const tiers = new Map([
  ['seen', 'observed'],
  ['paper', 'documented'],
  ['word', 'declared'],
] as const);

function criterion(
  answer: PublishedCriterion['measures']['answer'],
  facets: readonly string[] = [],
): PublishedCriterion {
  return {
    id: 'c',
    facets: facets.map((id) => ({ id })),
    measures: { answer, observed: [], reviewed: [] },
  } as unknown as PublishedCriterion;
}

type Checklist = Extract<ReceiptAnswer, { kind: 'checklist' }>;
const checklist = criterion({ kind: 'checklist' }, ['w', 'x', 'y', 'z']);
const told = (
  facets: Record<string, Checklist['facets'][number]['state'] | [Checklist['facets'][number]['state'], string]>,
  evidence: string[] = [],
): Checklist => ({
  kind: 'checklist',
  state: 'shown',
  evidence,
  facets: Object.entries(facets).map(([id, f]) =>
    typeof f === 'string' ? { id, state: f, credit: 0 } : { id, state: f[0], credit: 0, evidence: [f[1]] },
  ),
});

describe('evidence', () => {
  it('counts as declared from the day after it expired', () => {
    const evidence = [
      ['a', '2026-06-30'],
      ['b', '2026-06-29'],
      ['c', undefined],
    ].map(([id, expires]) => ({ id, expires, tier: 'observed' }));
    expect([...countedTiers({ evidence, asOf: '2026-06-30' } as unknown as Receipt, method).values()]).toEqual([
      'observed',
      'declared',
      'observed',
    ]);
  });

  it('never rises when it expires', () => {
    const generous = { ...method, facts: { ...method.facts, expired: 'documented' as const } };
    const evidence = [
      { id: 'a', expires: '2020-01-01', tier: 'declared' },
      { id: 'b', expires: '2020-01-01', tier: 'observed' },
    ];
    expect([...countedTiers({ evidence, asOf: '2026-06-30' } as unknown as Receipt, generous).values()]).toEqual([
      'declared',
      'documented',
    ]);
  });
});

describe('a checklist', () => {
  it('is worth what its facets are, give or take what their claims may fail', () => {
    // 1 + 0.85 + 0.5 x 0.5 of four; spread 25 sqrt(0.85 x 0.15 + (0.5 x 0.5)^2).
    const answer = reanswer(
      checklist,
      told({ w: ['met', 'seen'], x: ['met', 'paper'], y: 'partly', z: 'not-met' }),
      tiers,
      method,
    );
    expect(answer).toMatchObject({ state: 'shown', points: expect.closeTo(52.5, 12) });
    expect(answer?.sd).toBeCloseTo(25 * Math.sqrt(0.1275 + 0.0625), 12);
    expect(answer?.facets?.map((f) => [f.credit, f.credibility, f.tier])).toEqual([
      [1, 1, 'observed'],
      [1, 0.85, 'documented'],
      [0.5, 0.5, 'declared'],
      [0, undefined, undefined],
    ]);
  });

  it('takes facets of one tier to hold or fall together', () => {
    expect(
      reanswer(checklist, told({ w: 'met', x: 'met', y: 'met', z: 'met' }, ['word', 'paper']), tiers, method)?.sd,
    ).toBeCloseTo(100 * Math.sqrt(0.1275), 12);
    expect(reanswer(checklist, told({ w: 'met', x: 'met' }), tiers, method)?.sd).toBeCloseTo(25, 12);
  });

  it('counts facets that are left out as not shown, or not at all', () => {
    expect(reanswer(checklist, told({ w: ['met', 'seen'] }), tiers, method)?.points).toBe(25);
    expect(reanswer(checklist, told({ w: ['met', 'seen'], x: 'not-met' }), tiers, leaveOut)?.points).toBe(50);
    expect(reanswer(checklist, told({ w: ['met', 'seen'], x: 'not-applicable' }), tiers, method)?.points).toBeCloseTo(
      100 / 3,
      12,
    );
  });

  it('is blank without an answer, and out of all sums where it does not apply', () => {
    expect(reanswer(checklist, undefined, tiers, method)).toMatchObject({ state: 'not-shown', points: 0, sd: 0 });
    expect(reanswer(checklist, told({}), tiers, leaveOut)).toMatchObject({
      state: 'unknown',
      points: undefined,
      sd: undefined,
    });
    const none = told({ w: 'not-applicable', x: 'not-applicable', y: 'not-applicable', z: 'not-applicable' });
    expect(reanswer(checklist, none, tiers, method)).toMatchObject({ state: 'not-applicable', points: undefined });
    expect(reanswer(checklist, { ...told({}), state: 'not-applicable' }, tiers, method)).toMatchObject({
      state: 'not-applicable',
      facets: [],
    });
  });
});

describe('a level and a number', () => {
  const level = criterion({ kind: 'level', levels: [{ id: 'some', name: { zh: '有', en: 'some' }, points: 40 }] });
  const number = criterion({ kind: 'number', goalposts: { worst: 30, best: 10, scale: 'linear' } });
  const at = (id: string | undefined, evidence: string[]): ReceiptAnswer => ({
    kind: 'level',
    state: 'shown',
    level: id,
    evidence,
  });
  const of = (value: number | undefined, evidence: string[]): ReceiptAnswer => ({
    kind: 'number',
    state: 'shown',
    value,
    goalposts: { worst: 0, best: 1, scale: 'linear' },
    evidence,
  });

  it('are worth their points times the chance that they are so', () => {
    expect(reanswer(level, at('some', ['paper']), tiers, method)).toMatchObject({
      state: 'shown',
      levelPoints: 40,
      credibility: 0.85,
      tier: 'documented',
      points: 34,
    });
    expect(reanswer(level, at('some', ['paper']), tiers, method)?.sd).toBeCloseTo(40 * Math.sqrt(0.1275), 12);
    expect(reanswer(level, at('some', ['seen']), tiers, method)?.sd).toBe(0);
    // By the goalposts of frameworks.json, whatever the receipt says.
    expect(reanswer(number, of(15, []), tiers, method)).toMatchObject({
      points: 37.5,
      sd: 37.5,
      tier: 'declared',
      goalposts: { worst: 30, best: 10 },
    });
  });

  it('are blank without an answer, or with a level that there is not', () => {
    for (const answer of [
      reanswer(level, at(undefined, []), tiers, method),
      reanswer(level, at('unheard-of', []), tiers, method),
      reanswer(number, of(undefined, ['paper']), tiers, method),
    ]) {
      expect(answer).toMatchObject({ state: 'not-shown', points: 0, sd: 0, credibility: undefined, tier: undefined });
    }
    expect(reanswer(number, { ...of(15, []), state: 'not-applicable' }, tiers, method)).toMatchObject({
      state: 'not-applicable',
      points: undefined,
    });
  });
});

it('a criterion that asks for no answer has none', () => {
  expect(reanswer(criterion(undefined), undefined, tiers, method)).toBeUndefined();
});
