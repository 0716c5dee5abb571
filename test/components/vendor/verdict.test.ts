import { describe, expect, it } from 'vitest';
import { verdictContrast, verdictStanding } from '../../../src/components/vendor/verdict.ts';
import type { Contrast } from '../../../src/views/pages/vendor/contrast.ts';
import { vendorPage } from '../../../src/views/pages/vendor/page.ts';
import { market } from '../../views/fixture.ts';

describe('the verdict in words', () => {
  it('gives the range of places, the group and the chance of being first', () => {
    const view = vendorPage(market(), 0, 'zh');
    expect(verdictStanding(view, 'zh')).toBe(
      '3 家参与排名者中，位次在第 1 至第 2 之间，属于第一组：可能就是最好的一家，有 60% 的可能就是第一。',
    );
    expect(verdictStanding(view, 'en')).toBe(
      'Between place 1 and place 2 of 3 that are ranked, in the first group: it may be the best of all, a 60% chance of being the very first.',
    );
  });

  it('does not speak of chances when the place is certain', () => {
    expect(verdictStanding(vendorPage(market(), 2, 'en'), 'en')).toBe('Place 3 of 3 that are ranked, in group 2.');
  });

  it('says why there is no rank', () => {
    expect(verdictStanding(vendorPage(market(), 3, 'zh'), 'zh')).toBe('证据还不够，未参与排名。');
    expect(verdictStanding(vendorPage(market(), 4, 'zh'), 'zh')).toBe('只收录，未参评：不打分，也不排名。');
    const gone = market({ vendors: { zeta: { withdrawn: { on: '2025-05-06', reason: { zh: '停业' } } } } });
    expect(verdictStanding(vendorPage(gone, 5, 'zh'), 'zh')).toBe('2025年5月6日退出评测，不再打分和排名。');
  });

  it('names what stands out against the market', () => {
    expect(verdictContrast(vendorPage(market(), 0, 'zh'), 'zh')).toBe('和同行相比，强在“phone”。');
    expect(verdictContrast(vendorPage(market(), 2, 'en'), 'en')).toBe('Against the others, weak in clarity and phone.');
  });

  const contrast = (name: string, difference: number, sure: boolean): Contrast => ({
    key: name,
    name,
    framework: 'talk',
    score: 50 + difference,
    median: 50,
    difference,
    sure,
  });
  const said = (strengths: Contrast[], gaps: Contrast[], language: 'zh' | 'en', compared = 20): string =>
    verdictContrast(
      { ...vendorPage(market(), 0, language), contrasts: { strengths, gaps, insufficient: 0, compared } },
      language,
    );

  it('names only what is certain as a strength or a weakness', () => {
    const strong = [contrast('频率', 31, true), contrast('风险', 17, false)];
    expect(said(strong, [contrast('资源', -22, true), contrast('策略', -12, false)], 'zh')).toBe(
      '和同行相比，强在“频率”；弱在“资源”。',
    );
  });

  it('says of a side where nothing is certain that it is not', () => {
    const weak = [contrast('策略', -12, false), contrast('转化', -3, false)];
    expect(said([contrast('频率', 31, true)], weak, 'zh')).toBe(
      '和同行相比，强在“频率”。得分偏低的有“策略”“转化”，差距还不确定。',
    );
    expect(said([contrast('Pace', 5, false)], [contrast('Plan', -5, false)], 'en')).toBe(
      'It scores above the middle in pace, and below it in plan, but neither difference is certain.',
    );
  });

  it('tells close to the middle from nothing to go by', () => {
    expect(said([], [], 'zh')).toBe('有证据的维度都接近同行的中间水平。');
    expect(said([], [], 'zh', 0)).toBe('没有一个维度的证据够和同行比。');
  });
});
