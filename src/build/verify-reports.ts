/** Compares the editors' reports, `api/v1/freshness.json` and `api/v1/integrity.json`, with the receipts as far as receipts settle them. */
import type { FreshnessFile, IndexFile, IntegrityFile, Receipt } from '../schema/api.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';
import { dayNumber } from '../schema/day.ts';
import { type Tally, compare } from '../verify/difference.ts';

type Due = FreshnessFile['lists'][number]['entries'][number];

/** What has a date in a vendor's receipt, by the kind of report that it is due in when it is older than the limit. */
const DATED: Readonly<
  Record<
    string,
    {
      limit: (limits: FreshnessFile['limits']) => number;
      dates: (receipt: Receipt) => readonly (readonly [what: string, on: string | undefined])[];
    }
  >
> = {
  'licence-expired': { limit: () => 0, dates: ({ profile }) => [['licence.expires', profile.licence?.expires]] },
  'licence-unchecked': {
    limit: ({ licenceDays }) => licenceDays,
    dates: ({ profile }) => [['licence.checkedOn', profile.licence?.checkedOn]],
  },
  'evidence-expired': { limit: () => 0, dates: ({ evidence }) => evidence.map((e) => [e.id, e.expires] as const) },
  'evidence-stale': {
    limit: ({ evidenceDays }) => evidenceDays,
    dates: ({ evidence }) => evidence.map((e) => [e.id, e.lastConfirmed] as const),
  },
  'price-old': {
    limit: ({ priceDays }) => priceDays,
    dates: ({ profile }) => profile.prices.map((p, i) => [`prices.${i}`, p.observedOn] as const),
  },
};

/** Dates of a receipt by kind of report, with the days since then; of a withdrawn vendor none. */
export type Dated = Readonly<Record<string, readonly Due[]>>;

export function datedIn(receipt: Receipt): Dated {
  if (receipt.status === 'withdrawn') return {};
  const today = dayNumber(receipt.asOf);
  const { slug: vendor } = receipt;
  const lists = Object.entries(DATED).map(([kind, { dates }]) => {
    const entries = dates(receipt).flatMap(([what, on]) =>
      on === undefined ? [] : [{ vendor, what, on, days: today - dayNumber(on) }],
    );
    return [kind, entries] as const;
  });
  return Object.fromEntries([
    ...lists,
    ['price-missing', receipt.profile.prices.length === 0 ? [{ vendor, what: '' }] : []],
  ]);
}

/** Compares the lists that receipts settle, entry by entry, and the counts of all. */
export function compareFreshness(into: Tally, file: FreshnessFile, dated: Iterable<Dated>): void {
  const all = [...dated];
  const sorted = (entries: readonly Due[]): readonly Due[] =>
    entries.toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0) || order(a.vendor, b.vendor) || order(a.what, b.what));
  for (const { kind, count, entries } of file.lists) {
    const path = `freshness.json.${kind}`;
    compare(into, '', `${path}.count`, count, entries.length);
    for (const { vendor = '', on, days } of entries)
      if (on !== undefined) compare(into, vendor, `${path}.days`, days, dayNumber(file.asOf) - dayNumber(on));
    const limit = DATED[kind]?.limit(file.limits);
    if (limit === undefined && kind !== 'price-missing') continue;
    const due = all.flatMap((d) => d[kind] ?? []).filter(({ days }) => limit === undefined || (days ?? 0) > limit);
    compare(into, '', path, entries, sorted(due));
  }
  compare(
    into,
    '',
    'freshness.json.total',
    file.total,
    file.lists.reduce((sum, { count }) => sum + count, 0),
  );
}

function order(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Compares counts, scores, places, windows of unusual pace and gaps between classes. Which texts are alike, how likely a window is,
 * and the scores without flagged reviews are not computed again.
 * @param read gives the receipt of a vendor.
 */
export function compareIntegrity(
  into: Tally,
  file: IntegrityFile,
  index: IndexFile,
  { questions }: Pick<Questionnaire, 'questions'>,
  read: (slug: string) => Receipt,
): void {
  compare(into, '', 'integrity.json', file, {
    published: index.counts.reviews.published,
    flagged: file.vendors.reduce((sum, { rows }) => sum + rows.length, 0),
  });
  const scales = new Map(questions.flatMap((q) => (q.kind === 'rating' ? [[q.id, q] as const] : [])));
  for (const entry of file.vendors) {
    const receipt = read(entry.slug);
    const { reviews } = receipt.rows;
    const flagged = new Map(entry.rows.map(({ id, reasons }) => [id, reasons] as const));
    const published = new Set(reviews.map(({ id }) => id));
    const within = (on: string): boolean => entry.bursts.some(({ from, to }) => from <= on && on <= to);
    compare(into, entry.slug, 'integrity.json', entry, {
      score: receipt.overall?.score,
      place: receipt.rank?.place,
      bursts: entry.bursts.map(({ from, to }) => ({
        count: reviews.filter(({ on }) => from <= on && on <= to).length,
      })),
    });
    for (const { id } of entry.rows) compare(into, entry.slug, `integrity.json.rows[${id}]`, published.has(id), true);
    for (const { id, on } of reviews)
      compare(
        into,
        entry.slug,
        `integrity.json.rows[${id}].burst`,
        flagged.get(id)?.includes('burst') ?? false,
        within(on),
      );
    if (entry.gap === undefined) continue;
    const supplied = classMean(
      reviews.filter((r) => r.source === 'vendor-supplied'),
      scales,
    );
    const verified = classMean(
      reviews.filter((r) => r.source === 'verified-contract'),
      scales,
    );
    compare(into, entry.slug, 'integrity.json.gap', entry.gap, {
      ...{ supplied: supplied.mean, suppliedCount: supplied.count },
      ...{ verified: verified.mean, verifiedCount: verified.count },
    });
  }
}

/** Mean over reviews of each one's mean rating, as a share 0..1 of the scales; those without ratings do not count. */
function classMean(
  reviews: Receipt['rows']['reviews'],
  scales: ReadonlyMap<string, { low: number; high: number }>,
): { mean: number; count: number } {
  const means = reviews.flatMap(({ answers }) => {
    const shares = Object.entries(answers).flatMap(([id, value]) => {
      const scale = scales.get(id);
      return scale === undefined ? [] : [(Number(value) - scale.low) / (scale.high - scale.low)];
    });
    return shares.length === 0 ? [] : [shares.reduce((sum, x) => sum + x, 0) / shares.length];
  });
  return { mean: means.reduce((sum, x) => sum + x, 0) / Math.max(1, means.length), count: means.length };
}
