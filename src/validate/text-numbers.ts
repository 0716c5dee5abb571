/**
 * Numbers texts in order of first sight: a hash table for millions of short texts, several times as fast as a `Map` of
 * strings at that size and without its limit of 2^24 entries.
 */
import { detached } from './column.ts';

/** Slots looked at before a text is put into the `Map` beside the table: nobody can make it slow by choosing the texts. */
const PROBES = 64;

export class TextNumbers {
  /** The texts by number. */
  readonly texts: string[] = [];
  /** Number + 1 of the text in each slot; 0 = empty. */
  #slots = new Int32Array(1 << 12);
  #hashes = new Int32Array(1 << 11);
  readonly #crowded = new Map<string, number>();

  /** The number of `text`; when it is new it gets the next one, and `texts` has grown by it. */
  of(text: string): number {
    const hash = hashOf(text);
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    for (let probe = 0, slot = hash & mask; probe < PROBES; probe++, slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number === -1) {
        slots[slot] = this.texts.length + 1;
        return this.#added(text, hash);
      }
      if (hashes[number] === hash && this.texts[number] === text) return number;
    }
    const number = this.#crowded.get(text);
    if (number !== undefined) return number;
    this.#crowded.set(detached(text), this.texts.length);
    return this.#added(text, hash);
  }

  #added(text: string, hash: number): number {
    const number = this.texts.length;
    this.texts.push(detached(text));
    this.#hashes[number] = hash;
    // Half full at most, so that free slots are near; then the hashes are full too.
    if (this.texts.length * 2 >= this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.texts.length; number++) {
      let slot = (hashes[number] ?? 0) & mask;
      let probe = 0;
      while (slots[slot] !== 0 && probe++ < PROBES) slot = (slot + 1) & mask;
      if (slots[slot] === 0) slots[slot] = number + 1;
      else this.#crowded.set(this.texts[number] ?? '', number);
    }
    this.#slots = slots;
  }
}

/** FNV-1a over the UTF-16 units, then mixed so that the low bits depend on all of them. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12);
}
