/** Names that look alike have the same key, names that do not have different ones. */
import { describe, expect, it } from 'vitest';
import { lookAlike, mixedWord, nearAlike, sameName } from '../../src/validate/rules/names.ts';

describe('the same name', () => {
  it.each([
    ['ＡＢＣ 财税', 'abc财税'],
    ['Sun & Moon', 'sunmoon'],
    ['Café', 'CAFÉ'],
    ['甲·乙', '甲乙'],
  ])('is %s and %s', (a, b) => {
    expect(sameName(a)).toBe(sameName(b));
  });

  it('is not the name of another', () => {
    expect(sameName('甲商财税')).not.toBe(sameName('乙商财税'));
  });
});

describe('names that look alike', () => {
  it.each([
    ['аррӏе'.replace('ӏ', 'l'), 'apple'],
    ['Αlpha', 'Alpha'],
    ['A1pha', 'Alpha'],
    ['B0B', 'BOB'],
    ['〇一财税', 'o一财税'],
  ])('%s and %s', (a, b) => {
    expect(sameName(a)).not.toBe(sameName(b));
    expect(lookAlike(a)).toBe(lookAlike(b));
  });

  it.each([
    ['Aipha', 'Alpha'],
    ['末来财务', '未来财务'],
    ['modern', 'modem'],
  ])('or are easily mistaken: %s and %s', (a, b) => {
    expect(lookAlike(a)).not.toBe(lookAlike(b));
    expect(nearAlike(a)).toBe(nearAlike(b));
  });
});

describe('a word of several alphabets', () => {
  it('is found, in Latin with Cyrillic or Greek', () => {
    expect(mixedWord('Good Nаme Ltd')).toBe('Nаme');
    expect(mixedWord('Οmega')).toBe('Οmega');
  });

  it('is not a Chinese name with Latin letters, nor words side by side', () => {
    expect(mixedWord('ABC财税')).toBeUndefined();
    expect(mixedWord('Ελλάδα Greece')).toBeUndefined();
  });
});
