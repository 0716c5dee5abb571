/**
 * Seeded randomness. A stream is named by a seed and labels, so that what is drawn under one name never depends on
 * what is drawn under another: a new vendor, or a new sentence, moves nothing else.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A source of random values; every call moves it on. */
export interface Random {
  /** Uniform in [0, 1). */
  unit(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform whole number in `low`..`high`, both included. */
  int(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One entry of a list; throws a RangeError on an empty one. */
  pick<T>(list: readonly T[]): T;
  /** One entry, likely in proportion to its weight; throws a RangeError when no weight is positive. */
  weighted<T>(list: readonly T[], weight: (entry: T) => number): T;
  /** A new list with the same entries in another order (Fisher-Yates). */
  shuffled<T>(list: readonly T[]): T[];
  /** `length` lower-case hexadecimal digits. */
  hex(length: number): string;
}

/** The 32-bit finalizer of MurmurHash3 (Appleby, public domain). */
function finalize(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** Four 32-bit numbers from a text: FNV-1a with four offsets, finalized; for seeding only, not for secrecy. */
export function hash128(text: string): [number, number, number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  let c = 0x85ebca6b;
  let d = 0xc2b2ae35;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    c = Math.imul(c ^ code, 0x2c1b3c6d);
    d = Math.imul(d ^ code, 0x297a2d39);
  }
  return [finalize(a), finalize(b ^ a), finalize(c ^ b), finalize(d ^ c) | 1];
}

/** The stream of this seed and these labels. The same arguments give the same values, always. */
export function stream(seed: string, ...labels: readonly (string | number)[]): Random {
  const engine = xoroshiro128plusFromState(hash128([seed, ...labels].join('\u001f')));
  const unit = (): number => uniformFloat64(engine);
  const int = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const entry = list[int(0, list.length - 1)];
    if (entry === undefined) throw new RangeError('cannot pick from an empty list');
    return entry;
  };
  return {
    unit,
    int,
    pick,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    chance: (probability) => unit() < probability,
    weighted: (list, weight) => {
      let left = unit() * list.reduce((sum, entry) => sum + weight(entry), 0);
      for (const entry of list) {
        left -= weight(entry);
        if (left < 0) return entry;
      }
      throw new RangeError('no entry has a positive weight');
    },
    shuffled: <T>(list: readonly T[]) => {
      const out = [...list];
      for (let i = out.length - 1; i > 0; i -= 1) {
        const j = int(0, i);
        const kept = out[i];
        out[i] = out[j];
        out[j] = kept;
      }
      return out;
    },
    hex: (length) => {
      let out = '';
      while (out.length < length) out += (engine.next() >>> 0).toString(16).padStart(8, '0');
      return out.slice(0, length);
    },
  };
}

/**
 * Entry `index` of a sequence that fills [0, 1) evenly from whatever offset the seed gives (additive recurrence with
 * the golden ratio; Weyl 1916). Totals over many entries then vary far less than with independent draws.
 */
export function spread(seed: string, label: string, index: number): number {
  const offset = stream(seed, label).unit();
  return (offset + index * 0.6180339887498949) % 1;
}
