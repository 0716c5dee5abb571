import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHORTEST, similarPairs } from '../../src/score/near-duplicates.ts';

const pairs = (texts: readonly string[], threshold = 0.8) => similarPairs(new Map(texts.map((t, i) => [i, t])), threshold);

/** 26 different letters: 24 shingles. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
/** 60 different characters: 58 shingles. */
const LONG = Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + 7 * i)).join('');
const change = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

describe('texts that say nearly the same', () => {
  it('are found with their similarity, in the order of their keys', () => {
    expect(pairs([LONG, `${ALPHABET}${ALPHABET}`, LONG])).toEqual([{ a: 0, b: 2, similarity: 1 }]);
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

  it('may be many: each of a thousand copies has a twin, without a million pairs', () => {
    const copies = Array.from({ length: 1000 }, () => LONG);
    const found = pairs(copies);
    expect(new Set(found.flatMap((p) => [p.a, p.b])).size).toBe(1000);
    expect(found.length).toBeLessThan(2000);
  });

  it('may be none', () => {
    expect(pairs([])).toEqual([]);
    expect(pairs(['', LONG])).toEqual([]);
  });
});

it('comparing by hashes misses hardly any pair that comparing all with all finds', () => {
  const word = fc.constantFrom('they', 'answer', 'fast', 'kind', 'clear', 'bills', 'never', 'late', 'always', 'good', 'books', 'tax');
  const text = fc.array(word, { minLength: 12, maxLength: 16 }).map((words) => words.join(' '));
  const altered = text.chain((t) => fc.integer({ min: 0, max: t.length - 1 }).map((at) => [t, change(t, at, 'x'), change(t, 0, 'q')]));
  let expected = 0;
  let missed = 0;
  fc.assert(
    fc.property(fc.array(altered, { minLength: 1, maxLength: 5 }), (groups) => {
      const texts = groups.flat();
      const found = new Set(pairs(texts).flatMap((p) => [p.a, p.b]));
      texts.forEach((t, i) => {
        if (!texts.some((u, j) => i !== j && jaccard(t, u) >= 0.8)) return;
        expected += 1;
        if (!found.has(i)) missed += 1;
      });
    }),
    { numRuns: 1000, seed: 3 },
  );
  expect(expected).toBeGreaterThan(3000);
  expect(missed / expected).toBeLessThan(0.001);
});

function jaccard(a: string, b: string): number {
  const [x, y] = [a, b].map((t) => {
    const plain = t.replaceAll(' ', '');
    return new Set(Array.from({ length: plain.length - 2 }, (_, i) => plain.slice(i, i + 3)));
  }) as [Set<string>, Set<string>];
  const shared = [...x].filter((s) => y.has(s)).length;
  return shared / (x.size + y.size - shared);
}
