/** Punctuation by language. */
import { expect, it } from 'vitest';
import { vendorLabels } from '../../src/i18n/labels/vendor.ts';
import { colon, semicolon, sentences, stopped } from '../../src/i18n/marks.ts';

it('is full-width in Chinese and has a space in English', () => {
  expect([colon('zh'), semicolon('zh'), sentences(['一。', '二。'], 'zh')]).toEqual(['：', '；', '一。二。']);
  expect([colon('en'), semicolon('en'), sentences(['One.', 'Two.'], 'en')]).toEqual([': ', '; ', 'One. Two.']);
});

it('ends an English sentence with one stop, whatever its last name ends with', () => {
  expect(['Ahead of A', 'Ahead of Example Inc.', 'Ahead of Example Company…'].map(stopped)).toEqual([
    'Ahead of A.',
    'Ahead of Example Inc.',
    'Ahead of Example Company…',
  ]);
});

it('speaks of one day and of one contact as one', () => {
  const { zh, en } = vendorLabels;
  expect(zh.contactsLead('1', '2025年10月27日', '2025年10月27日')).toBe(
    '每个点是一次计时联系，越靠右等得越久。2025年10月27日，共 1 次。',
  );
  expect(zh.contactsLead('2', '2025年1月1日', '2025年10月27日')).toContain('2025年1月1日至2025年10月27日，共 2 次。');
  expect(en.contactsLead('1', '1 May 2025', '1 May 2025')).toContain('1 in all, on 1 May 2025.');
  expect([
    zh.allAnswered('1'),
    zh.allAnswered('4'),
    zh.never('1', '1'),
    zh.never('2', '2'),
    zh.never('1', '2'),
  ]).toEqual(['1 次，有答复', '4 次都有答复', '1 次，没有答复', '2 次都没有答复', '2 次中 1 次没有答复']);
  expect([en.allAnswered('1'), en.never('1', '1'), en.notedShare('100%', '1')]).toEqual([
    '1 contact, answered',
    '1 contact, never answered',
    '100% (1 contact)',
  ]);
});
