/** What the comparison says of one vendor. */
import { describe, expect, it } from 'vitest';
import { figuresText, placeText, pricesText } from '../../../src/client/compare/texts.ts';
import { scoreLabels } from '../../../src/i18n/labels/scores.ts';
import { type ComparedPrice, compareFile, type CompareFile } from '../../../src/views/browser/compare-file.ts';
import { compareWords } from '../../../src/views/browser/compare-words.ts';
import { market } from '../../views/fixture.ts';

const site = market();
const words = compareWords(site, 'zh');
const price = (amount: number, more: Partial<ComparedPrice> = {}): ComparedPrice => ({
  service: 'books',
  amount,
  currency: 'CNY',
  period: 'month',
  observedOn: '2025-12-01',
  stale: false,
  ...more,
});
const priced = (...prices: [ComparedPrice, ...ComparedPrice[]]): CompareFile => ({
  ...compareFile(site, 0),
  priceFrom: prices[0],
  prices,
});

describe('a price', () => {
  it('is exact when it is the only one for that', () => {
    expect(
      pricesText(priced(price(280), price(580, { basis: 'general' }), price(90, { service: 'tax' })), words, 'zh'),
    ).toBe('记账 ¥280/月');
  });

  it('is the lowest when there are several for the same', () => {
    expect(pricesText(priced(price(280), price(300)), words, 'zh')).toBe('记账 ¥280/月 起');
    expect(pricesText(priced(price(280), price(300)), words, 'en')).toContain('from ¥280/month');
  });

  it('is a range where one is given', () => {
    expect(pricesText(priced(price(280, { upTo: 400 })), words, 'zh')).toBe('记账 ¥280–¥400/月');
  });
});

describe('a vendor that is not ranked', () => {
  it('has figures that are what is known so far, and no place, with the reason', () => {
    const [ranked, unranked] = [compareFile(site, 0), compareFile(site, 3)];
    expect(figuresText(ranked, ranked.overall, 'zh')).toBe('70（68–72）');
    expect(figuresText(unranked, unranked.overall, 'zh')).toBe('暂得 55（53–57）');
    expect(placeText(unranked, 'zh')).toBe('未排名：证据还不够');
    expect(placeText(compareFile(site, 4), 'zh')).toBe('只收录，未参评');
  });
});

it('calls an answer with evidence answered, which does not say that anything is met', () => {
  expect([scoreLabels.zh.states.shown, scoreLabels.en.states.shown]).toEqual(['已作答', 'Answered']);
});
