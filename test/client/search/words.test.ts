/** What of a question is looked for. */
import { describe, expect, it } from 'vitest';
import { wordsLooked } from '../../../src/client/search/text.ts';
import { searchLabels } from '../../../src/i18n/labels/search.ts';

const zh = (query: string): string[] => wordsLooked(query, searchLabels.zh.particles, 'zh');
const en = (query: string): string[] => wordsLooked(query, searchLabels.en.particles, 'en');

describe('the words of a query', () => {
  it('are without those that only hold a question together', () => {
    expect(zh('发票 丢了')).toEqual(['发票', '丢']);
    expect(zh('发票丢了怎么办')).toEqual(['发票', '丢']);
    expect(zh('怎么换代账公司？')).toEqual(['换代账', '公司']);
    expect(en('How do I change the agency?')).toEqual(['change', 'agency']);
  });

  it('are words of the dictionary, not letters: 了解 and 目的 stay whole', () => {
    expect(zh('了解目的')).toEqual(['了解', '目的']);
    expect(zh('价格透明')).toEqual(['价格', '透明']);
  });

  it('are all there is when nothing else is asked', () => {
    expect(zh('怎么')).toEqual(['怎么']);
    expect(zh('')).toEqual([]);
  });
});
