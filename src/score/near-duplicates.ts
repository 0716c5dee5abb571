/** Reviews whose texts say nearly the same: found by MinHash, decided by the exact Jaccard similarity of their shingles. */
import { mix } from './hash.ts';

/** Two texts, by their keys, that share at least `similarity` of their shingles; `a` < `b`. */
export interface SimilarPair {
  a: number;
  b: number;
  similarity: number;
}

/** Characters in a shingle: two say enough in Chinese, where a word is mostly two characters, and little of chance. */
const SHINGLE = 3;
/** 16 bands of 4 hashes find a pair of similarity 0.8 with probability 1 - (1 - 0.8^4)^16 > 0.9997. */
const BANDS = 16;
const ROWS = 4;
/** Texts shorter than this are too often alike by chance ("很好") to say anything. */
export const SHORTEST = 12;

/**
 * All pairs of texts with a Jaccard similarity of at least `threshold` (0..1), by MinHash with banding (Broder 1997;
 * Leskovec, Rajaraman & Ullman 2014, chapter 3), in the order of their keys. Texts are compared without blanks,
 * punctuation and case; those under `SHORTEST` characters are left out. Groups of equal texts give a chain of pairs.
 */
export function similarPairs(texts: ReadonlyMap<number, string>, threshold: number): SimilarPair[] {
  const sets = new Map<number, Set<number>>();
  for (const key of [...texts.keys()].sort((x, y) => x - y)) {
    const plain = plainText(texts.get(key) ?? '');
    if (plain.length >= SHORTEST) sets.set(key, shingles(plain));
  }
  const buckets = new Map<string, number[]>();
  const found = new Map<string, SimilarPair>();
  for (const [key, set] of sets) {
    for (const bucket of bandKeys(set)) {
      const others = buckets.get(bucket);
      if (!others) {
        buckets.set(bucket, [key]);
        continue;
      }
      // The first and the last of a bucket stand for it: a flood of copies then stays linear and each still finds a twin.
      for (const other of new Set([others[0] as number, others.at(-1) as number])) {
        const pair = `${other}-${key}`;
        if (found.has(pair)) continue;
        const similarity = jaccard(sets.get(other) as Set<number>, set);
        if (similarity >= threshold) found.set(pair, { a: other, b: key, similarity });
      }
      others.push(key);
    }
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Lower case letters, digits and ideographs only, compatibility forms folded. */
function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}

function shingles(text: string): Set<number> {
  const set = new Set<number>();
  for (let i = 0; i + SHINGLE <= text.length; i++) {
    let h = 0x811c9dc5;
    for (let j = i; j < i + SHINGLE; j++) h = Math.imul(h ^ text.charCodeAt(j), 0x01000193);
    set.add(mix(h));
  }
  return set;
}

/** |A and B| / |A or B|. */
function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const x of a) if (b.has(x)) shared += 1;
  return shared / (a.size + b.size - shared);
}

function bandKeys(set: ReadonlySet<number>): string[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const shingle of set) {
    for (let i = 0; i < least.length; i++) {
      const h = mix(shingle ^ Math.imul(i + 1, 0x9e3779b1));
      if (h < (least[i] as number)) least[i] = h;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => `${band}:${least.slice(band * ROWS, (band + 1) * ROWS).join('.')}`);
}
