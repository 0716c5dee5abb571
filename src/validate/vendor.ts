/** All that one vendor file can break by itself or towards the rest of the workspace; other vendors come in `vendor-names`. */
import type { RuleId } from '../schema/rules.ts';
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
import { privacyRule, type AllowedByKey } from './privacy.ts';
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

/**
 * What the digits of public numbers and addresses look like by chance. What nobody has by chance is refused there too: an
 * identity number, with its date and check character, as credit code, or a mobile number as the number of a licence.
 */
export const PUBLIC_DIGITS: AllowedByKey = new Map<string, readonly RuleId[]>([
  ['creditCode', ['personal-bank-card', 'personal-mobile']],
  ['website', ['personal-bank-card', 'personal-mobile', 'personal-email', 'personal-wechat']],
  ['url', ['personal-bank-card', 'personal-mobile', 'personal-email', 'personal-wechat']],
  ['file', ['personal-bank-card', 'personal-wechat']],
  ['number', ['personal-bank-card', 'personal-wechat']],
]);

const FORM: PartsForm<VendorFile> = {
  instead: { name: { zh: '?' }, status: 'listed' },
  entries: { answers: 3, contacts: 2 },
  publicDigits: PUBLIC_DIGITS,
};

/** A vendor file in its shape, or what is well-formed in it; every fault of the shape is reported. */
export function vendorOf(file: RawYaml, report: Report): Parts<VendorFile> | undefined {
  return checkParts(vendorSchema, file, FORM, report);
}

export function checkVendor(checked: Parts<VendorFile>, known: Known, report: Report): void {
  for (const [rule, ...needs] of RULES) if (!needs.some((key) => checked.faulty.has(key))) rule(checked, known, report);
  privacyRule(checked, PUBLIC_DIGITS, report);
}
