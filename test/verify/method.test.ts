import { describe, expect, it } from 'vitest';
import { verifyFrameworks } from '../../src/verify/method.ts';
import { changed, published } from './published.ts';

const { context } = published();
const TALK = context.frameworks.frameworks.findIndex((f) => f.id === 'talk');
const paths = (at: readonly (string | number)[], to: (x: unknown) => unknown): string[] =>
  verifyFrameworks({ ...context, frameworks: changed(context.frameworks, at, to) }).map((d) => d.path);
const more = (x: unknown): number => (x as number) + 0.01;

describe('frameworks.json', () => {
  it('agrees with the method', () => {
    expect(verifyFrameworks(context)).toEqual([]);
  });

  it('has weights as shares: 3 of 4 for talk, 2 of 3 for its answers, 2 of 3 for the desk', () => {
    expect(paths(['frameworks', TALK, 'weight'], () => 3 / 4)).toEqual([]);
    expect(paths(['frameworks', TALK, 'dimensions', 0, 'weight'], () => 2 / 3)).toEqual([]);
    expect(
      paths(['frameworks', TALK, 'dimensions', 0, 'criteria', 0, 'weightOverall'], () => (3 / 4) * (2 / 3) * (2 / 3)),
    ).toEqual([]);
  });

  it.each([
    ['frameworks.json.frameworks[talk].weight', ['frameworks', TALK, 'weight']],
    ['frameworks.json.frameworks[talk].minimumDimensions', ['frameworks', TALK, 'minimumDimensions']],
    ['frameworks.json.frameworks[talk].dimensions[answers].weight', ['frameworks', TALK, 'dimensions', 0, 'weight']],
    [
      'frameworks.json.frameworks[talk].dimensions[answers].weightOverall',
      ['frameworks', TALK, 'dimensions', 0, 'weightOverall'],
    ],
    [
      'frameworks.json.frameworks[talk].dimensions[answers].criteria[desk].weight',
      ['frameworks', TALK, 'dimensions', 0, 'criteria', 0, 'weight'],
    ],
    [
      'frameworks.json.frameworks[talk].dimensions[answers].criteria[desk].weightOverall',
      ['frameworks', TALK, 'dimensions', 0, 'criteria', 0, 'weightOverall'],
    ],
    [
      'frameworks.json: goalposts of talk/staff.best',
      ['frameworks', TALK, 'dimensions', 1, 'criteria', 1, 'measures', 'answer', 'goalposts', 'best'],
    ],
  ] as const)('is found out in %s', (path, at) => {
    expect(paths(at, more)).toEqual([path]);
  });

  it('names the version of the method', () => {
    expect(paths(['methodology'], () => '2020.1')).toEqual(['frameworks.json.methodology']);
    expect(verifyFrameworks({ ...context, methodology: { ...context.methodology, current: '2020.1' } })).toHaveLength(
      2,
    );
  });
});
