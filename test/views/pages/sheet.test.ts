/** What a decision sheet finds missing, and which clauses it proposes. */
import { describe, expect, it } from 'vitest';
import type { CompareFile } from '../../../src/views/browser/compare-file.ts';
import { compareFile } from '../../../src/views/browser/compare-file.ts';
import type { CompareWords } from '../../../src/views/browser/compare-words.ts';
import { type ClauseWords, gapsOf, proposedClauses } from '../../../src/views/pages/sheet.ts';
import { market } from '../fixture.ts';

const words: CompareWords = {
  tie: 0.9,
  frameworks: [
    {
      id: 'f',
      name: 'F',
      short: 'F',
      dimensions: [
        {
          key: 'f/d',
          name: 'D',
          path: '/',
          criteria: [
            { key: 'f/heavy', name: 'Heavy', ask: 'Heavy?', facets: ['x', 'y', 'z'], weight: 0.6 },
            { key: 'f/light', name: 'Light', facets: ['u'], weight: 0.1 },
            { key: 'f/other', name: 'Other', facets: [], weight: 0.3 },
          ],
        },
      ],
    },
  ],
  services: {},
  languages: {},
  priceBases: {},
};
const vendor = (criteria: CompareFile['criteria']): CompareFile => ({ ...compareFile(market(), 0), criteria });

describe('the gaps of a vendor', () => {
  it('come by what they cost of the score, with the facets that are missing', () => {
    const gaps = gapsOf(
      vendor({
        'f/heavy': { state: 'shown', score: 50, facets: 'mnu' },
        'f/light': { state: 'not-shown', score: 0, facets: 'u' },
        'f/other': { state: 'told', score: 59, told: 4 },
      }),
      words,
    );
    // 0.6 x 50 = 30, 0.3 x 41 = 12.3, 0.1 x 100 = 10
    expect(gaps.map((g) => [g.criterion.name, g.silent, g.missing])).toEqual([
      ['Heavy', false, ['y', 'z']],
      ['Other', false, []],
      ['Light', true, ['u']],
    ]);
  });

  it('leave out what is good, does not apply or is not measured', () => {
    expect(
      gapsOf(
        vendor({
          'f/heavy': { state: 'shown', score: 60 },
          'f/light': { state: 'not-applicable' },
          'f/other': { state: 'unmeasured' },
        }),
        words,
      ),
    ).toEqual([]);
  });

  it('are everything for a vendor that has shown nothing', () => {
    expect(gapsOf(vendor({}), words).map((g) => [g.criterion.name, g.silent])).toEqual([
      ['Heavy', true],
      ['Other', true],
      ['Light', true],
    ]);
  });
});

describe('proposed clauses', () => {
  const clause = (id: string, criteria: string[], always = false): ClauseWords => ({
    id,
    name: id,
    text: id,
    always,
    criteria,
  });
  const clauses = [
    clause('for-all', ['f/good'], true),
    clause('light', ['f/light']),
    clause('heavy', ['f/heavy']),
    clause('unneeded', ['f/good']),
  ];
  const first = gapsOf(
    vendor({
      'f/heavy': { state: 'shown', score: 20 },
      'f/light': { state: 'shown', score: 90 },
      'f/other': { state: 'shown', score: 90 },
    }),
    words,
  );
  const second = gapsOf(
    vendor({
      'f/heavy': { state: 'shown', score: 90 },
      'f/light': { state: 'shown', score: 0 },
      'f/other': { state: 'shown', score: 90 },
    }),
    words,
  );

  it('begin with what is lacking most, say for whom, and always hold those for everybody', () => {
    expect(proposedClauses([first, second], clauses, 3).map((p) => [p.clause.id, p.for])).toEqual([
      ['heavy', [0]],
      ['light', [1]],
      ['for-all', []],
    ]);
    expect(proposedClauses([first, second], clauses, 2).map((p) => p.clause.id)).toEqual(['heavy', 'for-all']);
    expect(proposedClauses([first, second], clauses, 0).map((p) => p.clause.id)).toEqual(['for-all']);
  });
});
