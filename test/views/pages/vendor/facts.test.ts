import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../../src/schema/framework.ts';
import type { Answer } from '../../../../src/schema/vendor.ts';
import type { CriterionScore, FacetScore } from '../../../../src/score/types.ts';
import { facetRows, numberRow, reportedRows } from '../../../../src/views/pages/vendor/facts.ts';
import { market } from '../../fixture.ts';

const both = (text: string) => ({ zh: text, en: text });
const facet = (id: string, state: FacetScore['state'], evidence: string[] = []): FacetScore => ({
  facet: id,
  state,
  credit: state === 'met' ? 1 : 0,
  credibility: 1,
  tier: 'documented',
  evidence,
});

/** Rows of a criterion with these facets, for alpha, whose only evidence is called `paper`. */
function rowsOf(facets: FacetScore[]) {
  const criterion: Criterion = {
    id: 'c',
    name: both('c'),
    meaning: both('c'),
    evidence: both('c'),
    measure: { kind: 'checklist' },
    facets: facets.map((f) => ({ id: f.facet, name: both(f.facet), shows: both(f.facet) })),
  };
  const score: CriterionScore = {
    id: 'c',
    share: 1,
    state: 'shown',
    evidenced: true,
    measures: [{ measure: 'talk/c', kind: 'checklist', source: 'vendor', state: 'shown', points: 0, facets }],
  };
  const [alpha] = market().dataset.vendors;
  if (alpha === undefined) throw new Error('no vendor');
  return facetRows(alpha, criterion, undefined, score, 'en').map((r) => [r.names, r.state, r.evidence]);
}

describe('the facets of a criterion', () => {
  it('stand in one line when neighbours share state and evidence', () => {
    expect(
      rowsOf([facet('a', 'met', ['paper']), facet('b', 'met', ['paper']), facet('c', 'met'), facet('d', 'unknown')]),
    ).toEqual([
      [['a', 'b'], 'met', [1]],
      [['c'], 'met', []],
      [['d'], 'unknown', []],
    ]);
  });

  it('keep their order, so that alike ones apart stay apart', () => {
    expect(rowsOf([facet('a', 'met'), facet('b', 'unknown'), facet('c', 'met')]).map(([names]) => names)).toEqual([
      ['a'],
      ['b'],
      ['c'],
    ]);
  });
});

describe('the number of a criterion', () => {
  const criterion: Criterion = {
    id: 'c',
    name: both('c'),
    meaning: both('c'),
    evidence: both('c'),
    facets: [],
    measure: { kind: 'number', unit: both('%'), per: 100, goalposts: 'g' },
  };
  const rowOf = (answer: Answer, error?: number) => {
    const score: CriterionScore = {
      id: 'c',
      share: 1,
      state: 'shown',
      evidenced: true,
      measures: [
        {
          measure: 'talk/c',
          kind: 'number',
          source: 'vendor',
          state: 'shown',
          points: 0,
          value: 25,
          evidence: [],
          ...(error === undefined ? {} : { error }),
        },
      ],
    };
    const [alpha] = market().dataset.vendors;
    if (alpha === undefined) throw new Error('no vendor');
    return numberRow(alpha, criterion, answer, score, 'en');
  };

  it('is shown with its error in two figures, and with the counts that it is made of', () => {
    expect(rowOf({ numerator: 3, denominator: 12 }, 14.567)).toMatchObject({
      value: 25,
      error: 15,
      ratio: { numerator: 3, denominator: 12 },
      unit: '%',
    });
    expect(rowOf({ value: 25, error: 0.001234 }, 0.001234)).toMatchObject({
      value: 25,
      error: 0.0012,
      ratio: undefined,
    });
    expect(rowOf({ value: 25 })).toMatchObject({ value: 25, error: undefined });
  });
});

const inputs = market();

/** A share of which 66 % gave the good answer; 89 % in the market. */
const score: CriterionScore = {
  id: 'clarity-speed',
  share: 1,
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
  return reportedRows(
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
