/** What has grown old or is missing: evidence, licences, prices, silent vendors, cases without an end, texts in one language. */
import type { Dataset, Vendor } from '../schema/dataset.ts';
import type { EitherLanguage } from '../schema/text.ts';
import { daysBetween } from './time.ts';

/** Something of one vendor, and how many days past its time it is. */
export interface Aged {
  vendor: string;
  /** Id of the evidence or case, or the field. */
  what: string;
  /** Day that counts, `YYYY-MM-DD`. */
  on: string;
  /** Days since then. */
  days: number;
}

/** Lists are in the order of slugs, then as the files have them. */
export interface Freshness {
  asOf: string;
  /** Evidence that was not confirmed for longer than the method allows, or has expired. */
  staleEvidence: readonly Aged[];
  expiredEvidence: readonly Aged[];
  /** Licences that have expired, or were not checked for longer than the method allows. */
  licences: readonly Aged[];
  prices: readonly Aged[];
  /** Participating vendors in whose file nothing is dated within the time that evidence may take. */
  silent: readonly Aged[];
  openCases: readonly Aged[];
  /** Texts that exist in one language only, as `vendor` and dotted field. */
  oneLanguage: readonly { vendor: string; what: string }[];
}

/** The report as of a day, which may be later than the release's. Vendors that have left are not in it. */
export function freshness({ vendors, cases, method }: Dataset, asOf: string): Freshness {
  const limits = method.freshness;
  const present = vendors.filter((v) => v.status !== 'withdrawn');
  const aged = (vendor: string, what: string, on: string): Aged => ({ vendor, what, on, days: daysBetween(on, asOf) });
  const olderThan = (days: number) => (a: Aged): boolean => a.days > days;
  return {
    asOf,
    staleEvidence: present.flatMap((v) => v.evidence.map((e) => aged(v.slug, e.id, e.lastConfirmed))).filter(olderThan(limits.evidenceDays)),
    expiredEvidence: present.flatMap((v) => v.evidence.flatMap((e) => (e.expires === undefined ? [] : [aged(v.slug, e.id, e.expires)]))).filter(olderThan(0)),
    licences: present.flatMap(({ slug, licence }) => [
      ...(licence?.expires === undefined ? [] : [aged(slug, 'licence.expires', licence.expires)].filter(olderThan(0))),
      ...(licence?.checkedOn === undefined ? [] : [aged(slug, 'licence.checkedOn', licence.checkedOn)].filter(olderThan(limits.licenceDays))),
    ]),
    prices: present.flatMap((v) => v.prices.map((p, i) => aged(v.slug, `prices.${i}`, p.observedOn))).filter(olderThan(limits.priceDays)),
    silent: present.flatMap((v) => {
      const last = v.status === 'participating' ? lastSign(v) : undefined;
      return last === undefined ? [] : [aged(v.slug, '', last)].filter(olderThan(limits.evidenceDays));
    }),
    openCases: cases.filter((c) => c.state === 'open').map((c) => aged(c.vendor, c.id, c.openedOn)),
    oneLanguage: present.flatMap((v) => textsOf(v).filter(([, text]) => text !== undefined && (text.zh === undefined || text.en === undefined)).map(([what]) => ({ vendor: v.slug, what }))),
  };
}

/** The latest day in a vendor's file; undefined when it has none. */
function lastSign({ since, evidence, prices, replies, licence }: Vendor): string | undefined {
  const days = [since, licence?.checkedOn, ...evidence.map((e) => e.lastLooked), ...prices.map((p) => p.observedOn), ...replies.map((r) => r.on)];
  return days.filter((day) => day !== undefined).sort().at(-1);
}

/** Texts that readers of both languages want. */
function textsOf({ name, about, interests }: Vendor): [string, EitherLanguage | undefined][] {
  return [['name', name], ['about', about], ['interests', interests]];
}
