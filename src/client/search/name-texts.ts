/** The index of names laid out for searching: names, their pinyin and their initials, each in one haystack. */
import { MARKS, capital, type NameFile, foldName } from '../../views/browser/names.ts';

/** What begins at an offset of a haystack: nothing, a piece (character, syllable, word), or a whole form of a name. */
export const START = { none: 0, piece: 1, form: 2 } as const;

/** Forms of names one after the other, each ended by a line feed. */
export interface Haystack {
  text: string;
  /** Vendor that the character at an offset belongs to. */
  vendor: Int32Array;
  /** What begins at an offset: one of `START`. */
  start: Uint8Array;
}

/** Collects forms of names. */
class Forms {
  readonly #texts: string[] = [];
  readonly #vendors: number[] = [];
  readonly #starts: number[] = [];

  /** Adds one form of a vendor's name in pieces; piece `again` (-1 for none) counts as a beginning too. */
  add(vendor: number, pieces: readonly string[], again: number): void {
    let text = '';
    pieces.forEach((piece, i) => {
      const first = i === 0 || i === again ? START.form : beginsPiece(piece, text.at(-1)) ? START.piece : START.none;
      this.#starts.push(first);
      for (let rest = 1; rest < piece.length; rest += 1) this.#starts.push(START.none);
      text += piece;
    });
    this.#starts.push(START.none);
    this.#texts.push(text);
    this.#vendors.push(vendor);
  }

  /** The haystack of all forms added. */
  haystack(): Haystack {
    const text = this.#texts.join('\n') + '\n';
    const vendor = new Int32Array(text.length);
    let at = 0;
    this.#texts.forEach((form, i) => {
      vendor.fill(this.#vendors[i], at, at + form.length + 1);
      at += form.length + 1;
    });
    return { text, vendor, start: Uint8Array.from(this.#starts) };
  }
}

/** Letters and digits of other scripts than Chinese make words; only their first begins something. */
function beginsPiece(piece: string, before: string | undefined): boolean {
  const inWord = /^[a-z0-9]$/.test(piece) && before !== undefined && /[a-z0-9]/.test(before);
  return piece !== ' ' && !inWord;
}

/** Calls `found` for each place where `query` stands at the beginning of a piece, with the offset behind it. */
export function scan(hay: Haystack, query: string, found: (vendor: number, start: number, end: number) => void): void {
  for (let at = hay.text.indexOf(query); at !== -1; at = hay.text.indexOf(query, at + 1)) {
    const start = hay.start[at];
    if (start !== START.none) found(hay.vendor[at], start, at + query.length);
  }
}

/** A city with the ways to write it. */
export interface City {
  zh: string;
  en: string;
  /** Folded ways to write it: Chinese, English, pinyin; and its initials. */
  names: readonly string[];
  initials: string;
}

/** Everything that a search needs, made once from the file. */
export interface NameTexts {
  slugs: readonly string[];
  zh: readonly string[];
  en: readonly string[];
  /** Length of the name as shown. */
  lengths: Uint16Array;
  plain: ReadonlyMap<string, string>;
  names: Haystack;
  pinyin: Haystack;
  initials: Haystack;
  /** Initials with `zh`, `ch` and `sh` as two letters, of the names that have one of these. */
  longInitials: Haystack;
  cities: readonly City[];
  /** Cities of each vendor. */
  at: readonly (readonly number[])[];
  /** Folded names of each service. */
  services: readonly (readonly string[])[];
  /** Services of each vendor: bit `i` for service `i`. */
  does: Float64Array;
}

/** Lays the file out. */
export function openNames(file: NameFile): NameTexts {
  const plain = pairs(file.plain);
  const readings = readingsOf(file.readings);
  const except = exceptions(file.except);
  const zh = file.zh.split('\n');
  const chinese = foldName(file.zh, plain)
    .split('\n')
    .map((name) => [...name]);
  const read = chinese.map((name, v) => syllables(name, readings, except, v, 0));
  const written = file.slugs.split('\n');
  const slugs = written.map((slug, v) => (isRun(slug) ? cut(read[v] ?? [], slug) : slug));
  const brands = slugs.map(capital);
  const en = file.en.split('\n').map((name, v) => name.replace(MARKS.slug, brands[v] ?? ''));
  const english = foldName(en.join('\n'), plain).split('\n');
  const cities = lines(file.cities).map((line) => cityOf(line, plain));
  const at = file.at.split('\n').map((line) => (line === '' ? [] : line.split(' ').map((n) => Number.parseInt(n, 36))));
  const also = file.also.split('\n');

  const names = new Forms();
  const pinyin = new Forms();
  const initials = new Forms();
  const longInitials = new Forms();
  const addChinese = (v: number, name: readonly string[], reading: readonly string[]): void => {
    const again = behindCity(
      name,
      (at[v] ?? []).map((c) => cities[c]?.names[0] ?? ''),
    );
    names.add(v, name, again);
    if (name.every((character, i) => character === reading[i])) return;
    pinyin.add(v, reading, again);
    initials.add(
      v,
      reading.map((s) => s.slice(0, 1)),
      again,
    );
    const long = reading.map((s) => (/^[zcs]h/.test(s) ? s.slice(0, 2) : s.slice(0, 1)));
    if (long.some((s) => s.length > 1)) longInitials.add(v, long, again);
  };
  written.forEach((slug, v) => {
    const own = chinese[v] ?? [];
    if (own.length > 0) addChinese(v, own, read[v] ?? []);
    const words = (english[v] ?? '').split(' ');
    if (english[v]) names.add(v, [...english[v]], -1);
    if (words.length > 1)
      initials.add(
        v,
        words.map((word) => word.slice(0, 1)),
        -1,
      );
    (also[v] ? also[v].split('\t') : []).forEach((name, i) => {
      const full = name.replace(MARKS.slug, brands[v] ?? '').replace(MARKS.run, isRun(slug) ? cut(own, slug) : '');
      const characters = [...foldName(full, plain)];
      addChinese(v, characters, syllables(characters, readings, except, v, i + 1));
    });
    if (!isRun(slug)) names.add(v, [...slug.replaceAll('-', ' ')], -1);
  });
  return {
    slugs,
    zh,
    en,
    lengths: Uint16Array.from(zh, (name, v) => (name === '' ? (en[v] ?? '') : name).length),
    plain,
    names: names.haystack(),
    pinyin: pinyin.haystack(),
    initials: initials.haystack(),
    longInitials: longInitials.haystack(),
    cities,
    at,
    services: lines(file.services).map((line) => line.split('\t').map((name) => foldName(name, plain))),
    does: Float64Array.from(file.does.split('\n'), (n) => Number.parseInt(n, 36) || 0),
  };
}

function lines(column: string): string[] {
  return column === '' ? [] : column.split('\n');
}

function pairs(plain: string): ReadonlyMap<string, string> {
  const characters = [...plain];
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < characters.length; i += 2) map.set(characters[i], characters[i + 1]);
  return map;
}

