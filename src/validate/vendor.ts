/** All that one vendor file can break by itself or towards the rest of the workspace; other vendors come in `vendor-names`. */
import { vendor as vendorSchema, type VendorFile } from '../schema/vendor.ts';
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
import { checkParts, type Parts, type PartsForm } from './parts.ts';
import type { RawYaml } from '../load/raw.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

export type VendorRule = (checked: Checked<VendorFile>, known: Known, report: Report) => void;

/** Rules, each with the keys that it needs whole: whose absence it would tell, or for which something else would stand. */
const RULES: readonly (readonly [VendorRule, ...(keyof VendorFile)[]])[] = [
  [answerRule],
  [contactRule],
  [creditCodeRule],
  [vendorDateRule],
  [directoryRule],
  [evidenceRule, 'evidence', 'answers'],
  [priceRule],
  [scriptRule, 'name'],
  [statusRule, 'status', 'withdrawn'],
];

/** Fields whose digits are public by nature: addresses of the web, the credit code, a licence number, ids and dates. */
export const PUBLIC_DIGITS = ['creditCode', 'website', 'url', 'file', 'number'];

const FORM: PartsForm<VendorFile> = { instead: { name: { zh: '?' }, status: 'listed' }, entries: { answers: 3, contacts: 2 }, publicDigits: PUBLIC_DIGITS };

/** A vendor file in its shape, or what is well-formed in it; every fault of the shape is reported. */
export function vendorOf(file: RawYaml, report: Report): Parts<VendorFile> | undefined {
  return checkParts(vendorSchema, file, FORM, report);
}

export function checkVendor(checked: Parts<VendorFile>, known: Known, report: Report): void {
  for (const [rule, ...needs] of RULES) if (!needs.some((key) => checked.faulty.has(key))) rule(checked, known, report);
  privacyRule(checked, PUBLIC_DIGITS, report);
}
