/** Prices for display, and which one stands for a vendor in a table. */
import type { Dataset, Vendor } from '../schema/dataset.ts';
import type { Price } from '../schema/vendor.ts';
import { oncePer } from './once.ts';

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The amount for one month when the price recurs; otherwise the amount itself. */
export function comparable(price: Price): number {
  const months = price.period === 'once' || price.period === 'hour' ? 1 : MONTHS[price.period];
  return price.amount / months;
}

/** The service that most vendors give a price for; the directory's order settles a draw. Absent without any. */
export const leadService = oncePer((dataset: Dataset): string | undefined => {
  const counts = new Map<string, number>();
  for (const vendor of dataset.vendors) {
    for (const id of new Set(vendor.prices.map((p) => p.service))) {
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  let best: string | undefined;
  for (const { id } of dataset.directory.services) {
    if ((counts.get(id) ?? 0) > (best === undefined ? 0 : (counts.get(best) ?? 0))) best = id;
  }
  return best;
});

/** The vendor's lowest price of the lead service (of all its prices when the market has no lead service). */
export function priceFrom(dataset: Dataset, vendor: Vendor): Price | undefined {
  const lead = leadService(dataset);
  let lowest: Price | undefined;
  for (const price of vendor.prices) {
    if (lead !== undefined && price.service !== lead) continue;
    if (lowest === undefined || comparable(price) < comparable(lowest)) lowest = price;
  }
  return lowest;
}
