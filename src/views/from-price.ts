/** Whether a price is one among several, so that a list has to write "from". Pure; runs in the browser. */
import type { Price } from '../schema/vendor.ts';

type Priced = Pick<Price, 'service' | 'basis'>;

/** Whether a vendor with these prices has others for the same service on the same basis as `price`, which is the lowest of them. */
export function amongSeveral(prices: readonly Priced[], price: Priced): boolean {
  return prices.filter((p) => p.service === price.service && p.basis === price.basis).length > 1;
}
