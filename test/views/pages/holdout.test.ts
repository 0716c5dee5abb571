import { describe, expect, it } from 'vitest';
import { holdOutLabels } from '../../../src/i18n/labels/holdout.ts';
import type { HoldOutFile } from '../../../src/schema/holdout.ts';
import { methodologyFile } from '../../../src/views/published/files.ts';
import { holdOutView } from '../../../src/views/pages/holdout.ts';
import { market } from '../fixture.ts';

const overall = { vendors: 3, coverage: 0.83, low: 0.77, high: 0.94, width: 9 };
const { dataset } = market();
const file: HoldOutFile = {
  format: 1,
  computedFrom: { ...dataset.release, inputs: [] },
  interval: 0.9,
  repeats: 10,
  splits: [
    {
      split: 'random',
      overall,
      measures: [
        { id: 'gone', ...overall },
        { id: 'manner', ...overall },
        { id: 'wait-phone', ...overall },
      ],
      pairs: { sure: 20, reversed: 1, expected: 2.4 },
    },
    { split: 'time', measures: [{ id: 'manner', ...overall, coverage: 0.5, shift: -3.2 }] },
  ],
};
const shown = (change: Partial<HoldOutFile> = {}, inputs = dataset.inputs) =>
  holdOutView({ dataset: { ...dataset, inputs, holdOut: { ...file, ...change } } }, 'en');

describe('how honest the intervals are', () => {
  it('is not said where it was not computed', () => {
    expect(holdOutView({ dataset }, 'en')).toBeUndefined();
  });

  it('comes by question in the order of the questionnaire, with the channels that count; a question no longer asked by its id', () => {
    const view = shown();
    expect(view).toMatchObject({
      claimed: 0.9,
      repeats: 10,
      stale: false,
      random: overall,
      time: undefined,
      verdict: 'kept',
      pairs: { sure: 20, reversed: 1 },
    });
    expect(view?.rows.map((r) => [r.name, r.scope, r.random?.coverage, r.time?.coverage, r.time?.shift])).toEqual([
      ['manner', [], 0.83, 0.5, -3.2],
      ['wait', ['phone'], 0.83, undefined, undefined],
      ['gone', [], 0.83, undefined, undefined],
    ]);
  });

  it('calls intervals too narrow or too wide only when the figure is sure of it', () => {
    const of = (low: number, high: number) =>
      shown({ splits: [{ split: 'random', overall: { ...overall, low, high }, measures: [] }] })?.verdict;
    expect([of(0.7, 0.89), of(0.7, 0.9), of(0.9, 1), of(0.91, 1)]).toEqual(['narrow', 'kept', 'kept', 'wide']);
    expect(shown({ splits: [{ split: 'random', measures: [] }] })?.verdict).toBeUndefined();
  });

  it('warns of halves in time only when even the upper end of the figure is 5 points below the claim', () => {
    const of = (high: number) =>
      shown({ splits: [{ split: 'time', overall: { ...overall, coverage: 0.22, low: 0.1, high }, measures: [] }] })
        ?.shortInTime;
    expect([of(0.4), of(0.84), of(0.86)]).toEqual([true, true, false]);
    expect(shown()?.shortInTime).toBe(false);
    expect(holdOutLabels.en.shortInTime).toContain('not as a forecast');
    expect(holdOutLabels.zh.shortInTime).toContain('不要当作对今后的预测');
  });

  it('is marked as stale once the reviews are others, on the page and in the API', () => {
    const inputs = [{ path: 'data/reviews/new.csv', bytes: 1, sha256: '0'.repeat(64) }];
    expect(shown({}, inputs)).toMatchObject({
      stale: true,
      asOf: file.computedFrom.asOf,
      methodology: file.computedFrom.methodology,
    });
    const published = (changes: Partial<typeof dataset>) =>
      methodologyFile({ dataset: { ...dataset, ...changes } }).holdOut;
    expect(published({ holdOut: file })).toEqual({ ...file, stale: false });
    expect(published({ holdOut: file, inputs })?.stale).toBe(true);
    expect(published({})).toBeUndefined();
  });

  it('is said in a plain sentence in both languages', () => {
    expect(holdOutLabels.en.held('31', '90%', '83%', '77%', '94%')).toBe(
      'Of 31 vendors, intervals that claim 90% held 83% of the time. With so many vendors that figure is itself only certain to lie between 77% and 94%.',
    );
    expect(holdOutLabels.zh.held('31', '90%', '83%', '77%', '94%')).toBe(
      '31 家服务商，声称 90% 的区间有 83% 包含真实水平。以这么多家的数据，这个数本身只能确定到 77% 至 94% 之间。',
    );
  });
});
