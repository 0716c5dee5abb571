/** Whether a list has to write "from" before a price. Pure; runs in the browser. */
import type { Price } from '../../schema/vendor.ts';

type Priced = Pick<Price, 'service' | 'basis'>;

/** Whether a vendor with these prices has others for the same service on the same basis as `price`, which is the lowest of them. */
export function amongSeveral(prices: readonly Priced[], price: Priced): boolean {
  return prices.filter((p) => p.service === price.service && p.basis === price.basis).length > 1;
}

/** Whether this price is where the vendor's prices for the same thing begin: it is a range, or the lowest of several. */
export function isBeginning(prices: readonly Priced[], price: Priced & Pick<Price, 'upTo'>): boolean {
  return price.upTo !== undefined || amongSeveral(prices, price);
}
