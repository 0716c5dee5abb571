/** A questionnaire small enough to judge by hand. */
import { type Answers, type JudgeModel, blankAnswers } from '../../src/views/browser/judge-answers.ts';

/** Two dimensions in two themes; `talk/a` weighs three times `talk/b`, and the first dimension as much as the second. */
export const model: JudgeModel = {
  partly: 0.5,
  aggregation: 'arithmetic',
  frameworks: [
    {
      id: 'talk',
      name: 'Talk',
      weight: 1,
      themes: [
        { id: 'one', name: 'One' },
        { id: 'two', name: 'Two' },
      ],
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
  market: {
    short: { overall: [40, 50, 60], themes: {}, criteria: { 'talk/a': 70, 'talk/c': 30 } },
    full: { overall: [], themes: {}, criteria: {} },
  },
};

/** Answers with all others left open. */
export const answered = (answers: Partial<Answers>): Answers => ({ ...blankAnswers(model), ...answers });
