import { describe, expect, it } from 'vitest';
import type { Dataset, Vendor } from '../../../src/schema/dataset.ts';
import { freshnessFile } from '../../../src/schema/api/freshness-file.ts';
import { vendor } from '../../../src/schema/vendor.ts';
import type { FreshnessKind } from '../../../src/schema/words.ts';
import { MODERATION_STATES } from '../../../src/schema/words.ts';
import { scoreMarket, type ScoredWorkspace } from '../../../src/score/market.ts';
import { freshnessJson } from '../../../src/views/published/files.ts';
import { type Due, dueCount, freshness } from '../../../src/views/pages/freshness.ts';
import { MOST_VENDORS, freshnessPage, freshnessMarkdown } from '../../../src/views/pages/freshness-page.ts';
import { smallDataset } from '../published/small-market.ts';

const PRICE = { amount: 1, currency: 'CNY', period: 'month', observedOn: '2026-06-01' };

function one(fields: object): Vendor {
  return {
    slug: 'one',
    ...vendor.parse({ name: { zh: '一', en: 'One' }, status: 'participating', prices: [PRICE], ...fields }),
  };
}

function market(fields: object, change: Partial<Dataset> = {}): ScoredWorkspace {
  const { reviews, observations } = smallDataset();
  const nobody = {
    reviews: { ...reviews, count: 0, moderation: new Uint8Array() },
    observations: { ...observations, count: 0 },
  };
  const dataset = smallDataset({ vendors: [one(fields)], cases: [], inputs: [], ...nobody, ...change });
  return { dataset, market: scoreMarket(dataset, { draws: 0 }) };
}

function due(scoring: ScoredWorkspace, kind: FreshnessKind, asOf = '2026-06-30'): readonly Due[] {
  return freshness(scoring, asOf).lists.find((l) => l.kind === kind)?.entries ?? [];
}

// The method allows 365 days for evidence and licences, 180 for prices.
describe('what has grown old', () => {
  const evidence = (confirmed: string, expires?: string) => [
    {
      id: 'paper',
      tier: 'documented',
      url: 'https://a.example/',
      lastLooked: '2026-06-01',
      lastConfirmed: confirmed,
      ...(expires === undefined ? {} : { expires }),
    },
  ];

  it('is evidence confirmed longer ago than the method allows, on the day asked', () => {
    const data = market({ evidence: evidence('2025-06-30') });
    expect(due(data, 'evidence-stale')).toEqual([]);
    expect(due(data, 'evidence-stale', '2026-07-01')).toEqual([
      { vendor: 'one', what: 'paper', on: '2025-06-30', days: 366 },
    ]);
  });

  it('is evidence past its last day', () => {
    const data = market({ evidence: evidence('2026-06-01', '2026-06-30') });
    expect(due(data, 'evidence-expired')).toEqual([]);
    expect(due(data, 'evidence-expired', '2026-07-01')).toEqual([
      { vendor: 'one', what: 'paper', on: '2026-06-30', days: 1 },
    ]);
  });

  it('is a licence that has expired, and one that was not checked for long', () => {
    const data = market({ licence: { state: 'held', checkedOn: '2025-01-01', expires: '2026-01-01' } });
    expect(due(data, 'licence-expired')).toEqual([
      { vendor: 'one', what: 'licence.expires', on: '2026-01-01', days: 180 },
    ]);
    expect(due(data, 'licence-unchecked')).toEqual([
      { vendor: 'one', what: 'licence.checkedOn', on: '2025-01-01', days: 545 },
    ]);
  });

  it('is a price seen longer ago than the method allows', () => {
    const data = market({
      prices: [
        { ...PRICE, observedOn: '2026-01-01' },
        { ...PRICE, observedOn: '2025-12-31' },
      ],
    });
    expect(due(data, 'price-old')).toEqual([{ vendor: 'one', what: 'prices.1', on: '2025-12-31', days: 181 }]);
  });

  it('is a participant that gave no sign for long; whoever is only listed may be silent', () => {
    const silent = { since: '2025-01-01', prices: [] };
    expect(due(market(silent), 'vendor-silent').map((s) => s.vendor)).toEqual(['one']);
    expect(due(market({ ...silent, evidence: evidence('2026-06-01') }), 'vendor-silent')).toEqual([]);
    expect(due(market({ ...silent, status: 'listed' }), 'vendor-silent')).toEqual([]);
  });

  it('is nothing of a vendor that has left', () => {
    const gone = {
      status: 'withdrawn',
      withdrawn: { on: '2026-01-01', reason: { en: 'x' } },
      evidence: evidence('2020-01-01'),
      prices: [],
    };
    expect(dueCount(freshness(market(gone), '2026-06-30'))).toBe(0);
  });
});

