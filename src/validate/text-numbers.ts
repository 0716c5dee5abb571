/**
 * Numbers texts in order of first sight: a hash table for millions of short texts, several times as fast as a `Map` of
 * strings at that size and without its limit of 2^24 entries.
 */
export class TextNumbers {
  /** The texts by number. */
  readonly texts: string[] = [];
  /** Number + 1 of the text in each slot; 0 = empty. */
  #slots = new Int32Array(1 << 12);
  #hashes = new Int32Array(1 << 11);
  readonly #crowded = new Map<string, number>();
  readonly #probes: number;

  /**
   * @param probes slots looked at before a text is put into the `Map` beside the table: nobody can make it slow by
   * choosing the texts.
   */
  constructor(probes = 64) {
    this.#probes = probes;
  }

  /**
   * The number of the text that stands in `bytes` from `start` to `end`; when it is new it gets the next one, and `texts`
   * has grown by it. Texts beyond ASCII are new each time: nobody asks for their numbers.
   * @param slice the text of some of the bytes.
   */
  of(bytes: Uint8Array, start: number, end: number, slice: (start: number, end: number) => string): number {
    const hash = hashOf(bytes, start, end);
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    for (let probe = 0, slot = hash & mask; probe < this.#probes; probe++, slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number === -1) {
        slots[slot] = this.texts.length + 1;
        return this.#added(slice(start, end), hash);
      }
      if (hashes[number] === hash && isPart(this.texts[number] ?? '', bytes, start, end)) return number;
    }
    const part = slice(start, end);
    const number = this.#crowded.get(part);
    if (number !== undefined) return number;
    this.#crowded.set(part, this.texts.length);
    return this.#added(part, hash);
  }

  #added(text: string, hash: number): number {
    const number = this.texts.length;
    this.texts.push(text);
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
      for (; probe < this.#probes && slots[slot] !== 0; probe++) slot = (slot + 1) & mask;
      if (probe < this.#probes) slots[slot] = number + 1;
      else this.#crowded.set(this.texts[number] ?? '', number);
    }
    this.#slots = slots;
  }
}

/** Whether the characters of `one` are the bytes from `start` to `end`. Right for plain ASCII. */
export function isPart(one: string, bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (one.length !== length) return false;
  for (let i = 0; i < length; i++) if (one.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

/**
 * FNV-1a over the bytes but the last, mixed so that the low bits depend on all of them; the last is added as it is,
 * so that texts numbered one after another lie side by side in memory.
 */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end - 1; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12);
  return end > start ? (hash + (bytes[end - 1] ?? 0)) | 0 : hash;
}
