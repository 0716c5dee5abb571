/** What was told to `npm run new:vendor`, as the data of a vendor file and as its text. */
import type { Dataset } from '../../schema/dataset.ts';
import { type Draft, tidied } from '../../submit/draft.ts';
import { vendorText } from '../../submit/vendor-text.ts';
import { usualCurrency } from '../../views/browser/submit-files.ts';
import type { Answers, Flag } from './fields.ts';

/** The whole file; ends with a line feed. */
export function newVendorFile(
  answers: Answers,
  dataset: Pick<Dataset, 'directory' | 'frameworks' | 'release' | 'vendors'>,
): string {
  const { directory, frameworks, release } = dataset;
  return vendorText(draftOf(answers), { directory, frameworks, asOf: release.asOf, currency: usualCurrency(dataset) });
}

function draftOf(answers: Answers): Draft {
  const one = (flag: Flag): string | undefined => answers[flag]?.[0];
  const region = one('region');
  return tidied({
    name: { zh: one('name-zh'), en: one('name-en') },
    legalName: one('legal-name'),
    creditCode: one('credit-code'),
    status: one('status') ?? 'listed',
    website: one('website'),
    contacts: Object.fromEntries((answers.contact ?? []).map((contact) => contact.split(/=(.*)/s) as [string, string])),
    offices: region === undefined ? [] : [{ region, city: one('city'), main: true }],
    services: answers.service,
    industries: answers.industry,
    languages: answers.language,
    licence: { state: one('licence') },
    interests: { zh: one('interests-zh'), en: one('interests-en') },
  });
}
