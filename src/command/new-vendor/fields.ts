/** The questions of `npm run new:vendor` that are options too: their order, where each answer goes, and what is taken. */
import { newVendorLabels } from '../../i18n/labels/new-vendor.ts';
import { nameFault } from '../../load/names.ts';
import { slugOf } from '../../load/slug.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { Directory } from '../../schema/directory.ts';
import type { Language } from '../../schema/text.ts';
import { VENDOR_STATUSES } from '../../schema/vendor.ts';
import { type Draft, type DraftPath, textIn, withValue } from '../../submit/draft.ts';
import { listed, nearest } from '../../validate/nearest.ts';

/** Options, in the order of the questions, with the path in the vendor file; the slug is no part of the file. */
export const FLAGS = {
  'name-zh': ['name', 'zh'],
  'name-en': ['name', 'en'],
  slug: [],
  'legal-name': ['legalName'],
  'credit-code': ['creditCode'],
  status: ['status'],
  region: ['offices', 0, 'region'],
  city: ['offices', 0, 'city'],
  service: ['services'],
  industry: ['industries'],
  language: ['languages'],
  licence: ['licence', 'state'],
  website: ['website'],
  contact: ['contacts'],
  'interests-zh': ['interests', 'zh'],
  'interests-en': ['interests', 'en'],
} as const satisfies Record<string, DraftPath>;

export type Flag = keyof typeof FLAGS;

/** Values given as options; lists for what may be given several times. */
export type Answers = Partial<Record<Flag, readonly string[]>>;

/** Something with an id and names that a person may write instead. */
export interface Choice {
  id: string;
  name?: { zh: string; en: string };
  aliases?: readonly string[];
}

/** A taken answer, or why it is not. */
export type Taken = { value: string } | { why: string };

/** The file so far, and the slug that it will have. */
export interface Entry {
  draft: Draft;
  slug: string;
}

export interface Field {
  flag: Flag;
  /** Whether several answers may be given, separated by commas. */
  several: boolean;
  needed: (entry: Entry) => boolean;
  /** Another field that does in its place. */
  orElse?: Flag;
  /** Whether the question makes sense at all. */
  asked: (entry: Entry) => boolean;
  suggestion: (entry: Entry) => string | undefined;
  /** What can be chosen from; undefined for free text. */
  choices: (entry: Entry) => readonly Choice[] | undefined;
  take: (value: string, entry: Entry) => Taken;
}

/** The entry with the taken values of a field; no values leave it as it is. */
export function withAnswer({ draft, slug }: Entry, { flag, several }: Field, values: readonly string[]): Entry {
  if (values[0] === undefined) return { draft, slug };
  if (flag === 'slug') return { draft, slug: values[0] };
  if (flag === 'contact') {
    const pairs = values.map((value) => value.split(/=(.*)/s) as [string, string]);
    return { draft: pairs.reduce((all, [id, text]) => withValue(all, ['contacts', id], text), draft), slug };
  }
  return { draft: withValue(draft, FLAGS[flag], several ? values : values[0]), slug };
}

/** Choices in a sentence at most. */
const MAX_NAMED = 12;

