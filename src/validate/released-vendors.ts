/** Vendors of frozen releases are still there under their file names, and are still the same firms. */
import type { RawWorkspace } from '../load/raw.ts';
import type { Dataset, Vendor } from '../schema/dataset.ts';
import type { FrozenRelease, FrozenVendor } from '../schema/frozen.ts';
import type { Report } from './report.ts';

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
  return { ...release, vendors: vendors.sort((a, b) => (a.slug < b.slug ? -1 : 1)) };
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
  const told = new Set<string>();
  for (const release of releases.filter((r) => r.sampleData === dataset.site.sampleData).toReversed()) {
    for (const frozen of release.vendors) {
      const slug = slugToday(frozen.slug);
      const vendor = today.get(slug);
      const path = `data/vendors/${vendor === undefined ? frozen.slug : slug}.yaml`;
      if (told.has(path)) continue;
      if (vendor === undefined) {
        told.add(path);
        report.add({ path, line: 0, column: 0, field: '', rule: 'vendor-gone', params: { release: release.id } });
        continue;
      }
      const fault = anotherFirm(frozen, vendor);
      const file = fault === undefined ? undefined : raw.vendors.find((f) => f.name === slug);
      if (fault === undefined || file === undefined) continue;
      told.add(path);
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
