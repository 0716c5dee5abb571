/** Rules of vendors of frozen releases: they still exist under their file names, and are still the same firms. */
import type { Rules } from '../../schema/problem.ts';

import type { RawWorkspace } from '../../load/raw.ts';
import type { Dataset, Vendor } from '../../schema/dataset.ts';
import type { FrozenRelease, FrozenVendor } from '../../schema/frozen.ts';
import { compareText } from '../../schema/order.ts';
import type { Report } from '../report.ts';

export const RELEASED_VENDORS_RULES = {
  'vendor-gone': {
    severity: 'error',
    en: [
      'no such vendor, though release {release} has it',
      'every vendor of a release: its addresses stay',
      'put the file back (with status: withdrawn if it has left); if it was renamed, write the former and the new name into data/renamed.yaml',
    ],
    zh: [
      '没有这家服务商，而发布 {release} 中有它',
      '保留发布中的每一家，其网址一直有效',
      '恢复该文件（已退出的写 status: withdrawn）；如果改了文件名，把原名和新名写进 data/renamed.yaml',
    ],
  },
  'vendor-replaced': {
    severity: 'error',
    en: [
      '{found}',
      '{expected}, as in release {release}: a file name is never given to another vendor',
      'put it back; for another name of the same vendor keep the former one among aliases; another vendor needs a file name of its own',
    ],
    zh: [
      '{found}',
      '发布 {release} 中的 {expected}；文件名不给别家用',
      '改回去；同一家改了名称，就把原名留在 aliases 里；另一家请另起文件名',
    ],
  },
} as const satisfies Rules;

/** Gives today's slug of a vendor that was once known by another one, or the same slug when it was not renamed. */
function slugsToday({ renamed = [] }: Pick<Dataset, 'renamed'>): (slug: string) => string {
  const to = new Map(renamed.map((r) => [r.from, r.to]));
  return (slug) => to.get(slug) ?? slug;
}

/** A release as the pages of today show it: every vendor under the slug that it has now, in the order of slugs. */
export function withTodaysSlugs(release: FrozenRelease, dataset: Pick<Dataset, 'renamed'>): FrozenRelease {
  if ((dataset.renamed ?? []).length === 0) return release;
  const slugToday = slugsToday(dataset);
  const vendors = release.vendors.map((vendor) => ({ ...vendor, slug: slugToday(vendor.slug) }));
  return { ...release, vendors: vendors.sort((a, b) => compareText(a.slug, b.slug)) };
}

/**
 * Reports vendors of releases that are gone, and slugs that another firm has now. Fictional vendors of a time before the data
 * were real may go.
 * @param releases the first one first.
 */
export function releasedVendorsRule(
  releases: readonly FrozenRelease[],
  dataset: Dataset,
  raw: Pick<RawWorkspace, 'vendors'>,
  report: Report,
): void {
  const slugToday = slugsToday(dataset);
  const today = new Map(dataset.vendors.map((v) => [v.slug, v]));
  const reported = new Set<string>();
  for (const release of releases.filter((r) => r.sampleData === dataset.site.sampleData).toReversed()) {
    for (const frozen of release.vendors) {
      const slug = slugToday(frozen.slug);
      const vendor = today.get(slug);
      const path = `data/vendors/${vendor === undefined ? frozen.slug : slug}.yaml`;
      if (reported.has(path)) continue;
      if (vendor === undefined) {
        reported.add(path);
        report.add({ path, line: 0, column: 0, field: '', rule: 'vendor-gone', params: { release: release.id } });
        continue;
      }
      const fault = anotherFirm(frozen, vendor);
      const file = fault === undefined ? undefined : raw.vendors.find((f) => f.name === slug);
      if (fault === undefined || file === undefined) continue;
      reported.add(path);
      report.yaml(file, fault.at, 'vendor-replaced', {
        found: fault.found,
        expected: fault.expected,
        release: release.id,
      });
    }
  }
}

/** In what a vendor is another one than in a release: its code, or a former name that it does not even keep as an alias. */
function anotherFirm(
  frozen: FrozenVendor,
  { creditCode, name, aliases, legalName }: Vendor,
): { at: string[]; found: string; expected: string } | undefined {
  if (frozen.creditCode !== undefined && frozen.creditCode !== creditCode)
    return { at: ['creditCode'], found: creditCode ?? '-', expected: frozen.creditCode };
  const names = new Set([name.zh, name.en, ...aliases, legalName]);
  for (const language of ['zh', 'en'] as const) {
    const expected = frozen.name[language];
    if (expected !== undefined && !names.has(expected))
      return { at: ['name', language], found: name[language] ?? name.zh ?? name.en ?? '-', expected };
  }
  return undefined;
}
