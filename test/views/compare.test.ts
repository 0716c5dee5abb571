/** Where vendors differ for sure, and what a comparison's address may hold. */
import { describe, expect, it } from 'vitest';
import { chosenIn, contrast, differences, queryOf, rankedFigures } from '../../src/views/compare.ts';
import { compareFile, type CompareFile, type Figures } from '../../src/views/compare-file.ts';
import { compareWords } from '../../src/views/compare-words.ts';
import { market } from './fixture.ts';

const site = market();

describe('a contrast of intervals', () => {
  it('is sure when two intervals do not overlap', () => {
    expect(contrast([[80, 75, 85], [60, 55, 65]])).toEqual({ gap: 10, range: 20, known: 2, ahead: [0], behind: [1] });
  });

  it('is not when they touch', () => {
    expect(contrast([[80, 65, 85], [60, 55, 65]])).toEqual({ gap: 0, range: 20, known: 2, ahead: [], behind: [] });
  });

  it('puts the one in the middle both ahead and behind', () => {
    expect(contrast([[90, 88, 92], [60, 58, 62], [30, 28, 32]])).toMatchObject({ ahead: [0, 1], behind: [1, 2] });
  });

  it('needs two scores', () => {
    expect(contrast([[80, 75, 85], undefined])).toBeUndefined();
  });
});

describe('differences', () => {
  const vendor = (dimensions: Record<string, Figures>, covered = true): CompareFile =>
    ({ ...compareFile(site, 0), dimensions: Object.fromEntries(Object.entries(dimensions).map(([key, points]) => [key, { points, covered }])) });

  it('come widest sure gap first, then by range; those without two scores stand apart', () => {
    const a = vendor({ wide: [90, 85, 95], narrow: [70, 66, 74], open: [60, 40, 80], near: [50, 40, 60], alone: [50, 40, 60] });
    const b = vendor({ wide: [20, 15, 25], narrow: [60, 56, 64], open: [40, 20, 60], near: [49, 39, 59] });
    const { sure, others, open } = differences(['alone', 'near', 'narrow', 'open', 'wide'], [a, b]);
    expect(sure.map((d) => d.key)).toEqual(['wide', 'narrow']);
    expect(others.map((d) => d.key)).toEqual(['open', 'near']);
    expect(open.map((d) => d.key)).toEqual(['alone']);
  });

  it('leave out a vendor on a dimension where it has too little evidence, however narrow its interval', () => {
    const told = vendor({ wide: [90, 85, 95] });
    const silent = vendor({ wide: [0, 0, 0] }, false);
    expect(differences(['wide'], [told, silent])).toEqual({ sure: [], others: [], open: [{ key: 'wide', contrast: undefined }] });
    const third = vendor({ wide: [40, 35, 45] });
    expect(differences(['wide'], [told, silent, third]).sure[0]?.contrast).toMatchObject({ ahead: [0], behind: [2] });
  });

  it('are not told overall of a vendor that is not ranked', () => {
    expect(rankedFigures(compareFile(site, 0))).toEqual([70, 68, 72]);
    expect(compareFile(site, 3).overall).toEqual([55, 53, 57]);
    expect(rankedFigures(compareFile(site, 3))).toBeUndefined();
  });
});

describe('the address of a comparison', () => {
  it('names up to four vendors once each', () => {
    expect(chosenIn('?v=a,b,a,c-1,d,e')).toEqual(['a', 'b', 'c-1', 'd']);
    expect(queryOf(['a', 'c-1'])).toBe('?v=a,c-1');
    expect(queryOf([])).toBe('');
  });

  it('holds nothing else than slugs', () => {
    expect(chosenIn('?v=../x,<b>,A,a%2Fb,-a,ok')).toEqual(['ok']);
    expect(chosenIn('')).toEqual([]);
  });
});

describe('the file of a vendor to compare', () => {
  it('has the score of each dimension in whole points, and the standing', () => {
    const file = compareFile(site, 0);
    expect(file.dimensions['talk/phone']).toEqual({ points: [90, 88, 92], covered: true });
    expect(file.standing).toEqual({ low: 1, high: 2, of: 3, group: 1 });
    expect(file.criteria['talk/phone-speed']).toEqual({ state: 'shown', score: 90, tier: 'documented', evidence: 1, facets: 'm' });
  });

  it('has no scores for vendors that are listed only or have left', () => {
    for (const index of [4, 5]) expect(compareFile(site, index)).toMatchObject({ frameworks: {}, dimensions: {}, criteria: {} });
    expect(compareFile(site, 4).overall).toBeUndefined();
  });

  it('says so when there is no such vendor', () => {
    expect(() => compareFile(site, 99)).toThrow(RangeError);
  });
});

describe('the words of a comparison', () => {
  it('weigh the criteria so that they sum to 1 over all frameworks', () => {
    const weights = compareWords(site, 'zh').frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria.map((c) => c.weight)));
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
    // phone weighs 2 of 4, the others 1 each.
    expect(weights).toEqual([0.5, 0.25, 0.25]);
  });
});
