/** The plain facts about a vendor: where it sits, since when, with how many people, what it does and how to reach it. */
import type { VendorFile } from '../schema/vendor.ts';
import type { Part } from './cast.ts';
import type { SampleJob } from './context.ts';
import { dateOf, dayOf } from './days.ts';
import { fill, fillBoth } from './fill.ts';
import type { Names } from './names.ts';
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
  'since' | 'founded' | 'staff' | 'website' | 'contacts' | 'offices' | 'services' | 'industries' | 'languages'
> & { licence?: VendorFile['licence'] };

/** The facts of vendor number `index`. Listed vendors, about whom less is known, get fewer of them. */
export function profileOf(job: SampleJob, index: number, part: Part, names: Names, place: Place): Profile {
  const random = stream(job.seed, 'profile', index);
  const { directory, words } = job;
  const today = dayOf(job.asOf);
  const year = Number(job.asOf.slice(0, 4));
  const scarce = part.standing === 'listed';
  const founded = year - 2 - Math.min(22, Math.floor(Math.exp(1.6 + random.normal() * 0.7)));
  const staff = Math.max(2, Math.round(Math.exp(2.5 + random.normal() * 0.85)));
  const since = dateOf(today - random.int(60, 600));

  // Earlier entries of a vocabulary are the common ones.
  const some = (ids: readonly string[], first: number, decay: number): string[] =>
    ids.filter((_, i) => random.chance(first * decay ** i + 0.12));
  const services = directory.services.map((entry) => entry.id);
  const offered = services.filter((_, i) => i === 0 || random.chance(Math.max(0.25, 0.85 - i * 0.06)));

  return {
    since,
    founded,
    ...(scarce ? {} : { staff }),
    ...(scarce && random.chance(0.4) ? {} : { website: fill(words.website, { slug: names.brand.slug }) }),
    contacts: contactsOf(job, index, names, scarce),
    offices: officesOf(job, index, place, staff),
    services: offered,
    industries: some(
      directory.industries.map((entry) => entry.id),
      0.6,
      0.85,
    ),
    languages: directory.languages.map((entry) => entry.id).filter((_, i) => i === 0 || random.chance(0.24 / i)),
    ...licenceOf(job, index, part, founded, place),
  };
}

function contactsOf(job: SampleJob, index: number, names: Names, scarce: boolean): Record<string, string> {
  const random = stream(job.seed, 'contacts', index);
  const out: Record<string, string> = {};
  job.directory.contacts.forEach((contact, i) => {
    const keep = random.chance(i === 0 ? 1 : scarce ? 0.25 : 0.7);
    const nn = String(random.int(0, 99)).padStart(2, '0');
    const slots = { slug: names.brand.slug, brand: names.brand.zh, nn, contact: contact.id };
    if (keep) out[contact.id] = fill(job.words.contacts[contact.kind], slots);
  });
  return out;
}

function officesOf(job: SampleJob, index: number, place: Place, staff: number): VendorFile['offices'] {
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
function licenceOf(
  job: SampleJob,
  index: number,
  part: Part,
  founded: number,
  place: Place,
): { licence?: VendorFile['licence'] } {
  const { directory, words } = job;
  if (directory.licence === undefined) return {};
  const random = stream(job.seed, 'licence', index);
  const others = part.case === undefined ? 1 : 0;
  const weight = { held: 0.8, exempt: 0.06 * others, unknown: 0.08 * others } as const;
  const state = random.weighted(directory.licence.states, (entry) => weight[entry.standing]);
  const today = dayOf(job.asOf);
  const checkedOn = dateOf(today - random.int(5, 520));
  if (state.standing !== 'held' || words.licence === undefined) {
    return { licence: { state: state.id, ...(state.standing === 'unknown' ? {} : { checkedOn }) } };
  }
  const number = fill(words.licence.number, { year: founded, n: String(random.int(1, 9999)).padStart(4, '0') });
  const issuer = fillBoth(words.licence.issuer, { city: place.name.zh }, { city: place.name.en });
  return { licence: { state: state.id, number, issuer, checkedOn } };
}
