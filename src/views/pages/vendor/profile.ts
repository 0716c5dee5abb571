/** A vendor's profile and its source: licence, prices, offices, contacts, interests. */
import type { Vendor } from '../../../schema/dataset.ts';
import { isSafeHttpsAddress } from '../../../schema/text.ts';
import type { Language } from '../../../schema/text.ts';
import type { FileSource, Price } from '../../../schema/vendor.ts';
import type { Inputs } from '../../market/inputs.ts';
import { cityName, nameOf, regionName } from '../../format/names.ts';
import { allScopes, cityScope, scopePath } from '../../market/places.ts';
import { leadOffer } from '../../format/price.ts';
import type { LocalText } from '../../format/localize.ts';
import { localize, localizeOptional } from '../../format/localize.ts';
import { daysBetween } from '../../../schema/day.ts';

export interface Licence {
  /** What the licence is called. */
  name: string;
  about: string;
  state: string;
  standing: 'held' | 'exempt' | 'unknown';
  note: string;
  number: string | undefined;
  issuer: LocalText | undefined;
  checkedOn: string | undefined;
  expires: string | undefined;
  /** Expired, or checked longer ago than the method calls fresh. */
  age: 'fresh' | 'stale' | 'expired';
}

interface PriceRow {
  service: string | undefined;
  basis: string | undefined;
  price: Price;
  note: LocalText | undefined;
  stale: boolean;
}

interface ContactRow {
  name: string;
  text: string;
  /** Address to open; only for checked https links, telephone numbers and e-mail addresses. */
  href: string | undefined;
  external: boolean;
}

/** The source of a vendor's file. */
export interface Teller {
  kind: FileSource['kind'];
  /** Which register, or who collected the data. */
  name: LocalText | undefined;
  url: string | undefined;
}

export interface Profile {
  source: Teller;
  legalName: string | undefined;
  creditCode: string | undefined;
  founded: number | undefined;
  staff: number | undefined;
  since: string | undefined;
  website: string | undefined;
  about: LocalText | undefined;
  interests: LocalText | undefined;
  licence: Licence | undefined;
  prices: readonly PriceRow[];
  /** Whether this market gives prices at all. */
  priced: boolean;
  contacts: readonly ContactRow[];
  offices: readonly {
    region: string;
    city: string;
    href: string | undefined;
    address: LocalText | undefined;
    main: boolean;
  }[];
  services: readonly { name: string; href: string | undefined }[];
  industries: readonly string[];
  languages: readonly string[];
}

/** The profile of a vendor. Paths are those of the default language. */
export function profile(inputs: Inputs, vendor: Vendor, language: Language): Profile {
  const { dataset } = inputs;
  const { directory } = dataset;
  const pages = new Set(allScopes(dataset).map(scopePath));
  const ifPage = (path: string): string | undefined => (pages.has(path) ? path : undefined);
  return {
    source: tellerOf(vendor, language),
    legalName: vendor.legalName,
    creditCode: vendor.creditCode,
    founded: vendor.founded,
    staff: vendor.staff,
    since: vendor.since,
    website: vendor.website !== undefined && isSafeHttpsAddress(vendor.website) ? vendor.website : undefined,
    about: localizeOptional(vendor.about, language),
    interests: localizeOptional(vendor.interests, language),
    licence: licence(inputs, vendor, language),
    prices: vendor.prices.map((price) => ({
      service: price.service === undefined ? undefined : nameOf(directory.services, price.service, language),
      basis: price.basis === undefined ? undefined : nameOf(directory.priceBases, price.basis, language),
      price,
      note: localizeOptional(price.note, language),
      stale: daysBetween(price.observedOn, dataset.release.asOf) > dataset.method.freshness.priceDays,
    })),
    priced: leadOffer(dataset) !== undefined,
    contacts: Object.entries(vendor.contacts).map(([id, text]) => {
      const channel = directory.contacts.find((c) => c.id === id);
      const kind = channel?.kind ?? 'text';
      return { name: channel?.name[language] ?? id, text, href: contactHref(kind, text), external: kind === 'web' };
    }),
    offices: vendor.offices.map((office) => ({
      region: regionName(directory, office.region, language),
      city: cityName(directory, office, language),
      href: ifPage(scopePath(cityScope(directory, office))),
      address: localizeOptional(office.address, language),
      main: office.main,
    })),
    services: vendor.services.map((id) => ({
      name: nameOf(directory.services, id, language),
      href: ifPage(scopePath({ kind: 'service', service: id })),
    })),
    industries: vendor.industries.map((id) => nameOf(directory.industries, id, language)),
    languages: vendor.languages.map((id) => nameOf(directory.languages, id, language)),
  };
}

/** The source: as the file says, otherwise editors for a vendor that is only listed, the vendor itself for others. */
export function tellerOf({ source, status }: Pick<Vendor, 'source' | 'status'>, language: Language): Teller {
  const url = source?.url;
  return {
    kind: source?.kind ?? (status === 'listed' ? 'editor' : 'vendor'),
    name: localizeOptional(source?.name, language),
    url: url !== undefined && isSafeHttpsAddress(url) ? url : undefined,
  };
}

/** A link for a contact whose text is plainly of its kind; otherwise undefined and only the text is shown. */
export function contactHref(kind: 'web' | 'telephone' | 'email' | 'text', text: string): string | undefined {
  if (kind === 'web') return isSafeHttpsAddress(text) ? text : undefined;
  if (kind === 'telephone')
    return /^\+?[0-9][0-9 ()-]{4,30}$/.test(text) ? `tel:${text.replace(/[^+0-9]/g, '')}` : undefined;
  if (kind === 'email')
    return /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(text) ? `mailto:${text}` : undefined;
  return undefined;
}

function licence({ dataset }: Inputs, vendor: Vendor, language: Language): Licence | undefined {
  const kind = dataset.directory.licence;
  const own = vendor.licence;
  const state = kind?.states.find((s) => s.id === own?.state);
  if (kind === undefined || own === undefined || state === undefined) return undefined;
  const { asOf } = dataset.release;
  const expired = own.expires !== undefined && own.expires < asOf;
  const old = own.checkedOn !== undefined && daysBetween(own.checkedOn, asOf) > dataset.method.freshness.licenceDays;
  return {
    name: kind.name[language],
    about: kind.about[language],
    state: state.name[language],
    standing: state.standing,
    note: state.note[language],
    number: own.number,
    issuer: own.issuer === undefined ? undefined : localize(own.issuer, language),
    checkedOn: own.checkedOn,
    expires: own.expires,
    age: expired ? 'expired' : old ? 'stale' : 'fresh',
  };
}
