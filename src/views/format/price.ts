/**
 * Prices for display, which one is shown for a vendor in a table, and whether it is written with "from". Runs in the browser too.
 */
import type { Dataset, Vendor } from '../../schema/dataset.ts';
import type { Language } from '../../schema/text.ts';
import type { Price } from '../../schema/vendor.ts';
import { nameOf } from './names.ts';
import { oncePer } from './once.ts';

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** What a price is for. Only prices for the same thing can be compared. */
interface Offer {
  service: string | undefined;
  basis: string | undefined;
}

/** The amount for one month when the price recurs; otherwise the amount itself. */
export function comparable(price: Price): number {
  const months = price.period === 'once' || price.period === 'hour' ? 1 : MONTHS[price.period];
  return price.amount / months;
}

/** The offer that most vendors price; the directory's order settles ties. Absent when no vendor gives a price. */
export const leadOffer = oncePer((dataset: Dataset): Offer | undefined => {
  const counts = new Map<string, number>();
  for (const vendor of dataset.vendors) {
    for (const key of new Set(vendor.prices.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const { services, priceBases } = dataset.directory;
  const offers = [...services.map((s) => s.id), undefined].flatMap((service) =>
    [...priceBases.map((b) => b.id), undefined].map((basis) => ({ service, basis })),
  );
  let best: Offer | undefined;
  for (const offer of offers) {
    const most = best === undefined ? 0 : (counts.get(keyOf(best)) ?? 0);
    if ((counts.get(keyOf(offer)) ?? 0) > most) best = offer;
  }
  return best;
});

/** The vendor's lowest price of the lead offer. */
export function priceFrom(dataset: Dataset, vendor: Vendor): Price | undefined {
  const lead = leadOffer(dataset);
  if (lead === undefined) return undefined;
  let lowest: Price | undefined;
  for (const price of vendor.prices) {
    if (keyOf(price) !== keyOf(lead)) continue;
    if (lowest === undefined || comparable(price) < comparable(lowest)) lowest = price;
  }
  return lowest;
}

/** What an offer is called, such as `Service, basis`; undefined when it names neither service nor basis. */
export function offerName(
  { directory }: Dataset,
  offer: { service?: string | undefined; basis?: string | undefined },
  language: Language,
): string | undefined {
  const parts = [
    ...(offer.service === undefined ? [] : [nameOf(directory.services, offer.service, language)]),
    ...(offer.basis === undefined ? [] : [nameOf(directory.priceBases, offer.basis, language)]),
  ];
  return parts.length === 0 ? undefined : parts.join(language === 'zh' ? '·' : ', ');
}

function keyOf(offer: { service?: string | undefined; basis?: string | undefined }): string {
  return `${offer.service ?? ''}/${offer.basis ?? ''}`;
}

type Priced = Pick<Price, 'service' | 'basis'>;

/** Whether a vendor with these prices has others for the same service on the same basis as `price`, which is the lowest of them. */
export function amongSeveral(prices: readonly Priced[], price: Priced): boolean {
  return prices.filter((p) => p.service === price.service && p.basis === price.basis).length > 1;
}

/** Whether this price is where the vendor's prices for the same thing begin: it is a range, or the lowest of several. */
export function isBeginning(prices: readonly Priced[], price: Priced & Pick<Price, 'upTo'>): boolean {
  return price.upTo !== undefined || amongSeveral(prices, price);
}
