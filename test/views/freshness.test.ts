import { describe, expect, it } from 'vitest';
import type { Dataset, Vendor } from '../../src/schema/dataset.ts';
import { vendor } from '../../src/schema/vendor.ts';
import { freshness } from '../../src/views/freshness.ts';
import { freshnessMarkdown } from '../../src/views/freshness-list.ts';
import { smallDataset } from './api/small-market.ts';

function market(fields: object, change: Partial<Dataset> = {}): Dataset {
  const one: Vendor = { slug: 'one', ...vendor.parse({ name: { zh: '一', en: 'One' }, status: 'participating', ...fields }) };
  return smallDataset({ vendors: [one], cases: [], ...change });
}

// The method allows 365 days for evidence and licences, 180 for prices.
describe('what has grown old', () => {
  const evidence = (confirmed: string, expires?: string) => [{ id: 'paper', tier: 'documented', url: 'https://a.example/', lastLooked: '2026-06-01', lastConfirmed: confirmed, ...(expires === undefined ? {} : { expires }) }];

  it('is evidence confirmed longer ago than the method allows, on the day asked', () => {
    const data = market({ evidence: evidence('2025-06-30') });
    expect(freshness(data, '2026-06-30').staleEvidence).toEqual([]);
    expect(freshness(data, '2026-07-01').staleEvidence).toEqual([{ vendor: 'one', what: 'paper', on: '2025-06-30', days: 366 }]);
  });

  it('is evidence past its last day', () => {
    const data = market({ evidence: evidence('2026-06-01', '2026-06-30') });
    expect(freshness(data, '2026-06-30').expiredEvidence).toEqual([]);
    expect(freshness(data, '2026-07-01').expiredEvidence).toEqual([{ vendor: 'one', what: 'paper', on: '2026-06-30', days: 1 }]);
  });

  it('is a licence that has expired or was not checked for long', () => {
    const data = market({ licence: { state: 'held', checkedOn: '2025-01-01', expires: '2026-01-01' } });
    expect(freshness(data, '2026-06-30').licences.map((l) => [l.what, l.days])).toEqual([['licence.expires', 180], ['licence.checkedOn', 545]]);
  });

  it('is a price seen longer ago than the method allows', () => {
    const price = (observedOn: string) => ({ amount: 1, currency: 'CNY', period: 'month', observedOn });
    const data = market({ prices: [price('2026-01-01'), price('2025-12-31')] });
    expect(freshness(data, '2026-06-30').prices).toEqual([{ vendor: 'one', what: 'prices.1', on: '2025-12-31', days: 181 }]);
  });

  it('is a participant that gave no sign for long; whoever is only listed may be silent', () => {
    expect(freshness(market({ since: '2025-01-01' }), '2026-06-30').silent.map((s) => s.vendor)).toEqual(['one']);
    expect(freshness(market({ since: '2025-01-01', evidence: evidence('2026-06-01') }), '2026-06-30').silent).toEqual([]);
    expect(freshness(market({ since: '2025-01-01', status: 'listed' }), '2026-06-30').silent).toEqual([]);
  });

  it('is a case without an end', () => {
    const data = market({}, { cases: smallDataset().cases });
    expect(freshness(data, '2026-06-30').openCases).toEqual([{ vendor: 'vendor-03', what: 'c-2', on: '2026-03-01', days: 121 }]);
  });

  it('is nothing of a vendor that has left', () => {
    const gone = { status: 'withdrawn', withdrawn: { on: '2026-01-01', reason: { en: 'x' } }, evidence: evidence('2020-01-01') };
    expect(freshness(market(gone), '2026-06-30').staleEvidence).toEqual([]);
  });
});

describe('what is missing', () => {
  it('is a text in one language only', () => {
    expect(freshness(market({ name: { zh: '一' }, about: { en: 'About' } }), '2026-06-30').oneLanguage).toEqual([
      { vendor: 'one', what: 'name' },
      { vendor: 'one', what: 'about' },
    ]);
  });
});

describe('the report', () => {
  it('holds the lists that have something, in both languages', () => {
    const report = freshness(market({ name: { zh: '一' }, since: '2025-01-01' }), '2026-06-30');
    expect(freshnessMarkdown(report, 'zh')).toMatchInlineSnapshot(`
      "## 资料新旧（截至 2026-06-30）

      ### 久无更新的参评者（1）

      - \`one\` 2025-01-01（545 天）

      ### 只有一种语言（1）

      - \`one\` \`name\`
      "
    `);
    expect(freshnessMarkdown(report, 'en')).toMatchInlineSnapshot(`
      "## How fresh the data are (2026-06-30)

      ### Participants without a sign for long (1)

      - \`one\` 2025-01-01 (545 days)

      ### In one language only (1)

      - \`one\` \`name\`
      "
    `);
  });

  it('says so when all is well', () => {
    expect(freshnessMarkdown(freshness(market({}), '2026-06-30'), 'en')).toContain('Nothing has expired');
  });
});
