/** Texts that say nearly the same: found by MinHash, decided by the exact Jaccard similarity of their shingles. */
import { mix } from './hash.ts';

/** Two texts, by their keys, that share at least the threshold of their shingles; `a` < `b`. */
export interface SimilarPair {
  a: number;
  b: number;
  /** 0..1. */
  similarity: number;
}

/**
 * Characters in a shingle. One other character in a text of thirty changes three shingles of each, which leaves them 0.8
 * alike; shorter shingles are shared by chance, since Chinese words mostly have two characters.
 */
const SHINGLE = 3;
/** 16 bands of 4 hashes find a pair of similarity 0.8 with probability 1 - (1 - 0.8^4)^16 > 0.9997. */
const BANDS = 16;
const ROWS = 4;
/**
 * Texts that say less are too often alike by chance ("very good service") to mean anything. In letters; an ideograph says
 * about as much as three.
 */
export const SHORTEST = 36;
const IDEOGRAPH = 3;

/**
 * Pairs of texts with a Jaccard similarity of at least `threshold` (0..1), by MinHash with banding (Broder 1997; Leskovec,
 * Rajaraman & Ullman 2014, chapter 3), in the order of their keys. Texts are compared without blanks, punctuation and
 * case; those under `SHORTEST` are left out. Of many texts that are all alike each is paired with a few, not with all.
 */
export function similarPairs(texts: ReadonlyMap<number, string>, threshold: number): SimilarPair[] {
  const sets = new Map<number, Int32Array>();
  for (const key of [...texts.keys()].sort((x, y) => x - y)) {
    const plain = plainText(texts.get(key) ?? '');
    if (saying(plain) >= SHORTEST) sets.set(key, shingles(plain));
  }
  const buckets = Array.from({ length: BANDS }, () => new Map<number, { first: number; last: number }>());
  const least = new Int32Array(BANDS * ROWS);
  const found: SimilarPair[] = [];
  for (const [key, set] of sets) {
    sign(set, least);
    const candidates = new Set<number>();
    buckets.forEach((bucket, band) => {
      const hash = bandHash(least, band);
      const known = bucket.get(hash);
      if (!known) bucket.set(hash, { first: key, last: key });
      else {
        // The first and the last of a bucket stand for it: a flood of copies stays linear and each still finds a twin.
        candidates.add(known.first).add(known.last);
        known.last = key;
      }
    });
    for (const other of candidates) {
      const similarity = jaccard(sets.get(other) as Int32Array, set);
      if (similarity >= threshold) found.push({ a: other, b: key, similarity });
    }
  }
  return found.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Lower case letters, digits and ideographs only, compatibility forms folded. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

function saying(plain: string): number {
  return plain.length + (IDEOGRAPH - 1) * (plain.match(/\p{Ideographic}/gu)?.length ?? 0);
}

/** Hashes of all runs of `SHINGLE` characters, each once, ascending. */
function shingles(text: string): Int32Array {
  const all = new Int32Array(text.length - SHINGLE + 1);
  for (let i = 0; i < all.length; i++) {
    let h = 0x811c9dc5;
    for (let j = i; j < i + SHINGLE; j++) h = Math.imul(h ^ text.charCodeAt(j), 0x01000193);
    all[i] = mix(h);
  }
  all.sort();
  let kept = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i];
  return all.slice(0, kept);
}

/** |A and B| / |A or B| of two ascending lists. */
function jaccard(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i];
    const y = b[j];
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return shared / (a.length + b.length - shared);
}

/** Multipliers and offsets of the hashes, odd multipliers so that each hash is a permutation of the 32-bit words. */
const FACTORS = Int32Array.from({ length: BANDS * ROWS }, (_, i) => mix(2 * i + 1) | 1);
const OFFSETS = Int32Array.from({ length: BANDS * ROWS }, (_, i) => mix(2 * i + 2));

/** Writes the least value of each hash over the set: the chance that two sets agree in one is their Jaccard similarity. */
function sign(set: Int32Array, least: Int32Array): void {
  for (let i = 0; i < least.length; i++) {
    const factor = FACTORS[i];
    const offset = OFFSETS[i];
    let smallest = 0x7fffffff;
    for (let s = 0; s < set.length; s++) {
      const h = (Math.imul(set[s], factor) + offset) | 0;
      if (h < smallest) smallest = h;
    }
    least[i] = smallest;
  }
}

function bandHash(least: Int32Array, band: number): number {
  let h = band;
  for (let r = band * ROWS; r < (band + 1) * ROWS; r++) h = mix(h ^ least[r]) + Math.imul(h, 31);
  return h | 0;
}
