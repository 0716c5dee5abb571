/** A price range goes up. */
import type { VendorRule } from './vendor.ts';

export const priceRule: VendorRule = ({ file, data }, _known, report) => {
  for (const [i, { amount, upTo }] of data.prices.entries()) {
    if (upTo !== undefined && upTo < amount) report.yaml(file, ['prices', i, 'upTo'], 'price-range', { limit: amount });
  }
};
