/** What clients tell about a criterion, in the direction in which the question is worded. */
import { describe, expect, it } from 'vitest';
import type { CriterionScore } from '../../../../src/score/types.ts';
import { toldRows } from '../../../../src/views/pages/vendor/told.ts';
import { market } from '../../fixture.ts';

const inputs = market();

/** A share of which 66 % gave the good answer; 89 % in the market. */
const score: CriterionScore = {
  id: 'clarity-speed',
  weight: 1,
  state: 'told',
  evidenced: true,
  measures: [
    {
      measure: 'solved',
      kind: 'share',
      source: 'review',
      state: 'told',
      question: 'solved',
      points: 66,
      sd: 5,
      count: 26,
      weight: 10,
      value: 0.66,
      market: 0.89,
      k: 9,
    },
  ],
};

function shares(good: 'yes' | 'no'): number[] {
  const { questionnaire } = inputs.dataset;
  const questions = questionnaire.questions.map((q) => (q.kind === 'share' ? { ...q, good } : q));
  return toldRows(
    { ...inputs, dataset: { ...inputs.dataset, questionnaire: { ...questionnaire, questions } } },
    score,
    'zh',
  ).flatMap((r) => [r.value, r.market]);
}

describe('a share told by clients', () => {
  it('is of those that say yes, where yes is the good answer', () => {
    expect(shares('yes')).toEqual([0.66, 0.89]);
  });

  it('is of those that say yes, where yes names the bad thing, and so is the market’s', () => {
    expect(shares('no')).toEqual([0.34, 0.11]);
  });
});
