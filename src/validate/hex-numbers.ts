/**
 * Numbers hexadecimal keys in order of first sight. Keys are kept as 32-bit words, so a million of them are a few arrays
 * and not a million strings.
 */

/** A key takes one word for its number of digits and up to 8 words for the digits themselves. */
const STRIDE = 9;

/** Value of each hexadecimal digit by its code; 255 = none. Capitals are none: keys are lower case. */
const DIGITS = Uint8Array.from({ length: 256 }, (_, code) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(code));
  return value === -1 ? 255 : value;
});

export class HexNumbers {
  /** How many different keys there are. */
  count = 0;
  #keys = new Int32Array(STRIDE << 10);
  /** Pairs: number + 1 (0 = empty), and the hash by which the slot was chosen. */
  #slots = new Int32Array(1 << 13);
  readonly #crowded = new Map<string, number>();
  readonly #key = new Int32Array(STRIDE);
  readonly #probes: number;

  /** @param probes see `TextNumbers`. */
  constructor(probes = 64) {
    this.#probes = probes;
  }

  /**
   * The number of the key that stands in `bytes` from `start` to `end`; when it is new it gets the next one, and
   * `count` has grown. -1 when it is not 16 to 64 digits 0-9 a-f.
   */
  of(bytes: Uint8Array, start = 0, end = bytes.length): number {
    const words = this.#decoded(bytes, start, end);
    if (words === -1) return -1;
    const hash = this.#hash(words);
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    for (let probe = 0, slot = hash & mask; probe < this.#probes; probe++, slot = (slot + 1) & mask) {
      const number = (slots[slot * 2] ?? 0) - 1;
      if (number === -1) {
        slots[slot * 2] = this.count + 1;
        slots[slot * 2 + 1] = hash;
        return this.#added();
      }
      if (slots[slot * 2 + 1] === hash && this.#isAt(number, words)) return number;
    }
    const key = textOf(this.#key, 0);
    const number = this.#crowded.get(key);
    if (number !== undefined) return number;
    this.#crowded.set(key, this.count);
    return this.#added();
  }

  /** Puts the key into `#key`, its length first; returns how many words that takes, or -1. */
  #decoded(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length < 16 || length > 64) return -1;
    let bad = 0;
    let word = 0;
    let words = 1;
    for (let i = 0; i < length; i++) {
      const digit = DIGITS[bytes[start + i] ?? 0] ?? 255;
      bad |= digit;
      word = (word << 4) | digit;
      if ((i & 7) === 7) {
        this.#key[words++] = word;
        word = 0;
      }
    }
    if (bad > 15) return -1;
    if ((length & 7) !== 0) this.#key[words++] = word;
    this.#key[0] = length;
    return words;
  }

  /** All words count: keys may be padded to one length with zeros. */
  #hash(words: number): number {
    let hash = 0;
    for (let i = 0; i < words; i++) {
      hash = Math.imul(hash ^ (this.#key[i] ?? 0), 0x2c1b3c6d);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  #isAt(number: number, words: number): boolean {
    const base = number * STRIDE;
    for (let i = 0; i < words; i++) if (this.#keys[base + i] !== this.#key[i]) return false;
    return true;
  }

  #added(): number {
    const number = this.count++;
    if (this.count * STRIDE > this.#keys.length) {
      const keys = new Int32Array(this.#keys.length * 2);
      keys.set(this.#keys);
      this.#keys = keys;
    }
    this.#keys.set(this.#key, number * STRIDE);
    if (this.count * 4 > this.#slots.length) this.#grow();
    return number;
  }

  /** Every key gets a slot anew, those beside the table too: an empty slot must mean that a key is new. */
  #grow(): void {
    const old = this.#slots;
    const crowded = [...this.#crowded];
    this.#slots = new Int32Array(old.length * 2);
    this.#crowded.clear();
    for (let i = 0; i < old.length; i += 2) if (old[i] !== 0) this.#place((old[i] ?? 0) - 1, old[i + 1] ?? 0);
    for (const [key, number] of crowded)
      this.#place(
        number,
        this.#hash(
          this.#decoded(
            Uint8Array.from(key, (c) => c.charCodeAt(0)),
            0,
            key.length,
          ),
        ),
      );
  }

  #place(number: number, hash: number): void {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    let slot = hash & mask;
    let probe = 0;
    for (; probe < this.#probes && slots[slot * 2] !== 0; probe++) slot = (slot + 1) & mask;
    if (probe === this.#probes) {
      this.#crowded.set(textOf(this.#keys, number * STRIDE), number);
      return;
    }
    slots[slot * 2] = number + 1;
    slots[slot * 2 + 1] = hash;
  }
}

/** The digits of the key whose words begin at `base`. */
function textOf(words: Int32Array, base: number): string {
  const length = words[base] ?? 0;
  let text = '';
  for (let i = 1; text.length < length; i++) {
    text += ((words[base + i] ?? 0) >>> 0).toString(16).padStart(Math.min(8, length - text.length), '0');
  }
  return text;
}
