import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswers, writeAnswers } from '../../../src/views/browser/judge-answers.ts';
import { answered, model } from '../judge-fixture.ts';

describe('answers in an address', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 })),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
        (questions, facets) => {
          expect(readAnswers(model, writeAnswers(model, { questions: [...questions], facets }))).toEqual({
            questions: [...questions],
            facets,
          });
        },
      ),
    );
  });

  it('are refused when they were given to other questions, or tampered with', () => {
    const text = writeAnswers(model, answered({ questions: [4, 2] }));
    expect(readAnswers({ ...model, questions: [] }, text)).toBeUndefined();
    for (const bad of ['', 'x', `${text}.y`, `${text}<`, text.replace(/\..*/, '.____')])
      expect(readAnswers(model, bad), bad).toBeUndefined();
  });
});
