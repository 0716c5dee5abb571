/** What the generator is given, and the checks that the words fit the rest of the workspace. */
import type { Directory } from '../schema/directory.ts';
import type { Framework } from '../schema/framework.ts';
import type { Method } from '../schema/method.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';
import type { SampleWords } from '../schema/sample.ts';
import type { Archetype } from './archetypes.ts';
import type { Names } from './names.ts';
import type { Place } from './profile.ts';
import type { Quality } from './quality.ts';

export interface SampleContext {
  frameworks: readonly Framework[];
  questionnaire: Questionnaire;
  directory: Directory;
  method: Method;
  words: SampleWords;
  /** The day that counts as today, `YYYY-MM-DD`; nothing generated is later. */
  asOf: string;
}

export interface SampleOptions extends SampleContext {
  /** Number of vendors; 40 unless told. */
  vendors?: number;
  /** Reviews in all, roughly; 37.5 for each vendor unless told. */
  reviews?: number;
  /** Timed contacts in all, roughly; 15 for each vendor unless told. */
  observations?: number;
  seed?: string;
}

export const DEFAULTS = { vendors: 40, reviewsPerVendor: 37.5, observationsPerVendor: 15, seed: 'hengping' } as const;

/** The workspace with its amounts settled. */
export interface SampleJob extends SampleContext {
  vendors: number;
  reviewsPerVendor: number;
  observationsPerVendor: number;
  seed: string;
}

/** One fictional vendor while its files are drawn. */
export interface Subject {
  job: SampleJob;
  /** Number of the vendor, 0... */
  index: number;
  archetype: Archetype;
  quality: Quality;
  place: Place;
  names: Names;
  /** Day number of `asOf`. */
  today: number;
}

/**
 * Settles the amounts. Throws a RangeError when a number is out of range, or when the words name something that the
 * workspace does not have (all such names are listed).
 */
export function jobOf(options: SampleOptions): SampleJob {
  const vendors = options.vendors ?? DEFAULTS.vendors;
  for (const [name, value, low] of [
    ['vendors', vendors, 1],
    ['reviews', options.reviews ?? 0, 0],
    ['observations', options.observations ?? 0, 0],
  ] as const) {
    if (!Number.isInteger(value) || value < low)
      throw new RangeError(`${name}: ${value} is not a whole number from ${low}`);
  }
  const unknown = unknownNames(options);
  if (unknown.length > 0)
    throw new RangeError(`the sample words name what the workspace lacks:\n${unknown.join('\n')}`);
  return {
    ...options,
    vendors,
    reviewsPerVendor: options.reviews === undefined ? DEFAULTS.reviewsPerVendor : options.reviews / vendors,
    observationsPerVendor:
      options.observations === undefined ? DEFAULTS.observationsPerVendor : options.observations / vendors,
    seed: options.seed ?? DEFAULTS.seed,
  };
}

/** Every id in the words that the directory, the frameworks or the questionnaire do not have, as `where: id`. */
export function unknownNames(context: SampleContext): string[] {
  const { directory, frameworks, questionnaire, words } = context;
  const cities = new Set(directory.regions.flatMap((region) => region.cities.map((city) => city.id)));
  const services = new Set(directory.services.map((service) => service.id));
  const bases = new Set(directory.priceBases.map((basis) => basis.id));
  const dimensions = new Set(frameworks.flatMap((f) => f.dimensions.map((d) => `${f.id}/${d.id}`)));
  const criteria = new Set(
    frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria.map((c) => `${f.id}/${c.id}`))),
  );
  const facets = new Set(
    frameworks.flatMap((f) =>
      f.dimensions.flatMap((d) => d.criteria.flatMap((c) => c.facets.map((facet) => `${f.id}/${c.id}/${facet.id}`))),
    ),
  );
  const questions = new Set(questionnaire.questions.map((question) => question.id));
  const out: string[] = [];
  const need = (where: string, id: string | undefined, known: ReadonlySet<string>): void => {
    if (id !== undefined && !known.has(id)) out.push(`${where}: ${id}`);
  };
  for (const place of words.places) need('places.city', place.city, cities);
  for (const price of words.prices) {
    need('prices.service', price.service, services);
    need('prices.basis', price.basis, bases);
  }
  for (const item of words.evidence) for (const ref of item.dimensions) need(`evidence.${item.id}`, ref, dimensions);
  for (const entry of words.notApplicable) for (const ref of entry.criteria) need('notApplicable', ref, criteria);
  for (const voice of [words.reviews.zh, words.reviews.en]) {
    for (const topic of voice.topics)
      for (const question of topic.questions) need('reviews.topics', question, questions);
  }
  for (const entry of words.replies.complaint)
    for (const question of entry.questions) need('replies', question, questions);
  for (const entry of words.cases) {
    if (!('criterion' in entry.about)) continue;
    need(`cases.${entry.slug}`, entry.about.criterion, criteria);
    for (const facet of Object.keys(entry.about.facets))
      need(`cases.${entry.slug}`, `${entry.about.criterion}/${facet}`, facets);
  }
  return out;
}