describe('what waits', () => {
  const open = {
    id: 'c-2',
    kind: 'dispute',
    vendor: 'one',
    about: { field: 'name' },
    openedOn: '2026-06-01',
    openedBy: 'customer',
    claim: { en: 'x' },
    state: 'open',
  } as const;
  const { site } = smallDataset();

  it('is a case without an end, late once its working days are over', () => {
    // From Monday 1 June the tenth working day is Monday 15 June.
    const limited = market({}, { cases: [open], site: { ...site, caseWorkingDays: { correction: 1, dispute: 10 } } });
    expect([due(limited, 'case-open', '2026-06-15').length, due(limited, 'case-overdue', '2026-06-15').length]).toEqual(
      [1, 0],
    );
    expect([due(limited, 'case-open', '2026-06-16').length, due(limited, 'case-overdue', '2026-06-16').length]).toEqual(
      [0, 1],
    );
    const unlimited = market({}, { cases: [open] });
    expect(due(unlimited, 'case-open', '2027-06-16')).toEqual([
      { vendor: 'one', what: 'c-2', on: '2026-06-01', days: 380 },
    ]);
  });

  it('is reviews that nobody has decided on, by vendor, since the first of them', () => {
    const { reviews } = smallDataset();
    const dataset = smallDataset();
    const pending = MODERATION_STATES.indexOf('pending');
    const rows = [...reviews.moderation.keys()].filter((row) => reviews.moderation[row] === pending);
    const found = due({ dataset, market: scoreMarket(dataset, { draws: 0 }) }, 'reviews-pending', dataset.release.asOf);
    expect(rows.length).toBeGreaterThan(0);
    expect(found.reduce((sum, d) => sum + (d.count ?? 0), 0)).toBe(rows.length);
    expect(found[0]?.vendor).toBe(dataset.vendors[reviews.vendor[rows[0] ?? 0] ?? 0]?.slug);
  });
});

describe('what is missing', () => {
  it('is a price, also of those that are only listed', () => {
    expect(due(market({ prices: [], status: 'listed' }), 'price-missing')).toEqual([{ vendor: 'one', what: '' }]);
    expect(due(market({}), 'price-missing')).toEqual([]);
  });

  it('is a text in one language only', () => {
    expect(due(market({ name: { zh: '一' }, about: { en: 'About' } }), 'text-one-language')).toEqual([
      { vendor: 'one', what: 'about' },
      { vendor: 'one', what: 'name' },
    ]);
  });

  it('is a guide or a policy without its translation', () => {
    const input = (path: string) => ({ path, bytes: 1, sha256: '' });
    const inputs = [
      'content/guides/a/zh.mdx',
      'content/guides/a/en.mdx',
      'content/policies/b/en.mdx',
      'content/site.yaml',
    ].map(input);
    expect(due(market({}, { inputs }), 'text-one-language')).toEqual([
      { vendor: undefined, what: 'content/policies/b/en.mdx' },
    ]);
  });
});

describe('the report', () => {
  const some = (): ScoredWorkspace => market({ name: { zh: '一' }, since: '2025-01-01', prices: [] });

  it('has every kind, what matters most first, the longest first within each', () => {
    const report = freshness(
      market({
        licence: { state: 'held', expires: '2026-01-01' },
        prices: [
          { ...PRICE, observedOn: '2025-12-01' },
          { ...PRICE, observedOn: '2025-01-01' },
        ],
      }),
      '2026-06-30',
    );
    expect(report.lists[0]?.kind).toBe('licence-expired');
    expect(report.lists).toHaveLength(12);
    expect(report.lists.find((l) => l.kind === 'price-old')?.entries.map((e) => e.what)).toEqual([
      'prices.1',
      'prices.0',
    ]);
  });

  it('as Markdown holds the lists that have something, in both languages', () => {
    const report = freshness(some(), '2026-06-30');
    expect(freshnessMarkdown(report, 'zh')).toMatchInlineSnapshot(`
      "## 资料的新旧与缺漏（截至 2026-06-30）

      ### 参评者久无更新（1）

      - \`one\` 2025-01-01（545 天）

      ### 没有价格（1）

      - \`one\`

      ### 只有一种语言（1）

      - \`one\` \`name\`
      "
    `);
    expect(freshnessMarkdown(report, 'en')).toMatchInlineSnapshot(`
      "## What is old or missing (2026-06-30)

      ### Participants without a sign for long (1)

      - \`one\` 2025-01-01 (545 days)

      ### No price (1)

      - \`one\`

      ### In one language only (1)

      - \`one\` \`name\`
      "
    `);
  });

  it('says so when all is well', () => {
    expect(freshnessMarkdown(freshness(market({}), '2026-06-30'), 'en')).toContain('Nothing has expired');
  });

  it('as JSON has its published shape and the same counts', () => {
    const written: unknown = JSON.parse(JSON.stringify(freshnessJson(freshness(some(), '2026-06-30'))));
    expect(freshnessFile.parse(written)).toEqual(written);
    expect(freshnessFile.parse(written)).toMatchObject({ asOf: '2026-06-30', total: 3 });
  });

  it('as a page gathers what belongs to one vendor and says what is clear', () => {
    const page = freshnessPage(some(), 'en');
    expect(page.sections.map((s) => [s.kind, s.count, s.groups[0]?.name?.text])).toEqual([
      ['vendor-silent', 1, '一'],
      ['price-missing', 1, '一'],
      ['text-one-language', 1, '一'],
    ]);
    expect(page.clear).toContain('licence-expired');
    expect(page.clear).toHaveLength(9);
  });

  it('as a page leads to the evidence and the case', () => {
    const papers = ['a', 'b'].map((id) => ({
      id,
      tier: 'declared',
      url: 'https://a.example/',
      lastLooked: '2020-01-01',
      lastConfirmed: '2020-01-01',
    }));
    const page = freshnessPage(market({ evidence: papers, since: '2026-06-01' }), 'en');
    expect(page.sections[0]?.groups[0]?.things.map((thing) => thing.anchor)).toEqual([
      'evidence/#e-1',
      'evidence/#e-2',
    ]);
  });

  it('as a page shows so many vendors and counts the rest', () => {
    const many = Array.from({ length: MOST_VENDORS + 5 }, (_, i) => ({ ...one({ prices: [] }), slug: `v-${i}` }));
    expect(freshnessPage(market({}, { vendors: many }), 'zh').sections[0]).toMatchObject({
      kind: 'price-missing',
      count: MOST_VENDORS + 5,
      more: 5,
    });
  });
});
