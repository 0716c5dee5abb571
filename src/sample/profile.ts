/** The plain facts about a vendor: where it sits, since when, with how many people, what it does and how to reach it. */
import type { EitherLanguage } from '../schema/text.ts';
import type { Price, VendorFile } from '../schema/vendor.ts';
import type { SampleJob, Subject } from './context.ts';
import { dayText } from '../schema/day.ts';
import { fill, fillBoth } from './names.ts';
import { logistic } from './quality.ts';
import { stream } from './random.ts';

/** A city with its region and how expensive it is. */
export interface Place {
  region: string;
  city: string;
  name: { zh: string; en: string };
  /** Level of prices; 1 is usual. */
  price: number;
}

/** The city of a vendor's main office. */
export function placeOf(job: SampleJob, index: number): Place {
  const chosen = stream(job.seed, 'place', index).weighted(job.words.places, (place) => place.weight);
  return placeNamed(job, chosen.city, chosen.price);
}

function placeNamed(job: SampleJob, city: string, price: number): Place {
  for (const region of job.directory.regions) {
    const found = region.cities.find((entry) => entry.id === city);
    if (found) return { region: region.id, city, name: found.name, price };
  }
  throw new RangeError(`no such city: ${city}`);
}

export type Profile = Pick<
  VendorFile,
  | 'since'
  | 'founded'
  | 'staff'
  | 'website'
  | 'contacts'
  | 'offices'
  | 'services'
  | 'industries'
  | 'languages'
  | 'licence'
>;

/** The facts of vendor number `index`. Listed vendors, about whom less is known, get fewer of them. */
export function profileOf(subject: Subject): Profile {
  const { job, index, archetype, names, today } = subject;
  const random = stream(job.seed, 'profile', index);
  const { directory, words } = job;
  const year = Number(job.asOf.slice(0, 4));
  const scarce = archetype.disclosure === 'listed';
  const founded = year - 2 - Math.min(22, Math.floor(Math.exp(1.6 + random.normal() * 0.7)));
  const staff = Math.max(2, Math.round(Math.exp(2.5 + random.normal() * 0.85)));
  const since = dayText(today - random.int(60, 600));

  // Earlier entries of a vocabulary are the common ones.
  const some = (ids: readonly string[], first: number, decay: number): string[] =>
    ids.filter((_, i) => random.chance(first * decay ** i + 0.12));
  const services = directory.services.map((entry) => entry.id);
  const offered = services.filter((_, i) => i === 0 || random.chance(Math.max(0.25, 0.85 - i * 0.06)));

  return {
    since,
    founded,
    staff: scarce ? undefined : staff,
    website: scarce && random.chance(0.4) ? undefined : fill(words.website, { slug: names.brand.slug }),
    contacts: contactsOf(subject),
    offices: officesOf(subject, staff),
    services: offered,
    industries: some(
      directory.industries.map((entry) => entry.id),
      0.6,
      0.85,
    ),
    languages: directory.languages.map((entry) => entry.id).filter((_, i) => i === 0 || random.chance(0.24 / i)),
    licence: licenceOf(subject, founded),
  };
}

function contactsOf({ job, index, archetype, names }: Subject): Record<string, string> {
  const random = stream(job.seed, 'contacts', index);
  const out: Record<string, string> = {};
  job.directory.contacts.forEach((contact, i) => {
    const keep = random.chance(i === 0 ? 1 : archetype.disclosure === 'listed' ? 0.25 : 0.7);
    const nn = String(random.int(0, 99)).padStart(2, '0');
    const slots = { slug: names.brand.slug, brand: names.brand.zh, nn, contact: contact.id };
    if (keep) out[contact.id] = fill(job.words.contacts[contact.kind], slots);
  });
  return out;
}

function officesOf({ job, index, place }: Subject, staff: number): VendorFile['offices'] {
  const random = stream(job.seed, 'offices', index);
  const number = staff < 12 ? 1 : 1 + Math.min(4, Math.floor((staff / 25) * random.unit() * 2));
  const others = random
    .shuffled(job.words.places)
    .filter((entry) => entry.city !== place.city)
    .slice(0, number - 1);
  const places = [place, ...others.map((entry) => placeNamed(job, entry.city, entry.price))];
  return places.map((where, i) => {
    const slots = { n: random.int(1, 398), floor: random.int(2, 28), unit: random.int(1, 20) };
    return {
      region: where.region,
      city: where.city,
      address: fillBoth(random.pick(job.words.addresses), slots, slots),
      main: i === 0,
    };
  });
}

