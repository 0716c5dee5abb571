import { describe, expect, it } from 'vitest';
import { SHORTEST, similarPairs } from '../../src/score/near-duplicates.ts';

const pairs = (texts: readonly string[], threshold = 0.8) =>
  similarPairs(new Map(texts.map((t, i) => [i, t])), threshold);

/** 26 different letters: 24 shingles. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
/** 60 different characters: 58 shingles. */
const LONG = Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + 7 * i)).join('');
const change = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

describe('texts that say nearly the same', () => {
  it('are found with their similarity, in the order of their keys', () => {
    expect(pairs([LONG, `${ALPHABET}${ALPHABET}`, LONG])).toEqual([{ a: 0, b: 2, similarity: 1 }]);
  });

  it('are told in the order of their keys, whatever order the texts came in', () => {
    const other = `${LONG.slice(30)}${ALPHABET}${LONG.slice(0, 10)}`;
    const texts = new Map([
      [9, other],
      [5, LONG],
      [3, other],
      [1, LONG],
      [7, LONG],
    ]);
    expect(similarPairs(texts, 0.8).map(({ a, b }) => [a, b])).toEqual([
      [1, 5],
      [1, 7],
      [3, 9],
      [5, 7],
    ]);
  });

  it('are as similar as the share of shingles that they have in common', () => {
    // One character in the middle of 60: 3 of 58 shingles change, 55 of 61 are shared.
    expect(pairs([LONG, change(LONG, 30, '好')])).toEqual([{ a: 0, b: 1, similarity: 55 / 61 }]);
    // The last character: one shingle changes, 57 of 59.
    expect(pairs([LONG, change(LONG, 59, '好')])[0]?.similarity).toBe(57 / 59);
  });

  it('need the threshold: at it they are a pair, below it not', () => {
    const other = change(LONG, 30, '好');
    expect(pairs([LONG, other], 55 / 61)).toHaveLength(1);
    expect(pairs([LONG, other], 55 / 61 + 1e-9)).toEqual([]);
  });

  it('are compared without blanks, punctuation, case and full-width forms', () => {
    const text = 'They answer at once, every time; the accountant knows us.';
    expect(pairs([text, 'THEY answer at once every time… the ＡＣＣＯＵＮＴＡＮＴ knows us!'])[0]?.similarity).toBe(1);
  });

  it('are compared by what they repeat only once', () => {
    // abcabc... has three shingles however long it is.
    expect(pairs(['abc'.repeat(20), 'abc'.repeat(40)])[0]?.similarity).toBe(1);
  });

  it('must say enough: an ideograph as much as three letters', () => {
    expect(SHORTEST).toBe(36);
    const letters = ALPHABET + ALPHABET.toUpperCase().slice(0, 9);
    expect(pairs([letters, letters])).toEqual([]);
    expect(pairs([`${letters}j`, `${letters}j`])).toHaveLength(1);
    const ideographs = LONG.slice(0, 12);
    expect(pairs([ideographs, ideographs])).toHaveLength(1);
    expect(pairs([ideographs.slice(1), ideographs.slice(1)])).toEqual([]);
    // Punctuation says nothing.
    expect(pairs([`${ideographs.slice(1)}！！！！！！`, `${ideographs.slice(1)}！！！！！！`])).toEqual([]);
  });

  it('that share few shingles are no pair', () => {
    expect(pairs([LONG, LONG.slice(0, 30) + ALPHABET])).toEqual([]);
  });

  it('may be none', () => {
    expect(pairs([])).toEqual([]);
    expect(pairs(['', LONG])).toEqual([]);
  });
});
