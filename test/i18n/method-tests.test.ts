import { describe, expect, it } from 'vitest';
import { checkLabels } from '../../src/i18n/labels/checks.ts';
import { integrityLabels } from '../../src/i18n/labels/integrity.ts';
import { sensitivityLabels } from '../../src/i18n/labels/sensitivity.ts';

/** All words of a table, functions called with numbers or names as the pages would. */
function wordsOf(labels: object): string[] {
  return Object.values(labels).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String((value as (...a: string[]) => string)('3', '5', '4', '6', '7'))];
    return wordsOf(value as object);
  });
}

describe.each([
  ['sensitivity', sensitivityLabels],
  ['checks', checkLabels],
  ['integrity', integrityLabels],
] as const)('the labels of %s', (_, labels) => {
  it('use full-width punctuation in Chinese', () => {
    expect(wordsOf(labels.zh).filter((text) => /[\u4e00-\u9fff][,.;:?!()]|[,;?!()][\u4e00-\u9fff]/.test(text))).toEqual(
      [],
    );
  });

  it('have no full-width punctuation in English', () => {
    expect(wordsOf(labels.en).filter((text) => /[，。；：？！（）]/.test(text))).toEqual([]);
  });

  it('leave nothing unfilled', () => {
    expect(
      [...wordsOf(labels.zh), ...wordsOf(labels.en)].filter(
        (text) => /undefined|NaN|\[object/.test(text) || text === '',
      ),
    ).toEqual([]);
  });
});

describe('sentences of the verdict', () => {
  it('read rightly for none, one, some and all', () => {
    expect(['0', '1', '3', '5'].map((n) => sensitivityLabels.en.steadyAny(n, '5'))).toEqual([
      'None of 5 stands whatever the weights: with weights drawn freely, nobody stays within one place of its own in nine draws of ten.',
      '1 of 5 stays within one place of its own under nearly any weights: in at least nine draws of ten.',
      '3 of 5 stay within one place of their own under nearly any weights: in at least nine draws of ten.',
      'All 5 stay within one place of their own in at least nine draws of ten, whatever the weights.',
    ]);
    expect(sensitivityLabels.zh.steadyPerturbed('5', '5', '75%', '125%')).toBe(
      '每个权重只在公布值的 75% 到 125% 之间变动时，5 家全都这样稳。',
    );
  });
});
