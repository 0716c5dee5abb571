/**
 * What is due for renewal, for the page and as a Markdown report. The report holds ids, fields, paths, numbers and days only,
 * so text from the data cannot become markup.
 */
import type { Dataset } from '../../schema/dataset.ts';
import type { FreshnessKind } from '../../schema/words.ts';
import type { Language } from '../../schema/text.ts';
import { type Due, dueCount, freshness, type Freshness } from './freshness.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { type LocalText, localize } from '../format/localize.ts';
import { evidenceNumbers } from './vendor/evidence.ts';
import { freshnessLabels } from '../../i18n/labels/freshness.ts';
import { number } from '../../i18n/numbers.ts';

/** Vendors of one kind that the page shows; the rest are in the data file. */
export const MOST_VENDORS = 60;

/** All things of one kind at one vendor, or at none. */
interface DueGroup {
  slug: string | undefined;
  name: LocalText | undefined;
  /** `anchor` leads there from the vendor's page. */
  things: readonly (Due & { anchor: string | undefined })[];
}

interface DueSection {
  kind: FreshnessKind;
  count: number;
  /** Days of the limit, where the kind has one. */
  limit: string | undefined;
  /** The vendor with what has waited longest first. */
  groups: readonly DueGroup[];
  /** Things of the vendors that are not shown. */
  more: number;
}

interface FreshnessPage {
  asOf: string;
  total: number;
  /** Kinds with entries, in the order of the report. */
  sections: readonly DueSection[];
  /** Kinds without. */
  clear: readonly FreshnessKind[];
}

/** The report as of the day of the release. */
export function freshnessPage(scoring: ScoredWorkspace, language: Language): FreshnessPage {
  const report = freshness(scoring);
  const { evidenceDays, licenceDays, priceDays, caseWorkingDays } = report.limits;
  const cases = caseWorkingDays && [...new Set([caseWorkingDays.correction, caseWorkingDays.dispute])].join(' / ');
  const limits: Partial<Record<FreshnessKind, string | undefined>> = {
    'case-overdue': cases,
    'vendor-silent': String(evidenceDays),
    'licence-unchecked': String(licenceDays),
    'evidence-stale': String(evidenceDays),
    'price-old': String(priceDays),
  };
  const vendors = new Map(scoring.dataset.vendors.map((v) => [v.slug, v] as const));
  const sections = report.lists
    .filter(({ entries }) => entries.length > 0)
    .map(({ kind, entries }): DueSection => {
      const groups = [...Map.groupBy(entries, (due) => due.vendor)].map(([slug, dues]): DueGroup => {
        const vendor = slug === undefined ? undefined : vendors.get(slug);
        return {
          slug,
          name: vendor && localize(vendor.name, language),
          things: dues.map((due) => ({ ...due, anchor: anchorOf(kind, due, vendor) })),
        };
      });
      return {
        kind,
        count: entries.length,
        limit: limits[kind],
        groups: groups.slice(0, MOST_VENDORS),
        more: groups.slice(MOST_VENDORS).reduce((sum, g) => sum + g.things.length, 0),
      };
    });
  return {
    asOf: report.asOf,
    total: dueCount(report),
    sections,
    clear: report.lists.filter(({ entries }) => entries.length === 0).map(({ kind }) => kind),
  };
}

function anchorOf(
  kind: FreshnessKind,
  { what }: Due,
  vendor: Dataset['vendors'][number] | undefined,
): string | undefined {
  if (vendor === undefined) return undefined;
  if (kind === 'evidence-expired' || kind === 'evidence-stale')
    return `evidence/#e-${evidenceNumbers(vendor).get(what) ?? 1}`;
  return kind === 'case-open' || kind === 'case-overdue' ? `#case-${what}` : undefined;
}

/** Entries of one list that are written out. */
const MOST_TOLD = 100;

/** The whole report; ends with a line feed. */
export function freshnessMarkdown({ asOf, lists }: Freshness, language: Language): string {
  const t = freshnessLabels[language];
  const filled = lists.filter(({ entries }) => entries.length > 0);
  const sections = filled.flatMap(({ kind, entries }) => {
    const more = entries.length - MOST_TOLD;
    const lines = entries.slice(0, MOST_TOLD).map((due) => `- ${line(due, language)}`);
    return [
      '',
      `### ${t.count(t.lists[kind], number(entries.length))}`,
      '',
      ...lines,
      ...(more > 0 ? [`- ${t.more(number(more))}`] : []),
    ];
  });
  return [`## ${t.titleOn(asOf)}`, ...(filled.length === 0 ? ['', t.nothing] : sections), ''].join('\n');
}

function line({ vendor, what, on, days, count }: Due, language: Language): string {
  const t = freshnessLabels[language];
  return [
    ...[vendor, what].filter((word) => word !== undefined && word !== '').map((word) => `\`${word}\``),
    ...(count === undefined ? [] : [t.rows(number(count))]),
    ...(on === undefined || days === undefined ? [] : [t.since(on, number(days))]),
  ].join(' ');
}
