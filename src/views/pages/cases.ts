/** All disputes and corrections: how many, how fast, how they ended, and which are still open against their time limit. */
import type { Case, Vendor } from '../../schema/dataset.ts';
import type { Language } from '../../schema/text.ts';
import { CASE_KINDS, CASE_STATES } from '../../schema/case.ts';
import type { Inputs } from '../market/inputs.ts';
import { round } from '../format/round.ts';
import { type LocalText, localize, localizeOptional } from '../format/localize.ts';
import { daysBetween, workingDaysBetween } from '../../schema/day.ts';
import { type About, aboutOf } from './vendor/cases.ts';
import { compareText } from '../../schema/order.ts';

/** Figures about cases of one kind, or of all. */
interface CaseFigures {
  opened: number;
  open: number;
  closed: number;
  /** Closed ones by how they ended, in the order of the states; states that none ended in are left out. */
  ended: readonly { state: Exclude<Case['state'], 'open'>; count: number }[];
  /** Days from opening to closing; undefined when none has closed. */
  days: { median: number; longest: number } | undefined;
  /** Closed within the time limit; undefined without a limit or without closed ones. */
  inTime: number | undefined;
  /** Working days that the policy allows; undefined without one. */
  limit: number | undefined;
}

/** A case in the list of all. */
export interface CaseEntry {
  id: string;
  kind: Case['kind'];
  slug: string;
  name: LocalText;
  /** Anchor on the vendor's page. */
  anchor: string;
  about: About;
  openedOn: string;
  openedBy: Case['openedBy'];
  state: Case['state'];
  closedOn: string | undefined;
  /** Days from opening to closing, or to the day of the release. */
  days: number;
  /** Working days likewise. */
  workingDays: number;
  /** Whether it took, or takes, longer than the policy allows. */
  late: boolean;
  claim: LocalText;
  outcome: LocalText | undefined;
}

interface CasesPage {
  asOf: string;
  kinds: readonly { kind: Case['kind']; figures: CaseFigures }[];
  /** Open ones first, the oldest of them at the top; then closed ones, the newest at the top. */
  entries: readonly CaseEntry[];
}

/** The page. A case about a vendor that is not in the workspace cannot be: validation refuses it. */
export function casesPage(inputs: Inputs, language: Language): CasesPage {
  const { cases, vendors, release } = inputs.dataset;
  const bySlug = new Map(vendors.map((v) => [v.slug, v] as const));
  const entries = cases.map((c) => entryOf(inputs, c, bySlug.get(c.vendor), language));
  return {
    asOf: release.asOf,
    kinds: CASE_KINDS.map((kind) => ({ kind, figures: caseFigures(inputs, kind) })),
    entries: entries.sort((a, b) => {
      if ((a.state === 'open') !== (b.state === 'open')) return a.state === 'open' ? -1 : 1;
      const order =
        a.state === 'open' ? compareText(a.openedOn, b.openedOn) : compareText(b.closedOn ?? '', a.closedOn ?? '');
      return order || compareText(a.id, b.id);
    }),
  };
}

function entryOf(inputs: Inputs, c: Case, vendor: Vendor | undefined, language: Language): CaseEntry {
  const until = c.closedOn ?? inputs.dataset.release.asOf;
  return {
    id: c.id,
    kind: c.kind,
    slug: c.vendor,
    name: vendor === undefined ? { text: c.vendor } : localize(vendor.name, language),
    anchor: `#case-${c.id}`,
    about: aboutOf(inputs, c.about, language),
    openedOn: c.openedOn,
    openedBy: c.openedBy,
    state: c.state,
    closedOn: c.closedOn,
    days: daysBetween(c.openedOn, until),
    workingDays: workingDaysBetween(c.openedOn, until),
    late: isLate(inputs, c, until),
    claim: localize(c.claim, language),
    outcome: localizeOptional(c.outcome, language),
  };
}

function isLate({ dataset }: Inputs, { kind, openedOn }: Case, until: string): boolean {
  const limit = dataset.site.caseWorkingDays?.[kind];
  return limit !== undefined && workingDaysBetween(openedOn, until) > limit;
}

/** Figures about the cases of one kind. */
export function caseFigures(inputs: Inputs, kind: Case['kind']): CaseFigures {
  const { cases, site } = inputs.dataset;
  const own = cases.filter((c) => c.kind === kind);
  const closed = own.flatMap((c) => (c.closedOn === undefined ? [] : [{ ...c, closedOn: c.closedOn }]));
  const days = closed.map((c) => daysBetween(c.openedOn, c.closedOn)).sort((a, b) => a - b);
  const limit = site.caseWorkingDays?.[kind];
  return {
    opened: own.length,
    open: own.filter((c) => c.state === 'open').length,
    closed: closed.length,
    ended: CASE_STATES.flatMap((state) => {
      const count = own.filter((c) => c.state === state).length;
      return state === 'open' || count === 0 ? [] : [{ state, count }];
    }),
    days: days.length === 0 ? undefined : { median: round(median(days) ?? 0, 1), longest: days.at(-1) ?? 0 },
    inTime:
      limit === undefined || closed.length === 0
        ? undefined
        : closed.filter((c) => !isLate(inputs, c, c.closedOn)).length,
    limit,
  };
}

/** Median of numbers in order; the mean of the middle two for an even count. */
function median(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const [a = 0, b = 0] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return round((a + b) / 2, 1);
}

/** Cases that ended, wholly or partly in favour of the one who opened them, after a day: what a release frozen on that day does not know. */
export function correctedSince(inputs: Inputs, day: string, language: Language): CaseEntry[] {
  return casesPage(inputs, language).entries.filter(
    (c) => (c.state === 'upheld' || c.state === 'partly-upheld') && c.closedOn !== undefined && c.closedOn > day,
  );
}
