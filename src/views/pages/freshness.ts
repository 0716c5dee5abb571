/** What has grown old, is missing or waits for an editor: one report for the page, the JSON file and the weekly list. */
import type { Dataset, Vendor } from '../../schema/dataset.ts';
import type { EitherLanguage } from '../../schema/text.ts';
import { FRESHNESS_KINDS, type FreshnessKind, MODERATION_STATES } from '../../schema/words.ts';
import { flags } from './integrity.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { dayText } from '../../schema/day.ts';
import { daysBetween, workingDaysBetween } from '../../schema/day.ts';

import { compareText } from '../../schema/order.ts';

/** One thing that an editor may want to see to. */
export interface Due {
  /** Slug; undefined for what belongs to no vendor. */
  vendor: string | undefined;
  /** Id of the evidence or case, a field, or a path; empty when it is the vendor as a whole. */
  what: string;
  /** Day that counts, `YYYY-MM-DD`. */
  on?: string;
  /** Days since then. */
  days?: number;
  /** How many rows, where it is about rows. */
  count?: number;
}

/** All things of one kind. */
interface DueList {
  kind: FreshnessKind;
  /** What has waited longest first; then by vendor. */
  entries: readonly Due[];
}

export interface Freshness {
  asOf: string;
  methodology: string;
  /** Days after which something is old; working days that a case may take. */
  limits: {
    evidenceDays: number;
    licenceDays: number;
    priceDays: number;
    caseWorkingDays?: { correction: number; dispute: number };
  };
  /** Every kind, what an editor should do first at the top; kinds without entries too. */
  lists: readonly DueList[];
}

/** The report as of a day, which may be later than the release's. Vendors that have left are in it only with their open cases. */
export function freshness(scoring: ScoredWorkspace, asOf = scoring.dataset.release.asOf): Freshness {
  const { dataset } = scoring;
  const { evidenceDays, licenceDays, priceDays } = dataset.method.freshness;
  const { caseWorkingDays } = dataset.site;
  const found: Record<FreshnessKind, readonly Due[]> = {
    ...ofVendors(dataset, asOf),
    ...ofCases(dataset, asOf),
    ...ofReviews(scoring, asOf),
    'text-one-language': [...textsOfVendors(dataset), ...proseInOneLanguage(dataset)],
  };
  return {
    asOf,
    methodology: dataset.release.methodology,
    limits: { evidenceDays, licenceDays, priceDays, ...(caseWorkingDays === undefined ? {} : { caseWorkingDays }) },
    lists: FRESHNESS_KINDS.map((kind) => ({ kind, entries: [...found[kind]].sort(longestFirst) })),
  };
}

/** How many things there are in all. */
export function dueCount({ lists }: Freshness): number {
  return lists.reduce((sum, { entries }) => sum + entries.length, 0);
}

function longestFirst(a: Due, b: Due): number {
  return (
    (b.days ?? b.count ?? 0) - (a.days ?? a.count ?? 0) ||
    compareText(a.vendor ?? '', b.vendor ?? '') ||
    compareText(a.what, b.what)
  );
}

type OfVendors =
  | 'licence-expired'
  | 'licence-unchecked'
  | 'evidence-expired'
  | 'evidence-stale'
  | 'vendor-silent'
  | 'price-old'
  | 'price-missing';

function ofVendors({ vendors, method }: Dataset, asOf: string): Record<OfVendors, Due[]> {
  const limits = method.freshness;
  const present = vendors.filter((v) => v.status !== 'withdrawn');
  /** Entries for the dated things of every vendor that are older than `limit` days. */
  const older = (
    limit: number,
    thingsOf: (vendor: Vendor) => readonly (readonly [what: string, on: string | undefined])[],
  ): Due[] =>
    present
      .flatMap((v) =>
        thingsOf(v).flatMap(([what, on]) =>
          on === undefined ? [] : [{ vendor: v.slug, what, on, days: daysBetween(on, asOf) }],
        ),
      )
      .filter((d) => d.days > limit);
  return {
    'licence-expired': older(0, ({ licence }) => [['licence.expires', licence?.expires]]),
    'licence-unchecked': older(limits.licenceDays, ({ licence }) => [['licence.checkedOn', licence?.checkedOn]]),
    'evidence-expired': older(0, ({ evidence }) => evidence.map((e) => [e.id, e.expires] as const)),
    'evidence-stale': older(limits.evidenceDays, ({ evidence }) =>
      evidence.map((e) => [e.id, e.lastConfirmed] as const),
    ),
    'vendor-silent': older(limits.evidenceDays, (v) => [['', v.status === 'participating' ? lastSign(v) : undefined]]),
    'price-old': older(limits.priceDays, ({ prices }) => prices.map((p, i) => [`prices.${i}`, p.observedOn] as const)),
    'price-missing': present.filter((v) => v.prices.length === 0).map((v) => ({ vendor: v.slug, what: '' })),
  };
}