/** The fields for a workspace, with reasons in `language`. */
export function fieldsFor(
  { directory, vendors, renamed = [] }: Pick<Dataset, 'directory' | 'vendors' | 'renamed'>,
  language: Language,
): Field[] {
  const t = newVendorLabels[language];
  const has = (flag: Flag, { draft }: Entry): boolean => textIn(draft, FLAGS[flag]) !== '';
  const regionOf = ({ draft }: Entry): string | undefined => textIn(draft, FLAGS.region) || undefined;
  const field = (flag: Flag, own: Partial<Field> = {}): Field => ({
    flag,
    several: false,
    needed: () => false,
    asked: () => true,
    suggestion: () => undefined,
    choices: () => undefined,
    take: (value) => ({ value }),
    ...own,
  });
  const choice = (flag: Flag, choices: (entry: Entry) => readonly Choice[], own: Partial<Field> = {}): Field =>
    field(flag, {
      choices,
      asked: (entry) => choices(entry).length > 0,
      take: (value, entry) => picked(value, choices(entry)),
      ...own,
    });
  const picked = (value: string, choices: readonly Choice[]): Taken => {
    const found = choices.find((one) => isMeant(value, one));
    if (found !== undefined) return { value: found.id };
    const near = nearest(value, choices.flatMap(wordsOf));
    const meant = choices.find((one) => near !== undefined && wordsOf(one).includes(near))?.id ?? '';
    return { why: t.unknown(value, meant, named(choices, language)) };
  };
  // A former name stays reserved for its vendor.
  const taken = new Set([...vendors.map((v) => v.slug), ...renamed.map((r) => r.from)]);
  const slugFault = (slug: string): string | undefined => {
    const fault = nameFault(slug);
    return fault !== undefined ? t.faults[fault] : taken.has(slug) ? t.faults.taken : undefined;
  };
  return [
    field('name-zh'),
    field('name-en', { needed: (entry) => !has('name-zh', entry), orElse: 'name-zh' }),
    // Made from the name: without one it is the name that is missing.
    field('slug', {
      needed: (entry) => has('name-zh', entry) || has('name-en', entry),
      suggestion: ({ draft }) =>
        suggestSlug(
          textIn(draft, FLAGS['name-zh']) || textIn(draft, FLAGS['name-en']),
          (slug) => slugFault(slug) === undefined,
        ),
      take: (value) => {
        const why = slugFault(value);
        return why === undefined ? { value } : { why };
      },
    }),
    field('legal-name'),
    field('credit-code'),
    choice('status', () => VENDOR_STATUSES.filter((s) => s !== 'withdrawn').map((id) => ({ id })), {
      needed: () => true,
      suggestion: () => 'listed',
    }),
    choice('region', () => directory.regions),
    choice('city', (entry) => citiesIn(directory, regionOf(entry)), {
      needed: (entry) => regionOf(entry) !== undefined,
      asked: (entry) => regionOf(entry) !== undefined && citiesIn(directory, regionOf(entry)).length > 0,
      take: (value, entry) => {
        const found = picked(value, citiesIn(directory, regionOf(entry)));
        const regions = regionOf(entry) === undefined ? regionsOf(value, directory) : [];
        return 'why' in found || regions.length < 2
          ? found
          : { why: t.manyRegions(value, regions.map((r) => `--region ${r.id}`).join(' | ')) };
      },
    }),
    choice('service', () => directory.services, { several: true }),
    choice('industry', () => directory.industries, { several: true }),
    choice('language', () => directory.languages, { several: true }),
    choice('licence', () => directory.licence?.states ?? []),
    field('website'),
    field('contact', {
      several: true,
      asked: () => directory.contacts.length > 0,
      choices: () => directory.contacts,
      take: (value) => {
        const [channel = '', text = ''] = value.split(/=(.*)/s).map((part) => part.trim());
        if (text === '')
          return { why: t.contactForm(directory.contacts[0]?.id ?? 'phone', named(directory.contacts, language)) };
        const found = picked(channel, directory.contacts);
        return 'why' in found ? found : { value: `${found.value}=${text}` };
      },
    }),
    field('interests-zh'),
    field('interests-en'),
  ];
}

/** The flags with the region that their city lies in, where only the city is given and only one region has it. */
export function withRegion(flags: Answers, directory: Directory): Answers {
  const city = flags.city?.[0];
  if (city === undefined || flags.region !== undefined) return flags;
  const [region, ...others] = regionsOf(city, directory);
  return region === undefined || others.length > 0 ? flags : { ...flags, region: [region.id] };
}

/** Everything that a choice may be called. */
function wordsOf({ id, name, aliases = [] }: Choice): string[] {
  return [id, ...(name === undefined ? [] : [name.zh, name.en]), ...aliases];
}

function isMeant(value: string, choice: Choice): boolean {
  return wordsOf(choice).some((word) => word.toLowerCase() === value.trim().toLowerCase());
}

/** Cities of a region, or of all regions while none is known. */
function citiesIn(directory: Directory, region: string | undefined): readonly Choice[] {
  return directory.regions.filter((r) => region === undefined || r.id === region).flatMap((r) => r.cities);
}

/** Regions that have a city of that name. */
function regionsOf(city: string, directory: Directory): Directory['regions'] {
  return directory.regions.filter((r) => r.cities.some((c) => isMeant(city, c)));
}

/** What to choose from, as far as it can be read in a sentence. */
function named(choices: readonly Choice[], language: Language): string {
  const shown = choices.map(({ id, name }) => (name === undefined ? id : `${id} ${name[language]}`));
  return listed(shown) + (shown.length > MAX_NAMED ? ' (content/directory.yaml)' : '');
}

/** Pinyin of a Chinese name or the words of an English one, with a number behind it while it is taken. */
function suggestSlug(name: string, isFree: (slug: string) => boolean): string | undefined {
  const slug = slugOf(name);
  if (slug === '') return undefined;
  for (let n = 1; n < 100; n++) {
    const numbered = n === 1 ? slug : `${slug.slice(0, 60).replace(/-$/, '')}-${n}`;
    if (isFree(numbered)) return numbered;
  }
  return undefined;
}
