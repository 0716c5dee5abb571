/** Names of fictional vendors. Vendor number `index` gets a brand that no other number has, however many there are. */
import type { EitherLanguage } from '../schema/text.ts';
import type { SampleWords } from '../schema/sample.ts';
import type { Part } from './cast.ts';
import { fill, fillBoth } from './fill.ts';
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
  part: Part,
  city: { zh: string; en: string },
): Names {
  const random = stream(seed, 'names', index);
  const brand = brandOf(seed, words.brands, index);
  const slots = { brand: brand.zh, Brand: brand.en, city: city.zh, City: city.en };
  const display = fillBoth(random.pick(words.names.display), slots, slots);
  // Many small firms have no English name at all.
  const both = random.chance(0.62);
  const name: EitherLanguage =
    part.name === 'long'
      ? longest(
          words.names.long.map((long) => fillBoth(long, slots, slots)),
          index,
          display,
        )
      : part.name === 'english'
        ? { en: fill(random.pick(words.names.english), slots) }
        : part.name === 'chinese'
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
