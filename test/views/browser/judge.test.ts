/** Judging one's own vendor: scores by hand, the market's spread. */
import { describe, expect, it } from 'vitest';
import { isEnough, judge, shareBelow } from '../../../src/views/browser/judge.ts';
import { blankAnswers } from '../../../src/views/browser/judge-answers.ts';
import { judgeModel, answerPoints, minuteSteps, ratingSteps } from '../../../src/views/pages/judge-model.ts';
import { market } from '../fixture.ts';
import { answered, model } from '../judge-fixture.ts';

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
    // Three quarters of a's facets, which weighs 3 of 4, and all of b's.
    expect(overall?.answered).toBeCloseTo(13 / 16);
  });

  it('leaves out what is not known, and lists it to be asked', () => {
    const { overall, unknown, weak } = judge(model, answered({ facets: [0, 0, 0, 0, 1, 3] }), 'full');
    expect(overall).toMatchObject({ score: 50, answered: 0.25 });
    expect(unknown.map((c) => c.key)).toEqual(['talk/a']);
    expect(weak.map((w) => w.criterion.key)).toEqual(['talk/b']);
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

describe('what is worth raising', () => {
  it('is only what scores below the market, with both figures', () => {
    // a 75 against 70, c 37.5 against 30: nothing. Then a 50 against 70, with 3/8 of the weight; c 25 against 30, with half.
    expect(judge(model, answered({ questions: [4, 2] }), 'short').weak).toEqual([]);
    const { weak } = judge(model, answered({ questions: [3, 2] }), 'short');
    expect(weak.map((w) => [w.criterion.key, w.score, w.market])).toEqual([
      ['talk/a', 50, 70],
      ['talk/c', 25, 30],
    ]);
  });

  it('is whatever is not full where nobody is assessed yet', () => {
    expect(
      judge(model, answered({ facets: [1, 1, 1, 3, 1, 1] }), 'full').weak.map((w) => [w.criterion.key, w.market]),
    ).toEqual([['talk/a', undefined]]);
  });
});

describe('enough answers', () => {
  it('are half of the weight that this length can cover', () => {
    const few = judge(model, answered({ facets: [1, 0, 0, 0, 0, 0] }), 'full').overall;
    expect(few).toMatchObject({ score: 100, low: 18.75, high: 100, answered: 0.1875 });
    expect(few && isEnough(few)).toBe(false);
    const half = judge(model, answered({ facets: [1, 1, 0, 0, 1, 0] }), 'full').overall;
    expect(half?.answered).toBe(0.5);
    expect(half && isEnough(half)).toBe(true);
  });

  it('are counted by theme as well: one of two questions is half', () => {
    const { themes } = judge(model, answered({ questions: [0, 1] }), 'short');
    expect(themes.map((t) => [t.key, t.judged?.answered])).toEqual([
      ['talk/one', undefined],
      ['talk/two', 0.5],
    ]);
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
    expect(built.questions.map((q) => [q.id, q.points])).toEqual([
      ['manner', [0, 25, 50, 75, 100]],
      ['solved', [100, 0]],
    ]);
    expect(built.frameworks[0]?.dimensions.map((d) => d.weight)).toEqual([2, 1, 1]);
    expect(Object.keys(built.market.full.criteria)).toEqual([
      'talk/phone-speed',
      'talk/clarity-speed',
      'talk/care-speed',
    ]);
    // The fixture sets neither part of its dimensions.
    expect(built.market.full.overall).toEqual([]);
  });
});

describe('the answers to pick from', () => {
  it('are the steps of a rating, whichever end is better', () => {
    expect(ratingSteps(1, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(ratingSteps(5, 1)).toEqual([1, 2, 3, 4, 5]);
    expect(ratingSteps(0, 100)).toHaveLength(13);
    expect(answerPoints({ kind: 'rating', low: 5, high: 1 }, { worst: 5, best: 1, scale: 'linear' })).toEqual([
      100, 75, 50, 25, 0,
    ]);
  });

  it('are yes and no, whichever is good', () => {
    expect(answerPoints({ kind: 'share', good: 'no' }, { worst: 0, best: 1, scale: 'linear' })).toEqual([0, 100]);
  });

  it('are times up to the window, and never', () => {
    expect(minuteSteps(120)).toEqual([5, 15, 30, 60, 120]);
    expect(answerPoints({ kind: 'duration', window: 30 }, { worst: 30, best: 5, scale: 'linear' })).toEqual([
      100, 60, 0, 0,
    ]);
  });
});
