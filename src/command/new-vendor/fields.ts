/** What `npm run new:vendor` asks, in order, and which answers it takes. */
import { newVendorLabels } from '../../i18n/labels/new-vendor.ts';
import { nameFault } from '../../load/names.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { Language } from '../../schema/text.ts';
import { VENDOR_STATUSES } from '../../schema/vendor.ts';
import { slugOf } from '../../load/slug.ts';
import { listed, nearest } from '../../validate/nearest.ts';
import { type Choice, citiesIn, isMeant, regionsOf, wordsOf } from './places.ts';

/** Flags, in the order of the questions. */
export const FLAGS = [
  'name-zh',
  'name-en',
  'slug',
  'legal-name',
  'credit-code',
  'status',
  'region',
  'city',
  'service',
  'industry',
  'language',
  'licence',
  'website',
  'contact',
  'interests-zh',
  'interests-en',
] as const;
export type { Choice } from './places.ts';
export type Flag = (typeof FLAGS)[number];

/** Answers so far; lists for what may be told several times. */
export type Answers = Partial<Record<Flag, readonly string[]>>;

/** A taken answer, or why it is not. */
export type Taken = { value: string } | { why: string };

export interface Field {
  flag: Flag;
  /** Whether several answers may be given, separated by commas. */
  several: boolean;
  needed: (told: Answers) => boolean;
  /** Another field that does in its place. */
  orElse?: Flag;
  /** Whether it is worth asking. */
  asked: (told: Answers) => boolean;
  suggestion: (told: Answers) => string | undefined;
  /** What can be chosen from; undefined for free text. */
  choices: (told: Answers) => readonly Choice[] | undefined;
  take: (value: string, told: Answers) => Taken;
}

/** As many as a list in a sentence names. */
const MOST_NAMED = 12;

/** The fields for a workspace, with reasons in `language`. */
export function fieldsFor(
  { directory, vendors, renamed = [] }: Pick<Dataset, 'directory' | 'vendors' | 'renamed'>,
  language: Language,
): Field[] {
  const t = newVendorLabels[language];
  const free =
    (check?: (value: string) => string | undefined) =>
    (value: string): Taken => {
      const why = check?.(value);
      return why === undefined ? { value } : { why };
    };
  const always = (): boolean => true;
  const never = (): boolean => false;
  const field = (flag: Flag, own: Partial<Omit<Field, 'flag'>>): Field => ({
    flag,
    several: false,
    needed: never,
    asked: always,
    suggestion: () => undefined,
    choices: () => undefined,
    take: free(),
    ...own,
  });
  const choice = (flag: Flag, choices: (told: Answers) => readonly Choice[], own: Partial<Field> = {}): Field =>
    field(flag, {
      choices,
      asked: (told) => choices(told).length > 0,
      take: (value, told) => pick(value, choices(told), (near) => t.unknown(value, near, alternatives(choices(told)))),
      ...own,
    });
  const alternatives = (choices: readonly Choice[]): string => named(choices, language);
  // A former name stays its vendor's for good.
  const taken = new Set([...vendors.map((v) => v.slug), ...renamed.map((r) => r.from)]);
  const slugFault = (slug: string): string | undefined => {
    const fault = nameFault(slug);
    return fault !== undefined ? t.faults[fault] : taken.has(slug) ? t.faults.taken : undefined;
  };
  return [
    field('name-zh', {}),
    field('name-en', { needed: (told) => told['name-zh'] === undefined, orElse: 'name-zh' }),
    // Made from the name: without one it is the name that is missing.
    field('slug', {
      needed: (told) => told['name-zh'] !== undefined || told['name-en'] !== undefined,
      suggestion: (told) => suggestSlug(told, (slug) => slugFault(slug) === undefined),
      take: free(slugFault),
    }),
    field('legal-name', {}),
    field('credit-code', {}),
    choice('status', () => VENDOR_STATUSES.filter((s) => s !== 'withdrawn').map((id) => ({ id })), {
      needed: always,
      suggestion: () => 'listed',
    }),
    choice('region', () => directory.regions),
    choice('city', (told) => citiesIn(directory, told.region?.[0]), {
      needed: (told) => told.region !== undefined,
      asked: (told) => told.region !== undefined && citiesIn(directory, told.region[0]).length > 0,
      take: (value, { region }) => {
        const cities = citiesIn(directory, region?.[0]);
        const picked = pick(value, cities, (near) => t.unknown(value, near, alternatives(cities)));
        const regions = region === undefined ? regionsOf(value, directory) : [];
        return 'why' in picked || regions.length < 2
          ? picked
          : { why: t.manyRegions(value, regions.map((r) => `--region ${r.id}`).join(' | ')) };
      },
    }),
    choice('service', () => directory.services, { several: true }),
    choice('industry', () => directory.industries, { several: true }),
    choice('language', () => directory.languages, { several: true }),
    choice('licence', () => directory.licence?.states ?? []),
    field('website', {}),
    field('contact', {
      several: true,
      asked: () => directory.contacts.length > 0,
      choices: () => directory.contacts,
      take: (value) => {
        const [channel = '', ...rest] = value.split('=');
        if (rest.length === 0 || rest.join('=').trim() === '')
          return { why: t.contactForm(directory.contacts[0]?.id ?? 'phone', alternatives(directory.contacts)) };
        const picked = pick(channel.trim(), directory.contacts, (near) =>
          t.unknown(channel.trim(), near, alternatives(directory.contacts)),
        );
        return 'why' in picked ? picked : { value: `${picked.value}=${rest.join('=').trim()}` };
      },
    }),
    field('interests-zh', {}),
    field('interests-en', {}),
  ];
}

/** The choice that a person meant, by id or by any of its names; otherwise the nearest. */
function pick(value: string, choices: readonly Choice[], unknown: (near: string) => string): Taken {
  const found = choices.find((choice) => isMeant(value, choice));
  if (found !== undefined) return { value: found.id };
  const near = nearest(value, choices.flatMap(wordsOf));
  return { why: unknown(choices.find((c) => near !== undefined && wordsOf(c).includes(near))?.id ?? '') };
}

/** What to choose from, as far as it can be read in a sentence. */
function named(choices: readonly Choice[], language: Language): string {
  const shown = choices.map(({ id, name }) => (name === undefined ? id : `${id} ${name[language]}`));
  return listed(shown) + (shown.length > MOST_NAMED ? ' (content/directory.yaml)' : '');
}

/** Pinyin of the Chinese name, else the English name; with a number behind it while it is taken. */
function suggestSlug(told: Answers, isFree: (slug: string) => boolean): string | undefined {
  const slug = slugOf(told['name-zh']?.[0] ?? told['name-en']?.[0] ?? '');
  if (slug === '') return undefined;
  for (let n = 1; n < 100; n++) {
    const numbered = n === 1 ? slug : `${slug.slice(0, 60).replace(/-$/, '')}-${n}`;
    if (isFree(numbered)) return numbered;
  }
  return undefined;
}
