import { describe, expect, it } from 'vitest';
import type { CriterionScore, VendorScores } from '../../../../src/score/types.ts';
import { questionsFor } from '../../../../src/views/pages/vendor/questions.ts';
import { market } from '../../fixture.ts';

const { dataset: plain } = market();
/** The fixture's framework with a question for every criterion but the last. */
const frameworks = plain.frameworks.map((f) => ({
  ...f,
  dimensions: f.dimensions.map((d, i) => ({
    ...d,
    criteria: d.criteria.map((c) => (i === 2 ? c : { ...c, ask: { zh: `问${c.id}`, en: `Ask ${c.id}` } })),
  })),
}));
const dataset = { ...plain, frameworks };

/** Scores in which criteria of the three dimensions are as given, and dimensions weigh 50, 30 and 20 %. */
function scores(...criteria: readonly Pick<CriterionScore, 'state' | 'score'>[]): VendorScores {
  const [framework] = frameworks;
  return {
    slug: 'x',
    rating: { kind: 'unrated', reasons: [] },
    reviews: 0,
    observations: 0,
    frameworks: [
      {
        id: framework?.id ?? '',
        share: 1,
        covered: 0,
        needed: 0,
        dimensions: (framework?.dimensions ?? []).map((d, i) => ({
          id: d.id,
          theme: d.theme,
          share: [0.5, 0.3, 0.2][i] ?? 0,
          covered: false,
          evidenced: 0,
          criteria: d.criteria.map((c) => ({
            id: c.id,
            share: 1,
            state: 'unknown' as CriterionScore['state'],
            evidenced: false,
            measures: [],
            ...(criteria.length > i ? criteria[i] : {}),
          })),
        })),
      },
    ],
  };
}

const asked = (of: VendorScores, assessed = true): string[] =>
  questionsFor({ dataset, scores: of, assessed, language: 'en' }).map(
    (q) => `${q.why} ${q.score ?? '-'} ${q.question}`,
  );

describe('questions to ask a vendor', () => {
  it('begin with what costs it most: weight times what is missing to a hundred', () => {
    // 0.5 x (100 - 55) = 22.5 against 0.3 x 100 = 30.
    expect(asked(scores({ state: 'shown', score: 55 }, { state: 'not-shown' }))).toEqual([
      'not-shown - Ask clarity-speed',
      'low 55 Ask phone-speed',
    ]);
  });

  it('leave out what is good enough, does not apply, or has no question', () => {
    expect(asked(scores({ state: 'shown', score: 60 }, { state: 'not-applicable' }, { state: 'not-shown' }))).toEqual(
      [],
    );
  });

  it('ask one that is not assessed what weighs most, without a reason: nobody asked it before', () => {
    expect(asked(scores({ state: 'shown', score: 90 }, { state: 'shown', score: 90 }), false)).toEqual([
      'undefined - Ask phone-speed',
      'undefined - Ask clarity-speed',
    ]);
  });
});
