/** All that one vendor file can break by itself or towards the rest of the workspace; other vendors come in `vendor-names`. */
import type { VendorFile } from '../schema/vendor.ts';
import { answerRule } from './vendor-answers.ts';
import { contactRule } from './vendor-contacts.ts';
import { creditCodeRule } from './vendor-credit-code.ts';
import { vendorDateRule } from './vendor-dates.ts';
import { directoryRule } from './vendor-directory.ts';
import { evidenceRule } from './vendor-evidence.ts';
import { priceRule } from './vendor-prices.ts';
import { scriptRule } from './vendor-names.ts';
import { statusRule } from './vendor-status.ts';
import type { Known } from './known.ts';
import { privacyRule } from './privacy.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

export type VendorRule = (checked: Checked<VendorFile>, known: Known, report: Report) => void;

const RULES: readonly VendorRule[] = [
  answerRule,
  contactRule,
  creditCodeRule,
  vendorDateRule,
  directoryRule,
  evidenceRule,
  priceRule,
  scriptRule,
  statusRule,
];

/** Fields whose digits are public by nature: addresses of the web, the credit code, a licence number, ids and dates. */
export const PUBLIC_DIGITS = ['creditCode', 'website', 'url', 'file', 'number'];

export function checkVendor(checked: Checked<VendorFile>, known: Known, report: Report): void {
  for (const rule of RULES) rule(checked, known, report);
  privacyRule(checked, PUBLIC_DIGITS, report);
}
