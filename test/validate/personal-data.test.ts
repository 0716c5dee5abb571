/** Personal data in public text is found, however it is written; business text is let alone. */
import { describe, expect, it } from 'vitest';
import { isIdentityNumber, personalData } from '../../src/validate/personal-data.ts';

const rules = (text: string): string[] => personalData(text).map((p) => p.rule);

describe('personal data', () => {
  it.each([
    ['13912345678', 'personal-mobile'],
    ['请打 139-1234-5678 找小王', 'personal-mobile'],
    ['139 1234 5678', 'personal-mobile'],
    ['+86 13912345678', 'personal-mobile'],
    ['008613912345678', 'personal-mobile'],
    ['１３９１２３４５６７８', 'personal-mobile'],
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
    '价格 13800 元起，共 345 项',
    '4000000000000001',
    '110105194912310021',
  ])('is not found: %s', (text) => {
    expect(rules(text)).toEqual([]);
  });

  it('is shown so that it can be found again, and not used', () => {
    expect(personalData('电话 13912345678')).toEqual([{ rule: 'personal-mobile', found: '13912345678', shown: '139*****678' }]);
    expect(personalData('zhangsan@qq.com')).toEqual([{ rule: 'personal-email', found: 'zhangsan@qq.com', shown: 'zh****@qq.com' }]);
  });

  it('is told once of each kind', () => {
    expect(rules('13912345678, 13912345679, a1@qq.com')).toEqual(['personal-mobile', 'personal-email']);
  });
});

describe('what was found', () => {
  it.each(['微信 13912345678 abc_123', '微信：abc_123 13912345678', '110105 19491231 002x a1@qq.com ４０００ ０００0 0000 0002'])('stands in the text: %s', (text) => {
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
