import { describe, expect, it } from 'vitest';
import { type CaseFile, caseFile } from '../../../src/schema/case.ts';
import type { Case } from '../../../src/schema/dataset.ts';
import { caseFigures, casesPage, correctedSince } from '../../../src/views/pages/cases.ts';
import { caseMarks } from '../../../src/views/pages/vendor/cases.ts';
import { smallMarket } from '../published/small-market.ts';

const BASE = {
  kind: 'dispute',
  vendor: 'vendor-01',
  about: { field: 'name' },
  openedBy: 'vendor',
  claim: { zh: '主张', en: 'Claim' },
} as const;

function cases(...list: readonly (Partial<CaseFile> & { openedOn: string })[]): Case[] {
  return list.map((c, i) => ({
    id: `c-${i}`,
    ...caseFile.parse({
      ...BASE,
      state: c.closedOn === undefined ? 'open' : 'rejected',
      ...(c.closedOn === undefined ? {} : { outcome: { en: 'x' } }),
      ...c,
    }),
  }));
}

function market(list: readonly Case[], limits?: { correction: number; dispute: number }) {
  const base = smallMarket();
  const site = { ...base.dataset.site, ...(limits === undefined ? {} : { caseWorkingDays: limits }) };
  return {
    ...base,
    dataset: { ...base.dataset, site, cases: list, release: { ...base.dataset.release, asOf: '2026-06-30' } },
  };
}

// Monday to Friday; 1 June 2026 is a Monday.
const LIST = cases(
  { openedOn: '2026-06-01', closedOn: '2026-06-05' },
  { openedOn: '2026-06-01', closedOn: '2026-06-11', state: 'upheld' },
  { openedOn: '2026-05-01', closedOn: '2026-06-01', state: 'withdrawn' },
  { openedOn: '2026-06-29' },
  { openedOn: '2026-03-02' },
  { kind: 'correction', openedOn: '2026-06-22', closedOn: '2026-06-23', state: 'partly-upheld' },
);

describe('figures about cases', () => {
  const inputs = market(LIST, { correction: 10, dispute: 20 });

  it('count what was opened, what is open and how the rest ended', () => {
    expect(caseFigures(inputs, 'dispute')).toMatchObject({
      opened: 5,
      open: 2,
      closed: 3,
      ended: [
        { state: 'upheld', count: 1 },
        { state: 'rejected', count: 1 },
        { state: 'withdrawn', count: 1 },
      ],
    });
    expect(caseFigures(inputs, 'correction')).toMatchObject({ opened: 1, open: 0, closed: 1 });
  });

  it('give the median and the longest time, of closed ones', () => {
    // 4, 10 and 31 days.
    expect(caseFigures(inputs, 'dispute').days).toEqual({ median: 10, longest: 31 });
    expect(caseFigures(market(LIST.slice(0, 2)), 'dispute').days).toEqual({ median: 7, longest: 10 });
    expect(caseFigures(market(LIST.slice(3, 5)), 'dispute').days).toBeUndefined();
  });

  it('say how many kept the time limit, where there is one', () => {
    // The third took 21 working days.
    expect(caseFigures(inputs, 'dispute')).toMatchObject({ inTime: 2, limit: 20 });
    expect(caseFigures(market(LIST), 'dispute')).toMatchObject({ inTime: undefined, limit: undefined });
  });
});

describe('the list of cases', () => {
  it('has open ones first, the oldest at the top, then closed ones, the newest at the top', () => {
    expect(casesPage(market(LIST), 'en').entries.map((e) => e.id)).toEqual(['c-4', 'c-3', 'c-5', 'c-1', 'c-0', 'c-2']);
  });

  it('tells how old open ones are, and which are late', () => {
    const { entries } = casesPage(market(LIST, { correction: 10, dispute: 20 }), 'en');
    expect(entries.map((e) => [e.id, e.days, e.workingDays, e.late]).slice(0, 2)).toEqual([
      ['c-4', 120, 86, true],
      ['c-3', 1, 1, false],
    ]);
    expect(entries.find((e) => e.id === 'c-2')?.late).toBe(true);
  });

  it('is empty without cases', () => {
    expect(casesPage(market([]), 'zh').entries).toEqual([]);
  });
});

describe('what a release does not know', () => {
  it('is what was upheld, wholly or in part, after its day', () => {
    expect(correctedSince(market(LIST), '2026-06-11', 'en').map((e) => e.id)).toEqual(['c-5']);
    expect(correctedSince(market(LIST), '2026-06-10', 'en').map((e) => e.id)).toEqual(['c-5', 'c-1']);
  });
});

describe('marks beside what is disputed', () => {
  it('stand at the criterion and at the review, in the order of opening', () => {
    const about = (ref: Case['about']) => ({ about: ref });
    const list = cases(
      { openedOn: '2026-06-02', ...about({ criterion: 'f/c' }) },
      { openedOn: '2026-06-01', closedOn: '2026-06-05', ...about({ criterion: 'f/c' }) },
      { openedOn: '2026-06-01', ...about({ review: 'r-1' }) },
    );
    expect(caseMarks(market(list), 'vendor-01', 'f/c')).toMatchObject({
      slug: 'vendor-01',
      marks: [
        { id: 'c-1', state: 'rejected', openedOn: '2026-06-01' },
        { id: 'c-0', state: 'open', openedOn: '2026-06-02' },
      ],
    });
    expect(caseMarks(market(list), 'vendor-01', 'r-1')?.marks).toHaveLength(1);
    expect(caseMarks(market(list), 'vendor-02', 'f/c')).toBeUndefined();
  });
});
