/** Where vendors differ for sure, and what a comparison's address may hold. */
import { describe, expect, it } from 'vitest';
import { chosenIn, contrast, differences, queryOf, rankedScore } from '../../../src/views/browser/compare.ts';
import { compareFile, type CompareFile, type Unrounded } from '../../../src/views/browser/compare-file.ts';
import { compareWords } from '../../../src/views/browser/compare-words.ts';
import { market } from '../fixture.ts';

const site = market();

/** Sure above 0.9: z = 1.2816. */
const TIE = 0.9;
const scored = (score: number, sd: number): { score: number; sd: number } => ({ score, sd });

describe('a contrast of scores', () => {
  it("is sure when one is ahead of the other with more than the method's probability", () => {
    // 20 points of difference, standard deviation 4.24.
    expect(contrast([scored(80, 3), scored(60, 3)], TIE)).toEqual({
      gap: 20,
      range: 20,
      known: 2,
      ahead: [0],
      behind: [1],
    });
  });

  it('is not when the difference is smaller than that, and can be although intervals overlap', () => {
    // Standard deviation 2.83 of the difference: 1.2816 x 2.83 = 3.62. The 90 % intervals reach 3.29 points to each side.
    expect(contrast([scored(73.6, 2), scored(70, 2)], TIE)).toMatchObject({ gap: 0, ahead: [], behind: [] });
    expect(contrast([scored(73.7, 2), scored(70, 2)], TIE)).toMatchObject({ ahead: [0], behind: [1] });
  });

  it('puts the one in the middle both ahead and behind', () => {
    expect(contrast([scored(90, 1), scored(60, 1), scored(30, 1)], TIE)).toMatchObject({
      gap: 60,
      ahead: [0, 1],
      behind: [1, 2],
    });
  });

  it('needs two scores', () => {
    expect(contrast([scored(80, 1), undefined], TIE)).toBeUndefined();
  });
});

describe('differences', () => {
  const vendor = (dimensions: Record<string, Unrounded>, covered = true): CompareFile => ({
    ...compareFile(site, 0),
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([key, unrounded]) => [key, { points: [0, 0, 0], unrounded, covered }]),
    ),
  });

  it('come widest sure gap first, then by range; those without two scores stand apart', () => {
    const a = vendor({ wide: [90, 3], narrow: [70, 3], open: [60, 12], near: [50, 6], alone: [50, 6] });
    const b = vendor({ wide: [20, 3], narrow: [60, 3], open: [40, 12], near: [49, 6] });
    const { sure, others, open } = differences(['alone', 'near', 'narrow', 'open', 'wide'], [a, b], TIE);
    expect(sure.map((d) => d.key)).toEqual(['wide', 'narrow']);
    expect(others.map((d) => d.key)).toEqual(['open', 'near']);
    expect(open.map((d) => d.key)).toEqual(['alone']);
  });

  it('leave out a vendor on a dimension where it has too little evidence, however small its spread', () => {
    const told = vendor({ wide: [90, 3] });
    const silent = vendor({ wide: [0, 0] }, false);
    expect(differences(['wide'], [told, silent], TIE)).toEqual({
      sure: [],
      others: [],
      open: [{ key: 'wide', contrast: undefined }],
    });
    const third = vendor({ wide: [40, 3] });
    expect(differences(['wide'], [told, silent, third], TIE).sure[0]?.contrast).toMatchObject({
      ahead: [0],
      behind: [2],
    });
  });

  it('are not told overall of a vendor that is not ranked', () => {
    expect(rankedScore(compareFile(site, 0))).toEqual({ score: 70, sd: 1 });
    expect(compareFile(site, 3).overall).toEqual([55, 53, 57]);
    expect(rankedScore(compareFile(site, 3))).toBeUndefined();
  });
});

describe('the address of a comparison', () => {
  it('names up to four vendors once each', () => {
    expect(chosenIn('?v=a,b,a,c-1,d,e')).toEqual({ slugs: ['a', 'b', 'c-1', 'd'], left: ['e'], unknown: [] });
    expect(queryOf(['a', 'c-1'])).toBe('?v=a,c-1');
    expect(queryOf([])).toBe('');
  });

  it('lists what no slug looks like apart from the slugs', () => {
    expect(chosenIn('?v=../x,<b>,a%2Fb,-a,ok')).toEqual({
      slugs: ['ok'],
      left: [],
      unknown: ['../x', '<b>', 'a/b', '-a'],
    });
    expect(chosenIn('')).toEqual({ slugs: [], left: [], unknown: [] });
  });

  it('takes slugs in upper case as those in lower case', () => {
    expect(chosenIn('?v=GuiGuang,guiguang,B')).toEqual({ slugs: ['guiguang', 'b'], left: [], unknown: [] });
  });
});

describe('the file of a vendor to compare', () => {
  it('has the score of each dimension in whole points and as it is compared, and the standing', () => {
    const file = compareFile(site, 0);
    expect(file.dimensions['talk/phone']).toEqual({ points: [90, 88, 92], unrounded: [90, 1], covered: true });
    expect(file.standing).toEqual({ low: 1, high: 2, of: 3, group: 1 });
    expect(file.criteria['talk/phone-speed']).toEqual({
      state: 'shown',
      score: 90,
      tier: 'documented',
      evidence: 1,
      facets: 'm',
    });
  });

  it('has no scores for vendors that are listed only or have left', () => {
    for (const index of [4, 5])
      expect(compareFile(site, index)).toMatchObject({ frameworks: {}, dimensions: {}, criteria: {} });
    expect(compareFile(site, 4).overall).toBeUndefined();
  });

  it('says so when there is no such vendor', () => {
    expect(() => compareFile(site, 99)).toThrow(RangeError);
  });
});

describe('the words of a comparison', () => {
  it('weigh the criteria so that they sum to 1 over all frameworks', () => {
    const weights = compareWords(site, 'zh').frameworks.flatMap((f) =>
      f.dimensions.flatMap((d) => d.criteria.map((c) => c.weight)),
    );
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
    // phone weighs 2 of 4, the others 1 each.
    expect(weights).toEqual([0.5, 0.25, 0.25]);
  });
});
