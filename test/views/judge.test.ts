/** Judging one's own vendor: scores by hand, answers in an address and back, the market's spread. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, type JudgeModel, answerPoints, blankAnswers, judge, minuteSteps, ratingSteps, readAnswers, shareBelow, writeAnswers } from '../../src/views/judge.ts';
import { judgeModel } from '../../src/views/judge-model.ts';
import { market } from './fixture.ts';

/** Two dimensions in two themes; `talk/a` weighs three times `talk/b`, and the first dimension as much as the second. */
const model: JudgeModel = {
  partly: 0.5,
  aggregation: 'arithmetic',
  frameworks: [
    {
      id: 'talk',
      name: 'Talk',
      weight: 1,
      themes: [{ id: 'one', name: 'One' }, { id: 'two', name: 'Two' }],
      dimensions: [
        {
          theme: 'one',
          name: 'First',
          weight: 1,
          criteria: [
            { key: 'talk/a', name: 'A', ask: 'A?', weight: 3, facets: 4 },
            { key: 'talk/b', name: 'B', weight: 1, facets: 2 },
          ],
        },
        { theme: 'two', name: 'Second', weight: 1, criteria: [{ key: 'talk/c', name: 'C', weight: 1, facets: 0 }] },
      ],
    },
  ],
  questions: [
    { id: 'q1', criteria: ['talk/a', 'talk/c'], points: [0, 25, 50, 75, 100] },
    { id: 'q2', criteria: ['talk/c'], points: [100, 0] },
  ],
  market: { short: { overall: [40, 50, 60], themes: {} }, full: { overall: [], themes: {} } },
};
const answered = (answers: Partial<Answers>): Answers => ({ ...blankAnswers(model), ...answers });

describe('a judgement by facets', () => {
  it('is credits over the facets that are known', () => {
    // a: met, partly, not met, unknown = 1.5 of 3; b: both met.
    const { overall, themes } = judge(model, answered({ facets: [1, 2, 3, 0, 1, 1] }), 'full');
    expect(overall?.score).toBeCloseTo((3 * 50 + 1 * 100) / 4);
    expect(themes.map((t) => t.judged?.score)).toEqual([62.5, undefined]);
  });

  it('says what it could be if all that is open were missing, or there', () => {
    const { overall } = judge(model, answered({ facets: [1, 2, 3, 0, 1, 1] }), 'full');
    expect(overall?.low).toBeCloseTo((3 * 37.5 + 100) / 4);
    expect(overall?.high).toBeCloseTo((3 * 62.5 + 100) / 4);
    expect(overall?.answered).toBe(1);
  });

  it('leaves out what is not known, and lists it to be asked', () => {
    const { overall, unknown, weak } = judge(model, answered({ facets: [0, 0, 0, 0, 1, 3] }), 'full');
    expect(overall).toMatchObject({ score: 50, answered: 0.25 });
    expect(unknown.map((c) => c.key)).toEqual(['talk/a']);
    expect(weak.map((c) => c.key)).toEqual(['talk/b']);
  });

  it('has no score without answers', () => {
    expect(judge(model, blankAnswers(model), 'full').overall).toBeUndefined();
    expect(judge(model, blankAnswers(model), 'short').overall).toBeUndefined();
  });
});

describe('a judgement by questions', () => {
  it('gives each criterion the plain mean of its questions', () => {
    // q1 = 75, q2 = 0: a 75, c 37.5; b is asked by nobody and counts nowhere.
    const { overall, themes } = judge(model, answered({ questions: [4, 2] }), 'short');
    expect(themes.map((t) => t.judged?.score)).toEqual([75, 37.5]);
    expect(overall).toMatchObject({ score: 56.25, answered: 1 });
  });

  it('spans what an unanswered question could have been', () => {
    const { overall } = judge(model, answered({ questions: [4, 0] }), 'short');
    expect(overall?.score).toBe(75);
    expect(overall?.low).toBe((75 + 37.5) / 2);
    expect(overall?.high).toBe((75 + 87.5) / 2);
  });
});

describe('the answers to pick from', () => {
  it('are the steps of a rating, whichever end is better', () => {
    expect(ratingSteps(1, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(ratingSteps(5, 1)).toEqual([1, 2, 3, 4, 5]);
    expect(ratingSteps(0, 100)).toHaveLength(13);
    expect(answerPoints({ kind: 'rating', low: 5, high: 1 }, { worst: 5, best: 1, scale: 'linear' })).toEqual([100, 75, 50, 25, 0]);
  });

  it('are yes and no, whichever is good', () => {
    expect(answerPoints({ kind: 'share', good: 'no' }, { worst: 0, best: 1, scale: 'linear' })).toEqual([0, 100]);
  });

  it('are times up to the window, and never', () => {
    expect(minuteSteps(120)).toEqual([5, 15, 30, 60, 120]);
    expect(answerPoints({ kind: 'duration', window: 30 }, { worst: 30, best: 5, scale: 'linear' })).toEqual([100, 60, 0, 0]);
  });
});

describe('answers in an address', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }), (questions, facets) => {
        expect(readAnswers(model, writeAnswers(model, { questions: [...questions], facets }))).toEqual({ questions: [...questions], facets });
      }),
    );
  });

  it('are refused when they were given to other questions, or tampered with', () => {
    const text = writeAnswers(model, answered({ questions: [4, 2] }));
    expect(readAnswers({ ...model, questions: [] }, text)).toBeUndefined();
    for (const bad of ['', 'x', `${text}.y`, `${text}<`, text.replace(/\..*/, '.____')]) expect(readAnswers(model, bad), bad).toBeUndefined();
  });
});

describe('the place in the market', () => {
  it('is the share below, half of those equal', () => {
    expect(shareBelow([40, 50, 60], 50)).toBe(0.5);
    expect(shareBelow([40, 50, 60], 61)).toBe(1);
    expect(shareBelow([], 50)).toBeUndefined();
  });

  it('is taken from the facts and the reviews of the ranked', () => {
    const site = market();
    const built = judgeModel(site, 'zh');
    expect(built.questions.map((q) => [q.id, q.points])).toEqual([['manner', [0, 25, 50, 75, 100]], ['solved', [100, 0]]]);
    expect(built.frameworks[0]?.dimensions.map((d) => d.weight)).toEqual([2, 1, 1]);
    // The fixture sets neither part of its dimensions.
    expect(built.market.full.overall).toEqual([]);
  });
});
