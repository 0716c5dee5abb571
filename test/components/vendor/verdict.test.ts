import { describe, expect, it } from 'vitest';
import { verdictContrast, verdictStanding } from '../../../src/components/vendor/verdict.ts';
import { vendorPage } from '../../../src/views/vendor/page.ts';
import { market } from '../../views/fixture.ts';

describe('the verdict in words', () => {
  it('gives the range of places, the group and the chance of being first', () => {
    const view = vendorPage(market(), 0, 'zh');
    expect(verdictStanding(view, 'zh')).toBe('3 家参与排名者中，位次在第 1 至第 2 之间，属于第一组：没有哪一家确定比它强，有 60% 的可能就是第一。');
    expect(verdictStanding(view, 'en')).toBe(
      'Between place 1 and place 2 of 3 that are ranked, in the first group: nobody is ahead of it for certain, a 60% chance of being the very first.',
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
});
