/** Personal data in public text is found, however it is written; business text is let alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isIdentityNumber,
  personalData,
  replacePersonalData,
  withoutPersonalData,
} from '../../src/validate/personal-data.ts';

const rules = (text: string): string[] => personalData(text).map((p) => p.rule);

describe('personal data', () => {
  it.each([
    ['13912345678', 'personal-mobile'],
    ['请打 139-1234-5678 找小王', 'personal-mobile'],
    ['139 1234 5678', 'personal-mobile'],
    ['+86 13912345678', 'personal-mobile'],
    ['008613912345678', 'personal-mobile'],
    ['１３９１２３４５６７８', 'personal-mobile'],
    ['𝟏𝟑𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', 'personal-mobile'],
    ['139\u200b1234\u200b5678', 'personal-mobile'],
    ['订单电话 13912345678', 'personal-mobile'],
    ['13912345678 13812345678', 'personal-mobile'],
    ['13912345678 ext 123', 'personal-mobile'],
    ['13912345678 123', 'personal-mobile'],
    ['1391234 5678', 'personal-mobile'],
    ['4000 0000 0000 0002 123', 'personal-bank-card'],
    ['①13912345678', 'personal-mobile'],
    ['①③⑨①②③④⑤⑥⑦⑧', 'personal-mobile'],
    ['订单号 2026-0001，电话 13912345678', 'personal-mobile'],
    ['订单号 11010519491231002X', 'personal-id-number'],
    ['身份证11010519491231002X', 'personal-id-number'],
    ['110105 19491231 002x', 'personal-id-number'],
    ['卡号 4000 0000 0000 0002', 'personal-bank-card'],
    ['6200000000000000000', 'personal-bank-card'],
    ['zhang_san@qq.com', 'personal-email'],
    ['a.b@vip.163.com', 'personal-email'],
    ['boss＠gmail.com', 'personal-email'],
    ['wxid_abc123xyz', 'personal-wechat'],
    ['微信：caiwu_88', 'personal-wechat'],
    ['微信号:zhangsan', 'personal-wechat'],
    ['加V信 zs20260', 'personal-wechat'],
    ['vx: abc-2026', 'personal-wechat'],
    ['WeChat ID zhangsan2', 'personal-wechat'],
  ])('is found: %s', (text, rule) => {
    expect(rules(text)).toEqual([rule]);
  });

  it.each([
    '021-12345678 转 8',
    '400-800-1234',
    '2026-01-02 13:45:59',
    '从 2019 年至今，服务 1200 家企业，客户续约率 95.5%',
    '91110000000000001H',
    'service@agency.example',
    'hello@mail.example.com',
    '微信公众号：示例财税',
    'WeChat customer service answers within the hour',
    'Reach us by WeChat: our account manager replies',
    '订单 20260102138123456789',
    // Eleven digits of a mobile number, and sixteen that pass the Luhn check; each is named as something else.
    '订单号：13912345678 至今没有发货',
    '运单编号 4000000000000002',
    'my order no. 4000000000000002 never came',
    'Tracking number: SF13912345678',
    '价格 13800 元起，共 345 项',
    '4000000000000001',
    // Sixteen digits, of which the first eleven are no number of their own; and a table of small ones.
    '1391 2345 6789 0123',
    '139 12 34 56 78 90',
    '110105194912310021',
  ])('is not found: %s', (text) => {
    expect(rules(text)).toEqual([]);
  });

  it('is shown so that it can be found again, and not used', () => {
    expect(personalData('电话 13912345678')).toEqual([
      { rule: 'personal-mobile', found: '13912345678', shown: '139*****678' },
    ]);
    expect(personalData('zhangsan@qq.com')).toEqual([
      { rule: 'personal-email', found: 'zhangsan@qq.com', shown: 'zh****@qq.com' },
    ]);
  });

  it('is told once of each kind', () => {
    expect(rules('13912345678, 13912345679, a1@qq.com')).toEqual(['personal-mobile', 'personal-email']);
  });
});

describe('what was found', () => {
  it.each([
    '微信 13912345678 abc_123',
    '微信：abc_123 13912345678',
    '110105 19491231 002x a1@qq.com ４０００ ０００0 0000 0002',
  ])('stands in the text: %s', (text) => {
    expect(personalData(text).length).toBeGreaterThan(0);
    for (const { found } of personalData(text)) expect(text.normalize('NFKC')).toContain(found);
  });
});

describe('an identity number', () => {
  it('has the check character of the example in GB 11643-1999', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    expect(isIdentityNumber('110105194912310021')).toBe(false);
  });

  it('has a possible day of birth', () => {
    expect(isIdentityNumber('11010519491331002X')).toBe(false);
  });
});

describe('what is put in the place of personal data', () => {
  it('leaves every other character as it was written', () => {
    expect(replacePersonalData('①１３９１２３４５６７８！打这个，再试②', () => '…')).toBe('①…！打这个，再试②');
    expect(replacePersonalData('a１@qq.com；ＯＫ', ({ found }) => `<${found}>`)).toBe('<a1@qq.com>；ＯＫ');
    expect(replacePersonalData('加微信：ａｂｃ_123！', () => '[***]')).toBe('加[***]！');
    expect(withoutPersonalData('电话 １３９１２３４５６７８！')).toBe('电话 139*****678！');
  });

  it('goes in at every place, of every kind', () => {
    expect(replacePersonalData('139 1234 5678 138 1234 5678 13712345678 13612345678', () => '*')).toBe('* * * *');
    expect(replacePersonalData('13912345678 a1@qq.com 13812345678 vx: abc-2026', ({ rule }) => rule)).toBe(
      'personal-mobile personal-email personal-mobile personal-wechat',
    );
  });

  it('leaves nothing that is found again, and takes nothing from a text without any', () => {
    const part = fc.constantFrom(
      '13912345678',
      '１３９ 1234 5678',
      '11010519491231002X',
      '4000 0000 0000 0002',
      'a1@qq.com',
      '微信：abc_123',
      'wechat id ',
      'zhang2',
      '①',
      '！',
      '订单号',
      ' ',
      ':',
      '好',
      'x',
      '7',
      '\u200b',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const replaced = replacePersonalData(text, () => '[***]');
        expect(personalData(replaced)).toEqual([]);
        if (personalData(text).length === 0) expect(replaced).toBe(text);
      }),
      { numRuns: 2000, seed: 23 },
    );
  });
});
