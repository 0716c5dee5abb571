/** Traditional characters and their simplified forms, for those that a text can be asked for with. Build time only. */
import { Converter } from 'opencc-js/t2cn';
import { oncePer } from '../format/once.ts';

/** The blocks of unified ideographs that everyday text uses. */
const BLOCKS = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const;

/** Every traditional character with its simplified form. The key only keeps the table for the life of the process. */
const everyPair = oncePer((_: typeof BLOCKS): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>();
  // Mainland, Taiwan and Hong Kong standards write some characters in forms of their own.
  for (const from of ['t', 'tw', 'hk'] as const) {
    const simplify = Converter({ from, to: 'cn' });
    for (const [first, last] of BLOCKS) {
      for (let code = first; code <= last; code += 1) {
        const character = String.fromCodePoint(code);
        const simple = simplify(character);
        if (simple !== character && !pairs.has(character)) pairs.set(character, simple);
      }
    }
  }
  return pairs;
});

/** Pairs traditional -> simplified whose simplified form occurs in `text`, itself simplified first. */
export function plainPairs(text: string): ReadonlyMap<string, string> {
  const all = everyPair(BLOCKS);
  const used = new Set([...text].map((character) => all.get(character) ?? character));
  return new Map([...all].filter(([, simple]) => used.has(simple)));
}