function readingsOf(column: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const group of column.split(',')) {
    const syllable = /^[a-z]*/.exec(group)?.[0] ?? '';
    for (const character of group.slice(syllable.length)) map.set(character, syllable);
  }
  return map;
}

/** Syllables by `vendor.form.position`, as the file writes them. */
function exceptions(column: string): ReadonlyMap<string, string> {
  return new Map(
    (column === '' ? [] : column.split(',')).map((entry) => [
      entry.slice(0, entry.lastIndexOf('.')),
      entry.slice(entry.lastIndexOf('.') + 1),
    ]),
  );
}

function syllables(
  name: readonly string[],
  readings: ReadonlyMap<string, string>,
  except: ReadonlyMap<string, string>,
  vendor: number,
  form: number,
): string[] {
  const usual = name.map((character) => readings.get(character) ?? character);
  if (except.size === 0) return usual;
  return usual.map(
    (syllable, i) => except.get(`${vendor.toString(36)}.${form.toString(36)}.${i.toString(36)}`) ?? syllable,
  );
}

/** Whether a slug is written as the part of the name that it spells. */
function isRun(slug: string): boolean {
  return /^[A-Z]{2}$/.test(slug);
}

function cut(pieces: readonly string[], run: string): string {
  return pieces.slice(run.charCodeAt(0) - 65, run.charCodeAt(1) - 65).join('');
}

/** Where a name that begins with its own city begins anew; -1 for others. */
function behindCity(name: readonly string[], cities: readonly string[]): number {
  const text = name.join('');
  const city = cities.find((c) => c !== '' && c !== text && text.startsWith(c));
  return city === undefined ? -1 : [...city].length;
}

function cityOf(line: string, plain: ReadonlyMap<string, string>): City {
  const [zh = '', en = '', reading = ''] = line.split('\t');
  const spoken = reading.split(' ');
  const names = new Set([foldName(zh, plain), foldName(en, plain), spoken.join('')]);
  return { zh, en, names: [...names], initials: spoken.map((s) => s.slice(0, 1)).join('') };
}
