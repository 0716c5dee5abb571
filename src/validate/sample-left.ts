/** What is left of the fictional sample in a workspace that says its data are real: reserved addresses, owners and codes of nobody. */
import type { Path } from '../load/raw.ts';
import type { Site } from '../schema/site.ts';
import type { VendorFile } from '../schema/vendor.ts';
import type { Report } from './report.ts';
import type { Checked } from './shape.ts';

/** Tells what of the site and, once for each file, of the vendors cannot be real. Nothing while `sampleData` is true. */
export function sampleLeftRule(site: Checked<Site>, vendors: readonly Checked<VendorFile>[], report: Report): void {
  const { url, repository, contact, sampleData } = site.data;
  if (sampleData) return;
  for (const [field, value] of Object.entries({ url, repository, contact })) {
    if (value !== undefined && (isReserved(value) || (field === 'repository' && hasPlaceholderOwner(value))))
      report.yaml(site.file, [field], 'sample-left');
  }
  for (const { file, data } of vendors) {
    const at = fictionalField(data);
    if (at !== undefined) report.yaml(file, at, 'sample-left');
  }
}

/** The first field of a vendor that only a fictional one can have. */
function fictionalField({ creditCode, website, contacts, evidence }: VendorFile): Path | undefined {
  // Characters 3 to 8 of a credit code are an administrative division (GB 32100-2015); none begins with 99 (GB/T 2260).
  if (creditCode !== undefined && creditCode.startsWith('99', 2)) return ['creditCode'];
  if (website !== undefined && isReserved(website)) return ['website'];
  const contact = Object.entries(contacts ?? {}).find(([, value]) => isReserved(value));
  if (contact !== undefined) return ['contacts', contact[0]];
  const item = (evidence ?? []).findIndex(({ url }) => url !== undefined && isReserved(url));
  return item < 0 ? undefined : ['evidence', item, 'url'];
}

/** Whether an address of the web or of mail is at a host that RFC 2606 and RFC 6761 keep for examples and tests. */
function isReserved(address: string): boolean {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(address)?.[1] ?? /^[^\s/@]+@([^\s/@]+)$/.exec(address)?.[1];
  return host !== undefined && /(?:^|\.)(?:example|invalid|test|localhost|example\.(?:com|net|org))\.?$/i.test(host);
}

/** Whether a repository's owner is a word for an example, as in https://code.host/some-example/site. */
function hasPlaceholderOwner(repository: string): boolean {
  const owner = URL.canParse(repository) ? new URL(repository).pathname.split('/')[1] : undefined;
  return owner !== undefined && /(?:^|-)(?:example|placeholder|your-\w+)(?:-|$)/i.test(owner);
}
