/**
 * A compact index of every vendor's names for the browser: Pagefind splits Chinese into words and so misses brands and parts
 * of names. What follows from something else is not written twice: readings come as one table of characters, slugs
 * that spell the name as two letters.
 */
import { compareText } from '../../schema/order.ts';
import type { Dataset, Vendor } from '../../schema/dataset.ts';
import { foldName, MARKS, capital, type NameFile } from './names.ts';
import { readingOf, spelledBy } from './name-readings.ts';
import { mainOffice } from '../format/names.ts';
import { Converter } from 'opencc-js/t2cn';
import { oncePer } from '../format/once.ts';

/** Most bits that a number keeps exactly. */
const BITS = 53;

/** A name with how it is read. */
interface Read {
  characters: readonly string[];
  syllables: readonly string[];
}

/** Makes the index; vendors in the order of the dataset. */
export function nameIndex({ vendors, directory }: Pick<Dataset, 'vendors' | 'directory'>): NameFile {
  const cities = directory.regions.flatMap((region) =>
    region.cities.map((city) => ({ key: `${region.id}/${city.id}`, name: city.name })),
  );
  const cityLine = new Map(cities.map((city, i) => [city.key, i] as const));
  const services = directory.services.slice(0, BITS);
  const serviceLine = new Map(services.map((service, i) => [service.id, i] as const));
  const cityText = cities.map((city) => city.name.zh).join('');
  const serviceText = services.flatMap((s) => [s.name.zh, ...s.aliases]).join('');
  const plain = plainPairs(
    vendors.flatMap((v) => [v.name.zh ?? '', v.name.en ?? '', ...v.aliases]).join('') + cityText + serviceText,
  );

  const entries = vendors.map((vendor) => entryOf(vendor, plain));
  const { readings, except } = readingColumns(entries.map((e) => e.read));
  return {
    version: 1,
    slugs: entries.map((e) => e.slug).join('\n'),
    zh: vendors.map((v) => oneLine(v.name.zh)).join('\n'),
    en: entries.map((e) => e.en).join('\n'),
    also: entries.map((e) => e.also.join('\t')).join('\n'),
    cities: cities
      .map(({ name }) => [name.zh, name.en, readingOf(foldName(name.zh, plain)).join(' ')].join('\t'))
      .join('\n'),
    at: vendors
      .map((v) =>
        officeLines(v, cityLine)
          .map((i) => i.toString(36))
          .join(' '),
      )
      .join('\n'),
    services: services.map((s) => [s.name.zh, s.name.en, ...s.aliases].join('\t')).join('\n'),
    does: vendors.map((v) => v.services.reduce((sum, id) => sum + bit(serviceLine.get(id)), 0).toString(36)).join('\n'),
    readings,
    except,
    plain: [...plain].flat().join(''),
  };
}

function bit(line: number | undefined): number {
  return line === undefined ? 0 : 2 ** line;
}

interface Entry {
  slug: string;
  en: string;
  also: string[];
  /** The Chinese name, then the other names, as far as they have Chinese characters. */
  read: (Read | undefined)[];
}

function entryOf(vendor: Vendor, plain: ReadonlyMap<string, string>): Entry {
  const folded = foldName(oneLine(vendor.name.zh), plain);
  const usual = readingOf(folded);
  const spelled = spelledBy(vendor.slug, folded, usual);
  const short = spelled !== undefined && !vendor.slug.includes('-') && spelled.to < 26;
  const brand = capital(vendor.slug);
  const run = short ? [...folded].slice(spelled.from, spelled.to).join('') : undefined;
  const marked = (name: string): string => {
    const latin = name.replace(brand, MARKS.slug);
    return run === undefined ? latin : latin.replace(run, MARKS.run);
  };
  const also = otherNames(vendor, plain);
  return {
    slug: short ? String.fromCharCode(65 + spelled.from, 65 + spelled.to) : vendor.slug,
    en: oneLine(vendor.name.en).replace(brand, MARKS.slug),
    also: also.map(marked),
    read: [
      { characters: [...folded], syllables: spelled?.reading ?? usual },
      ...also.map((name) => {
        const text = foldName(name, plain);
        const reading = readingOf(text);
        return { characters: [...text], syllables: spelledBy(vendor.slug, text, reading)?.reading ?? reading };
      }),
    ],
  };
}

/** Names in files may run over lines; columns may not. */
function oneLine(name: string | undefined): string {
  return (name ?? '').replace(/\s+/g, ' ');
}

/** Aliases that say something which the other names do not. */
function otherNames(vendor: Vendor, plain: ReadonlyMap<string, string>): string[] {
  const kept: string[] = [];
  const names = [vendor.name.zh, vendor.name.en].map((n) => foldName(oneLine(n), plain));
  for (const alias of vendor.aliases) {
    const folded = foldName(alias, plain);
    if (folded === '' || names.some((n) => n.includes(folded))) continue;
    names.push(folded);
    kept.push(alias);
  }
  return kept;
}

function officeLines(vendor: Vendor, line: ReadonlyMap<string, number>): number[] {
  const main = mainOffice(vendor);
  const offices = main === undefined ? [] : [main, ...vendor.offices];
  return [...new Set(offices.flatMap((o) => line.get(`${o.region}/${o.city}`) ?? []))];
}

/** The usual syllable of each character, and the places where it is read otherwise. */
function readingColumns(names: readonly (readonly (Read | undefined)[])[]): { readings: string; except: string } {
  const counts = new Map<string, Map<string, number>>();
  for (const read of names.flat()) {
    read?.characters.forEach((character, i) => {
      const syllable = read.syllables[i] ?? character;
      if (syllable === character) return;
      const known = counts.get(character) ?? new Map<string, number>();
      known.set(syllable, (known.get(syllable) ?? 0) + 1);
      counts.set(character, known);
    });
  }
  const usual = new Map([...counts].map(([character, known]) => [character, mostFrequent(known)] as const));
  const groups = new Map<string, string[]>();
  for (const [character, syllable] of [...usual].toSorted(([a], [b]) => compareText(a, b))) {
    groups.set(syllable, [...(groups.get(syllable) ?? []), character]);
  }
  const except: string[] = [];
  names.forEach((forms, vendor) => {
    forms.forEach((read, form) => {
      read?.characters.forEach((character, position) => {
        const syllable = read.syllables[position] ?? character;
        if ((usual.get(character) ?? character) === syllable) return;
        except.push([vendor, form, position].map((n) => n.toString(36)).join('.') + `.${syllable}`);
      });
    });
  });
  const sorted = [...groups].toSorted(([a], [b]) => compareText(a, b));
  return {
    readings: sorted.map(([syllable, characters]) => syllable + characters.join('')).join(','),
    except: except.join(','),
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].toSorted(([a, n], [b, m]) => m - n || compareText(a, b));
  return sorted[0]?.[0] ?? '';
}

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
function plainPairs(text: string): ReadonlyMap<string, string> {
  const all = everyPair(BLOCKS);
  const used = new Set([...text].map((character) => all.get(character) ?? character));
  return new Map([...all].filter(([, simple]) => used.has(simple)));
}
