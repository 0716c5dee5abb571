import { describe, expect, it } from 'vitest';
import { answerPoints, minuteSteps, ratingSteps } from '../../../src/views/pages/judge-steps.ts';

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
