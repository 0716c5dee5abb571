/** Short forms of long names. */
import { describe, expect, it } from 'vitest';
import { shortNames } from '../../src/views/short-names.ts';

const LONG = '远山示例企业登记变更注销与纳税申报服务中心（总部）';

describe('the short form of a name', () => {
  it('is the name where that is short', () => {
    expect(shortNames(['远山示例财务', 'Yuanshan Example Books'])).toEqual(['远山示例财务', 'Yuanshan Example Books']);
  });

  it('is its first twelve Chinese characters', () => {
    expect(shortNames([LONG])).toEqual(['远山示例企业登记变更注销…']);
  });

  it('ends at a word where there are words, and not in a punctuation mark', () => {
    expect(shortNames(['Yuanshan Example, Registration and Tax'])).toEqual(['Yuanshan Example…']);
    expect(shortNames(['Yuanshanexampleregistrationandtax'])).toEqual(['Yuanshanexampleregistrat…']);
  });

  it('is the whole name where the short one would read like another', () => {
    expect(shortNames([LONG, `${LONG}二部`])).toEqual([LONG, `${LONG}二部`]);
    expect(shortNames([LONG, '近水示例财务'])).toEqual(['远山示例企业登记变更注销…', '近水示例财务']);
  });
});
