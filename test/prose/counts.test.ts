/** Numbers in words, compared with what there is. */
import { describe, expect, it } from 'vitest';
import { wrongCounts, wrongShares } from '../../src/prose/counts.ts';

const right = { dimensions: [20], themes: [6], questions: [16], frameworks: [2] };
const found = (text: string, language: 'zh' | 'en'): string[] =>
  wrongCounts(text, language, right).map((w) => `${w.index} ${w.found}: ${w.expected}`);

describe('counts in a text', () => {
  it('that are right are left alone, in digits and in words', () => {
    expect(found('Twenty dimensions in six themes; 16 questions in two\nframeworks.', 'en')).toEqual([]);
    expect(found('共二十个维度，归为六个主题；十六题，16 道题目，两个框架。', 'zh')).toEqual([]);
  });

  it('that are wrong are found with the right number', () => {
    expect(found('Twenty-one dimensions in 7 themes.', 'en')).toEqual([
      '0 Twenty-one dimensions: 20',
      '25 7 themes: 6',
    ]);
    expect(found('共二十一个维度，一百零六个主题，十题。', 'zh')).toEqual([
      '1 二十一个维度: 20',
      '8 一百零六个主题: 6',
      '16 十题: 16',
    ]);
  });

  it('that count something else, one thing, or nothing in particular are left alone', () => {
    expect(found('three minutes, one dimension, some themes, criteria', 'en')).toEqual([]);
    expect(found('三分钟，一个维度，几个主题', 'zh')).toEqual([]);
  });
});

describe('shares in a text', () => {
  it('are right when they are one of the method’s', () => {
    expect(wrongShares('sixty per cent, 40 %, 60%', 'en', [60, 40])).toEqual([]);
    expect(wrongShares('占六成，40%，４０％'.normalize('NFKC'), 'zh', [60, 40])).toEqual([]);
  });

  it('are found when they are not', () => {
    expect(wrongShares('seventy per cent and 12.5 %', 'en', [60, 40]).map((w) => w.found)).toEqual([
      'seventy per cent',
      '12.5 %',
    ]);
    expect(wrongShares('占七成', 'zh', [60, 40])).toEqual([{ found: '七成', expected: '60 % / 40 %', index: 1 }]);
  });
});
