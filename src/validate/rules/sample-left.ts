/** The rule on what is left of the fictional sample where a workspace says that its data are real: reserved addresses, placeholder owners, invented codes. */
import type { Rules } from '../../schema/problem.ts';

import type { Path } from '../../schema/plain-data.ts';
import type { Site } from '../../schema/site.ts';
import type { VendorFile } from '../../schema/vendor.ts';
import type { Report } from '../report.ts';
import type { Checked } from '../shape.ts';

export const SAMPLE_LEFT_RULES = {
  'sample-left': {
    severity: 'warning',
    en: [
      '"{found}"',
      'real data, since content/site.yaml says sampleData: false; this is an address, owner or code that nobody can have',
      'write the real one, take the file out, or set sampleData: true; no site is built before',
    ],
    zh: [
      '“{found}”',
      '真实数据：content/site.yaml 写明 sampleData: false，而这个地址、所有者或代码不可能属于任何人',
      '改成真实的，删去这个文件，或把 sampleData 设为 true；否则不生成网站',
    ],
  },
} as const satisfies Rules;

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
