/** Numbering texts and keys in order of first sight, and texts by row. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HexNumbers } from '../../src/validate/hex-numbers.ts';
import { RowTexts } from '../../src/validate/row-texts.ts';
import { TextNumbers } from '../../src/validate/text-numbers.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The number of a text, or of a part of it. */
function numberOf(numbers: TextNumbers, text: string, start = 0, end = text.length): number {
  const all = bytes(text);
  return numbers.of(all, start, end, (from, to) => new TextDecoder().decode(all.subarray(from, to)));
}

/** What a plain map would say. */
function byMap(texts: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return texts.map((text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}

describe('numbers of texts', () => {
  it('are those of a map', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3, unit: 'grapheme-ascii' }), { maxLength: 200 }), (texts) => {
        const numbers = new TextNumbers();
        expect(texts.map((text) => numberOf(numbers, text))).toEqual(byMap(texts));
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  // With one or two slots looked at, nearly every text takes the way of the crowded ones.
  it.each([64, 2, 1])('are right for a hundred thousand, seen twice, looking at %i slots', (probes) => {
    const texts = Array.from({ length: 100_000 }, (_, i) => `row-${(i * 7919) % 100_000}`);
    const numbers = new TextNumbers(probes);
    const both = [...texts, ...texts];
    expect(both.map((text) => numberOf(numbers, text))).toEqual(byMap(both));
    expect(numbers.texts).toEqual(texts);
  });

  it('may be those of parts of a longer text', () => {
    const numbers = new TextNumbers();
    expect([
      numberOf(numbers, 'a,bc,a', 0, 1),
      numberOf(numbers, 'a,bc,a', 2, 4),
      numberOf(numbers, 'a,bc,a', 5, 6),
      numberOf(numbers, 'bc'),
    ]).toEqual([0, 1, 0, 1]);
  });
});

describe('numbers of hexadecimal keys', () => {
  it('are those of a map, for keys of any length', () => {
    const key = fc
      .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 16, maxLength: 64 })
      .map((digits) => digits.join(''));
    const few = fc
      .array(key, { minLength: 1, maxLength: 20 })
      .chain((keys) => fc.array(fc.constantFrom(...keys), { maxLength: 100 }));
    fc.assert(
      fc.property(few, (keys) => {
        const numbers = new HexNumbers();
        expect(keys.map((k) => numbers.of(bytes(k)))).toEqual(byMap(keys));
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('tell keys apart that differ in length only', () => {
    const numbers = new HexNumbers();
    expect(['0'.repeat(16), '0'.repeat(17), '0'.repeat(24), '0'.repeat(16)].map((k) => numbers.of(bytes(k)))).toEqual([
      0, 1, 2, 0,
    ]);
  });

  it.each([64, 2, 1])('are right for a hundred thousand padded keys, seen twice, looking at %i slots', (probes) => {
    const keys = Array.from({ length: 100_000 }, (_, i) => ((i * 7919) % 100_000).toString(16).padStart(20, '0'));
    const numbers = new HexNumbers(probes);
    const both = [...keys, ...keys];
    expect(both.map((k) => numbers.of(bytes(k)))).toEqual(byMap(both));
    expect(numbers.count).toBe(100_000);
  });

  it.each([
    '',
    'abc',
    '0'.repeat(15),
    '0'.repeat(65),
    `${'0'.repeat(15)}G`,
    `${'0'.repeat(15)}A`,
    `${'0'.repeat(15)}é`,
  ])('do not exist for %s', (key) => {
    expect(new HexNumbers().of(bytes(key))).toBe(-1);
  });
});

describe('texts by row', () => {
  it('read like a map', () => {
    const texts = new RowTexts();
    texts.add(1, 'one');
    texts.add(4, 'four');
    expect(texts.size).toBe(2);
    expect([texts.get(0), texts.get(1), texts.get(4), texts.get(9)]).toEqual([undefined, 'one', 'four', undefined]);
    expect([texts.has(0), texts.has(4)]).toEqual([false, true]);
    expect([...texts]).toEqual([
      [1, 'one'],
      [4, 'four'],
    ]);
    expect([[...texts.keys()], [...texts.values()]]).toEqual([
      [1, 4],
      ['one', 'four'],
    ]);
    const seen: string[] = [];
    texts.forEach((text, row) => seen.push(`${row}${text}`));
    expect(seen).toEqual(['1one', '4four']);
  });
});
