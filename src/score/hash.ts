/** Hashing that stands in for chance: the same names always give the same draws, whoever else is in the market. */

/** 32-bit FNV-1a of a string's UTF-16 units, finished by `mix`. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** MurmurHash3's 32-bit finaliser (Appleby 2011): every input bit flips each output bit with probability near 1/2. */
export function mix(h: number): number {
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32-bit hash of a seed and a counter: the counter-th random word of that seed's stream. */
export function word(seed: number, counter: number): number {
  return mix(seed + Math.imul(counter + 1, 0x9e3779b9));
}
