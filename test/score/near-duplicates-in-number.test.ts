import fc from 'fast-check';
import { expect, it } from 'vitest';
import { similarPairs } from '../../src/score/near-duplicates.ts';

const pairs = (texts: readonly string[]) => similarPairs(new Map(texts.map((t, i) => [i, t])), 0.8);
const change = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

it('texts that say the same may be many: each of a thousand copies has a twin, without a million pairs', () => {
  const copies = Array.from({ length: 1000 }, () =>
    Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + 7 * i)).join(''),
  );
  const found = pairs(copies);
  expect(new Set(found.flatMap((p) => [p.a, p.b])).size).toBe(1000);
  expect(found.length).toBeLessThan(2000);
});

it('comparing by hashes misses hardly any pair that comparing all with all finds', () => {
  const word = fc.constantFrom(
    'they',
    'answer',
    'fast',
    'kind',
    'clear',
    'bills',
    'never',
    'late',
    'always',
    'good',
    'books',
    'tax',
  );
  const text = fc.array(word, { minLength: 12, maxLength: 16 }).map((words) => words.join(' '));
  const altered = text.chain((t) =>
    fc.integer({ min: 0, max: t.length - 1 }).map((at) => [t, change(t, at, 'x'), change(t, 0, 'q')]),
  );
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
