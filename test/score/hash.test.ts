import { describe, expect, it } from 'vitest';
import { hashText, mix, word } from '../../src/score/hash.ts';

describe('hashing in place of chance', () => {
  it("mixes as MurmurHash3's finaliser does", () => {
    // MurmurHash3_x86_32 of the empty string is this finaliser applied to the seed: the reference test vectors.
    expect(mix(0)).toBe(0);
    expect(mix(1)).toBe(0x514e28b7);
    expect(mix(0xffffffff)).toBe(0x81f16f39);
  });

  it('hashes text by FNV-1a before mixing', () => {
    // FNV-1a test vectors (Fowler, Noll & Vo): '' 811c9dc5, 'a' e40c292c, 'foobar' bf9cf968.
    expect(hashText('')).toBe(mix(0x811c9dc5));
    expect(hashText('a')).toBe(mix(0xe40c292c));
    expect(hashText('foobar')).toBe(mix(0xbf9cf968));
  });

  it('tells texts apart that differ in one character, and takes any script', () => {
    const texts = ['alpha', 'alphb', 'Alpha', 'alpha ', '', '账', '帐', '衡评'];
    expect(new Set(texts.map(hashText)).size).toBe(texts.length);
  });

  it('steps through a seed’s words by the golden ratio, as SplitMix does', () => {
    expect(word(5, 0)).toBe(mix(5 + 0x9e3779b9));
    expect(word(5, 2)).toBe(mix((5 + 3 * 0x9e3779b9) | 0));
    // So a seed one step further on is one word further on.
    expect(word(5 + 0x9e3779b9, 7)).toBe(word(5, 8));
  });

  it('gives unsigned 32-bit words, one for each counter', () => {
    const words = Array.from({ length: 5000 }, (_, i) => word(12345, i));
    expect(words.every((w) => Number.isInteger(w) && w >= 0 && w < 2 ** 32)).toBe(true);
    expect(new Set(words).size).toBe(5000);
  });

  it('spreads the words evenly over 64 bins and changes half of the bits from one counter to the next', () => {
    const n = 65_536;
    for (const seed of [0, 1, 0xdeadbeef]) {
      const bins = new Float64Array(64);
      let flipped = 0;
      for (let i = 0; i < n; i++) {
        bins[word(seed, i) >>> 26]! += 1;
        let bits = word(seed, i) ^ word(seed, i + 1);
        for (; bits !== 0; bits &= bits - 1) flipped += 1;
      }
      const chiSquare = bins.reduce((sum, observed) => sum + (observed - n / 64) ** 2 / (n / 64), 0);
      // 63 degrees of freedom: 99.99 % of chance lies below 113.
      expect(chiSquare).toBeLessThan(113);
      expect(flipped / n).toBeCloseTo(16, 1);
    }
  });
});
