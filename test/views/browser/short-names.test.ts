/** Short forms of long names. */
import { describe, expect, it } from 'vitest';
import { shortNames } from '../../../src/views/browser/short-names.ts';

const LONG = '远山示例企业登记变更注销与纳税申报服务中心（总部）';

describe('the short form of a name', () => {
  it('is the name where that is short', () => {
    expect(shortNames(['远山示例财务', 'Yuanshan Example Books'])).toEqual(['远山示例财务', 'Yuanshan Example Books']);
  });

  it('is its first sixteen Chinese characters', () => {
    expect(shortNames([LONG])).toEqual(['远山示例企业登记变更注销与纳税申…']);
  });

  it('ends before a mark that stands in its second half', () => {
    expect(shortNames(['远山示例企业登记变更注销、纳税申报服务中心'])).toEqual(['远山示例企业登记变更注销…']);
    expect(shortNames(['远山、近水示例企业登记变更注销与纳税申报服务中心'])).toEqual([
      '远山、近水示例企业登记变更注销与…',
    ]);
  });

  it('ends at a word where there are words, and not in a punctuation mark', () => {
    expect(shortNames(['Yuanshan Example Registration, Taxation'])).toEqual(['Yuanshan Example Registration…']);
    expect(shortNames(['Yuanshanexampleregistrationandtaxes'])).toEqual(['Yuanshanexampleregistrationandta…']);
  });

  it('is the whole name where the short one would read like another', () => {
    expect(shortNames([LONG, `${LONG}二部`])).toEqual([LONG, `${LONG}二部`]);
    expect(shortNames([LONG, '近水示例财务'])).toEqual(['远山示例企业登记变更注销与纳税申…', '近水示例财务']);
  });
});