/** The latest day in a vendor's file; undefined when it has none. */
function lastSign({ since, evidence, prices, replies, licence }: Vendor): string | undefined {
  const days = [
    since,
    licence?.checkedOn,
    ...evidence.map((e) => e.lastLooked),
    ...prices.map((p) => p.observedOn),
    ...replies.map((r) => r.on),
  ];
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

/** Open cases, apart those that have taken longer than the policy allows. */
function ofCases({ cases, site }: Dataset, asOf: string): Record<'case-overdue' | 'case-open', Due[]> {
  const open = cases.filter((c) => c.state === 'open');
  const late = new Set(
    open.filter(
      (c) => site.caseWorkingDays !== undefined && workingDaysBetween(c.openedOn, asOf) > site.caseWorkingDays[c.kind],
    ),
  );
  const due = (which: boolean): Due[] =>
    open
      .filter((c) => late.has(c) === which)
      .map((c) => ({ vendor: c.vendor, what: c.id, on: c.openedOn, days: daysBetween(c.openedOn, asOf) }));
  return { 'case-overdue': due(true), 'case-open': due(false) };
}

/** Reviews without a moderation decision, and vendors with published reviews that look unusual. */
function ofReviews(scoring: ScoredWorkspace, asOf: string): Record<'reviews-pending' | 'reviews-unusual', Due[]> {
  const { vendors, reviews } = scoring.dataset;
  const pending = MODERATION_STATES.indexOf('pending');
  const waiting = new Map<number, { count: number; first: number }>();
  reviews.moderation.forEach((state, row) => {
    if (state !== pending) return;
    const [vendor, day] = [reviews.vendor[row], reviews.day[row]];
    const known = waiting.get(vendor);
    waiting.set(vendor, { count: (known?.count ?? 0) + 1, first: Math.min(known?.first ?? day, day) });
  });
  const slug = (v: number): string => vendors[v]?.slug ?? '';
  return {
    'reviews-pending': [...waiting].map(([v, { count, first }]) => ({
      vendor: slug(v),
      what: '',
      on: dayText(first),
      days: daysBetween(dayText(first), asOf),
      count,
    })),
    'reviews-unusual': flags(scoring)
      .filter((f) => f.rows.length > 0)
      .map((f) => ({ vendor: slug(f.vendor), what: '', count: f.rows.length })),
  };
}

/** Texts of vendors that readers of one language cannot read. */
function textsOfVendors({ vendors }: Dataset): Due[] {
  const inOne = (text: EitherLanguage | undefined): boolean =>
    text !== undefined && (text.zh === undefined || text.en === undefined);
  return vendors
    .filter((v) => v.status !== 'withdrawn')
    .flatMap(({ slug, name, about, interests }) =>
      Object.entries({ name, about, interests })
        .filter(([, text]) => inOne(text))
        .map(([what]) => ({ vendor: slug, what })),
    );
}

/** Guides, policies and methodology texts that exist in one language. */
function proseInOneLanguage({ inputs }: Dataset): Due[] {
  const paths = new Set(inputs.map((i) => i.path));
  const other = (path: string): string =>
    path.replace(/(zh|en)\.mdx$/, (_, language) => `${language === 'zh' ? 'en' : 'zh'}.mdx`);
  return [...paths]
    .filter(
      (path) =>
        /^content\/(?:guides|policies|methodology)\/[^/]+\/(?:zh|en)\.mdx$/.test(path) && !paths.has(other(path)),
    )
    .map((what) => ({ vendor: undefined, what }));
}
