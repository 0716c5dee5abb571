/** Names of fictional vendors. Vendor number `index` gets a brand that no other number has, however many there are. */
import type { SampleWords } from '../schema/sample.ts';
import type { EitherLanguage } from '../schema/text.ts';
import type { Archetype } from './archetypes.ts';
import { hash128, stream } from './random.ts';

export interface Brand {
  zh: string;
  /** Spelling with a capital. */
  en: string;
  slug: string;
}

export interface Names {
  brand: Brand;
  name: EitherLanguage;
  aliases: string[];
  legalName: string;
}

/** The greatest common divisor of two positive whole numbers. */
function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Entry `index` of a fixed one-to-one scattering of 0..size-1; after `size` entries it starts again. */
function scattered(seed: string, size: number, index: number): number {
  const [a, b] = hash128(`${seed} brands ${size}`);
  let step = Math.max(1, Math.floor(size * 0.6180339887) - ((a >>> 0) % 7));
  while (gcd(step, size) !== 1) step += 1;
  return ((((index % size) * step) % size) + ((b >>> 0) % size)) % size;
}

/**
 * The brand of a vendor. Three in four have two syllables for as long as these last, the others three; after all are
 * used a number is put behind. Unique because the spellings in each list are prefix-free (see the schema).
 */
export function brandOf(seed: string, brands: SampleWords['brands'], index: number): Brand {
  const { first, second, third } = brands;
  const pairs = first.length * second.length;
  const short = Math.floor(index / 4) * 3 + (index % 4);
  if (index % 4 < 3 && short < pairs) return joined(first, second, [], scattered(seed, pairs, short), '');
  const triples = pairs * third.length;
  const round = Math.floor(index / triples);
  return joined(first, second, third, scattered(seed, triples, index), round === 0 ? '' : String(round + 1));
}

function joined(
  first: SampleWords['brands']['first'],
  second: SampleWords['brands']['second'],
  third: SampleWords['brands']['third'],
  ordinal: number,
  suffix: string,
): Brand {
  const pair = ordinal % (first.length * second.length);
  const syllables = [first[pair % first.length], second[Math.floor(pair / first.length)]];
  if (third.length > 0) syllables.push(third[Math.floor(ordinal / (first.length * second.length))]);
  const spelling = syllables.map((s) => s?.en ?? '').join('') + suffix;
  return {
    zh: syllables.map((s) => s?.zh ?? '').join('') + suffix,
    en: spelling.charAt(0).toUpperCase() + spelling.slice(1),
    slug: spelling,
  };
}

/** The longest name that a vendor file may hold. */
const MOST = 80;

/** One of the long names; a language in which it would be too long with this brand gets the ordinary name instead. */
function longest(
  long: readonly { zh: string; en: string }[],
  index: number,
  ordinary: { zh: string; en: string },
): { zh: string; en: string } {
  const name = long[index % long.length] ?? ordinary;
  return { zh: name.zh.length > MOST ? ordinary.zh : name.zh, en: name.en.length > MOST ? ordinary.en : name.en };
}

/** All names of a vendor. `city` is the name of the place of its main office in both languages. */
export function namesOf(
  seed: string,
  words: SampleWords,
  index: number,
  archetype: Archetype,
  city: { zh: string; en: string },
): Names {
  const random = stream(seed, 'names', index);
  const brand = brandOf(seed, words.brands, index);
  const slots = { brand: brand.zh, Brand: brand.en, city: city.zh, City: city.en };
  const display = fillBoth(random.pick(words.names.display), slots, slots);
  // Many small firms have no English name at all.
  const both = random.chance(0.62);
  const name: EitherLanguage =
    archetype.name === 'long'
      ? longest(
          words.names.long.map((long) => fillBoth(long, slots, slots)),
          index,
          display,
        )
      : archetype.name === 'english'
        ? { en: fill(random.pick(words.names.english), slots) }
        : archetype.name === 'chinese'
          ? { zh: fill(random.pick(words.names.chinese), slots) }
          : both
            ? display
            : { zh: display.zh };
  const aliases = words.names.alias.filter(() => random.chance(0.35)).map((alias) => fill(alias, slots));
  return {
    brand,
    name,
    aliases: aliases.filter((alias, i) => alias !== name.zh && alias !== name.en && aliases.indexOf(alias) === i),
    legalName: fill(random.pick(words.names.legal), slots),
  };
}

/** Replaces every `{slot}` of a text; throws a RangeError naming the first slot that has no value. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([A-Za-z]+)\}/g, (_, slot: string) => {
    const value = Object.hasOwn(values, slot) ? values[slot] : undefined;
    if (value === undefined) throw new RangeError(`no value for {${slot}} in "${text}"`);
    return String(value);
  });
}

/** Fills both languages of a text, each with its own values. */
export function fillBoth(
  text: { zh: string; en: string },
  zh: Readonly<Record<string, string | number>>,
  en: Readonly<Record<string, string | number>>,
): { zh: string; en: string } {
  return { zh: fill(text.zh, zh), en: fill(text.en, en) };
}

/** The 31 characters of GB 32100: digits and capitals without I, O, S, V, Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of an 8-character organisation code (GB 11714-1997): modulo 11, X for ten. */
export function organisationCheck(eight: string): string {
  let sum = 0;
  ORGANISATION_WEIGHTS.forEach((weight, i) => {
    sum += weight * Number.parseInt(eight.charAt(i), 36);
  });
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** Check character of the first 17 characters of a credit code (GB 32100-2015): weights 3^i modulo 31. */
export function creditCheck(seventeen: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of seventeen) {
    sum += weight * CHARACTERS.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/**
 * The credit code of vendor number `index` (0..99,999,999): an enterprise (91) of the unassigned region 990000, with
 * both check characters right. No administrative division has 99, so it belongs to nobody. No two numbers share a code.
 */
export function fictionalCreditCode(index: number): string {
  // A multiplier without common factor with 10^8 makes neighbours look unlike and keeps the mapping one-to-one.
  const mixed = (BigInt(index) * 57_885_161n + 31_415_927n) % 100_000_000n;
  const eight = String(mixed).padStart(8, '0');
  const seventeen = `91990000${eight}${organisationCheck(eight)}`;
  return seventeen + creditCheck(seventeen);
}