/** The licence; a vendor that somebody has a case about holds one, since cases speak of it. */
function licenceOf({ job, index, archetype, place, today }: Subject, founded: number): VendorFile['licence'] {
  const { directory, words } = job;
  if (directory.licence === undefined) return undefined;
  const random = stream(job.seed, 'licence', index);
  const others = archetype.case === undefined ? 1 : 0;
  const weight = { held: 0.8, exempt: 0.06 * others, unknown: 0.08 * others } as const;
  const state = random.weighted(directory.licence.states, (entry) => weight[entry.standing]);
  const checkedOn = dayText(today - random.int(5, 520));
  if (state.standing !== 'held' || words.licence === undefined) {
    return { state: state.id, checkedOn: state.standing === 'unknown' ? undefined : checkedOn };
  }
  const number = fill(words.licence.number, { year: founded, n: String(random.int(1, 9999)).padStart(4, '0') });
  const issuer = fillBoth(words.licence.issuer, { city: place.name.zh }, { city: place.name.en });
  return { state: state.id, number, issuer, checkedOn };
}

/** How a vendor presents itself, in the languages in which the vendor has a name; one sentence from each group of the words. */
export function aboutOf({ job, index, names, place }: Subject, profile: Profile): EitherLanguage {
  const random = stream(job.seed, 'about', index);
  const named = (list: readonly { id: string; name: { zh: string; en: string } }[], ids: readonly string[]) =>
    list.filter((entry) => ids.includes(entry.id)).map((entry) => entry.name);
  const industries = named(job.directory.industries, profile.industries);
  const services = named(job.directory.services, profile.services);
  const industry = industries.length > 0 ? random.pick(industries) : undefined;
  const service = services.length > 0 ? random.pick(services) : undefined;
  const slots = (language: 'zh' | 'en'): Record<string, string> => ({
    brand: language === 'zh' ? names.brand.zh : names.brand.en,
    city: place.name[language],
    ...(profile.founded === undefined ? {} : { year: String(profile.founded) }),
    ...(profile.staff === undefined ? {} : { staff: String(profile.staff) }),
    ...(industry === undefined ? {} : { industry: language === 'zh' ? industry.zh : inSentence(industry.en) }),
    ...(service === undefined ? {} : { service: language === 'zh' ? service.zh : inSentence(service.en) }),
  });
  const zh = slots('zh');
  const en = slots('en');
  const said = job.words.about.flatMap((group) => {
    const speaks = random.chance(group.chance);
    // A sentence whose slot this vendor cannot fill is not said.
    const sayable = group.say.filter((text) =>
      [...text.zh.matchAll(/\{([A-Za-z]+)\}/g)].every(([, slot]) => slot !== undefined && slot in zh),
    );
    const sentence = sayable.length > 0 ? random.pick(sayable) : undefined;
    return speaks && sentence !== undefined ? [fillBoth(sentence, zh, en)] : [];
  });
  return {
    ...(names.name.zh === undefined ? {} : { zh: said.map((text) => text.zh).join('') }),
    ...(names.name.en === undefined ? {} : { en: said.map((text) => text.en).join(' ') }),
  };
}

/** The name of a thing inside an English sentence: a capital only where the second letter has one too. */
function inSentence(name: string): string {
  return /^[A-Z][a-z ]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/**
 * The prices of the services that a vendor offers, rounded to the step of each: around the middle of what the words give,
 * by place, a little by quality, and by chance.
 */
export function pricesOf({ job, index, place, quality, today }: Subject, services: readonly string[]): Price[] {
  const random = stream(job.seed, 'prices', index);
  const dear = 0.45 * quality.base + random.normal() * 0.8;
  const observed = today - random.int(3, 260);
  const out: Price[] = [];
  for (const kind of job.words.prices) {
    const keep = random.chance(kind.chance);
    const at = logistic(dear + random.normal() * 0.35);
    const day = random.chance(0.15) ? today - random.int(270, 560) : observed;
    const noted = random.chance(0.4);
    const ranged = random.chance(0.35);
    if (!keep || (kind.service !== undefined && !services.includes(kind.service))) continue;
    const rounded = (value: number): number => Math.max(kind.step, Math.round(value / kind.step) * kind.step);
    const amount = rounded((kind.low + (kind.high - kind.low) * at) * place.price);
    out.push({
      service: kind.service,
      basis: kind.basis,
      amount,
      upTo: kind.upTo !== undefined && ranged ? rounded(amount * kind.upTo) : undefined,
      currency: kind.currency,
      period: kind.period,
      observedOn: dayText(day),
      note: noted ? kind.note : undefined,
    });
  }
  return out;
}
